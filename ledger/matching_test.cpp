// Lettrage through the routes, with the auditor proving the open items afterwards.
#include "ledger/matching.hpp"

#include <gmock/gmock.h>

#include <thread>

#include "ledger/auditor.hpp"
#include "ledger/ledger.hpp"
#include "ledger/open_items.hpp"
#include "tests/support/test_books.hpp"

namespace daftar::ledger {
namespace {

using tests::outcome;

struct Lettrage : ::testing::Test {
    tests::TestBooks books{{ledger()}};
    Principal accountant = books.organization("Les Érables");

    void TearDown() override {
        books.run(accountant, [](Context& context) {
            const auto report = audit_books(context);
            EXPECT_TRUE(report.sound) << to_json_text(report);
        });
    }

    /// An invoice (positive) or a payment (negative) on the suppliers' account; its identifier.
    std::string supplier_entry(const std::string& amount, bool invoice, const std::string& date,
                               const std::string& more = "") {
        const std::string sides[] = {R"("debit":)" + amount, R"("credit":)" + amount};
        const auto body = R"({"date":")" + date + R"(","description":"Écriture",)" + more +
                          R"("lines":[{"account_code":"440000",)" + sides[invoice] + R"(},{"account_code":")" +
                          (invoice ? "610100" : "550000") + R"(",)" + sides[!invoice] + "}]}";
        return *books.expect(201, accountant, "POST", "/api/v1/accounting/journal-entries", body)
                    .find("id")
                    ->if_string();
    }
    Response match(const std::vector<std::pair<std::string, std::string>>& lines) {
        std::string body = R"({"lines":[)";
        for (const auto& [entry, amount] : lines)
            body += std::string(body.ends_with('[') ? "" : ",") + R"({"entry_id":")" + entry + R"(","line_number":1)" +
                    (amount.empty() ? "" : R"(,"amount":)" + amount) + "}";
        return books.request(accountant, "POST", "/api/v1/accounting/matchings", body + "]}");
    }
    std::string open_total() {
        return std::get<JsonNumber>(
                   books.expect(200, accountant, "GET", "/api/v1/accounting/open-items?account_code=440000")
                       .find("total")
                       ->value)
            .text;
    }
};

TEST_F(Lettrage, FullAndPartialMatchingsLeaveTheRightRest) {
    const auto invoice = supplier_entry("100.00", true, "2025-01-10"),
               first = supplier_entry("40.00", false, "2025-02-01"),
               second = supplier_entry("60.00", false, "2025-03-01");
    EXPECT_EQ(open_total(), "0.00");
    const auto partial = match({{invoice, ""}, {first, ""}});
    EXPECT_EQ(partial.status, 201) << partial.body;
    EXPECT_THAT(partial.body,
                testing::AllOf(testing::HasSubstr(R"("letter":"AA")"), testing::HasSubstr(R"("is_full":false)"),
                               testing::HasSubstr(R"("total":40.00)")));
    const auto rest = match({{invoice, ""}, {second, ""}});
    EXPECT_THAT(rest.body,
                testing::AllOf(testing::HasSubstr(R"("letter":"AB")"), testing::HasSubstr(R"("is_full":true)"),
                               testing::HasSubstr(R"("date":"2025-03-01")")));
    EXPECT_EQ(books.expect(200, accountant, "GET", "/api/v1/accounting/open-items?account_code=440000")
                  .find("items")
                  ->if_array()
                  ->size(),
              0u);
    EXPECT_EQ(outcome(match({{invoice, ""}, {second, ""}})), "409 item_not_open");
}

TEST_F(Lettrage, AnUndoneMatchingOpensItsLinesAgainAndKeepsItsTrace) {
    const auto invoice = supplier_entry("100.00", true, "2025-01-10"),
               payment = supplier_entry("100.00", false, "2025-02-01");
    const auto response = match({{invoice, "30.00"}, {payment, "30.00"}});
    const auto id = *std::get<Json>(parse_json(response.body)).find("id")->if_string();
    const auto undone = books.expect(200, accountant, "POST", "/api/v1/accounting/matchings/" + id + "/undo");
    EXPECT_FALSE(undone.find("undone_at")->is_null());
    EXPECT_EQ(outcome(books.request(accountant, "POST", "/api/v1/accounting/matchings/" + id + "/undo")),
              "409 already_undone");
    EXPECT_EQ(books.sql("select count(*) from open_item where open_amount = amount"), "2");
    EXPECT_EQ(books.sql("select count(*) from audit_event where action in ('MATCH', 'UNMATCH')"), "2");
    EXPECT_EQ(books.expect(200, accountant, "GET", "/api/v1/accounting/matchings").find("items")->if_array()->size(),
              0u);
    EXPECT_EQ(books.expect(200, accountant, "GET", "/api/v1/accounting/matchings?undone=true")
                  .find("items")
                  ->if_array()
                  ->size(),
              1u);
    EXPECT_THAT(match({{invoice, ""}, {payment, ""}}).body, testing::HasSubstr(R"("letter":"AB")"));
}

TEST_F(Lettrage, EveryRefusalHasItsCode) {
    const auto invoice = supplier_entry("100.00", true, "2025-01-10"),
               other = supplier_entry("50.00", true, "2025-01-11"),
               payment = supplier_entry("70.00", false, "2025-02-01");
    EXPECT_EQ(outcome(match({{invoice, ""}, {other, ""}})), "422 needs_both_sides");
    EXPECT_EQ(outcome(match({{invoice, "100.01"}, {payment, ""}})), "422 amount_exceeds_open");
    EXPECT_EQ(outcome(match({{invoice, "20.00"}, {payment, "30.00"}})), "422 amounts_must_balance");
    EXPECT_EQ(outcome(match({{invoice, ""}, {invoice, ""}})), "400 given_twice");
    EXPECT_EQ(outcome(match({{invoice, ""}})), "400 too_few");
    EXPECT_EQ(outcome(match({{invoice, ""}, {"0198c0de-0000-7000-8000-000000000000", ""}})), "409 item_not_open");
    EXPECT_EQ(outcome(books.request(accountant, "POST", "/api/v1/tools/auto-match-entries?account_code=999")),
              "422 unknown_account");
    EXPECT_EQ(outcome(books.request(books.as(accountant, "Owner"), "POST",
                                    "/api/v1/tools/auto-match-entries?account_code=440000")),
              "403 not_allowed");
    EXPECT_EQ(books.sql("select count(*) from matching"), "0");
}

TEST_F(Lettrage, TheAutomaticLettrageSaysWhatItMatchedAndWhy) {
    supplier_entry("121.00", true, "2025-01-10", R"("voucher_reference":"FA-2025-07",)");
    supplier_entry("121.00", true, "2025-01-12");
    supplier_entry("50.00", true, "2025-01-15");
    supplier_entry("121.00", false, "2025-02-01");
    supplier_entry("121.00", false, "2025-02-02", R"("voucher_reference":"fa 2025/07",)");
    supplier_entry("20.00", false, "2025-02-03");
    const auto report = books.expect(
        200, accountant, "POST",
        "/api/v1/tools/auto-match-entries?account_code=440000&organization_id=" + accountant.organization.text());
    const auto& matchings = *report.find("matchings")->if_array();
    ASSERT_EQ(matchings.size(), 3u);
    EXPECT_EQ(*matchings[0].find("reason")->if_string(), by_reference);
    EXPECT_EQ(*matchings[1].find("reason")->if_string(), by_amount);
    EXPECT_EQ(*matchings[2].find("reason")->if_string(), by_due_date);
    EXPECT_EQ(std::get<JsonNumber>(report.find("matched_total")->value).text, "262.00");
    EXPECT_EQ(std::get<JsonNumber>(report.find("remaining_balance")->value).text, "-30.00");
    EXPECT_EQ(open_total(), "-30.00");
}

TEST_F(Lettrage, AReversalIsMatchedWithItsOriginAndOpensWhatThatHadSettled) {
    const auto invoice = supplier_entry("75.00", true, "2025-01-10"),
               payment = supplier_entry("75.00", false, "2025-02-01");
    match({{invoice, ""}, {payment, ""}});
    books.expect(201, accountant, "POST", "/api/v1/accounting/journal-entries/" + invoice + "/reverse", "{}");
    EXPECT_EQ(books.sql("select string_agg(entry_id::text, ' ') from open_item where open_amount <> 0"), payment);
    const auto left = books.expect(200, accountant, "GET", "/api/v1/accounting/matchings");
    EXPECT_EQ(left.find("items")->if_array()->size(), 1u);
    EXPECT_EQ(*left.find("items")->if_array()->at(0).find("reason")->if_string(), by_reversal);
}

TEST_F(Lettrage, PaymentsMatchedAtTheSameTimeNeverSettleMoreThanTheInvoice) {
    const auto invoice = supplier_entry("100.00", true, "2025-01-10");
    std::vector<std::string> payments;
    for (int i = 0; i < 6; ++i) payments.push_back(supplier_entry("30.00", false, "2025-02-01"));
    std::vector<std::thread> clients;
    for (const auto& payment : payments) clients.emplace_back([&, payment] { match({{invoice, ""}, {payment, ""}}); });
    for (auto& client : clients) client.join();
    EXPECT_EQ(books.sql("select open_amount from open_item where entry_id = '" + invoice + "'"), "0");
    EXPECT_EQ(books.sql("select sum(open_amount) from open_item"), "8000");
    EXPECT_EQ(books.sql("select count(distinct letter) = count(*) from matching"), "t");
}

}  // namespace
}  // namespace daftar::ledger
