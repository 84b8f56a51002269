#include "banking/readers/fixture.hpp"

namespace daftar::banking {
namespace {

using fixture::amounts;
using fixture::codes;
using fixture::read;

TEST(Csv, MoroccanLayoutWithBalancesAmongTheRows) {
    const auto reading = read(
        "Banque Exemple du Maroc;;;;\nRIB;011 519 0000012050005349 21;;;\nDevise;MAD;;;\n\nDate opération;Date "
        "valeur;Libellé;Débit;Crédit\n"
        ";;SOLDE DEPART AU 31/12/2024;;10 000,00\n02/01/2025;03/01/2025;VIR RECU DE ALAMI SARA;;1 "
        "200,50\n05/01/2025;05/01/2025;PRLV LYDEC;350,25;\n"
        ";;TOTAL DES MOUVEMENTS;350,25;1 200,50\n;;SOLDE FINAL AU 31/01/2025;;10 850,25\n");
    ASSERT_TRUE(reading.is_readable()) << reading.problems[0].message;
    EXPECT_EQ(reading.format, "csv");
    const auto& statement = reading.statements.at(0);
    EXPECT_EQ(statement.account_identifier, "011519000001205000534921");
    EXPECT_EQ(statement.currency, "MAD");
    EXPECT_EQ(statement.opening_balance->rounded(2).text(), "10000.00");
    EXPECT_EQ(statement.closing_balance->rounded(2).text(), "10850.25");
    EXPECT_THAT(codes(statement.doubts), testing::IsEmpty());
    EXPECT_EQ(amounts(statement), (std::vector<std::string>{"1200.50", "-350.25"}));
    EXPECT_EQ(statement.movements[0].line, 7);
}

TEST(Csv, FrenchLayoutInWindowsEncodingWithQuotedLines) {
    const auto reading = read(
        "T\xE9l\xE9"
        "chargement du 01/03/2025;\r\nCompte courant n\xB0 12345678901;\r\nSolde au 28/02/2025 : 1 234,56 "
        "\x80\r\n\r\nDate;Libell\xE9;D\xE9"
        "bit euros;Cr\xE9"
        "dit euros;\r\n"
        "28/02/2025;\"VIREMENT EN VOTRE FAVEUR\r\nDUPONT MARIE\r\nAPPEL T1\";;250,00;\r\n13/02/2025;PRELEVEMENT "
        "EDF;85,10;;\r\n");
    ASSERT_TRUE(reading.is_readable()) << reading.problems[0].message;
    const auto& statement = reading.statements.at(0);
    EXPECT_EQ(statement.currency, "EUR");
    EXPECT_EQ(statement.closing_balance->rounded(2).text(), "1234.56");
    EXPECT_EQ(amounts(statement), (std::vector<std::string>{"250.00", "-85.10"}));
    EXPECT_EQ(statement.movements[0].label, "VIREMENT EN VOTRE FAVEUR DUPONT MARIE APPEL T1");
    EXPECT_EQ(statement.movements[1].line, 9);
}

TEST(Csv, BelgianLayoutWithAccountsStatusAndCommunication) {
    const auto reading = read(
        "Nº de séquence;Date d'exécution;Date valeur;Montant;Devise du compte;Numéro de compte;Type de "
        "transaction;Contrepartie;Nom de la contrepartie;Communication;Détails;Statut;Motif du refus\n"
        "2025-00002;04/02/2025;04/02/2025;-85,10;EUR;BE68 5390 0754 7034;Domiciliation;BE43068999999501;EAU "
        "SA;;DOMICILIATION;Accepté;\n"
        "2025-00001;03/02/2025;03/02/2025;250,00;EUR;BE68 5390 0754 "
        "7034;Virement;BE43068999999501;DUPONT;***010/8068/17183***;VIREMENT;Accepté;\n"
        "2025-00003;04/02/2025;04/02/2025;-5,00;EUR;BE68 5390 0754 7034;Virement;;X;;;Refusé;Solde\n");
    ASSERT_TRUE(reading.is_readable()) << reading.problems[0].message;
    const auto& statement = reading.statements.at(0);
    EXPECT_EQ(statement.account_identifier, "BE68539007547034");
    EXPECT_EQ(statement.movements.at(1).structured_communication, "+++010/8068/17183+++");
    EXPECT_EQ(statement.movements[1].counterparty_name, "DUPONT");
    EXPECT_EQ(statement.movements[1].counterparty_account, "BE43068999999501");
    EXPECT_EQ(statement.movements[1].reference, "2025-00001");
    EXPECT_FALSE(statement.movements.at(2).booked);
}

TEST(Csv, TheRunningBalanceProvesTheRowsInEitherOrder) {
    const auto newest_first =
        read("Date,Libellé,Montant,Solde\n2025-02-03,B,-20.00,80.00\n2025-02-02,A,50.00,100.00\n");
    ASSERT_TRUE(newest_first.is_readable());
    EXPECT_THAT(codes(newest_first.statements.at(0).doubts), testing::IsEmpty());
    EXPECT_EQ(newest_first.statements[0].opening_balance->rounded(2).text(), "50.00");
    EXPECT_EQ(newest_first.statements[0].closing_balance->rounded(2).text(), "80.00");
    const auto missing = read(
        "Date;Libellé;Montant;Solde\n01/02/2025;A;50,00;150,00\n02/02/2025;B;-20,00;130,00\n04/02/"
        "2025;C;10,00;150,00\n");
    EXPECT_EQ(codes(missing.statements.at(0).doubts), std::vector<std::string>{"balance_mismatch"});
    EXPECT_EQ(missing.statements[0].doubts[0].path, "line 4");
}

TEST(Csv, AmountsAndBalancesMayUseDifferentMarks) {
    const auto reading = read(
        "dateOp;dateVal;label;amount;accountNum;accountbalance\n2025-02-03;2025-02-03;VIR DUPONT;\"1 "
        "250,00\";00012345678;1500.25\n2025-02-04;2025-02-04;PRLV "
        "EDF;-85,10;00012345678;1500.25\n");
    ASSERT_TRUE(reading.is_readable()) << reading.problems[0].message;
    EXPECT_EQ(amounts(reading.statements.at(0)), (std::vector<std::string>{"1250.00", "-85.10"}));
    EXPECT_THAT(codes(reading.statements[0].doubts), testing::IsEmpty());
}

TEST(Csv, DirectionColumnsAndDutchTitles) {
    const auto reading = read(
        "\"Datum\",\"Naam / Omschrijving\",\"Rekening\",\"Tegenrekening\",\"Code\",\"Af Bij\",\"Bedrag "
        "(EUR)\"\n\"20250203\",\"Waterbedrijf\",\"NL91ABNA0417164300\",\"\",\"IC\",\"Af\",\"12,50\"\n\"20250204\","
        "\"Jansen\",\"NL91ABNA0417164300\",\"\",\"OV\",\"Bij\",\"250,00\"\n");
    ASSERT_TRUE(reading.is_readable()) << reading.problems[0].message;
    EXPECT_EQ(amounts(reading.statements.at(0)), (std::vector<std::string>{"-12.50", "250.00"}));
    EXPECT_EQ(reading.statements[0].currency, "EUR");
}

TEST(Csv, WithoutHeaderTheColumnsMustSpeakForThemselves) {
    const auto clear =
        read("03/02/2025;-12,50;Carte;BOULANGERIE DU COIN\n04/02/2025;250,00;Virement;DUPONT MARIE APPEL\n");
    ASSERT_TRUE(clear.is_readable());
    EXPECT_EQ(clear.statements.at(0).movements.at(1).label, "DUPONT MARIE APPEL");
    EXPECT_EQ(codes(read("1;2;3\n4;5;6\n").problems), std::vector<std::string>{"unknown_columns"});
    EXPECT_EQ(codes(read("03/02/2025;1,00;2,00;X\n04/02/2025;3,00;9,00;Y\n").problems),
              std::vector<std::string>{"unknown_columns"});
}

TEST(Csv, ASavedLayoutIsBinding) {
    const auto first = read("Jour;Texte;Valeurs\n");
    EXPECT_FALSE(first.is_readable());
    ReadingHints hints;
    hints.mapping = TableMapping{{"JOUR", "TEXTE", "VALEURS"},
                                 {{Role::date, 0}, {Role::label, 1}, {Role::amount, 2}},
                                 {},
                                 DateOrder::day_month_year,
                                 DecimalMark::comma};
    hints.currency = "MAD";
    hints.account_identifier = "011";
    const auto mapped = read("Jour;Texte;Valeurs\n03/02/2025;LYDEC;-1.200\n", hints);
    ASSERT_TRUE(mapped.is_readable());
    EXPECT_EQ(amounts(mapped.statements.at(0)), std::vector<std::string>{"-1200.00"});
    EXPECT_EQ(mapped.statements[0].currency, "MAD");
    EXPECT_EQ(mapped.statements[0].account_identifier, "011");
    EXPECT_EQ(codes(read("Date;Libellé;Montant\n03/02/2025;X;1,00\n", hints).problems),
              std::vector<std::string>{"other_layout"});
    EXPECT_EQ(codes(read("Jour;Texte;Valeurs\n02/13/2025;LYDEC;-1\n", hints).problems),
              std::vector<std::string>{"invalid_date"});
}

TEST(Csv, BrokenFilesAreRefusedWithTheirPlace) {
    const auto refused = [](const std::string& text) {
        const auto reading = read(text);
        EXPECT_TRUE(reading.statements.empty());
        return reading.problems.empty() ? std::string("accepted")
                                        : reading.problems[0].code + " " + reading.problems[0].path;
    };
    const std::string header = "Date;Libellé;Montant\n01/02/2025;A;1,00\n", two = "Date;Libellé;Débit;Crédit\n";
    EXPECT_EQ(refused(header + "02/02/2025;B;1,0x\n"), "invalid_amount line 3, column 3");
    EXPECT_EQ(refused(header + "31/02/2025;B;1,00\n"), "invalid_date line 3, column 1");
    EXPECT_EQ(refused(header + "02/02/2025;B\n"), "invalid_amount line 3, column 3");
    EXPECT_EQ(refused(header + ";B;5,00\n"), "invalid_date line 3, column 1");
    EXPECT_EQ(refused(header + "02/02/2025;\"B;1,00\n"), "truncated line 3");
    EXPECT_EQ(refused(two + "02/02/2025;B;1,00;2,00\n"), "two_amounts line 2, column 4");
    EXPECT_EQ(refused(two + "02/02/2025;B;;\n"), "amount_missing line 2, column 3");
    EXPECT_EQ(refused(two + "02/02/2025;B;1,00;\n03/02/2025;C;-1,00;\n"), "ambiguous_sign line 3, column 3");
    EXPECT_EQ(refused("Date;Libellé;Montant\n01/02/2025;Libell\xE9;1,00\n"), "wrong_encoding line 2");
    EXPECT_EQ(refused(std::string("Date;L\0;Montant\n", 16)), "wrong_encoding line 1");
    EXPECT_EQ(refused("   \n"), "empty_file ");
    EXPECT_EQ(refused("%PDF-1.7 …"), "wrong_format ");
    EXPECT_EQ(refused("PK\x03\x04 not a zip"), "broken_workbook ");
}

}  // namespace
}  // namespace daftar::banking
