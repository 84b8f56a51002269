#include "banking/readers/fixture.hpp"

namespace daftar::banking {
namespace {

using fixture::amounts;
using fixture::codes;
using fixture::read;
using fixture::record;

std::string header() {
    return record(128, {{1, "0000020012553905"}, {25, "0000000001ACP LES ERABLES"}, {61, "GEBABEBB"}, {128, "2"}});
}
std::string old_balance(const std::string& amount) {
    return record(128, {{1, "12012BE68539007547034"},
                        {40, "EUR"},
                        {43, "0"},
                        {44, amount},
                        {59, "190125"},
                        {65, "ACP LES ERABLES"},
                        {126, "012"}});
}
std::string movement(const std::string& number, const std::string& detail, const std::string& amount,
                     const std::string& communication, char sign = '0', char type = '0') {
    return record(128, {{1, "21" + number + detail},
                        {11, "REF" + number + detail},
                        {32, std::string(1, sign)},
                        {33, amount},
                        {48, "200125"},
                        {54, std::string(1, type) + "0150000"},
                        {62, communication},
                        {116, "200125"},
                        {122, "012"}});
}
std::string new_balance(const std::string& amount) {
    return record(128, {{1, "8012BE68539007547034"}, {39, "EUR"}, {42, "0"}, {43, amount}, {58, "200125"}, {128, "0"}});
}
std::string trailer(const std::string& count, const std::string& debits, const std::string& credits) {
    return record(128, {{1, "9"}, {17, count}, {23, debits}, {38, credits}, {128, "2"}});
}
std::string file(const std::vector<std::string>& lines) {
    std::string text;
    for (const auto& line : lines) text += line + "\r\n";
    return text;
}
const std::string amount_100 = "000000000100000", amount_150 = "000000000150000", amount_50 = "000000000050000",
                  amount_200 = "000000000200000";
const std::string nothing = "000000000000000";

TEST(Coda, ReadsMovementsWithTheirThreeParts) {
    const auto second = record(128, {{1, "2200010000"}, {64, "E2E-42"}, {99, "KREDBEBB"}});
    const auto third = record(128, {{1, "2300010000BE43068999999501"}, {45, "EUR"}, {48, "DUPONT MARIE"}});
    const auto information =
        record(128, {{1, "3100010001REF"}, {32, "00150000"}, {40, "0"}, {41, "RUE HAUTE 1 BRUXELLES"}});
    const auto reading =
        read(file({header(), old_balance(amount_100), movement("0001", "0000", amount_150, "1101010806817183"), second,
                   third, information, movement("0002", "0000", amount_50, "0FRAIS DE GESTION", '1'),
                   new_balance(amount_200), trailer("000007", amount_50, amount_150)}));
    ASSERT_TRUE(reading.is_readable()) << reading.problems[0].message;
    EXPECT_EQ(reading.format, "coda");
    const auto& statement = reading.statements.at(0);
    EXPECT_THAT(codes(statement.doubts), testing::IsEmpty());
    EXPECT_EQ(statement.account_identifier, "BE68539007547034");
    EXPECT_EQ(statement.currency, "EUR");
    EXPECT_EQ(statement.bank, "GEBABEBB");
    EXPECT_EQ(statement.sequence, "012");
    EXPECT_EQ(amounts(statement), (std::vector<std::string>{"150.00", "-50.00"}));
    const auto& call = statement.movements[0];
    EXPECT_EQ(call.structured_communication, "+++010/8068/17183+++");
    EXPECT_EQ(call.end_to_end_id, "E2E-42");
    EXPECT_EQ(call.counterparty_name, "DUPONT MARIE");
    EXPECT_EQ(call.counterparty_account, "BE43068999999501");
    EXPECT_EQ(call.details, "RUE HAUTE 1 BRUXELLES");
    EXPECT_EQ(call.booking_date.text(), "2025-01-20");
    EXPECT_EQ(statement.movements[1].label, "FRAIS DE GESTION");
}

TEST(Coda, ATotalIsReplacedByDetailsThatSumToIt) {
    const auto split =
        read(file({header(), old_balance(nothing), movement("0001", "0000", amount_200, "0DOMICILIATIONS", '0', '2'),
                   movement("0001", "0001", amount_150, "0LOT A", '0', '6'),
                   movement("0001", "0002", amount_50, "0LOT B", '0', '6'), new_balance(amount_200),
                   trailer("000005", nothing, amount_200)}));
    ASSERT_TRUE(split.is_readable());
    EXPECT_THAT(codes(split.statements.at(0).doubts), testing::IsEmpty());
    EXPECT_EQ(amounts(split.statements[0]), (std::vector<std::string>{"150.00", "50.00"}));
    const auto kept =
        read(file({header(), old_balance(nothing), movement("0001", "0000", amount_200, "0DOMICILIATIONS", '0', '2'),
                   movement("0001", "0001", amount_150, "0LOT A", '0', '6'), new_balance(amount_200),
                   trailer("000004", nothing, amount_200)}));
    EXPECT_EQ(amounts(kept.statements.at(0)), std::vector<std::string>{"200.00"});
}

TEST(Coda, ContradictionsAreDoubtedWithTheirLine) {
    const auto reading = read(file({header(), old_balance(amount_100), movement("0001", "0000", amount_150, "0A"),
                                    movement("0003", "0000", amount_50, "0B", '1'), new_balance(amount_100),
                                    trailer("000009", amount_50, amount_50)}));
    ASSERT_TRUE(reading.is_readable());
    EXPECT_THAT(codes(reading.statements.at(0).doubts),
                testing::UnorderedElementsAre("totals_mismatch", "record_count", "sequence_gap", "balance_mismatch"));
    for (const auto& doubt : reading.statements[0].doubts) EXPECT_THAT(doubt.message, testing::StartsWith("Ligne "));
}

TEST(Coda, BrokenFilesAreRefusedWithTheirLine) {
    const auto whole = file({header(), old_balance(amount_100), movement("0001", "0000", amount_100, "0A"),
                             new_balance(amount_200), trailer("000003", nothing, amount_100)});
    const auto cut = read(whole.substr(0, 130 * 3));
    ASSERT_FALSE(cut.is_readable());
    EXPECT_EQ(cut.problems[0].code, "truncated");
    const auto short_record = read(whole.substr(0, 130 * 2 + 50));
    EXPECT_EQ(short_record.problems.at(0).code, "record_length");
    EXPECT_EQ(short_record.problems[0].path, "line 3");
    auto letters = whole;
    letters.replace(130 * 2 + 40, 1, "X");
    EXPECT_EQ(read(letters).problems.at(0).code, "invalid_amount");
    EXPECT_EQ(read(letters).problems.at(0).path, "line 3, column 33");
    auto sign = whole;
    sign.replace(130 * 2 + 31, 1, "7");
    EXPECT_EQ(read(sign).problems.at(0).code, "invalid_direction");
    const auto orphan = read(file({header(), old_balance(amount_100), record(128, {{1, "2200010000"}}),
                                   new_balance(amount_100), trailer("000003", nothing, nothing)}));
    EXPECT_EQ(orphan.problems.at(0).code, "orphan_record");
}

TEST(Coda, AFreeCommunicationGoesOnInTheOtherParts) {
    const auto reading =
        read(file({header(), old_balance(nothing),
                   movement("0001", "0000", amount_100,
                            "0" + std::string("LOYER JANVIER ET CHARGES DU PREMIER TRIMESTRE POUR L")),
                   record(128, {{1, "2200010000"}, {11, " APPARTEMENT 3B AU 12 RUE HAUTE A 1000 BRUXELLES, PAY"}}),
                   record(128, {{1, "2300010000BE43068999999501"}, {45, "EUR"}, {48, "DUPONT"}, {83, "E EN RETARD"}}),
                   record(128, {{1, "3100010001REF00010000"}, {32, "00150000"}, {40, "1"}, {41, "001DUPONT MARIE"}}),
                   record(128, {{1, "3200010001"}, {11, "RUE HAUTE 12"}, {46, "1000 BRUXELLES"}}),
                   record(128, {{1, "3300010001"}, {11, "BELGIQUE"}}),
                   record(128, {{1, "4"}, {3, "0001"}, {33, "NOS TARIFS CHANGENT LE 1ER MARS"}}),
                   new_balance(amount_100), trailer("000009", nothing, amount_100)}));
    ASSERT_TRUE(reading.is_readable()) << reading.problems[0].message;
    EXPECT_THAT(codes(reading.statements.at(0).doubts), testing::IsEmpty());
    const auto& found = reading.statements[0].movements.at(0);
    EXPECT_THAT(found.label, testing::StartsWith("LOYER JANVIER ET CHARGES DU PREMIER TRIMESTRE"));
    EXPECT_THAT(found.label, testing::HasSubstr("APPARTEMENT 3B"));
    EXPECT_THAT(found.label, testing::EndsWith("E EN RETARD"));
    EXPECT_EQ(found.details, "DUPONT MARIE RUE HAUTE 12 1000 BRUXELLES BELGIQUE");
}

TEST(Coda, AFileHoldsSeveralAccountsAndDays) {
    auto second_day = header();
    second_day.replace(5, 6, "210125");
    auto other_account = old_balance(amount_200);
    other_account.replace(5, 16, "BE43068999999501");
    auto closing = new_balance(amount_150);
    closing.replace(57, 6, "210125");
    const auto reading =
        read(file({header(), old_balance(amount_100), movement("0001", "0000", amount_100, "0A"),
                   new_balance(amount_200), trailer("000003", nothing, amount_100), second_day, other_account,
                   movement("0001", "0000", amount_50, "0B", '1'), closing, trailer("000003", amount_50, nothing)}));
    ASSERT_TRUE(reading.is_readable()) << reading.problems[0].message;
    ASSERT_EQ(reading.statements.size(), 2u);
    EXPECT_EQ(reading.statements[0].account_identifier, "BE68539007547034");
    EXPECT_EQ(reading.statements[1].account_identifier, "BE43068999999501");
    EXPECT_EQ(reading.statements[1].closing_date->text(), "2025-01-21");
    EXPECT_THAT(codes(reading.statements[1].doubts), testing::IsEmpty());
    EXPECT_EQ(amounts(reading.statements[1]), std::vector<std::string>{"-50.00"});
}

// Version 1 writes accounts without structure and is otherwise read alike.
TEST(Coda, ReadsVersionOneAndNationalAccounts) {
    auto old_header = header();
    old_header.replace(127, 1, "1");
    const auto national = record(
        128,
        {{1, "10012539007547034"}, {19, "EUR"}, {23, "BE"}, {43, "0"}, {44, amount_100}, {59, "190125"}, {126, "012"}});
    const auto reading = read(file({old_header, national, movement("0001", "0000", amount_100, "0A"),
                                    new_balance(amount_200), trailer("000003", nothing, amount_100)}));
    ASSERT_TRUE(reading.is_readable()) << reading.problems[0].message;
    EXPECT_EQ(reading.statements.at(0).account_identifier, "539007547034");
    EXPECT_EQ(reading.statements[0].currency, "EUR");
}

// A total of totals (code 3), its details (7 or 8) and theirs (9): what is booked once is counted once.
TEST(Coda, DetailsOfDetailsAreNotCountedAgain) {
    const auto reading =
        read(file({header(), old_balance(nothing), movement("0001", "0000", amount_200, "0CARTES", '0', '3'),
                   movement("0001", "0001", amount_150, "0TERMINAL A", '0', '7'),
                   movement("0001", "0002", amount_100, "0TICKET 1", '0', '9'),
                   movement("0001", "0003", amount_50, "0TICKET 2", '0', '9'),
                   movement("0001", "0004", amount_50, "0TERMINAL B", '0', '7'),
                   movement("0002", "0000", amount_50, "0FRAIS", '1'), new_balance(amount_150),
                   trailer("000008", amount_50, amount_200)}));
    ASSERT_TRUE(reading.is_readable()) << reading.problems[0].message;
    EXPECT_THAT(codes(reading.statements.at(0).doubts), testing::IsEmpty());
    EXPECT_EQ(amounts(reading.statements[0]), (std::vector<std::string>{"150.00", "50.00", "-50.00"}));
    EXPECT_EQ(reading.statements[0].movements[0].batch, 1);
    EXPECT_EQ(reading.statements[0].movements[1].batch, 1);
    EXPECT_EQ(reading.statements[0].movements[2].batch, 0);
}

TEST(Coda, ASimpleAmountWithItsPartsStaysOneBooking) {
    const auto reading =
        read(file({header(), old_balance(amount_200), movement("0001", "0000", amount_150, "0ECHEANCE PRET", '1', '3'),
                   movement("0001", "0001", amount_100, "0CAPITAL", '1', '8'),
                   movement("0001", "0002", amount_50, "0INTERETS", '1', '8'), new_balance(amount_50),
                   trailer("000005", amount_150, nothing)}));
    EXPECT_EQ(amounts(reading.statements.at(0)), std::vector<std::string>{"-150.00"});
    EXPECT_EQ(reading.statements[0].movements[0].label, "ECHEANCE PRET");
    EXPECT_EQ(reading.statements[0].movements[0].details, "-100,00 CAPITAL · -50,00 INTERETS");
}

TEST(Coda, ADirectDebitTellsItsMandate) {
    auto first = movement("0001", "0000", "000000000012500", "1127200125120BE12ZZZ0000000001");
    first.replace(109, 6, "MANDAT");
    const auto reading =
        read(file({header(), old_balance("000000000000000"), first,
                   record(128, {{1, "2200010000"}, {11, "-42"}, {40, "Prime janvier"}, {64, "CLIENT7"}}),
                   new_balance("000000000012500"), trailer("000004", "000000000000000", "000000000012500")}));
    ASSERT_TRUE(reading.is_readable());
    const auto& found = reading.statements.at(0).movements.at(0);
    EXPECT_EQ(found.label, "Prime janvier");
    EXPECT_EQ(found.details, "BE12ZZZ0000000001 · MANDAT-42");
    EXPECT_EQ(found.end_to_end_id, "CLIENT7");
}

}  // namespace
}  // namespace daftar::banking
