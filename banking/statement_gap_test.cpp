// A statement that is missing between two imports is told wherever it matters, and stops nothing.
#include "banking/statement_gap.hpp"

#include <gtest/gtest.h>

#include "banking/banking.hpp"
#include "ledger/ledger.hpp"
#include "registry/registry.hpp"
#include "tests/support/test_books.hpp"

namespace daftar::banking {
namespace {

struct StatementGapTest : testing::Test {
    tests::TestBooks books{{ledger::ledger(), registry::registry(), banking()}};
    Principal accountant = books.organization("Les Érables");

    /// Days are "250131"; the movement lies on `day`.
    Json import(const std::string& number, const std::string& opened, const std::string& opening,
                const std::string& day, const std::string& amount, const std::string& closed,
                const std::string& closing) {
        return books.expect(201, accountant, "POST", "/api/v1/bank/statements?filename=" + number + ".sta",
                            ":20:X\n:25:BE68539007547034\n:28C:" + number + "\n:60F:C" + opened + "EUR" + opening +
                                "\n:61:" + day + "C" + amount + "NTRFNONREF\n:86:Versement " + day + "\n:62F:C" +
                                closed + "EUR" + closing + "\n-\n");
    }
    std::vector<Json> holes(const std::string& query = "") {
        return *books.expect(200, accountant, "GET", "/api/v1/bank/missing-statements" + query)
                    .find("items")
                    ->if_array();
    }
    std::string text(const Json& json, std::string_view name) { return to_text(*json.find(name)); }
};

TEST_F(StatementGapTest, AnOpeningBalanceThatDoesNotFollowIsToldUntilTheStatementComes) {
    EXPECT_EQ(text(import("1", "250101", "100,00", "250105", "50,00", "250131", "150,00"), "missing_statements"), "[]");
    const auto march = import("3", "250228", "230,00", "250305", "20,00", "250331", "250,00");
    EXPECT_EQ(text(march, "new_movements"), "1");
    const auto hole = march.find("missing_statements")->if_array()->at(0);
    EXPECT_EQ(text(hole, "after"), "\"2025-01-31\"");
    EXPECT_EQ(text(hole, "before"), "\"2025-03-01\"");
    EXPECT_EQ(text(hole, "expected_balance"), "150.00");
    EXPECT_EQ(text(hole, "opening_balance"), "230.00");
    EXPECT_EQ(text(hole, "number_gap"), "1");
    EXPECT_EQ(holes().size(), 1u);
    EXPECT_TRUE(holes("?date=2025-01-30").empty());
    const auto told = [&](const std::string& date) {
        return books
            .expect(200, accountant, "GET", "/api/v1/accounting/bank-reconciliation?account_code=550000&date=" + date)
            .find("missing_statements")
            ->if_array()
            ->size();
    };
    EXPECT_EQ(told("2025-03-31"), 1u);
    EXPECT_EQ(told("2025-01-15"), 0u);
    // Reading the same file again says it again.
    EXPECT_EQ(import("3", "250228", "230,00", "250305", "20,00", "250331", "250,00")
                  .find("missing_statements")
                  ->if_array()
                  ->size(),
              1u);
    EXPECT_EQ(text(import("2", "250131", "150,00", "250205", "80,00", "250228", "230,00"), "missing_statements"), "[]");
    EXPECT_TRUE(holes().empty());
}

TEST_F(StatementGapTest, StatementsThatOverlapLeaveNoHole) {
    import("1", "241231", "100,00", "250105", "50,00", "250131", "150,00");
    // A day inside the month, the month's last day, and a week that begins on it; their numbers are the bank's own.
    EXPECT_EQ(text(import("90", "250104", "100,00", "250105", "50,00", "250105", "150,00"), "missing_statements"),
              "[]");
    import("91", "250130", "150,00", "250131", "0,00", "250131", "150,00");
    EXPECT_EQ(text(import("92", "250130", "150,00", "250203", "30,00", "250206", "180,00"), "missing_statements"),
              "[]");
    // Two statements of one day follow each other.
    import("93", "250206", "180,00", "250207", "5,00", "250207", "185,00");
    import("94", "250207", "185,00", "250207", "6,00", "250207", "191,00");
    EXPECT_TRUE(holes().empty());
}

TEST_F(StatementGapTest, OnlyANumberIsMissing) {
    import("1", "250101", "100,00", "250105", "50,00", "250131", "150,00");
    const auto march = import("4", "250131", "150,00", "250305", "20,00", "250331", "170,00");
    const auto hole = march.find("missing_statements")->if_array()->at(0);
    EXPECT_EQ(text(hole, "number_gap"), "2");
    EXPECT_EQ(text(hole, "expected_balance"), "null");
    EXPECT_EQ(text(hole, "message"),
              "\"Un relevé manque peut-être au compte 550000 après le 31/01/2025 : le n° 4 suit le n° 1, mais les "
              "soldes se suivent.\"");
}

TEST_F(StatementGapTest, ABankThatNumbersByTheDayOfTheYearLeavesItsWeekendsOut) {
    import("31", "250130", "100,00", "250131", "50,00", "250131", "150,00");  // a Friday, the 31st day
    import("34", "250131", "150,00", "250203", "20,00", "250203", "170,00");  // a Monday, the 34th
    EXPECT_TRUE(holes().empty());
}

}  // namespace
}  // namespace daftar::banking
