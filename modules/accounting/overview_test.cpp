// Dashboard, indicators, budget, aged balance, provisions and anomalies over one small year.
#include "modules/accounting/accounting_fixture.hpp"
#include "modules/accounting/anomaly.hpp"

namespace daftar::accounting {
namespace {

struct OverviewTest : AccountingTest {
    std::string owner = party("owner", "Alaoui"), supplier = party("supplier", "Jardins");
    void call_owner(std::string_view date, std::string_view total) {
        post("/api/v1/calls", R"({"date":")" + std::string(date) + R"(","description":"Appel","total":)" +
                                  std::string(total) + R"(,"shares":[{"owner_id":")" + owner + R"(","weight":1}]})");
    }
    void receipt(std::string_view date, std::string_view amount) {
        post("/api/v1/receipts", R"({"date":")" + std::string(date) + R"(","owner_id":")" + owner + R"(","amount":)" +
                                     std::string(amount) + "}");
    }
    std::string invoice(std::string_view date, std::string_view price, std::string_view number,
                        std::string_view rate = R"(,"vat_rate":0.21)") {
        return text(post("/api/v1/expenses", R"({"description":"Entretien","expense_date":")" + std::string(date) +
                                                 R"(","category":"maintenance","supplier_id":")" + supplier +
                                                 R"(","invoice_number":")" + std::string(number) +
                                                 R"(","line_items":[{"description":"x","quantity":1,"unit_price":)" +
                                                 std::string(price) + std::string(rate) + "}]}"),
                    "id");
    }
    std::vector<std::string> anomalies(std::string_view type) {
        std::vector<std::string> found;
        const auto report = get("/api/v1/accounting/anomalies?type=" + std::string(type));
        for (const auto& anomaly : *report.find("anomalies")->if_array()) found.push_back(text(anomaly, "key"));
        return found;
    }
};

TEST_F(OverviewTest, dashboard_has_the_guides_shape_and_true_figures) {
    call_owner("2025-09-01", "1000");
    call_owner("2025-10-15", "600");
    receipt("2025-10-20", "700");
    invoice("2025-10-25", "200", "F1");
    const auto board = get("/api/v1/accounting/dashboard?organization_id=" + accountant.organization.text());
    EXPECT_EQ(text(board, "current_balance"), "700.00");
    EXPECT_EQ(text(board, "receivables"), "900.00");
    EXPECT_EQ(text(board, "payables"), "242.00");
    EXPECT_EQ(text(*board.find("cash_flow"), "last_30_days"), R"({"inflows":700.00,"outflows":0.00,"net":700.00})");
    EXPECT_EQ(text(board, "overdue_invoices"), R"({"count":2,"total_amount":900.00})");
    EXPECT_EQ(text(board, "overdue_payables"), R"({"count":1,"total_amount":242.00})");
    for (const auto* figure : {"current_balance", "receivables", "payables", "overdue_invoices"}) {
        const auto link = text(*board.find("links"), figure);
        EXPECT_EQ(call("GET", link), "200") << link;
    }
}

TEST_F(OverviewTest, indicators) {
    call_owner("2025-10-01", "1000");
    receipt("2025-10-11", "800");
    invoice("2025-10-25", "100", "F1");
    books.expect(
        200, accountant, "PUT", "/api/v1/budgets",
        R"({"year":2025,"lines":[{"kind":"expense","category":"maintenance","amount":121},{"kind":"income","category":"calls","amount":2000}]})");
    const auto report = get("/api/v1/accounting/kpis?year=2025");
    const auto& kpis = *report.find("kpis");
    EXPECT_EQ(text(kpis, "collection_rate"), "0.8000");
    EXPECT_EQ(text(kpis, "average_payment_delay"), "10.0");
    EXPECT_EQ(text(kpis, "operating_margin"), "0.8790");
    EXPECT_NE(text(kpis, "cash_coverage_months"), "null");
    books.set_now(*Timestamp::parse("2026-01-10T10:30:00Z"));
    EXPECT_EQ(text(*get("/api/v1/accounting/kpis?year=2025").find("kpis"), "budget_variance"),
              R"({"income":-0.5000,"expenses":0.0000})");
}

TEST_F(OverviewTest, an_empty_year_has_no_indicators_rather_than_wrong_ones) {
    EXPECT_EQ(
        text(get("/api/v1/accounting/kpis?year=2025"), "kpis"),
        R"({"collection_rate":null,"average_payment_delay":null,"operating_margin":null,"cash_coverage_months":null,"budget_variance":{"income":null,"expenses":null}})");
    EXPECT_EQ(text(get("/api/v1/accounting/dashboard"), "alerts"), "[]");
}

TEST_F(OverviewTest, budget_is_compared_by_category) {
    invoice("2025-10-25", "100", "F1");
    const std::string body = R"({"year":2025,"lines":[{"kind":"expense","category":"maintenance","amount":100.00}]})";
    books.expect(200, accountant, "PUT", "/api/v1/budgets", body);
    const auto budget = get("/api/v1/budgets?year=2025");
    EXPECT_EQ(text(budget.find("lines")->if_array()->front(), "variance"), "21.00");
    EXPECT_EQ(
        call("PUT", "/api/v1/budgets", R"({"year":2025,"lines":[{"kind":"expense","category":"fusées","amount":1}]})"),
        "422 unknown_category");
    EXPECT_EQ(
        call("PUT", "/api/v1/budgets", R"({"year":2025,"lines":[{"kind":"expense","category":"water","amount":-1}]})"),
        "400 must_not_be_negative");
    EXPECT_EQ(tests::outcome(books.request(books.as(accountant, "BoardMember"), "PUT", "/api/v1/budgets", body)),
              "403 not_allowed");
}

TEST_F(OverviewTest, aged_balance_as_it_stood_on_a_day) {
    call_owner("2025-07-01", "100");
    call_owner("2025-09-01", "200");
    call_owner("2025-10-25", "400");
    receipt("2025-10-30", "50");
    const auto amounts = [&](std::string_view date) {
        return text(get("/api/v1/accounting/aged-balance?kind=owners&date=" + std::string(date)), "totals");
    };
    EXPECT_EQ(
        amounts("2025-11-10"),
        R"({"not_due":0.00,"days_1_30":400.00,"days_31_60":0.00,"days_61_90":200.00,"over_90":50.00,"total":650.00,"other":0.00,"balance":650.00})");
    EXPECT_EQ(
        amounts("2025-09-10"),
        R"({"not_due":0.00,"days_1_30":200.00,"days_31_60":0.00,"days_61_90":100.00,"over_90":0.00,"total":300.00,"other":0.00,"balance":300.00})");
    invoice("2025-10-25", "100", "F1");
    EXPECT_EQ(text(*get("/api/v1/accounting/aged-balance?kind=suppliers&date=2025-11-10").find("totals"), "days_1_30"),
              "121.00");
}

TEST_F(OverviewTest, a_budget_beyond_an_amount_is_refused) {
    const auto put = [&](const std::string& lines) {
        return call("PUT", "/api/v1/budgets", R"({"year":2025,"lines":[)" + lines + "]}");
    };
    const auto line = [](const char* category, const char* amount) {
        return R"({"kind":"expense","category":")" + std::string(category) + R"(","amount":)" + amount + "}";
    };
    const char* most = "90071992547409.91";
    EXPECT_EQ(put(line("water", most)), "422 amount_too_large");
    EXPECT_EQ(put(line("water", most) + "," + line("electricity", most)), "422 amount_too_large");
    EXPECT_EQ(put(line("water", "90071992547409.92")).substr(0, 3), "400");
    std::string many = line("water", "1");
    for (int i = 0; i < 500; ++i) many += "," + line(("c" + std::to_string(i)).c_str(), "1");
    EXPECT_EQ(put(many), "400 too_many");
    EXPECT_EQ(books.sql("select count(*) from budget"), "0");
}

TEST_F(OverviewTest, a_budget_or_category_changed_meanwhile_is_not_covered) {
    const auto put = [&](const std::string& path, const std::string& body, const std::string& version) {
        return tests::outcome(books.request(accountant, "PUT", path, body, {{"if-match", "\"" + version + "\""}}));
    };
    const std::string budget = R"({"year":2025,"lines":[{"kind":"expense","category":"water","amount":12}]})";
    EXPECT_EQ(put("/api/v1/budgets", budget, "0"), "200");
    EXPECT_EQ(put("/api/v1/budgets", budget, "0"), "412 changed_meanwhile");
    EXPECT_EQ(put("/api/v1/budgets", budget, "1"), "200");
    EXPECT_EQ(put("/api/v1/expense-categories/water", R"({"name":"Eau froide"})", "0"), "200");
    EXPECT_EQ(put("/api/v1/expense-categories/water", R"({"name":"Eau chaude"})", "0"), "412 changed_meanwhile");
    EXPECT_EQ(put("/api/v1/expense-categories/water", R"({"name":"Eau chaude"})", "1"), "200");
}

TEST_F(OverviewTest, a_long_list_of_anomalies_says_where_it_was_cut) {
    const auto types_cut = [&] {
        const auto report = get("/api/v1/accounting/anomalies?type=FutureDate");
        EXPECT_EQ(text(report, "limit"), "200");
        return std::to_string(report.find("anomalies")->if_array()->size()) + " " + text(report, "cut");
    };
    const auto entries = [](int count) {
        std::string list;
        for (int i = 0; i < count; ++i)
            list +=
                std::string(i ? "," : "") +
                R"({"date":"2025-12-03","description":"x","lines":[{"account_code":"612","debit":1},{"account_code":"550000","credit":1}]})";
        return "{\"entries\":[" + list + "]}";
    };
    post("/api/v1/accounting/journal-entries/batch", entries(200));
    EXPECT_EQ(types_cut(), "200 []");
    post("/api/v1/accounting/journal-entries/batch", entries(3));
    EXPECT_EQ(types_cut(), R"(200 ["FutureDate"])");
    const auto keys = anomalies("FutureDate");
    for (int i = 0; i < 5; ++i)
        post("/api/v1/accounting/anomalies/dismiss",
             R"({"key":")" + keys[static_cast<std::size_t>(i)] + R"(","reason":"Prévu"})", 200);
    EXPECT_EQ(types_cut(), "198 []") << "what was set aside gives its place to the others";
}

TEST_F(OverviewTest, provisions_are_decided_one_by_one) {
    const std::string path = "/api/v1/accounting/provisions";
    const auto one = post(path, R"({"year":2025,"description":"Procès","account_code":"6131","amount":500})");
    EXPECT_EQ(call("POST", path, R"({"year":2025,"description":"x","account_code":"550000","amount":500})"),
              "422 not_expense_account");
    EXPECT_EQ(text(post(path + "/" + text(one, "id") + "/post", "", 200), "status"), "posted");
    EXPECT_EQ(call("POST", path + "/" + text(one, "id") + "/drop", R"({"reason":"Réglé"})"), "409 already_reviewed");
    EXPECT_EQ(balance("444"), "-500.00");
    EXPECT_NE(text(post(path + "/review", R"({"year":2025})", 200), "reviewed_at"), "null");
}

TEST_F(OverviewTest, every_type_of_anomaly_is_found_and_the_rest_is_left_alone) {
    invoice("2025-10-01", "100", "F0");
    EXPECT_EQ(anomalies("MissingVAT").size(), 0u);
    invoice("2025-10-02", "122", "F1", "");
    EXPECT_EQ(anomalies("MissingVAT").size(), 1u);
    EXPECT_EQ(anomalies("MissingDocument").size(), 2u);
    EXPECT_EQ(anomalies("DuplicateInvoice").size(), 0u);
    invoice("2025-10-05", "100", "F0-BIS");
    EXPECT_EQ(anomalies("DuplicateInvoice").size(), 1u);
    entry("2025-12-01", "612", "550000", "7");
    EXPECT_EQ(anomalies("FutureDate").size(), 1u);
    entry("2025-10-05", "612", "616", "7.10");
    EXPECT_EQ(anomalies("WeekendEntry").size(), 1u);
    entry("2025-10-06", "612", "616", "3000");
    EXPECT_EQ(anomalies("RoundAmount").size(), 1u);
    entry("2025-09-06", "4990", "550000", "12");
    EXPECT_EQ(anomalies("SuspenseNotCleared").size(), 1u);
    post(
        "/api/v1/accounting/journal-entries",
        R"({"date":"2025-10-07","journal_code":"BQ","description":"Virement","lines":[{"account_code":"440000","auxiliary_code":"F0001","debit":55},{"account_code":"550000","credit":55}]})");
    EXPECT_EQ(anomalies("PaymentWithoutInvoice").size(), 1u);
    post(
        "/api/v1/accounting/journal-entries",
        R"({"date":"2025-10-07","description":"Import","draft":true,"lines":[{"account_code":"612","debit":500},{"account_code":"550000","credit":505}]})");
    EXPECT_EQ(anomalies("UnbalancedEntry").size(), 1u);
    EXPECT_EQ(anomalies("GapInNumbers").size(), 0u);
    EXPECT_EQ(anomalies("UnusualAmount").size(), 0u);
    for (int i = 0; i < 6; ++i)
        invoice("2025-08-0" + std::to_string(i + 1), std::to_string(100 + i), "M" + std::to_string(i));
    invoice("2025-08-20", "990", "M9");
    EXPECT_EQ(anomalies("UnusualAmount").size(), 1u);
    const auto all = get("/api/v1/accounting/anomalies");
    EXPECT_EQ(text(all.find("anomalies")->if_array()->front(), "severity"), "HIGH");
    EXPECT_NE(to_text(all).find("Écriture déséquilibrée : Débit 500"), std::string::npos);
}

TEST_F(OverviewTest, an_anomaly_is_dismissed_with_a_reason) {
    invoice("2025-10-02", "150", "F1", "");
    const auto key = anomalies("MissingVAT").front();
    const std::string path = "/api/v1/accounting/anomalies/dismiss";
    EXPECT_EQ(call("POST", path, R"({"key":"MissingVAT rien","reason":"pour rire"})"), "404 unknown_anomaly");
    EXPECT_EQ(call("POST", path, R"({"key":")" + key + R"(","reason":""})").substr(0, 3), "400");
    EXPECT_EQ(call("POST", path, R"({"key":")" + key + R"(","reason":"Petite entreprise en franchise"})"), "200");
    EXPECT_EQ(anomalies("MissingVAT").size(), 0u);
    EXPECT_EQ(get("/api/v1/accounting/anomalies?type=MissingVAT&include_dismissed=true")
                  .find("anomalies")
                  ->if_array()
                  ->size(),
              1u);
}

TEST(Unusual, StandsOutFromItsSupplier) {
    EXPECT_EQ(unusual({100, 101, 99, 100, 102}), (std::vector<bool>(5, false))) << "too few to tell";
    EXPECT_EQ(unusual({100, 101, 99, 100, 102, 500}), (std::vector<bool>{false, false, false, false, false, true}));
    EXPECT_EQ(unusual({100, 100, 100, 100, 100, 100, 160}).back(), true);
    EXPECT_EQ(unusual({100, 100, 100, 100, 100, 100, 140}).back(), false);
    EXPECT_EQ(unusual({50, 80, 120, 200, 150, 90, 110}), (std::vector<bool>(7, false)));
    EXPECT_EQ(unusual({50, 80, 120, 200, 150, 90, 110, 9}).back(), true) << "far too low";
    EXPECT_EQ(unusual({50, 80, 120, 200, 150, 90, 110, 1}).back(), true);
    EXPECT_EQ(unusual({100, 100, 100, 100, 100, 100, 45}).back(), true);
    EXPECT_EQ(unusual({1000, 1001, 999, 1000, 1002, 1030}).back(), false) << "a small rise of a steady price";
    EXPECT_EQ(unusual({9'007'199'254'740'991, 1, 1, 1, 1, 1, 1}).front(), true);
}

}  // namespace
}  // namespace daftar::accounting
