// Values at their limits: the largest amounts, dates at the edges of years, currencies without cents or with three
// decimals, texts of every script, years that are not twelve months from January.
#include <gtest/gtest.h>

#include "ledger/auditor.hpp"
#include "ledger/ledger.hpp"
#include "tests/support/test_books.hpp"

namespace daftar::ledger {
namespace {

using tests::outcome;

struct LimitsTest : testing::Test {
    tests::TestBooks books{{ledger()}};
    Principal accountant = books.organization("Les Érables");
    static constexpr auto entries = "/api/v1/accounting/journal-entries";

    static std::string line(std::string_view code, std::string_view side, std::string_view amount) {
        return R"({"account_code":")" + std::string(code) + "\",\"" + std::string(side) + "\":" + std::string(amount) +
               "}";
    }
    static std::string body(std::string_view date, std::string_view amount, std::string_view description = "Essai",
                            std::string_view more = "") {
        return R"({"date":")" + std::string(date) + R"(","description":")" + std::string(description) +
               R"(","lines":[)" + line("610100", "debit", amount) + "," + line("550000", "credit", amount) + "]" +
               std::string(more) + "}";
    }
    Response post(const std::string& text) { return books.request(accountant, "POST", entries, text); }
    std::string year(std::string_view method, const std::string& text, const std::string& number = "") {
        return outcome(books.request(accountant, method,
                                     "/api/v1/accounting/fiscal-years" + (number.empty() ? "" : "/" + number), text));
    }
    std::string periods() {
        return books.sql("select count(*) || ' ' || min(start_date) || ' ' || max(end_date) from period");
    }
};

TEST_F(LimitsTest, the_largest_amount_is_kept_exactly_and_nothing_can_overflow) {
    constexpr auto largest = "90071992547409.91", beyond = "90071992547409.92";
    EXPECT_EQ(outcome(post(body("2025-05-01", beyond))), "400 bad_input");
    EXPECT_EQ(outcome(post(body("2025-05-01", "1e400"))).substr(0, 3), "400");
    const std::string two_debits = R"({"date":"2025-05-01","description":"x","lines":[)" +
                                   line("610100", "debit", largest) + "," + line("612", "debit", largest) + "," +
                                   line("550000", "credit", largest) + "," + line("440000", "credit", largest);
    EXPECT_EQ(outcome(post(two_debits + "]}")), "422 entry_total_too_large");
    EXPECT_EQ(outcome(post(two_debits + R"(],"draft":true})")), "400 entry_total_too_large");
    EXPECT_EQ(outcome(post(body("2025-05-01", largest))), "201");
    EXPECT_EQ(outcome(post(body("2025-05-02", "0.01"))), "422 book_total_too_large")
        << "sums of the book would no longer be amounts";
    EXPECT_EQ(books.sql("select count(*) from entry"), "1");
    const auto balance = books.expect(200, accountant, "GET", "/api/v1/accounting/trial-balance?date=2025-12-31");
    EXPECT_EQ(to_text(*balance.find("total_debit")), largest);
    EXPECT_EQ(to_text(*balance.find("balanced")), "true");
    EXPECT_EQ(outcome(books.request(accountant, "GET", "/api/v1/accounting/ledger?account_code=550000")), "200");
    books.run(accountant, [](Context& context) { EXPECT_TRUE(audit_books(context).sound); });
}

TEST_F(LimitsTest, a_batch_of_ten_thousand_tells_every_problem_and_writes_nothing) {
    books.expect(200, accountant, "PUT", "/api/v1/accounting/periods/2025-03-01", R"({"status":"locked"})");
    std::string batch = "{\"entries\":[";
    for (int i = 0; i < 10'000; ++i) {
        const std::string debit = line("610100", "debit", "5"), credit = line("550000", "credit", "5");
        std::string lines = debit + "," + credit, date = "2025-04-15";
        if (i % 1'000 == 1) lines = debit + "," + line("550000", "credit", "4.99");
        if (i % 1'000 == 2) lines = debit + "," + line("999", "credit", "5");
        if (i % 1'000 == 3) lines = debit;
        if (i % 1'000 == 4) date = "2024-12-31";
        if (i % 1'000 == 5) date = "2025-03-10";
        batch +=
            (i ? "," : "") + std::string(R"({"date":")") + date + R"(","description":"Lot","lines":[)" + lines + "]}";
    }
    const auto refused = books.request(accountant, "POST", std::string(entries) + "/batch", batch + "]}");
    EXPECT_EQ(outcome(refused), "422 lines_must_balance") << "the first problem gives the code";
    const auto parsed = std::get<Json>(parse_json(refused.body));
    std::map<std::string, int> codes;
    for (const auto& problem : *parsed.find("problems")->if_array()) ++codes[*problem.find("code")->if_string()];
    EXPECT_EQ(codes, (std::map<std::string, int>{{"lines_must_balance", 10},
                                                 {"unknown_account", 10},
                                                 {"entry_needs_lines", 10},
                                                 {"no_fiscal_year", 10},
                                                 {"period_locked", 10}}));
    const auto& last = parsed.find("problems")->if_array()->back();
    EXPECT_EQ(*last.find("path"), Json("entries[9005].date"));
    EXPECT_EQ(books.sql("select count(*) from entry"), "0");
    EXPECT_EQ(books.sql("select leaf_count from book"), "0");
}

TEST_F(LimitsTest, texts_of_every_script_come_back_as_they_were) {
    const std::string texts[] = {"Façade 🏢 𝄞 – 4 octets",       "إصلاح المصعد ‏(الطابق 3)‏",
                                 "אחזקה \\\"ציטוט\\\"",         "e\u0301 composé",
                                 "O'Neil; drop table line; --", "100 % \\\\ \\/ {} <b>x</b>"};
    for (const auto& text : texts) {
        const auto answer = books.request(accountant, "POST", entries, body("2025-05-01", "1", text));
        ASSERT_EQ(answer.status, 201) << answer.body;
        const auto made = std::get<Json>(parse_json(answer.body));
        const auto read =
            books.expect(200, accountant, "GET", std::string(entries) + "/" + *made.find("id")->if_string());
        EXPECT_EQ(*read.find("description"), *std::get<Json>(parse_json("\"" + text + "\"")).if_string());
    }
    for (const auto* text : {"\\u0000", "a\\u0007b", "\\ud800", "\xff\xfe", "   "})
        EXPECT_EQ(outcome(post(body("2025-05-01", "1", text))).substr(0, 3), "400") << text;
    EXPECT_EQ(outcome(post(body("2025-05-01", "1", std::string(501, 'x')))), "400 too_long");
    books.run(accountant, [](Context& context) { EXPECT_TRUE(audit_books(context).sound); });
}

TEST_F(LimitsTest, dates_at_the_edges_of_a_year) {
    for (const auto* date : {"2025-01-01", "2025-02-28", "2025-12-31"})
        EXPECT_EQ(outcome(post(body(date, "1"))), "201");
    for (const auto* date : {"2024-12-31", "2026-01-01", "1900-01-01"})
        EXPECT_EQ(outcome(post(body(date, "1"))), "422 no_fiscal_year") << date;
    for (const auto* date :
         {"2025-02-29", "2025-13-01", "2025-00-10", "0000-01-01", "2025-1-1", "2025-01-01T00:00:00Z", "9999-12-31", ""})
        EXPECT_EQ(outcome(post(body(date, "1"))), "400 must_be_date") << date;
}

TEST_F(LimitsTest, currencies_without_cents_and_with_three_decimals) {
    const auto in = [&](const char* currency) {
        auto principal = books.organization(currency);
        books.sql("update organization set currency = '" + std::string(currency) + "' where id = '" +
                  principal.organization.text() + "'");
        principal.currency = *Currency::from_code(currency);
        return books.as(principal, "Accountant");
    };
    const auto answer = [&](const Principal& who, const char* amount) {
        return outcome(books.request(who, "POST", entries, body("2025-05-01", amount)));
    };
    const auto total = [&](const Principal& who) {
        return to_text(
            *books.expect(200, who, "GET", "/api/v1/accounting/trial-balance?date=2025-12-31").find("total_debit"));
    };
    const auto dakar = in("XOF"), tunis = in("TND");
    EXPECT_EQ(answer(dakar, "1500"), "201");
    EXPECT_EQ(answer(dakar, "1500.0"), "201") << "a zero after the point says nothing more";
    EXPECT_EQ(answer(dakar, "1500.5"), "400 bad_input");
    EXPECT_EQ(total(dakar), "3000");
    EXPECT_EQ(answer(tunis, "0.001"), "201");
    EXPECT_EQ(answer(tunis, "12.345"), "201");
    EXPECT_EQ(answer(tunis, "0.0005"), "400 bad_input");
    EXPECT_EQ(total(tunis), "12.346");
    for (const auto& who : {dakar, tunis})
        books.run(who, [](Context& context) { EXPECT_TRUE(audit_books(context).sound); });
}

TEST_F(LimitsTest, a_first_year_of_eighteen_months) {
    EXPECT_EQ(year("PUT", R"({"start_date":"2024-07-01"})", "2025"), "200");
    EXPECT_EQ(periods(), "18 2024-07-01 2025-12-31");
    EXPECT_EQ(outcome(post(body("2024-07-01", "1"))), "201");
    EXPECT_EQ(outcome(post(body("2025-12-31", "1"))), "201");
    EXPECT_EQ(books.sql("select string_agg(year || '/' || number, ' ' order by number) from entry"), "2025/1 2025/2");
    EXPECT_EQ(year("PUT", R"({"start_date":"2024-08-01"})", "2025"), "422 year_not_contiguous")
        << "an entry would be outside";
    EXPECT_EQ(year("PUT", R"({"start_date":"2023-07-01"})", "2025"), "422 year_not_contiguous") << "30 months";
    EXPECT_EQ(year("PUT", R"({"start_date":"2024-07-02"})", "2025"), "400 must_start_a_month");
    EXPECT_EQ(year("POST", R"({"year":2026})"), "201");
    EXPECT_EQ(periods(), "30 2024-07-01 2026-12-31");
    EXPECT_EQ(year("PUT", R"({"end_date":"2026-06-30"})", "2025"), "422 year_not_contiguous") << "2026 follows";
    books.run(accountant, [](Context& context) { EXPECT_TRUE(audit_books(context).sound); });
}

TEST_F(LimitsTest, years_follow_one_another_whatever_their_length) {
    EXPECT_EQ(year("PUT", R"({"end_date":"2025-06-30"})", "2025"), "200");
    EXPECT_EQ(periods(), "6 2025-01-01 2025-06-30");
    EXPECT_EQ(outcome(post(body("2025-07-01", "1"))), "422 no_fiscal_year");
    EXPECT_EQ(year("POST", R"({"year":2026,"start_date":"2025-08-01"})"), "422 year_not_contiguous");
    EXPECT_EQ(year("POST", R"({"year":2026,"end_date":"2026-06-15"})"), "400 must_end_a_month");
    EXPECT_EQ(year("POST", R"({"year":2026,"end_date":"2027-08-31"})"), "422 year_not_contiguous") << "26 months";
    EXPECT_EQ(year("POST", R"({"year":2026})"), "201");
    EXPECT_EQ(periods(), "18 2025-01-01 2026-06-30") << "twelve months from where the year before ends";
    EXPECT_EQ(outcome(post(body("2025-07-01", "1"))), "201");
    EXPECT_EQ(books.sql("select year from entry"), "2026");
    EXPECT_EQ(year("POST", R"({"year":2027})"), "409 too_many_open_years");
    EXPECT_EQ(year("PUT", R"({"end_date":"2026-12-31"})", "2030"), "404 year_not_found");
}

}  // namespace
}  // namespace daftar::ledger
