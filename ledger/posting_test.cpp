// Posting through the whole path: route, transaction, database rules.
#include <gtest/gtest.h>

#include "ledger/ledger.hpp"
#include "tests/support/test_books.hpp"

namespace daftar::ledger {
namespace {

using tests::outcome;

std::string entry_body(std::string_view date, std::string_view first, std::string_view second,
                       std::string_view more = "") {
    return R"({"date":")" + std::string(date) +
           R"(","description":"Électricité","lines":[{"account_code":"610100","debit":)" + std::string(first) +
           R"(,"credit":0.00},{"account_code":"550000","debit":0.00,"credit":)" + std::string(second) + "}]" +
           std::string(more) + "}";
}

struct PostingTest : testing::Test {
    tests::TestBooks books{{ledger()}};
    Principal accountant = books.organization("Les Érables");
    Response post(std::string_view body) {
        return books.request(accountant, "POST", "/api/v1/accounting/journal-entries", body);
    }
};

TEST_F(PostingTest, numbers_are_gapless_and_balances_follow) {
    EXPECT_EQ(outcome(post(entry_body("2025-03-01", "605.00", "605.00"))), "201");
    EXPECT_EQ(outcome(post(entry_body("2025-03-02", "1", "2"))), "422 lines_must_balance");
    const auto second = books.expect(201, accountant, "POST", "/api/v1/accounting/journal-entries",
                                     entry_body("2025-03-02", "10.50", "10.50"));
    EXPECT_EQ(*second.find("number"), Json(2));
    const auto balance = books.request(
        accountant, "GET",
        "/api/v1/accounting/trial-balance?date=2025-03-31&organization_id=" + accountant.organization.text());
    EXPECT_NE(balance.body.find(R"("debit":615.50)"), std::string::npos) << balance.body;
    EXPECT_NE(balance.body.find(R"("balanced":true)"), std::string::npos);
}

TEST_F(PostingTest, every_refusal_has_its_code_and_leaves_the_books_unchanged) {
    const std::pair<std::string, const char*> refusals[] = {
        {entry_body("2025-03-01", "5", "4"), "422 lines_must_balance"},
        {entry_body("2019-03-01", "5", "5"), "422 no_fiscal_year"},
        {entry_body("2025-02-30", "5", "5"), "400 must_be_date"},
        {entry_body("2025-03-01", "5.001", "5.001"), "400 bad_input"},
        {entry_body("2025-03-01", "-5", "-5"), "400 bad_input"},
        {entry_body("2025-03-01", "\"5\"", "5"), "400 must_be_amount"},
        {entry_body("2025-03-01", "5", "5", R"(,"colour":"red")"), "400 unknown_field"},
        {R"({"date":"2025-03-01","description":"x","lines":[{"account_code":"999999","debit":1},{"account_code":"550000","credit":1}]})",
         "422 unknown_account"},
        {R"({"date":"2025-03-01","description":"x","lines":[]})", "422 entry_needs_lines"},
        {R"({"date":"2025-03-01")", "400 invalid_json"},
    };
    for (const auto& [body, expected] : refusals) EXPECT_EQ(outcome(post(body)), expected) << body;
    EXPECT_EQ(books.sql("select count(*) from entry"), "0");
    EXPECT_EQ(books.sql("select leaf_count from book where organization_id = '" + accountant.organization.text() + "'"),
              "0");
}

TEST_F(PostingTest, a_key_acts_once_and_is_refused_for_another_body) {
    const auto send = [&](std::string_view body) {
        return books.request(accountant, "POST", "/api/v1/accounting/journal-entries", body,
                             {{"idempotency-key", "k1"}});
    };
    const auto first = send(entry_body("2025-03-01", "5", "5")), again = send(entry_body("2025-03-01", "5", "5"));
    EXPECT_EQ(first.status, 201);
    EXPECT_EQ(first.body, again.body);
    EXPECT_EQ(outcome(send(entry_body("2025-03-01", "6", "6"))), "422 idempotency_key_reused");
    EXPECT_EQ(books.sql("select count(*) from entry"), "1");
}

TEST_F(PostingTest, reversal_mirrors_its_origin_and_happens_once) {
    const auto entry =
        books.expect(201, accountant, "POST", "/api/v1/accounting/journal-entries", entry_body("2025-03-01", "5", "5"));
    const auto path = "/api/v1/accounting/journal-entries/" + *entry.find("id")->if_string();
    EXPECT_EQ(outcome(books.request(accountant, "POST", path + "/reverse", "{}")), "201");
    EXPECT_EQ(outcome(books.request(accountant, "POST", path + "/reverse", "{}")), "409 already_reversed");
    EXPECT_EQ(books.sql("select count(*) from balance where debit <> credit"), "0");
    const auto read = books.expect(200, accountant, "GET", path);
    EXPECT_FALSE(read.find("reversed_by")->is_null());
}

TEST_F(PostingTest, locked_period_refuses) {
    EXPECT_EQ(
        outcome(books.request(accountant, "PUT", "/api/v1/accounting/periods/2025-03-01", R"({"status":"locked"})")),
        "200");
    EXPECT_EQ(outcome(post(entry_body("2025-03-15", "5", "5"))), "409 period_locked");
    EXPECT_EQ(outcome(post(entry_body("2025-04-15", "5", "5"))), "201");
}

TEST_F(PostingTest, ledger_pages_carry_the_running_balance) {
    for (int day = 1; day <= 9; ++day) post(entry_body("2025-05-0" + std::to_string(day), "10", "10"));
    const auto first =
        books.expect(200, accountant, "GET",
                     "/api/v1/accounting/ledger?account_code=550000&start_date=2025-05-01&end_date=2025-05-31&limit=4");
    EXPECT_EQ(first.find("entries")->if_array()->size(), 4u);
    const auto second = books.expect(
        200, accountant, "GET",
        "/api/v1/accounting/ledger?account_code=550000&start_date=2025-05-01&end_date=2025-05-31&limit=4&cursor=" +
            *first.find("next")->if_string());
    EXPECT_EQ(to_text(*second.find("entries")->if_array()->back().find("balance")), "-80.00");
    EXPECT_EQ(to_text(*second.find("closing_balance")), "-90.00");
}

TEST_F(PostingTest, no_back_door_in_sql) {
    post(entry_body("2025-03-01", "5", "5"));
    books.run(accountant, [](Context&) {});
    const auto refused = [&](const std::string& statement) {
        try {
            books.sql("begin; set local role daftar_app; select set_config('app.organization', '" +
                      accountant.organization.text() + "', true); " + statement + "; commit");
            return false;
        } catch (const std::runtime_error&) {
            return true;
        }
    };
    EXPECT_TRUE(refused("update line set amount = 1"));
    EXPECT_TRUE(refused("delete from entry"));
    EXPECT_TRUE(refused("truncate line"));
    EXPECT_TRUE(
        refused("insert into line (organization_id, entry_id, line_number, account_id, date, kind, leaf_index, amount) "
                "select organization_id, entry_id, 3, account_id, date, kind, leaf_index, 7 from line limit 1"));
}

TEST_F(PostingTest, another_organization_sees_nothing) {
    const auto entry =
        books.expect(201, accountant, "POST", "/api/v1/accounting/journal-entries", entry_body("2025-03-01", "5", "5"));
    const auto stranger = books.organization("Ailleurs");
    EXPECT_EQ(
        outcome(books.request(stranger, "GET", "/api/v1/accounting/journal-entries/" + *entry.find("id")->if_string())),
        "404 not_found");
    EXPECT_EQ(
        outcome(books.request(stranger, "GET",
                              "/api/v1/accounting/trial-balance?organization_id=" + accountant.organization.text())),
        "403 wrong_organization");
}

}  // namespace
}  // namespace daftar::ledger
