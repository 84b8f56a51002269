// Due dates that are printed as a number of days.
#include "documents/reading/payment_terms.hpp"

#include <gtest/gtest.h>

#include "documents/reading/paper_drawing.hpp"
#include "documents/reading/reading.hpp"

namespace daftar::documents {
namespace {

std::string due(std::string_view sentence) {
    const auto reading =
        read_invoice(paper("Facture n° 7\nDate : 17/10/2025\nTotal TTC   120,00 €\n" + std::string(sentence)));
    return reading.due_date ? reading.due_date->value.text() : "";
}

TEST(PaymentTerms, AreCountedFromTheDateOfTheInvoice) {
    EXPECT_EQ(due("Conditions de paiement : 30 jours fin de mois."), "2025-11-30");
    EXPECT_EQ(due("Règlement à 45 jours fin de mois le 10"), "2026-01-10");
    EXPECT_EQ(due("Paiement à 30 jours"), "2025-11-16");
    EXPECT_EQ(due("Gelieve te betalen binnen 14 dagen na factuurdatum"), "2025-10-31");
    EXPECT_EQ(due("Zahlbar innerhalb von 14 Tagen ohne Abzug"), "2025-10-31");
    EXPECT_EQ(due("Payment terms: 30 days net"), "2025-11-16");
}

TEST(PaymentTerms, AtOnceIsTheDayOfTheInvoice) {
    EXPECT_EQ(due("Payable comptant, sans escompte").empty(), true) << "a discount is spoken of: a person decides";
    EXPECT_EQ(due("Paiement au comptant"), "2025-10-17");
    EXPECT_EQ(due("Règlement à réception de facture par virement"), "2025-10-17");
    EXPECT_EQ(due("Chèque à réception"), "2025-10-17");
    EXPECT_EQ(due("Payment due upon receipt"), "2025-10-17");
    EXPECT_EQ(due("Te betalen bij ontvangst"), "2025-10-17");
    EXPECT_EQ(due("Contestation dans le mois à compter de la réception de la facture"), "");
    EXPECT_EQ(due("Veuillez verser cette somme dans les 15 jours"), "2025-11-01");
}

TEST(PaymentTerms, OtherDaysAreNone) {
    EXPECT_EQ(due("Toute réclamation est à adresser dans les 8 jours"), "");
    EXPECT_EQ(due("Escompte de 2 % pour paiement sous 8 jours"), "");
    EXPECT_EQ(due("Garantie de 90 jours"), "");
    EXPECT_EQ(due("Paiement à 30 jours\nPaiement à 60 jours"), "") << "two terms: a person decides";
    EXPECT_EQ(due("Paiement à 30 jours\nÉchéance : 20/10/2025"), "2025-10-20") << "a printed date wins";
}

}  // namespace
}  // namespace daftar::documents
