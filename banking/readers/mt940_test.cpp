#include "banking/readers/fixture.hpp"

namespace daftar::banking {
namespace {

using fixture::amounts;
using fixture::codes;
using fixture::read;

TEST(Mt940, GermanSubfieldsGiveNameAccountAndPurpose) {
    const auto reading = read(
        "{1:F01BANKDEFFXXXX0000000000}{2:I940BANKDEFFXXXXN}{4:\r\n"
        ":20:STARTUMS\r\n:25:10020030/1234567890\r\n:28C:00007/001\r\n:60F:C250131EUR1000,00\r\n"
        ":61:2502030203CR300,NTRFNONREF//B0001\r\n"
        ":86:166?00GUTSCHRIFT?109310?20EREF+Miete-02?21SVWZ+Miete Februar Wohnung 4?22 und Stellplatz?30BANK\r\n"
        "DEFF?31BE68539007547034?32Maria Beispiel?33 und Sohn\r\n"
        ":61:2502040204DR12,50NCHGNONREF\r\n:86:805?00ENTGELT?20Kontofuehrung\r\n"
        ":62F:C250204EUR1287,50\r\n-}\r\n");
    ASSERT_TRUE(reading.is_readable());
    EXPECT_EQ(reading.format, "mt940");
    const auto& statement = reading.statements.at(0);
    EXPECT_TRUE(statement.doubts.empty());
    EXPECT_EQ(statement.bank, "10020030");
    EXPECT_EQ(statement.account_identifier, "1234567890");
    EXPECT_EQ(statement.currency, "EUR");
    EXPECT_EQ(amounts(statement), (std::vector<std::string>{"300.00", "-12.50"}));
    const auto& rent = statement.movements[0];
    EXPECT_EQ(rent.label, "Miete Februar Wohnung 4 und Stellplatz");
    EXPECT_EQ(rent.end_to_end_id, "Miete-02");
    EXPECT_EQ(rent.counterparty_name, "Maria Beispiel und Sohn");
    EXPECT_EQ(rent.counterparty_account, "BE68539007547034");
    EXPECT_EQ(rent.reference, "B0001");
    EXPECT_EQ(rent.kind, "NTRF-166");
    EXPECT_EQ(rent.line, 6);
    EXPECT_EQ(statement.movements[1].label, "Kontofuehrung");
}

TEST(Mt940, DutchTagsAndSupplementaryAccount) {
    const auto reading = read(
        ":940:\n:20:940S250131\n:25:NL91ABNA0417164300 EUR\n:28C:0\n:60F:C250131EUR000000000100,00\n"
        ":61:250203C000000000050,00N541NONREF\nBE68539007547034\n"
        ":86:/ORDP//NAME/J. JANSEN/REMI/Huur februari/EREF/HUUR-02\n"
        ":61:250204D000000000020,00N102EREF\n"
        ":86:/CNTP/NL02RABO0123456789/RABONL2U/Waterbedrijf///REMI/STRD/ISO/RF18539007547034/EREF/X1\n"
        ":62F:C250204EUR000000000130,00\n");
    ASSERT_TRUE(reading.is_readable());
    const auto& statement = reading.statements.at(0);
    EXPECT_TRUE(statement.doubts.empty());
    EXPECT_EQ(statement.account_identifier, "NL91ABNA0417164300");
    EXPECT_EQ(statement.movements[0].counterparty_name, "J. JANSEN");
    EXPECT_EQ(statement.movements[0].counterparty_account, "BE68539007547034");
    EXPECT_EQ(statement.movements[0].label, "Huur februari");
    EXPECT_EQ(statement.movements[0].end_to_end_id, "HUUR-02");
    EXPECT_EQ(statement.movements[1].counterparty_name, "Waterbedrijf");
    EXPECT_EQ(statement.movements[1].structured_communication, "RF18539007547034");
}

TEST(Mt940, PlainTextJoinsFullLinesAndFindsTheBelgianCommunication) {
    const std::string wide(65, 'A');
    const auto reading =
        read(":20:X\n:25:363012345678\n:28C:12/1\n:60F:D250101EUR10,\n:61:2501020102C10,N195NONREF\n:86:" + wide +
             "\nB ***010/8068/17183***\n:86:SUITE\n:62F:C250102EUR0,\n-\n");
    ASSERT_TRUE(reading.is_readable());
    const auto& movement = reading.statements.at(0).movements.at(0);
    EXPECT_EQ(movement.label, wide + "B ***010/8068/17183*** SUITE");
    EXPECT_EQ(movement.structured_communication, "+++010/8068/17183+++");
}

TEST(Mt940, AReversedCreditIsADebitAndTheYearTurns) {
    const auto reading = read(
        ":20:X\n:25:1\n:28C:1\n:60F:C241230EUR100,00\n:61:2412310102RCR40,00NRTINONREF\n:61:2501020102RDR15,"
        "00NRTINONREF\n:62F:C250102EUR75,00\n-\n");
    ASSERT_TRUE(reading.is_readable());
    const auto& statement = reading.statements.at(0);
    EXPECT_TRUE(statement.doubts.empty());
    EXPECT_EQ(amounts(statement), (std::vector<std::string>{"-40.00", "15.00"}));
    EXPECT_EQ(statement.movements[0].booking_date.text(), "2025-01-02");
    EXPECT_EQ(statement.movements[0].value_date->text(), "2024-12-31");
}

TEST(Mt940, AMissingPageAndAWrongTotalAreDoubted) {
    const auto reading = read(
        ":20:X\n:25:1\n:28C:1/1\n:60F:C250101EUR100,00\n:61:250102C1,00NTRFA\n:62M:C250102EUR101,00\n-\n"
        ":20:X\n:25:1\n:28C:1/3\n:60M:C250102EUR150,00\n:61:250102C1,00NTRFA\n:62F:C250102EUR152,00\n-\n");
    ASSERT_TRUE(reading.is_readable());
    EXPECT_TRUE(reading.statements.at(0).doubts.empty());
    EXPECT_THAT(codes(reading.statements.at(1).doubts),
                testing::UnorderedElementsAre("chain_broken", "balance_mismatch"));
    EXPECT_EQ(reading.statements[1].doubts[0].path, "line 13");
}

TEST(Mt940, InterimReportsHaveNoBalanceButTotals) {
    const auto good = read(
        ":20:X\n:25:1\n:28C:1\n:34F:EURD0,\n:13D:2501021200+0100\n:61:250102D5,00NTRFA\n:90D:1EUR5,00\n:90C:0EUR0,00\n-"
        "\n");
    ASSERT_TRUE(good.is_readable());
    EXPECT_TRUE(good.statements.at(0).doubts.empty());
    EXPECT_EQ(good.statements[0].currency, "EUR");
    const auto wrong = read(":20:X\n:25:1\n:28C:1\n:34F:EURD0,\n:61:250102D5,00NTRFA\n:90D:2EUR9,00\n-\n");
    EXPECT_EQ(codes(wrong.statements.at(0).doubts), std::vector<std::string>{"totals_mismatch"});
}

TEST(Mt940, BrokenFilesAreRefusedWithTheirLine) {
    struct Row {
        const char *text, *code, *path;
    };
    const Row rows[] = {
        {":20:X\n:25:1\n:28C:1\n:60F:C250101EUR1,00\n:61:250102C1,00NTRFA\n", "truncated", "line 5"},
        {":20:X\n:25:1\n:28C:1\n:61:250102C1,00NTRFA\n:62F:C250101EUR1,00\n", "opening_balance_missing", "line 1"},
        {":20:X\n:28C:1\n:60F:C250101EUR1,00\n:62F:C250101EUR1,00\n", "account_missing", "line 1"},
        {":20:X\n:25:1\n:60F:C250101EUR1,00\n:61:251302C1,00NTRFA\n:62F:C250101EUR1,00\n", "invalid_movement",
         "line 4"},
        {":20:X\n:25:1\n:60F:C250101EUR1,00\n:61:250102X1,00NTRFA\n:62F:C250101EUR1,00\n", "invalid_movement",
         "line 4"},
        {":20:X\n:25:1\n:60F:C250101EUR1,00\n:61:250102C1,0,0NTRFA\n:62F:C250101EUR1,00\n", "invalid_movement",
         "line 4"},
        {":20:X\n:25:1\n:60F:C250101EUR\n:62F:C250101EUR1,00\n", "invalid_balance", "line 3"},
    };
    for (const auto& row : rows) {
        const auto reading = read(row.text);
        ASSERT_FALSE(reading.is_readable()) << row.text;
        EXPECT_TRUE(reading.statements.empty());
        EXPECT_EQ(reading.problems[0].code, row.code) << row.text;
        EXPECT_EQ(reading.problems[0].path, row.path) << row.text;
    }
}

}  // namespace
}  // namespace daftar::banking
