#include "modules/accounting/accounting_fixture.hpp"

namespace daftar::accounting {
namespace {

struct OwnerCallTest : AccountingTest {
    std::string a = party("owner", "Alaoui"), b = party("owner", "Bennani"), c = party("owner", "Chraïbi");
    std::string three(std::string_view total) {
        const auto share = [](const std::string& id) { return R"({"owner_id":")" + id + R"(","weight":1})"; };
        return R"({"date":"2025-10-01","due_date":"2025-10-31","description":"Appel T4","total":)" +
               std::string(total) + R"(,"shares":[)" + share(a) + "," + share(b) + "," + share(c) + "]}";
    }
    std::string pay(const std::string& owner, std::string_view amount) {
        return R"({"date":"2025-10-25","owner_id":")" + owner + R"(","amount":)" + std::string(amount) + "}";
    }
};

TEST_F(OwnerCallTest, shares_sum_to_the_total) {
    const auto call = post("/api/v1/calls", three("1000.01"));
    std::string amounts;
    for (const auto& share : *call.find("shares")->if_array()) amounts += text(share, "amount") + " ";
    EXPECT_EQ(amounts, "333.34 333.34 333.33 ");
    EXPECT_EQ(balance("4101"), "1000.01");
    EXPECT_EQ(balance("701"), "-1000.01");
    EXPECT_EQ(books.sql("select count(*) from open_item where open_amount > 0 and due_date = '2025-10-31'"), "3");
}

TEST_F(OwnerCallTest, a_receipt_settles_the_oldest_claims) {
    post("/api/v1/calls", three("300"));
    post("/api/v1/calls", three("600"));
    EXPECT_EQ(text(post("/api/v1/receipts", pay(a, "150")), "matched"), "150.00");
    EXPECT_EQ(text(post("/api/v1/receipts", pay(b, "500")), "matched"), "300.00");
    EXPECT_EQ(books.sql("select sum(open_amount) from open_item where open_amount > 0"), "45000");
    EXPECT_EQ(balance("550000"), "650.00");
}

TEST_F(OwnerCallTest, absurd_sums_and_shares_are_refused) {
    const char* most = "90071992547409.91";
    EXPECT_EQ(call("POST", "/api/v1/calls", three("90071992547409.92")).substr(0, 3), "400");
    EXPECT_EQ(call("POST", "/api/v1/calls", three(most)), "201") << "the largest amount there is";
    EXPECT_EQ(call("POST", "/api/v1/calls", three("0.01")), "422 book_total_too_large");
    EXPECT_EQ(call("POST", "/api/v1/receipts", pay(a, most)), "422 book_total_too_large");
    EXPECT_EQ(call("GET", "/api/v1/accounting/dashboard"), "200");
    EXPECT_EQ(call("GET", "/api/v1/accounting/aged-balance?kind=owners"), "200");
    EXPECT_EQ(call("GET", "/api/v1/reports/balance-sheet?year=2025"), "200");
}

TEST_F(OwnerCallTest, the_largest_weights_there_are) {
    const auto share = [](const std::string& id) {
        return R"({"owner_id":")" + id + R"(","weight":9007199254740991})";
    };
    const auto issued = post("/api/v1/calls", R"({"date":"2025-10-01","description":"x","total":100,"shares":[)" +
                                                  share(a) + "," + share(b) + "," + share(c) + "]}");
    EXPECT_EQ(text(issued.find("shares")->if_array()->front(), "amount"), "33.34");
}

TEST_F(OwnerCallTest, refusals) {
    EXPECT_EQ(call("POST", "/api/v1/calls", three("0")), "422 total_must_be_positive");
    EXPECT_EQ(call("POST", "/api/v1/calls", R"({"date":"2025-10-01","description":"x","total":5,"shares":[]})"),
              "400 wrong_count");
    EXPECT_EQ(
        call("POST", "/api/v1/calls",
             R"({"date":"2025-10-01","description":"x","total":5,"shares":[{"owner_id":")" + a + R"(","weight":0}]})"),
        "422 shares_needed");
    EXPECT_EQ(call("POST", "/api/v1/receipts", pay(party("supplier", "S"), "5")), "422 not_an_owner");
    EXPECT_EQ(call("POST", "/api/v1/receipts", pay(a, "-5")), "422 total_must_be_positive");
    EXPECT_EQ(books.sql("select count(*) from entry"), "0");
}

}  // namespace
}  // namespace daftar::accounting
