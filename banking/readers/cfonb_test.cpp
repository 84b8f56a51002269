#include "banking/readers/fixture.hpp"

namespace daftar::banking {
namespace {

using fixture::amounts;
using fixture::codes;
using fixture::read;
using fixture::record;

std::string balance(const std::string& code, const std::string& date, const std::string& amount) {
    return record(120, {{1, code + "30004"}, {12, "00821EUR2"}, {22, "00010123456"}, {35, date}, {91, amount}});
}
std::string movement(const std::string& amount, const std::string& label, const std::string& date = "030225") {
    return record(120, {{1, "04300040158"},
                        {12, "00821EUR2"},
                        {22, "00010123456"},
                        {33, "05"},
                        {35, date},
                        {43, "040225"},
                        {49, label},
                        {82, "0000000"},
                        {91, amount}});
}
std::string detail(const std::string& kind, const std::string& text) {
    return record(
        120,
        {{1, "05300040158"}, {12, "00821EUR2"}, {22, "00010123456"}, {33, "05"}, {35, "030225"}, {46, kind + text}});
}
std::string joined(const std::vector<std::string>& records, const std::string& end) {
    std::string text;
    for (const auto& one : records) text += one + end;
    return text;
}
const std::vector<std::string> good = {balance("01", "310125", "0000000010000{"),
                                       movement("0000000025050{", "VIR SEPA MARTIN"),
                                       detail("NPY", "MARTIN PAUL"),
                                       detail("LIB", "APPEL T1 LOT 12"),
                                       detail("RCN", "E2E-7"),
                                       movement("0000000001234N", "PRLV SEPA EDF"),
                                       balance("07", "280225", "0000000022704E")};

TEST(Cfonb, ReadsWithAndWithoutLineEnds) {
    // 1000.00 + 2505.00 − 123.45 (N is −5) is 3381.55, not the closing balance of the last record: read, but doubted.
    for (const auto* end : {"\r\n", "\n", ""}) {
        const auto reading = read(joined(good, end));
        ASSERT_TRUE(reading.is_readable()) << reading.problems[0].message;
        EXPECT_EQ(reading.format, "cfonb120");
        const auto& statement = reading.statements.at(0);
        EXPECT_EQ(statement.account_identifier, "300040082100010123456");
        EXPECT_EQ(amounts(statement), (std::vector<std::string>{"2505.00", "-123.45"}));
        const auto& call = statement.movements[0];
        EXPECT_EQ(call.label, "VIR SEPA MARTIN APPEL T1 LOT 12");
        EXPECT_EQ(call.counterparty_name, "MARTIN PAUL");
        EXPECT_EQ(call.end_to_end_id, "E2E-7");
        EXPECT_EQ(call.value_date->text(), "2025-02-04");
        EXPECT_THAT(codes(statement.doubts), testing::ElementsAre("balance_mismatch"));
    }
}

TEST(Cfonb, AStatementThatBalancesHasNoDoubtAndTheNextContinuesIt) {
    const std::vector<std::string> chain = {
        balance("01", "310125", "0000000010000{"), movement("0000000001234N", "EDF"),
        balance("07", "280225", "0000000008765E"), balance("01", "280225", "0000000008765E"),
        movement("0000000000100}", "FRAIS"),       balance("07", "310325", "0000000008665E")};
    const auto reading = read(joined(chain, "\n"));
    ASSERT_TRUE(reading.is_readable());
    EXPECT_THAT(codes(reading.statements.at(0).doubts), testing::IsEmpty());
    EXPECT_THAT(codes(reading.statements.at(1).doubts), testing::IsEmpty());
    auto gap = chain;
    gap[3] = balance("01", "280225", "0000000009765E");
    gap[5] = balance("07", "310325", "0000000009665E");
    EXPECT_EQ(codes(read(joined(gap, "\n")).statements.at(1).doubts), std::vector<std::string>{"chain_broken"});
}

TEST(Cfonb, FrenchCodePagesShowBracesAsLetters) {
    auto text = joined({balance("01", "310125", "0000000010000{"), movement("0000000000100}", "FRAIS"),
                        balance("07", "280225", "0000000009900{")},
                       "\n");
    std::string latin;
    for (const char c : text) latin += c == '{' ? '\xE9' : c == '}' ? '\xE8' : c;
    const auto reading = read(latin);
    ASSERT_TRUE(reading.is_readable());
    EXPECT_THAT(codes(reading.statements.at(0).doubts), testing::IsEmpty());
}

TEST(Cfonb, BrokenFilesAreRefusedWithTheirLine) {
    const auto without = [](std::size_t index) {
        auto records = good;
        records.erase(records.begin() + static_cast<long>(index));
        return records;
    };
    const auto refused = [](const std::vector<std::string>& records) {
        const auto reading = read(joined(records, "\n"));
        EXPECT_TRUE(reading.statements.empty());
        return reading.problems.empty() ? std::string("accepted")
                                        : reading.problems[0].code + " " + reading.problems[0].path;
    };
    EXPECT_EQ(refused(without(6)), "truncated line 6");
    EXPECT_EQ(refused({good[0], good[2], good[6]}), "orphan_record line 2");
    EXPECT_EQ(refused({good[0], good[1], good[0], good[6]}), "truncated line 3");
    EXPECT_EQ(refused({movement("0000000000100}", "FRAIS"), good[0], good[6]}), "orphan_record line 1");
    EXPECT_EQ(refused({good[0], movement("000000000010Z}", "X"), good[6]}), "invalid_amount line 2, column 91");
    EXPECT_EQ(refused({good[0], movement("0000000000100}", "X", "310225"), good[6]}), "invalid_date line 2, column 35");
    EXPECT_EQ(refused({good[0], good[1].substr(0, 80), good[6]}), "truncated line 2");
}

TEST(Cfonb, AGapOfDaysIsAStatementOfAnotherFile) {
    const auto reading =
        read(joined({balance("01", "310125", "0000000010000{"), balance("07", "280225", "0000000010000{"),
                     balance("01", "310325", "0000000099900{"), balance("07", "300425", "0000000099900{")},
                    "\n"));
    ASSERT_TRUE(reading.is_readable());
    EXPECT_THAT(codes(reading.statements.at(1).doubts), testing::IsEmpty());
}

// Found by the fuzzer: the detail was put on the last movement of a statement that has none.
TEST(Cfonb, ADetailAfterABrokenStatementBelongsToNoMovement) {
    const auto first = balance("01", "310125", "0000000010000{");
    const auto reading = read(joined({first, movement("0000000001234N", "EDF"), first, detail("LIB", "X")}, "\n"));
    EXPECT_THAT(codes(reading.problems), testing::Contains("orphan_record"));
    EXPECT_TRUE(reading.statements.empty());
}

}  // namespace
}  // namespace daftar::banking
