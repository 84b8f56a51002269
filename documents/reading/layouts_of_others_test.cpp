// What real papers taught: one short paper for each rule.
#include <gtest/gtest.h>

#include "documents/reading/paper_drawing.hpp"
#include "documents/reading/reading.hpp"

namespace daftar::documents {
namespace {

struct Case {
    const char* name;
    const char* printed;
    const char* number;
    const char* date;
    const char* due_date;
    const char* excluding_tax;
    const char* tax;
    const char* including_tax;
    const char* due;
};

const Case cases[] = {
    {"groups of digits, a table that ends in a row of totals", R"(
Enjia Collectivites
FACTURE DE GAZ N° 410 002 844 719 du 03/02/2025
Somme à payer                               1 904,88 €
Montant prélevé le 24/02/2025

Récapitulatif       Montant HT      TVA       Montant TVA     Montant TTC
Abonnement               62,14      5,5 %            3,42           65,56
Consommation          1 532,77      20 %           306,55        1 839,32
Total                 1 594,91                     309,97        1 904,88
)",
     "410 002 844 719", "2025-02-03", "2025-02-24", "1594.91", "309.97", "1904.88", "1904.88"},
    {"deposit deducted, the number of another invoice beside it", R"(
Menuiserie PASTEUR
Facture de solde N°    2025-0207
Date                   27 juin 2025

Total HT                                         8 670,80 €
TVA à 10 %                                         867,08 €
Total TTC                                        9 537,88 €
Acompte facture n° 2025-0115 du 02/04/2025     - 2 861,36 €
Reste à payer TTC                                6 676,52 €

Règlement à 30 jours, soit le 27 juillet 2025.
)",
     "2025-0207", "2025-06-27", "2025-07-27", "8670.80", "867.08", "9537.88", "6676.52"},
    {"reverse charge: two lines that happen to add up are no tax", R"(
Jardins Delvaux SRL
Facture n° : 2025/118
Date : 31/03/25          Échéance : 30/04/25

Description                     Quantité        P.U.        Total HTVA
Aménagement abords                     1    8.450,00          8.450,00
Évacuation déchets                   6,5       42,00            273,00

Total HTVA                                                   8.723,00 €
TVA 0 %                                                          0,00 €
Total à payer                                                8.723,00 €
TVA due par le cocontractant, article 20 de l'A.R. n° 1.
)",
     "2025/118", "2025-03-31", "2025-04-30", "8723.00", "0.00", "8723.00", "8723.00"},
    {"small business without VAT, number in one word with its sign", R"(
Julien MARTIN - Plombier
7 impasse du Puits
38000 Grenoble

Facture n°2025-042
Grenoble, le 7 février 2025

Total à payer :      180,00 €
TVA non applicable, art. 293 B du CGI
)",
     "2025-042", "2025-02-07", "", "180.00", "0.00", "180.00", "180.00"},
};

TEST(LayoutsOfOthers, AreReadAsAPersonReadsThem) {
    for (const auto& each : cases) {
        const auto reading = read_invoice(paper(each.printed));
        EXPECT_EQ(text_of(reading.number), each.number) << each.name;
        EXPECT_EQ(text_of(reading.issue_date), each.date) << each.name;
        EXPECT_EQ(text_of(reading.due_date), each.due_date) << each.name;
        EXPECT_EQ(text_of(reading.total_excluding_tax), each.excluding_tax) << each.name;
        EXPECT_EQ(text_of(reading.total_tax), each.tax) << each.name;
        EXPECT_EQ(text_of(reading.total_including_tax), each.including_tax) << each.name;
        EXPECT_EQ(text_of(reading.amount_due), each.due) << each.name;
    }
}

TEST(LayoutsOfOthers, ATownIsNoIssuerAndASenderLineNoCustomer) {
    const auto reading = read_invoice(paper(R"(
Dubois Chauffage - 69680 CHASSIEU

Dubois Chauffage - 12 rue du Levant - 69680 CHASSIEU
SDC RESIDENCE MONTCHAT
28 cours Eugénie
69003 LYON

Facture n° 118                      Chassieu, le 28/03/2025
Total TTC             110,00 €
)"));
    ASSERT_TRUE(reading.issuer.name && reading.customer.name);
    EXPECT_EQ(reading.issuer.name->value, "Dubois Chauffage");
    EXPECT_EQ(reading.customer.name->value, "SDC RESIDENCE MONTCHAT");
}

TEST(LayoutsOfOthers, AWindowLineIsNoPartOfTheAddressUnderIt) {
    const auto reading = read_invoice(paper(R"(
Brandt Aufzugtechnik GmbH


Brandt Aufzugtechnik GmbH · Lindenallee 44 · 50968 Köln
WEG Rheinblick 7
c/o Hausverwaltung Sommer
Goethestr. 12
53113 Bonn

Rechnungsnr.  RE-25-08812      Rechnungsdatum  02.06.2025
Rechnungsbetrag             543,59 €
Zahlbar innerhalb von 14 Tagen
)"));
    ASSERT_TRUE(reading.issuer.name && reading.customer.name);
    EXPECT_EQ(reading.issuer.name->value, "Brandt Aufzugtechnik GmbH");
    EXPECT_EQ(reading.customer.name->value, "WEG Rheinblick 7");
    EXPECT_EQ(text_of(reading.due_date), "2025-06-16");
}

TEST(LayoutsOfOthers, ATitleIsNoIssuer) {
    const auto reading = read_invoice(paper(R"(
ECLAIR ELEC                                      AVOIR
8 rue Ampère                                     N° AV-2025-017
31100 Toulouse                                   Date : 21/08/2025
05 61 20 33 17

                         Adressé à
                         Résidence Le Capitole
                         41 allées Jean Jaurès
                         31000 Toulouse

Total TTC             -230,40 €
)"));
    ASSERT_TRUE(reading.issuer.name && reading.customer.name);
    EXPECT_EQ(reading.issuer.name->value, "ECLAIR ELEC");
    EXPECT_EQ(reading.customer.name->value, "Résidence Le Capitole");
}

TEST(LayoutsOfOthers, AnIbanMayGoOnOnTheNextLine) {
    const auto reading = read_invoice(paper(R"(
Facture n° 7 du 01/02/2025
Total TTC      12,00 €
Virement sur le compte IBAN BE68 5390
0754 7034 avec votre nom
Siège 552 081 317 RCS Paris
)"));
    ASSERT_TRUE(reading.payment_iban);
    EXPECT_EQ(reading.payment_iban->value, "BE68539007547034");
    ASSERT_FALSE(reading.issuer.identifiers.empty());
}

}  // namespace
}  // namespace daftar::documents
