// What papers printed by a browser taught (bench/documents/browser): one short paper for each rule.
#include <gtest/gtest.h>

#include "documents/reading/paper_drawing.hpp"
#include "documents/reading/reading.hpp"

namespace daftar::documents {
namespace {

std::string amounts_of(const InvoiceReading& reading) {
    std::string out;
    for (const auto& line : reading.lines) out += (out.empty() ? "" : " ") + line.amount.value.text();
    return out;
}

TEST(BrowserPapers, ANumberUnderTheTitleIsThePapersOwnAndAQuotesIsNot) {
    const auto reading = read_invoice(paper(R"(
Toitures Delmas SARL                                   FACTURE
17 chemin des Ardoisières                              n° FC-2025-0087
69380 Lozanne                                          du 14/02/2025

Chantier : rue des Tilleuls – Devis n° D-2024-311 accepté le 02/12/2024
Total TTC                                              120,00 €
)"));
    EXPECT_EQ(text_of(reading.number), "FC-2025-0087");
    EXPECT_EQ(text_of(reading.issue_date), "2025-02-14");
}

TEST(BrowserPapers, NumbersInGroupsOfCapitalsAndDigitsAreWhole) {
    const auto number = [](std::string_view printed) {
        return text_of(
            read_invoice(paper("Facture\nFacture n° : " + std::string(printed) + "\nTotal TTC   12,00 €")).number);
    };
    EXPECT_EQ(number("0920 7741 33 25E"), "0920 7741 33 25E");
    EXPECT_EQ(number("CU25 0418 7724"), "CU25 0418 7724");
    EXPECT_EQ(number("2025 0114 7733 B"), "2025 0114 7733 B");
    EXPECT_EQ(number("2025-118 DU 12/03/2025"), "2025-118") << "a date is no part of it";
}

TEST(BrowserPapers, InAFormTheCustomerStandsBesideItsLabel) {
    const auto reading = read_invoice(paper(R"(
Camille Roussel
24 rue Pasteur – 31000 Toulouse

Référence        2025-018
Date             7 mars 2025
Client           Copropriété Les Capitouls
Objet            Nettoyage des parties communes

Total : 420,00 €
)"));
    EXPECT_EQ(text_of(reading.customer.name), "Copropriété Les Capitouls");
}

TEST(BrowserPapers, ALabelThatAnnouncesACodeDoesNotHideTheAddress) {
    const auto reading = read_invoice(paper(R"(
Toitures Piron SRL                       Facture      N° 25.118
Rue du Moulin 8                          Client       C-0447
BE 0649.628.992

                              Entreprise Dufour SA
                              Quai de Compiègne 52
                              4500 Huy

Total HTVA                                     100,00
TVA 21 %                                        21,00
Net à payer                                    121,00 €
)"));
    EXPECT_EQ(text_of(reading.customer.name), "Entreprise Dufour SA");
}

TEST(BrowserPapers, LinesWithoutAHeaderAreToldByTheirSum) {
    const auto reading = read_invoice(paper(R"(
Géomètres Rochat SA
Facture n° 25-3307

Relevés terrain                              2 400,00
Tracés parcelle                              1 850,00
Dépôts registre                              1 150,00
Total HT                                     5 400,00
TVA 20 %                                     1 080,00
Total TTC                                    6 480,00 €
)"));
    EXPECT_EQ(amounts_of(reading), "2400.00 1850.00 1150.00");
}

TEST(BrowserPapers, AnAmountWithoutTaxIsPartOfTheTotal) {
    const auto reading = read_invoice(paper(R"(
Delvaux Avocats SRL
Facture n° 2025-0064

Honoraires                                     876,00 €
Débours (non soumis à TVA)                     310,24 €
Base TVA                                       876,00 €
TVA 21 %                                       183,96 €
Total dû                                     1.370,20 €
)"));
    EXPECT_EQ(text_of(reading.total_including_tax), "1370.20");
    EXPECT_EQ(text_of(reading.total_excluding_tax), "1186.24");
}

TEST(BrowserPapers, ARowOfTotalsThatAddsUpNeedsNoHeads) {
    const auto reading = read_invoice(paper(R"(
Office des Eaux SA
Facture n° 7144-02

TOTAL            1 400,00        234,00        1 634,00
MONTANT À PAYER : 1 634,00 DH
)"));
    EXPECT_EQ(text_of(reading.total_excluding_tax), "1400.00");
    EXPECT_EQ(text_of(reading.total_tax), "234.00");
}

TEST(BrowserPapers, TheDateForADiscountIsNotTheDueDate) {
    const auto reading = read_invoice(paper(R"(
Heizung Krüger GmbH
Rechnung Nr. 2025-317
Stolberg, 11.04.2025
Rechnungsbetrag                              1.011,50 €
Zahlbar bis 25.04.2025 mit 2 % Skonto, bis 11.05.2025 ohne Abzug.
)"));
    EXPECT_EQ(text_of(reading.due_date), "2025-05-11");
}

}  // namespace
}  // namespace daftar::documents
