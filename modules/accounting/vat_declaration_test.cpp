#include "modules/accounting/accounting_fixture.hpp"

namespace daftar::accounting {
namespace {

struct VatDeclarationTest : AccountingTest {
    VatDeclarationTest() { deduct_vat(); }
    void invoice(std::string_view date, std::string_view price, std::string_view rate) {
        post("/api/v1/expenses",
             R"({"description":"Facture","expense_date":")" + std::string(date) +
                 R"(","category":"other","line_items":[{"description":"x","quantity":1,"unit_price":)" +
                 std::string(price) + R"(,"vat_rate":)" + std::string(rate) + "}]}");
    }
    Json third_quarter() { return get("/api/v1/reports/vat-declaration?quarter=3&year=2025"); }
};

TEST_F(VatDeclarationTest, shows_base_and_vat_per_rate_with_the_entries_behind) {
    invoice("2025-07-10", "5000", "0.06");
    invoice("2025-09-30", "1000", "0.21");
    invoice("2025-10-01", "100", "0.21");
    const auto found = third_quarter();
    EXPECT_EQ(text(found, "period"), "2025-Q3");
    EXPECT_EQ(text(found, "vat_deductible"), "510.00");
    EXPECT_EQ(text(found, "vat_balance"), "-510.00");
    EXPECT_EQ(text(found, "status"), "ToReclaim");
    EXPECT_EQ(
        text(found, "details"),
        R"({"vat_6_percent":{"base":5000.00,"vat":300.00},"vat_12_percent":{"base":0.00,"vat":0.00},"vat_21_percent":{"base":1000.00,"vat":210.00}})");
    EXPECT_EQ(found.find("boxes")->if_array()->size(), 2u);
    EXPECT_EQ(text(get("/api/v1/reports/vat-declaration?month=10&year=2025"), "vat_deductible"), "21.00");
    EXPECT_EQ(text(get("/api/v1/reports/vat-declaration?quarter=1&year=2025"), "status"), "Nil");
}

TEST_F(VatDeclarationTest, infers_the_rate_of_a_manual_entry_and_takes_back_what_is_reversed) {
    const auto manual =
        post("/api/v1/accounting/journal-entries",
             R"({"date":"2025-08-10","description":"Électricité","lines":[{"account_code":"610100","debit":500.00},
        {"account_code":"451000","debit":105.00},{"account_code":"550000","credit":605.00}]})");
    EXPECT_EQ(text(*third_quarter().find("details")->find("vat_21_percent"), "base"), "500.00");
    post("/api/v1/accounting/journal-entries/" + text(manual, "id") + "/reverse", "{}");
    EXPECT_EQ(text(third_quarter(), "status"), "Nil");
    EXPECT_EQ(text(*third_quarter().find("details")->find("vat_21_percent"), "base"), "0.00");
    entry("2025-08-11", "451000", "550000", "7.77");
    EXPECT_EQ(text(*third_quarter().find("details")->find("vat_unknown_rate"), "vat"), "7.77");
}

TEST_F(VatDeclarationTest, wrong_periods_are_refused) {
    for (const auto* query : {"quarter=5&year=2025", "quarter=0&year=2025", "month=13&year=2025", "year=2025",
                              "quarter=1&month=1&year=2025", "quarter=1&year=25"})
        EXPECT_EQ(call("GET", std::string("/api/v1/reports/vat-declaration?") + query).substr(0, 3), "400") << query;
}

TEST_F(VatDeclarationTest, is_filed_once_then_settled) {
    invoice("2025-07-10", "1000", "0.21");
    const std::string path = "/api/v1/accounting/vat-declarations",
                      body = R"({"quarter":3,"year":2025,"reference":"INT-1"})";
    EXPECT_EQ(call("POST", path, R"({"quarter":4,"year":2025})"), "409 period_not_over");
    const auto filed = post(path, body);
    EXPECT_EQ(call("POST", path, body), "409 already_filed");
    EXPECT_EQ(text(third_quarter(), "filing"), "filed");
    const auto settle = path + "/" + text(filed, "id") + "/settle";
    EXPECT_EQ(text(post(settle, R"({"date":"2025-11-05"})", 200), "status"), "settled");
    EXPECT_EQ(call("POST", settle, "{}"), "409 already_settled");
    EXPECT_EQ(balance("451000"), "0.00");
    EXPECT_EQ(balance("550000"), "210.00");
    EXPECT_EQ(text(get("/api/v1/reports/vat-declaration?quarter=4&year=2025"), "status"), "Nil")
        << "the refund is not VAT of its period";
}

TEST_F(VatDeclarationTest, one_withdrawn_may_be_filed_again) {
    const std::string path = "/api/v1/accounting/vat-declarations", body = R"({"month":3,"year":2025})";
    const auto filed = post(path, body);
    EXPECT_EQ(text(post(path + "/" + text(filed, "id") + "/withdraw", "", 200), "status"), "withdrawn");
    EXPECT_EQ(call("POST", path, body), "201");
    EXPECT_EQ(get(path + "?year=2025").find("items")->if_array()->size(), 2u);
}

TEST_F(VatDeclarationTest, calculator_answers_as_the_guide) {
    EXPECT_EQ(to_text(get("/api/v1/tools/vat-calculator?amount=1000&vat_rate=0.21&mode=excl")),
              R"({"amount_excl_vat":1000.00,"vat_amount":210.00,"amount_incl_vat":1210.00,"vat_rate":0.21})");
    EXPECT_EQ(text(get("/api/v1/tools/vat-calculator?amount=1210&vat_rate=0.21&mode=incl"), "amount_excl_vat"),
              "1000.00");
    EXPECT_EQ(call("GET", "/api/v1/tools/vat-calculator?amount=1000&vat_rate=21&mode=excl"), "400 out_of_range");
    EXPECT_EQ(get("/api/v1/vat-rates?country=MA&date=2026-01-01").find("items")->if_array()->size(), 3u);
}

}  // namespace
}  // namespace daftar::accounting
