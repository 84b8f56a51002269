// What the fourth batch of papers printed by a browser taught: one short paper for each rule.
#include <gtest/gtest.h>

#include <algorithm>

#include "documents/reading/paper_drawing.hpp"
#include "documents/reading/reading.hpp"

namespace daftar::documents {
namespace {

std::string identifier(const InvoiceReading& reading, std::string_view kind) {
    for (const auto& each : reading.issuer.identifiers)
        if (each.kind == kind) return each.text.value;
    return "";
}

TEST(UnseenPapers, AColumnIsAsWideAsAllItsWords) {
    const auto reading = read_invoice(paper(R"(
Ascenseurs Levante SAS                    FACTURE n° F-118
                                          Date : 01/07/2025

Code   Libellé                         Nb    Prix unitaire €       Montant € HT      TVA

ETEN   Redevance appareil 4418          1           612,44                 612,44      1
TELA   Téléalarme                       2            38,50                  77,00      1

Total HT                                                                   689,44
TVA 20 %                                                                   137,89
Total TTC                                                                  827,33
)"));
    ASSERT_EQ(reading.lines.size(), 2u);
    EXPECT_EQ(reading.lines[0].amount.value.text(), "612.44");
    EXPECT_EQ(reading.type, DocumentType::supplier_invoice);  // a lift has an "abonnement", and no kWh
}

TEST(UnseenPapers, OfSeveralRatesTheSumIsTheTotal) {
    const auto reading = read_invoice(paper(R"(
SUPERETTE DES HALLES SAS
Ticket 0447 du 17/10/2025

TOTAL A PAYER              27,00 €

TVA          HT      TVA      TTC
A  5,50%    3,01    0,17     3,18
B 20,00%   19,85    3,97    23,82
)"));
    EXPECT_EQ(text_of(reading.total_including_tax), "27.00");
    EXPECT_EQ(text_of(reading.total_excluding_tax), "22.86");
    EXPECT_EQ(text_of(reading.total_tax), "4.14");
}

TEST(UnseenPapers, TheLongerLabelInsideAnotherIsMeant) {
    const auto reading = read_invoice(paper(R"(
Bureau Détroit SARL                       Note d'honoraires n° NH-118
                                          Date : 30/05/2025

Montant total hors taxes :   10 150,00 DH
TVA 20 % :                    2 030,00 DH
Montant total TTC :          12 180,00 DH
)"));
    EXPECT_EQ(text_of(reading.total_excluding_tax), "10150.00");
    EXPECT_EQ(text_of(reading.total_including_tax), "12180.00");
}

TEST(UnseenPapers, PartsWithoutTaxStandInAColumnOfTheirOwn) {
    const auto reading = read_invoice(paper(R"(
SELARL Leroux Notaires                    Note de frais n° 2025-0611
                                          Brest, le 05/05/2025

Nature                        Taxable     Non taxable
Émoluments                     660,00
Débours                                         49,00
T.V.A. 20 % sur 660,00         132,00
TOTAL TTC                                      841,00 €
Provision reçue                                400,00 €
Solde restant dû                               441,00 €
)"));
    EXPECT_EQ(text_of(reading.total_including_tax), "841.00");
    EXPECT_EQ(text_of(reading.amount_due), "441.00");
}

TEST(UnseenPapers, ANumberStandsUnderALongTitleAndMayEndWithOneDigit) {
    auto titled = paper(R"(
Jules Ancelin Peinture                                    FACTURE DE SOLDE
31 chemin des Vignes, 21000 Dijon                                F-2025-18

Date : 28/02/2025
Devis n° D-2024-63 du 9 décembre 2024
Reste à payer                    2 144,80 €
)");
    for (auto& word : titled.pages[0].words)
        if (word.text == "FACTURE" || word.text == "DE" || word.text == "SOLDE") word.size = 20;
    EXPECT_EQ(text_of(read_invoice(titled).number), "F-2025-18");
    EXPECT_EQ(text_of(read_invoice(paper("Facture n° : 0225 441 887 3\n")).number), "0225 441 887 3");
}

TEST(UnseenPapers, IdentifiersInGroupsAndAcrossLines) {
    const auto reading = read_invoice(paper(R"(
Entreprise Benjelloun SARL                FACTURE n° 47

RC : 33 871 Fès - Patente : 13 244 710 - IF : 4 047 118 - ICE : 001 561
191 000 066
)"));
    EXPECT_EQ(identifier(reading, "ma_ice"), "001561191000066");
    EXPECT_EQ(identifier(reading, "ma_rc"), "33871");
    EXPECT_EQ(identifier(reading, "ma_patente"), "13244710");
    EXPECT_EQ(identifier(reading, "ma_if"), "4047118");
}

TEST(UnseenPapers, NamesGoOnOnTheNextLine) {
    const auto reading = read_invoice(paper(R"(
Plomberie Alami SARL                           FACTURE n° 47

Maître d'ouvrage :
Société Foncière Malabata
et Participations S.A.
Km 4, route de Malabata
90000 Tanger
)"));
    EXPECT_EQ(text_of(reading.customer.name), "Société Foncière Malabata et Participations S.A.");
    EXPECT_EQ(text_of(reading.issuer.name), "Plomberie Alami SARL");
    const auto owners = read_invoice(paper(R"(
Plomberie Alami SARL                           FACTURE n° 47

Client :
Syndicat des copropriétaires
Résidence Le Clos Fleuri
9 rue Molière
94200 Ivry-sur-Seine
)"));
    EXPECT_EQ(text_of(owners.customer.name), "Syndicat des copropriétaires Résidence Le Clos Fleuri");
}

TEST(UnseenPapers, HeadsOfAddressColumnsAreNoForm) {
    const auto reading = read_invoice(paper(R"(
Nordlys Éclairage SAS                          Facture FR50001

Adresse de facturation     Adresse de livraison
Cabinet Mercadier          Résidence Capitole
5 rue Alsace Lorraine      8 rue Lafayette
)"));
    EXPECT_EQ(text_of(reading.customer.name), "Cabinet Mercadier");
    const auto bilingual = read_invoice(paper(R"(
Oronalift NV                                   Facture / Factuur 2511-004471
Client / Klant
31884

                                               ACP SQUARE MARGUERITE 33
                                               SYNDIC EUROPEA SPRL
                                               RUE FROISSART 95
                                               1040 ETTERBEEK
)"));
    EXPECT_EQ(text_of(bilingual.customer.name), "ACP SQUARE MARGUERITE 33");
}

TEST(UnseenPapers, RatesOnLinesOfTheirOwnAndAnAnnouncedTotal) {
    const auto reading = read_invoice(paper(R"(
BRASSERIE DU PALAIS
Ticket 14 du 27/05/2025

3 Menu du jour             58,50
1 Pichet vin 50cl          12,00
Total TTC EUR              82,60
HT 10 %                    64,18
TVA 10 %                    6,42
HT 20 %                    10,00
TVA 20 %                    2,00
)"));
    EXPECT_EQ(text_of(reading.total_including_tax), "82.60");
    EXPECT_EQ(text_of(reading.total_tax), "8.42");
}

TEST(UnseenPapers, OfANetAndAGrossColumnTheNetOneIsTheLines) {
    const auto reading = read_invoice(paper(R"(
AquaFix SARL                                        Facture n° 93
                                                    Date : 11/06/2025
Désignation              Qté    PU HT      TVA     Total HT     Total TTC
Vanne d'arrêt            2      64,20 €    10 %    128,40 €      141,24 €
Location nacelle         1     110,00 €    20 %    110,00 €      132,00 €

Total HT                                           238,40 €
TVA 10 % (128,40 €)                                 12,84 €
TVA 20 % (110,00 €)                                 22,00 €
Total TTC                                          273,24 €
)"));
    ASSERT_EQ(reading.lines.size(), 2u);
    EXPECT_EQ(reading.lines[0].amount.value.text(), "128.40");
    EXPECT_EQ(reading.lines[1].amount.value.text(), "110.00");
    EXPECT_EQ(text_of(reading.total_tax), "34.84");
}

TEST(UnseenPapers, ADateFallsDueBehindIt) {
    const auto reading = read_invoice(paper(R"(
Stadtwerke Neuburg GmbH                        Rechnung Nr. VR-4471
                                               Datum 10.01.2025
Rechnungsbetrag brutto           2.142,71 €
abzüglich geleistete Abschläge  -1.980,00 €
Nachzahlung                        162,71 €
Der Betrag ist am 24.01.2025 fällig.
)"));
    EXPECT_EQ(text_of(reading.due_date), "2025-01-24");
    EXPECT_EQ(text_of(reading.amount_due), "162.71");
}

TEST(UnseenPapers, AnAddressHoldsWhoTakesCareOfIt) {
    const auto reading = read_invoice(paper(R"(
Verdura Jardins SRL                             FACTURE 2025/0318
                                                Date 22/10/2025

                                 ACP Domaine du Bois
                                 Syndic : Gestimmo SA
                                 Drève du Duc 77
                                 1170 Watermael-Boitsfort
)"));
    EXPECT_EQ(text_of(reading.customer.name), "ACP Domaine du Bois");
}

TEST(UnseenPapers, ALineWithItsPriceIsNoTitle) {
    const auto reading = read_invoice(paper(R"(
Cabinet Topométris SELARL                       Note d'honoraires n° 25-447-2

Procès-verbal et dossier numérique               640,00 €
)"));
    EXPECT_EQ(reading.type, DocumentType::supplier_invoice);
}

}  // namespace
}  // namespace daftar::documents
