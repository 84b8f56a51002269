// From an invoice to its entry, its approval, its payment and its credit note.
#include "modules/accounting/accounting_fixture.hpp"

namespace daftar::accounting {
namespace {

using ExpenseTest = AccountingTest;

/// The guide's example, with more members after it.
std::string guide_expense(std::string_view more = "") {
    return R"({"description":"Entretien espaces verts - Novembre 2025","expense_date":"2025-11-10","category":"Maintenance",
              "line_items":[{"description":"Tonte et taille","quantity":10.0,"unit_price":100.00,"vat_rate":0.21}])" +
           std::string(more) + "}";
}
std::string supplied(const std::string& supplier, std::string_view number) {
    return guide_expense(R"(,"supplier_id":")" + supplier + R"(","invoice_number":")" + std::string(number) + "\"");
}

TEST_F(ExpenseTest, posts_charge_vat_and_debt_when_vat_is_deducted) {
    deduct_vat();
    const auto expense = post("/api/v1/expenses", guide_expense());
    const auto& lines = *expense.find("imputations")->if_array();
    ASSERT_EQ(lines.size(), 3u);
    EXPECT_EQ(
        to_text(lines[0]),
        R"({"account_code":"610300","account_name":"Entretien des espaces verts","debit":1000.00,"credit":0.00})");
    EXPECT_EQ(to_text(lines[1]),
              R"({"account_code":"451000","account_name":"TVA à récupérer","debit":210.00,"credit":0.00})");
    EXPECT_EQ(to_text(lines[2]),
              R"({"account_code":"440000","account_name":"Fournisseurs","debit":0.00,"credit":1210.00})");
    EXPECT_EQ(text(expense, "reference"), "DEP-2025-0001");
    EXPECT_EQ(balance("440000"), "-1210.00");
}

TEST_F(ExpenseTest, keeps_vat_in_the_charge_by_default) {
    const auto expense = post("/api/v1/expenses", guide_expense());
    EXPECT_EQ(expense.find("imputations")->if_array()->size(), 2u);
    EXPECT_EQ(balance("610300"), "1210.00");
    EXPECT_EQ(balance("451000"), "0");
}

TEST_F(ExpenseTest, reverse_charge_owes_the_vat_to_the_state) {
    post("/api/v1/expenses", R"({"description":"Conseil","expense_date":"2025-11-10","category":"professional_fees",
        "line_items":[{"description":"Conseil","quantity":1,"unit_price":100,"vat_rate":0.21,"vat_treatment":"reverse_charge"}]})");
    EXPECT_EQ(balance("440000"), "-100.00");
    EXPECT_EQ(balance("451200"), "-21.00");
    EXPECT_EQ(balance("6133"), "121.00");
}

TEST_F(ExpenseTest, refusals_change_nothing) {
    const auto line = [](std::string_view body) {
        return R"({"description":"x","expense_date":"2025-11-10","category":"other","line_items":[{"description":"x",)" +
               std::string(body) + "}]}";
    };
    const std::pair<std::string, const char*> refusals[] = {
        {R"({"description":"x","expense_date":"2025-11-10","category":"Zeppelin","line_items":[{"description":"x","quantity":1,"unit_price":1}]})",
         "422 unknown_category"},
        {line(R"("quantity":1,"unit_price":10,"vat_rate":0.20)"), "422 unknown_vat_rate"},
        {line(R"("quantity":1,"unit_price":10,"account_code":"550000")"), "422 not_expense_account"},
        {line(R"("quantity":1,"unit_price":10,"account_code":"999999")"), "422 not_expense_account"},
        {line(R"("quantity":1,"unit_price":0)"), "422 total_must_be_positive"},
        {line(R"("quantity":1,"unit_price":-5)"), "422 total_must_be_positive"},
        {line(R"("quantity":1,"unit_price":100,"vat_rate":0.21,"vat_amount":25.00)"), "422 vat_amount_mismatch"},
        {line(R"("quantity":1,"unit_price":"dix")"), "400 must_be_number"},
        {line(R"("quantity":1,"unit_price":1.1234567)"), "400 too_many_decimals"},
        {line(R"("quantity":1)"), "400 missing"},
        {R"({"description":"x","expense_date":"2025-11-10","category":"other","line_items":[]})", "400 too_few"},
        {R"({"description":"x","expense_date":"2023-11-10","category":"other","line_items":[{"description":"x","quantity":1,"unit_price":1}]})",
         "422 no_fiscal_year"},
        {guide_expense(R"(,"supplier_id":"0190a0a0-0000-7000-8000-000000000000")"), "404 not_found"},
        {guide_expense(R"(,"building_id":"0190a0a0-0000-7000-8000-000000000000")"), "404 not_found"},
    };
    for (const auto& [body, expected] : refusals)
        EXPECT_EQ(call("POST", "/api/v1/expenses", body).substr(0, 3), std::string(expected).substr(0, 3))
            << body << call("POST", "/api/v1/expenses", body);
    EXPECT_EQ(call("POST", "/api/v1/expenses", refusals[1].first), refusals[1].second);
    EXPECT_EQ(books.sql("select count(*) from entry"), "0");
    EXPECT_EQ(books.sql("select count(*) from expense"), "0");
    EXPECT_EQ(
        call("POST", "/api/v1/expenses", guide_expense(R"(,"supplier_id":")" + party("owner", "Mme Dupont") + "\"")),
        "422 not_a_supplier");
}

TEST_F(ExpenseTest, the_same_invoice_is_refused_however_it_is_written) {
    const auto supplier = party("supplier", "Jardins"), other = party("supplier", "Autres jardins");
    EXPECT_EQ(call("POST", "/api/v1/expenses", supplied(supplier, "FA-2025/07")), "201");
    EXPECT_EQ(call("POST", "/api/v1/expenses", supplied(supplier, "fa 2025 07")), "409 duplicate_invoice");
    EXPECT_EQ(call("POST", "/api/v1/expenses", supplied(other, "FA-2025/07")), "201");
}

TEST_F(ExpenseTest, is_approved_then_paid_and_settled) {
    const auto supplier = party("supplier", "Jardins");
    const auto id = text(post("/api/v1/expenses", supplied(supplier, "F1")), "id");
    const auto path = "/api/v1/expenses/" + id;
    EXPECT_EQ(call("POST", path + "/pay", "{}"), "409 not_approved");
    EXPECT_EQ(call("POST", path + "/approve"), "200");
    EXPECT_EQ(call("POST", path + "/approve"), "409 already_approved");
    EXPECT_EQ(call("POST", path + "/pay", R"({"amount":2000.00})"), "422 amount_exceeds_due");
    EXPECT_EQ(call("POST", path + "/pay", R"({"account_code":"610300"})"), "422 not_a_money_account");
    EXPECT_EQ(text(post(path + "/pay", R"({"amount":210.00,"date":"2025-11-12"})", 200), "status"), "approved");
    EXPECT_EQ(text(post(path + "/pay", R"({"date":"2025-11-15"})", 200), "status"), "paid");
    EXPECT_EQ(call("POST", path + "/pay", "{}"), "409 already_paid");
    EXPECT_EQ(balance("440000"), "0.00");
    EXPECT_EQ(balance("550000"), "-1210.00");
    EXPECT_EQ(books.sql("select count(*) from open_item where open_amount <> 0"), "0");
    EXPECT_EQ(get(path + "/payments").find("items")->if_array()->size(), 2u);
    EXPECT_EQ(get("/api/v1/expenses?status=paid&search=jardins").find("items")->if_array()->size(), 1u);
    EXPECT_EQ(get(path).find("line_items")->if_array()->size(), 1u);
}

TEST_F(ExpenseTest, a_payment_made_elsewhere_is_only_marked) {
    const auto path = "/api/v1/expenses/" + text(post("/api/v1/expenses", guide_expense()), "id");
    call("POST", path + "/approve");
    EXPECT_EQ(text(post(path + "/mark-paid", R"({"date":"2025-11-20"})", 200), "paid_on"), "2025-11-20");
    EXPECT_EQ(balance("550000"), "0");
}

TEST_F(ExpenseTest, a_credit_note_takes_back_and_never_more) {
    deduct_vat();
    const auto supplier = party("supplier", "Jardins");
    const auto path = "/api/v1/expenses/" + text(post("/api/v1/expenses", supplied(supplier, "F1")), "id");
    const auto partial = post(
        path + "/credit-note",
        R"({"date":"2025-11-12","line_items":[{"description":"Remise","quantity":1,"unit_price":100,"vat_rate":0.21}]})");
    EXPECT_EQ(text(partial, "total_amount"), "121.00");
    EXPECT_EQ(call("POST", path + "/credit-note", R"({"date":"2025-11-13"})"), "422 credit_exceeds_invoice");
    EXPECT_EQ(balance("440000"), "-1089.00");
    EXPECT_EQ(balance("451000"), "189.00");
    EXPECT_EQ(text(*get(path).find("expense"), "remaining_amount"), "1089.00");
    EXPECT_EQ(call("POST", "/api/v1/expenses/" + text(partial, "id") + "/credit-note", "{}"), "409 not_creditable");
}

TEST_F(ExpenseTest, an_invoice_credited_whole_may_be_entered_again) {
    const auto supplier = party("supplier", "Jardins");
    const auto path = "/api/v1/expenses/" + text(post("/api/v1/expenses", supplied(supplier, "F1")), "id");
    post(path + "/credit-note", R"({"date":"2025-11-12"})");
    EXPECT_EQ(text(*get(path).find("expense"), "status"), "credited");
    EXPECT_EQ(balance("440000"), "0.00");
    EXPECT_EQ(call("POST", "/api/v1/expenses", supplied(supplier, "F1")), "201");
}

TEST_F(ExpenseTest, the_accountant_changes_where_a_category_goes) {
    books.expect(200, accountant, "PUT", "/api/v1/expense-categories/maintenance", R"({"account_code":"6107"})");
    EXPECT_EQ(call("PUT", "/api/v1/expense-categories/maintenance", R"({"account_code":"550000"})"),
              "422 not_expense_account");
    EXPECT_EQ(call("PUT", "/api/v1/expense-categories/piscine", R"({"name":"Piscine"})"), "400 missing");
    EXPECT_EQ(call("PUT", "/api/v1/expense-categories/piscine", R"({"name":"Piscine","account_code":"610300"})"),
              "200");
    post("/api/v1/expenses", guide_expense());
    EXPECT_EQ(balance("6107"), "1210.00");
    EXPECT_EQ(balance("610300"), "0");
    const auto rows = get("/api/v1/expense-categories");
    EXPECT_EQ(text(rows.find("items")->if_array()->back(), "code"), "piscine");
}

}  // namespace
}  // namespace daftar::accounting
