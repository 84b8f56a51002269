// What issue 3 lists as bad input: refused clearly, nothing lost.
#include "modules/accounting/accounting_fixture.hpp"

namespace daftar::accounting {
namespace {

using BadInputTest = AccountingTest;

std::string two_lines(std::string_view debit, std::string_view credit, std::string_view date = "2025-03-01") {
    return R"({"date":")" + std::string(date) + R"(","description":"x","lines":[{"account_code":")" +
           std::string(debit) + R"(","debit":5},{"account_code":")" + std::string(credit) + R"(","credit":5}]})";
}

TEST_F(BadInputTest, unknown_and_inactive_accounts) {
    EXPECT_EQ(call("POST", "/api/v1/accounting/journal-entries", two_lines("999999", "550000")), "422 unknown_account");
    const auto id = text(get("/api/v1/accounts/code/612"), "id");
    books.expect(200, accountant, "PUT", "/api/v1/accounts/" + id, R"({"is_active":false})");
    EXPECT_EQ(call("POST", "/api/v1/accounting/journal-entries", two_lines("612", "550000")), "422 inactive_account");
    EXPECT_EQ(
        call(
            "POST", "/api/v1/expenses",
            R"({"description":"x","expense_date":"2025-03-01","category":"supplies","line_items":[{"description":"x","quantity":1,"unit_price":1}]})"),
        "422 not_expense_account");
    EXPECT_EQ(text(get("/api/v1/accounts/code/612"), "is_active"), "false");
    EXPECT_EQ(books.sql("select count(*) from entry"), "0");
}

TEST_F(BadInputTest, an_unbalanced_import_of_10000_gives_one_list_and_writes_nothing) {
    std::string body = R"({"entries":[)";
    for (int i = 0; i < 10'000; ++i) {
        const bool wrong = i % 1'000 == 7;
        body += std::string(i ? "," : "") + R"({"date":"2025-03-01","description":"Import )" + std::to_string(i) +
                R"(","lines":[{"account_code":"612","debit":)" + (wrong ? "6" : "5") +
                R"(},{"account_code":"550000","credit":5}]})";
    }
    const auto response = books.request(accountant, "POST", "/api/v1/accounting/journal-entries/batch", body + "]}");
    EXPECT_EQ(tests::outcome(response), "422 lines_must_balance");
    const auto parsed = parse_json(response.body);
    EXPECT_EQ(std::get<Json>(parsed).find("problems")->if_array()->size(), 10u);
    EXPECT_NE(response.body.find("entries[9007]"), std::string::npos);
    EXPECT_EQ(books.sql("select count(*) from entry"), "0");
}

TEST_F(BadInputTest, closed_year_and_wrong_periods) {
    books.set_now(*Timestamp::parse("2026-02-10T10:30:00Z"));
    entry("2025-05-01", "612", "550000", "5");
    EXPECT_EQ(call("POST", "/api/v1/accounting/year-end-close?year=2025"), "200");
    EXPECT_EQ(call("POST", "/api/v1/accounting/year-end-close?year=2025"), "409 year_already_closed");
    const auto before = books.sql("select count(*) from entry");
    EXPECT_EQ(call("POST", "/api/v1/accounting/journal-entries", two_lines("612", "550000")), "409 year_closed");
    EXPECT_EQ(
        call(
            "POST", "/api/v1/expenses",
            R"({"description":"x","expense_date":"2025-03-01","category":"other","line_items":[{"description":"x","quantity":1,"unit_price":1}]})"),
        "409 year_closed");
    EXPECT_EQ(call("GET", "/api/v1/accounting/year-end-checklist?year=1999"), "404 year_not_found");
    EXPECT_EQ(call("GET", "/api/v1/accounting/kpis?year=1999"), "404 year_not_found");
    EXPECT_EQ(call("GET", "/api/v1/reports/vat-declaration?year=2025&quarter=7"), "400 out_of_range");
    EXPECT_EQ(call("GET", "/api/v1/accounting/aged-balance?kind=martians"), "400 unknown_choice");
    EXPECT_EQ(books.sql("select count(*) from entry"), before);
}

}  // namespace
}  // namespace daftar::accounting
