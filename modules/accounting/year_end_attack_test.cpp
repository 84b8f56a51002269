// A year that closes while others post into it, and invoices at the limits of amounts.
#include <atomic>
#include <thread>

#include "modules/accounting/accounting_fixture.hpp"

namespace daftar::accounting {
namespace {

struct YearEndAttackTest : AccountingTest {
    YearEndAttackTest() { books.set_now(*Timestamp::parse("2026-02-10T10:30:00Z")); }
};

TEST_F(YearEndAttackTest, nothing_enters_a_year_that_closes_beside_it) {
    entry("2025-01-05", "550000", "701", "1000");
    std::atomic<int> accepted = 1;
    std::string closed;
    {
        std::vector<std::jthread> clients;
        for (int client = 0; client < 6; ++client)
            clients.emplace_back([&] {
                for (int i = 0; i < 15; ++i) {
                    const auto answer = call(
                        "POST", "/api/v1/accounting/journal-entries",
                        R"({"date":"2025-12-31","description":"x","lines":[{"account_code":"612","debit":1},{"account_code":"550000","credit":1}]})");
                    if (answer == "201")
                        ++accepted;
                    else
                        EXPECT_EQ(answer, "409 year_closed");
                }
            });
        clients.emplace_back([&] { closed = call("POST", "/api/v1/accounting/year-end-close?year=2025"); });
    }
    EXPECT_EQ(closed, "200");
    EXPECT_EQ(books.sql("select count(*) from entry where kind = 'movement'"), std::to_string(accepted));
    const auto result = std::to_string(1000 - (accepted - 1)) + ".00";
    EXPECT_EQ(balance("129", "2026-01-01"), "-" + result) << "every entry that was accepted is in the result";
    EXPECT_EQ(balance("612"), accepted > 1 ? "0.00" : "0");
    EXPECT_EQ(balance("550000", "2026-01-01"), result);
}

TEST_F(YearEndAttackTest, an_invoice_larger_than_an_amount_is_refused) {
    const auto with = [&](const std::string& lines) {
        return call(
            "POST", "/api/v1/expenses",
            R"({"description":"x","expense_date":"2025-11-10","category":"other","line_items":[)" + lines + "]}");
    };
    const std::string huge = R"({"description":"x","quantity":1,"unit_price":90071992547409.91,"vat_rate":0.21})";
    EXPECT_EQ(with(huge), "422 amount_too_large");
    EXPECT_EQ(with(huge + "," + huge), "422 amount_too_large");
    EXPECT_EQ(with(R"({"description":"x","quantity":1000000,"unit_price":900719925474,"vat_rate":0.21})"),
              "422 amount_too_large");
    EXPECT_EQ(books.sql("select count(*) from entry"), "0");
}

}  // namespace
}  // namespace daftar::accounting
