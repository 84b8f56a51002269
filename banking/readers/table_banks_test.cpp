// Exports as single banks lay them out: what is printed around the movements, languages, and tables without titles.
#include "banking/readers/fixture.hpp"

namespace daftar::banking {
namespace {

using fixture::amounts;
using fixture::read;
using testing::ElementsAre;

TEST(TableBanks, CaisseDEpargnePrintsAccountAndBalancesAroundTheMovements) {
    const auto reading = read(
        "Code de la banque : 10101;Code de l'agence : 00100;Date de début : 01/01/2024;;;\n"
        "Numéro de compte : 01234567890;Nom du compte : ACP;Devise : EUR;;;\n\nSolde en fin de période;;;;655,25;\n"
        "Date;Numéro d'opération;Libellé;Débit;Crédit;Détail\n05/01/2024;1;VIREMENT RECU;;+250,50;Salaire\n"
        "10/01/2024;2;PAIEMENT CB;-95,25;;Achat\nSolde en début de période;;;500,00\n");
    ASSERT_TRUE(reading.is_readable());
    const auto& statement = reading.statements.at(0);
    EXPECT_EQ(statement.account_identifier, "101010010001234567890");
    EXPECT_EQ(statement.currency, "EUR");
    EXPECT_EQ(statement.opening_balance->text(), "500");
    EXPECT_EQ(statement.closing_balance->text(), "655.25");
    EXPECT_TRUE(statement.doubts.empty());
    EXPECT_THAT(amounts(statement), ElementsAre("250.50", "-95.25"));
}

TEST(TableBanks, TheFirstOfTwoBalancesIsInTheAccountsCurrency) {
    const auto reading = read(
        "Numéro Compte   :;1234567X020\nCompte tenu en  :;euros\nSolde (EUROS)   :;1234,56\nSolde (FRANCS)  "
        ":;8098,18\n\n"
        "Date;Libellé;Montant(EUROS);Montant(FRANCS)\n30/12/2025;VIREMENT;100,00;655,96\n");
    const auto& statement = reading.statements.at(0);
    EXPECT_EQ(statement.closing_balance->text(), "1234.56");
    EXPECT_EQ(statement.currency, "EUR");
    EXPECT_THAT(amounts(statement), ElementsAre("100.00"));
}

TEST(TableBanks, GermanTitles) {
    const auto reading = read(
        "\"Auftragskonto\";\"Buchungstag\";\"Valutadatum\";\"Buchungstext\";\"Verwendungszweck\";"
        "\"Beguenstigter/Zahlungspflichtiger\";\"Kontonummer/IBAN\";\"Betrag\";\"Waehrung\"\n"
        "\"DE89370400440532013000\";\"31.12.25\";\"02.01.26\";\"LASTSCHRIFT\";\"Strom\";\"Stadtwerke\";"
        "\"DE02120300000000202051\";\"-1.234,56\";\"EUR\"\n");
    ASSERT_TRUE(reading.is_readable());
    const auto& statement = reading.statements.at(0);
    const auto& movement = statement.movements.at(0);
    EXPECT_EQ(statement.account_identifier, "DE89370400440532013000");
    EXPECT_EQ(movement.booking_date.text(), "2025-12-31");
    EXPECT_EQ(movement.value_date->text(), "2026-01-02");
    EXPECT_EQ(movement.amount.text(), "-1234.56");
    EXPECT_EQ(movement.label, "Strom");
    EXPECT_EQ(movement.counterparty_name, "Stadtwerke");
    EXPECT_EQ(movement.counterparty_account, "DE02120300000000202051");
    EXPECT_EQ(movement.details, "LASTSCHRIFT");
}

TEST(TableBanks, AFeeBesideTheAmountLeavesTheAccountToo) {
    const auto reading = read(
        "Type,Started Date,Completed Date,Description,Amount,Fee,Currency,State,Balance\n"
        "TRANSFER,2024-01-02 10:00:00,2024-01-02 10:00:05,To X,-100.00,1.00,EUR,COMPLETED,899.00\n"
        "CARD,2024-01-03 10:00:00,2024-01-04 09:00:00,Shop,-20.00,0.00,EUR,COMPLETED,879.00\n"
        "CARD,2024-01-05 10:00:00,,Other,-5.00,0.00,EUR,PENDING,\n");
    ASSERT_TRUE(reading.is_readable());
    const auto& statement = reading.statements.at(0);
    EXPECT_THAT(amounts(statement), ElementsAre("-101.00", "-20.00"));
    EXPECT_EQ(statement.movements[0].charges->text(), "1");
    EXPECT_EQ(statement.opening_balance->text(), "1000");
    EXPECT_TRUE(statement.doubts.empty());
    EXPECT_TRUE(reading.mapping->columns.contains(Role::fee));
}

TEST(TableBanks, WhereTheDirectionIsToldTheSignSaysNothingMore) {
    const auto reading = read(
        "Date,Label,Amount,D/C,Balance\n12/15/2018,Supplier,33.50,D,-23.50\n12/15/"
        "2018,Payment,\"-1,533.50\",C,\"1,510.00\"\n");
    EXPECT_THAT(amounts(reading.statements.at(0)), ElementsAre("-33.50", "1533.50"));
    EXPECT_TRUE(reading.statements[0].doubts.empty());
}

TEST(TableBanks, EnglishBalancesAmongTheMovements) {
    const auto reading = read(
        "Date,Operation Number,Label,Debit,Credit\nOpening balance,,,,\"1000,00\"\n01/04/20,OP1,RENT,\"-50,00\",\n"
        "Closing balance,,,,\"950,00\"\n");
    const auto& statement = reading.statements.at(0);
    EXPECT_EQ(statement.opening_balance->text(), "1000");
    EXPECT_EQ(statement.closing_balance->text(), "950");
    EXPECT_EQ(statement.movements.at(0).reference, "OP1");
}

TEST(TableBanks, WithoutTitlesTheBalancesProveWhichColumnIsTheAmount) {
    const auto dutch = read(
        "123456789\tEUR\t20120101\t1000,00\t950,00\t20120101\t-50,00\tWATER\n"
        "123456789\tEUR\t20120102\t950,00\t1050,00\t20120102\t100,00\tSalaris\n");
    ASSERT_TRUE(dutch.is_readable());
    EXPECT_THAT(amounts(dutch.statements.at(0)), ElementsAre("-50.00", "100.00"));
    EXPECT_EQ(dutch.statements[0].closing_balance->text(), "1050");
    const auto running = read("02/01/2025;EAU;-50,00;950,00\n03/01/2025;LOYER;100,00;1050,00\n");
    EXPECT_THAT(amounts(running.statements.at(0)), ElementsAre("-50.00", "100.00"));
    const auto open = read("02/01/2025;EAU;-50,00;950,00\n03/01/2025;LOYER;100,00;1234,00\n");
    EXPECT_EQ(fixture::codes(open.problems), std::vector<std::string>{"unknown_columns"});
}

TEST(TableBanks, ALineOfTheAccountMayStandBeforeAHeaderlessTable) {
    const auto reading = read(
        "Compte de chèques;Compte de chèques;****1234;31/12/2025;;1 234,56\n30/12/2025;;;VIREMENT DUPONT;250,00\n"
        "29/12/2025;;;PRLV EDF;-45,30\n");
    ASSERT_TRUE(reading.is_readable());
    EXPECT_THAT(amounts(reading.statements.at(0)), ElementsAre("250.00", "-45.30"));
    EXPECT_FALSE(read("Jour;Texte;Valeurs\n03/02/2025;EAU;-1,20\n").is_readable());
}

TEST(TableBanks, SpanishAndItalianTitlesAreKnown) {
    EXPECT_THAT(amounts(read("Fecha;Concepto;Importe;Moneda\n03/02/2025;Alquiler;-1.234,56;EUR\n").statements.at(0)),
                ElementsAre("-1234.56"));
    EXPECT_THAT(amounts(read("Data contabile;Causale;Dare;Avere\n03/02/2025;Affitto;50,00;\n04/02/2025;Storno;;7,50\n")
                            .statements.at(0)),
                ElementsAre("-50.00", "7.50"));
}

TEST(TableBanks, ADirectionIsKnownByWhatItSaysWhateverItsTitle) {
    const auto told = read("date,libelle,montant,type\n2025-01-03,Loyer,50.00,débit\n2025-01-04,Vente,20.00,crédit\n");
    EXPECT_THAT(amounts(told.statements.at(0)), ElementsAre("-50.00", "20.00"));
    EXPECT_EQ(told.statements[0].movements[0].details, "");
    // Signed amounts keep their signs; a type that says more than the direction is none.
    const auto is_signed = read("Date;Libelle;Montant;Type\n03/01/2025;A;-50,00;Débit\n04/01/2025;B;20,00;Crédit\n");
    EXPECT_THAT(amounts(is_signed.statements.at(0)), ElementsAre("-50.00", "20.00"));
    const auto kinds = read("Date;Libelle;Montant;Type\n03/01/2025;A;50,00;Débit\n04/01/2025;B;20,00;Carte\n");
    EXPECT_THAT(amounts(kinds.statements.at(0)), ElementsAre("50.00", "20.00"));
}

}  // namespace
}  // namespace daftar::banking
