#include "documents/reading/reading.hpp"

#include <gtest/gtest.h>

#include "documents/reading/paper_drawing.hpp"

namespace daftar::documents {
namespace {

bool passed(const InvoiceReading& reading, std::string_view name) {
    for (const auto& check : reading.checks)
        if (check.name == name) return check.passed;
    return false;
}

const IdentifierReading* identifier(const PartyReading& party, std::string_view kind) {
    for (const auto& each : party.identifiers)
        if (each.kind == kind) return &each;
    return nullptr;
}

constexpr const char* moroccan = R"(
ATLAS ASCENSEURS SARL
12, rue Ibn Batouta
40000 Marrakech
ICE : 001561191000066   IF : 40123456

                                                           Client :
                                                           Résidence Les Orangers
                                                           ICE : 002136093000040
FACTURE N° FA-2025/118
Date : 12/03/2025
Échéance : 11/04/2025

Désignation                                Qté         P.U. HT         Montant HT
Entretien ascenseur                        2           500,00          1 000,00
Déplacement                                1           200,00          200,00

                                           Total HT                    1 200,00
                                           TVA 20 %                    240,00
                                           Total TTC                   1 440,00 DH

Arrêtée la présente facture à la somme de mille quatre cent quarante dirhams.
RIB : 011 519 0000012050005349 21
)";

TEST(Reading, MoroccanInvoice) {
    const auto reading = read_invoice(paper(moroccan));
    EXPECT_EQ(reading.type, DocumentType::supplier_invoice);
    EXPECT_EQ(reading.language, "fr");
    ASSERT_TRUE(reading.issuer.name && reading.customer.name && reading.number && reading.issue_date &&
                reading.due_date);
    EXPECT_EQ(reading.issuer.name->value, "ATLAS ASCENSEURS SARL");
    EXPECT_EQ(reading.customer.name->value, "Résidence Les Orangers");
    EXPECT_EQ(reading.number->value, "FA-2025/118");
    EXPECT_EQ(reading.issue_date->value.text(), "2025-03-12");
    EXPECT_EQ(reading.due_date->value.text(), "2025-04-11");
    ASSERT_TRUE(reading.total_excluding_tax && reading.total_tax && reading.total_including_tax && reading.currency);
    EXPECT_EQ(reading.total_excluding_tax->value.text(), "1200.00");
    EXPECT_EQ(reading.total_tax->value.text(), "240.00");
    EXPECT_EQ(reading.total_including_tax->value.text(), "1440.00");
    EXPECT_GE(reading.total_including_tax->confidence, 990);
    EXPECT_EQ(reading.total_including_tax->page, 1);
    EXPECT_EQ(reading.currency->value, "MAD");
    ASSERT_EQ(reading.lines.size(), 2u);
    EXPECT_EQ(reading.lines[0].label.value, "Entretien ascenseur");
    EXPECT_EQ(reading.lines[0].quantity->value.text(), "2");
    for (const auto* check : {"totals_add_up", "lines_add_up", "words_agree", "dates_in_order", "taxes_add_up"})
        EXPECT_TRUE(passed(reading, check)) << check;
    ASSERT_TRUE(reading.payment_rib && reading.payment_iban);
    EXPECT_EQ(reading.payment_iban->value, "MA64011519000001205000534921");
}

TEST(Reading, KeepsTheCustomersIdentifiersApart) {
    const auto reading = read_invoice(paper(moroccan));
    ASSERT_TRUE(identifier(reading.issuer, "ma_ice") && identifier(reading.customer, "ma_ice"));
    EXPECT_EQ(identifier(reading.issuer, "ma_ice")->text.value, "001561191000066");
    EXPECT_EQ(identifier(reading.customer, "ma_ice")->text.value, "002136093000040");
}

TEST(Reading, OurOwnIdentifiersAreNeverTheIssuers) {
    ReadingKnowledge known;
    known.ourselves = {{"org", {"Syndicat"}, {{"ma_ice", "001561191000066"}}}};
    const auto reading = read_invoice(paper(moroccan), known);
    EXPECT_EQ(identifier(reading.issuer, "ma_ice"), nullptr);
}

TEST(Reading, RecognisesAKnownSupplierByItsIdentifier) {
    ReadingKnowledge known;
    known.suppliers = {{"42", {"Atlas Ascenseurs"}, {{"ma_ice", "001561191000066"}}}};
    EXPECT_EQ(read_invoice(paper(moroccan), known).issuer.known_id, "42");
}

TEST(Reading, BelgianCreditNoteWithNegativeAmounts) {
    const auto reading = read_invoice(paper(R"(
Peeters Liften BV
BTW BE 0403.170.701

CREDITNOTA
Creditnota nr. NC-17         Datum 19 april 2024

Totaal excl. btw                    -100,00 €
Btw 21 %                             -21,00 €
Totaal incl. btw                    -121,00 €
+++010/8068/17183+++
)"));
    EXPECT_EQ(reading.type, DocumentType::credit_note);
    ASSERT_TRUE(reading.total_including_tax && reading.number && reading.structured_communication);
    EXPECT_EQ(reading.total_including_tax->value.text(), "121.00");
    EXPECT_EQ(reading.number->value, "NC-17");
    EXPECT_EQ(reading.issue_date->value.text(), "2024-04-19");
    EXPECT_EQ(reading.structured_communication->value, "010806817183");
}

TEST(Reading, AmountDueAfterADepositAndTwoRates) {
    const auto reading = read_invoice(paper(R"(
Facture n° 77
Date de facture : 13/11/2017

Taux        Base            TVA
20,00 %     81,90           16,38
5,50 %      543,00          29,87

Total HT            624,90
Total TVA           46,25
Total TTC           671,15
Acompte             201,00
Net à payer         470,15
)"));
    ASSERT_EQ(reading.taxes.size(), 2u);
    ASSERT_TRUE(reading.amount_due && reading.amount_paid);
    EXPECT_EQ(reading.total_including_tax->value.text(), "671.15");
    EXPECT_EQ(reading.amount_due->value.text(), "470.15");
    EXPECT_EQ(reading.amount_paid->value.text(), "201.00");
}

TEST(Reading, SpacedLettersAndValuesUnderTheirLabels) {
    const auto reading = read_invoice(paper(R"(
F A C T U R E
N° facture            Date facture
F2024-9               05-06-24

Total HT              Total TVA             Total TTC
50,00                 10,00                 60,00
)"));
    EXPECT_EQ(reading.type, DocumentType::supplier_invoice);
    ASSERT_TRUE(reading.number && reading.issue_date && reading.total_including_tax);
    EXPECT_EQ(reading.number->value, "F2024-9");
    EXPECT_EQ(reading.issue_date->value.text(), "2024-06-05");
    EXPECT_EQ(reading.total_including_tax->value.text(), "60.00");
}

TEST(Reading, NeverSureOfTotalsThatContradictEachOther) {
    const auto reading = read_invoice(paper(R"(
Facture n° 12
Total HT      100,00
TVA           20,00
Total TTC     121,00
)"));
    EXPECT_FALSE(passed(reading, "totals_add_up"));
    ASSERT_TRUE(reading.total_including_tax);
    EXPECT_LT(reading.total_including_tax->confidence, 990);
}

TEST(Reading, AnEmptyPageGivesNothing) {
    const auto reading = read_invoice(paper(""));
    EXPECT_EQ(reading.type, DocumentType::unknown);
    EXPECT_FALSE(reading.number || reading.total_including_tax || reading.issue_date);
    EXPECT_FALSE(read_invoice({}).number);
}

TEST(Reading, ACorrectionTeachesTheNextPaper) {
    const auto drawn = [](const char* code) {
        return paper("Atlas SARL ICE : 001561191000066\nDossier interne       " + std::string(code) +
                     "\nFacture n° 900");
    };
    const auto first = drawn("ZX-1");
    ReadingKnowledge known;
    known.suppliers = {{"42", {"Atlas"}, {{"ma_ice", "001561191000066"}}}};
    EXPECT_EQ(read_invoice(first, known).number->value, "900");
    const Word* right = nullptr;
    for (const auto& word : first.pages[0].words)
        if (word.text == "ZX-1") right = &word;
    ASSERT_NE(right, nullptr);
    const auto tenths = [](float points) { return Decimal{static_cast<std::int64_t>(points * 10 + 0.5f), 1}; };
    known.layouts = {
        {"42",
         {learn_anchor(first, "number", 1,
                       {tenths(right->x), tenths(right->y), tenths(right->width), tenths(right->height)})}}};
    EXPECT_EQ(read_invoice(drawn("ZX-2"), known).number->value, "ZX-2");
}

}  // namespace
}  // namespace daftar::documents
