// Balance sheet, income statement, activity report, country statements and Excel on real books.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "modules/accounting/activity_report.hpp"
#include "modules/accounting/balance_sheet.hpp"
#include "modules/accounting/excel_export.hpp"
#include "modules/accounting/income_statement.hpp"
#include "tests/support/test_books.hpp"

namespace daftar::accounting {
namespace {

using tests::TestBooks;

class StatementsTest : public testing::Test {
protected:
    StatementsTest()
        : books({ledger::ledger(),
                 {"accounting",
                  {balance_sheet_routes, income_statement_routes, activity_report_routes, statement_routes,
                   excel_export_routes},
                  {}}}) {}

    void open(const char* chart) {
        accountant = books.organization("Les Érables", chart, 2025);
        books.set_now(*Timestamp::parse("2025-12-31T10:00:00Z"));
    }
    void post(const char* date, const std::string& lines) {
        books.expect(201, accountant, "POST", "/api/v1/accounting/journal-entries",
                     "{\"date\":\"" + std::string(date) + "\",\"description\":\"Test\",\"lines\":[" + lines + "]}");
    }
    void owner(const char* account, const char* code) {
        books.expect(201, accountant, "POST", "/api/v1/auxiliaries",
                     R"({"account_code":")" + std::string(account) + R"(","code":")" + code +
                         R"(","name":"Copropriétaire )" + code + R"(","kind":"owner"})");
    }
    template <class T> T read(const std::function<T(Context&)>& act) {
        T out{};
        books.run(accountant, [&](Context& context) { out = act(context); });
        return out;
    }

    TestBooks books;
    Principal accountant;
};

TEST_F(StatementsTest, TheBelgianSheetBalancesWithTheResultOfTheYear) {
    open("be-acp");
    owner("4101", "A");
    owner("4101", "B");
    post("2025-01-05", R"({"account_code":"551000","debit":5000},{"account_code":"100","credit":5000})");
    post(
        "2025-02-01",
        R"({"account_code":"4101","auxiliary_code":"A","debit":900},{"account_code":"4101","auxiliary_code":"B","debit":600},{"account_code":"701","credit":1500})");
    post("2025-02-10",
         R"({"account_code":"550000","debit":1000},{"account_code":"4101","auxiliary_code":"A","credit":1000})");
    post("2025-05-10", R"({"account_code":"610100","debit":350.25},{"account_code":"550000","credit":350.25})");
    post("2025-11-10", R"({"account_code":"650","debit":12},{"account_code":"550000","credit":12})");
    const auto sheet = read<BalanceSheet>([](Context& context) { return balance_sheet(context, {2025}); });
    EXPECT_EQ(sheet.assets.current_assets.receivables.text(), "600.00");
    EXPECT_EQ(sheet.liabilities.current_liabilities.owners_in_credit.text(), "100.00")
        << "not set off against the other owner";
    EXPECT_EQ(sheet.liabilities.equity.current_result.text(), "1137.75");
    EXPECT_TRUE(sheet.balance_check.balanced) << sheet.balance_check.defect.value_or("");
    EXPECT_EQ(sheet.assets.total_assets.text(), "6237.75");

    const auto income = read<IncomeStatement>([](Context& context) {
        IncomeRequest request;
        request.year = 2025;
        return income_statement(context, request);
    });
    EXPECT_EQ(income.income.rental_charges.text(), "1500.00");
    EXPECT_EQ(income.expenses.utilities.text(), "350.25");
    EXPECT_EQ(income.operating_result.text(), "1149.75");
    EXPECT_EQ(income.financial_result.text(), "-12.00");
    EXPECT_EQ(income.net_result, sheet.liabilities.equity.current_result);

    const auto last_quarter =
        books.expect(200, accountant, "GET", "/api/v1/reports/income-statement?year=2025&quarter=4");
    EXPECT_EQ(*last_quarter.find("period")->if_string(), "2025-Q4");
    EXPECT_EQ(*number_in(*last_quarter.find("net_result")), "-12.00");
    EXPECT_EQ(books.request(accountant, "GET", "/api/v1/reports/income-statement?year=2025&quarter=5").status, 400);

    const auto activity = read<ActivityReport>([](Context& context) { return activity_report(context, {2025}); });
    EXPECT_EQ(activity.unpaid.called.text(), "1500.00");
    EXPECT_EQ(activity.unpaid.collected.text(), "1000.00");
    EXPECT_EQ(activity.unpaid.recovery_rate.text(), "0.6667");
    EXPECT_EQ(activity.cash_evolution.back().balance.text(), "5637.75");
}

TEST_F(StatementsTest, TheFrenchTiesHold) {
    open("fr-copropriete");
    owner("4501", "A");
    owner("4502", "A");
    post("2025-01-05",
         R"({"account_code":"4501","auxiliary_code":"A","debit":1200},{"account_code":"701","credit":1200})");
    post("2025-02-05",
         R"({"account_code":"5121","debit":1000},{"account_code":"4501","auxiliary_code":"A","credit":1000})");
    post(
        "2025-03-05",
        R"({"account_code":"601","debit":300,"axes":{"allocation_key":"Bâtiment A"}},{"account_code":"5121","credit":300})");
    post(
        "2025-04-05",
        R"({"account_code":"4502","auxiliary_code":"A","debit":5000},{"account_code":"702","credit":5000,"axes":{"works_project":"Toiture"}})");
    post(
        "2025-06-05",
        R"({"account_code":"671","debit":4200,"axes":{"works_project":"Toiture"}},{"account_code":"5121","credit":4200})");
    books.sql("insert into budget (organization_id, year, kind, category, amount) values ('" +
              accountant.organization.text() + "', 2025, 'income', 'calls', 120000)");
    const auto all = read<Statements>([](Context& context) { return statements(context, {2025, {}}); });
    ASSERT_EQ(all.statements.size(), 5u);
    const auto voted = std::ranges::find(all.statements[1].lines, "i701", &StatementLine::code);
    EXPECT_EQ(voted->amounts[1]->text(), "1200.00") << "the budget of the year";
    EXPECT_FALSE(voted->amounts[3]) << "nothing was voted for the next year";
    EXPECT_EQ(all.checks.size(), 7u);
    for (const auto& check : all.checks)
        EXPECT_TRUE(check.ok) << check.code << " " << check.left.text() << " " << check.right.text();
    EXPECT_TRUE(all.ready);
    EXPECT_EQ(books.request(accountant, "GET", "/api/v1/reports/statements.pdf?year=2025").status, 200);
    EXPECT_EQ(books.request(accountant, "GET", "/api/v1/reports/statements.xlsx?year=2025&name=fr-annexe-2").status,
              200);
    EXPECT_EQ(tests::outcome(books.request(accountant, "GET", "/api/v1/reports/statements?year=2025&name=fr-annexe-9")),
              "404 not_found");
}

/// A limit of the law is named when it is passed, and does not keep the books from closing.
TEST_F(StatementsTest, TheFrenchAdvanceStaysWithinASixthOfTheBudget) {
    open("fr-copropriete");
    post("2025-01-05", R"({"account_code":"5121","debit":200.01},{"account_code":"1031","credit":200.01})");
    const auto advance = [&]() -> std::optional<StatementCheck> {
        const auto all = read<Statements>([](Context& context) { return statements(context, {2025, {}}); });
        EXPECT_TRUE(all.ready);
        const auto found = std::ranges::find(all.checks, "a1_advance_within_budget", &StatementCheck::code);
        return found == all.checks.end() ? std::nullopt : std::optional(*found);
    };
    EXPECT_FALSE(advance()) << "no budget was voted";
    const auto vote = [&](const char* cents) {
        books.sql("delete from budget");
        books.sql("insert into budget (organization_id, year, kind, category, amount) values ('" +
                  accountant.organization.text() + "', 2025, 'expense', 'water', " + cents + ")");
        ASSERT_TRUE(advance());
    };
    vote("120006");
    EXPECT_TRUE(advance()->ok) << "200.01 is a sixth of 1,200.06";
    vote("120005");
    EXPECT_FALSE(advance()->ok);
    EXPECT_EQ(advance()->right.text(), "200.00");
    EXPECT_EQ(advance()->difference.text(), "0.01");
    EXPECT_EQ(advance()->severity, "warning");
}

TEST_F(StatementsTest, TheBelgianReserveFundIsFed) {
    open("be-acp");
    post("2025-05-10", R"({"account_code":"610100","debit":1000},{"account_code":"550000","credit":1000})");
    books.expect(201, accountant, "POST", "/api/v1/accounting/fiscal-years", R"({"year":2026})");
    const auto fed = [&](std::int32_t year) {
        const auto all = read<Statements>([&](Context& context) { return statements(context, {year, {}}); });
        const auto found = std::ranges::find(all.checks, "reserve_is_fed", &StatementCheck::code);
        return found == all.checks.end() ? std::string("unknown") : found->ok ? "fed" : found->difference.text();
    };
    EXPECT_EQ(fed(2025), "unknown") << "no books of the year before";
    EXPECT_EQ(fed(2026), "50.00");
    post("2026-01-10", R"({"account_code":"550100","debit":50},{"account_code":"700","credit":50})");
    EXPECT_EQ(fed(2026), "fed");
}

TEST_F(StatementsTest, TheMoroccanStatesSayThatTheyAreUnconfirmed) {
    open("ma-syndicat");
    owner("3422", "A");
    post("2025-01-05",
         R"({"account_code":"3422","auxiliary_code":"A","debit":1200},{"account_code":"7111","credit":1200})");
    post("2025-03-05", R"({"account_code":"6112","debit":300},{"account_code":"5121","credit":300})");
    const auto all = read<Statements>([](Context& context) { return statements(context, {2025, {}}); });
    EXPECT_TRUE(all.ready);
    for (const auto& statement : all.statements) {
        EXPECT_FALSE(statement.confirmed);
        const bool smallest = statement.name == "ma-annexe-10" || statement.name.starts_with("ma-annexe-13");
        EXPECT_EQ(statement.applies, smallest) << "1,200 DH a year want annexes 10, 13-1 and 13-2: " << statement.name;
    }
}

TEST_F(StatementsTest, FiveExcelReportsAndThePapers) {
    open("be-acp");
    post("2025-05-10", R"({"account_code":"610100","debit":350.25},{"account_code":"550000","credit":350.25})");
    for (const auto* type : {"balance-sheet", "income-statement", "trial-balance", "ledger", "vat-declaration"}) {
        const auto file =
            books.request(accountant, "GET", "/api/v1/exports/excel?year=2025&report_type=" + std::string(type));
        EXPECT_EQ(file.status, 200) << type << " " << file.body.substr(0, 300);
        EXPECT_TRUE(file.body.starts_with("PK")) << type;
    }
    EXPECT_EQ(books.request(accountant, "GET", "/api/v1/exports/excel?year=2025&report_type=horoscope").status, 400);
    EXPECT_EQ(books.request(accountant, "GET", "/api/v1/exports/excel?year=2025&report_type=ledger&quarter=1").status,
              400);
    for (const auto* paper : {"balance-sheet.pdf", "income-statement.pdf", "activity-report.pdf"}) {
        const auto file = books.request(accountant, "GET", "/api/v1/reports/" + std::string(paper) + "?year=2025");
        EXPECT_EQ(file.status, 200) << paper << file.body.substr(0, 300);
        EXPECT_TRUE(file.body.starts_with("%PDF")) << paper;
    }
}

}  // namespace
}  // namespace daftar::accounting
