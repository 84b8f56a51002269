// One sheet on paper and in a workbook, and the papers of each report on real books.
#include "modules/accounting/report_sheets.hpp"

#include <algorithm>

#include "modules/accounting/accounting_fixture.hpp"
#include "modules/accounting/income_comparison.hpp"
#include "modules/accounting/ledger_paper.hpp"

namespace daftar::accounting {
namespace {

const Currency euro = *Currency::from_code("EUR");

TEST(PrintedTable, AddsUpAsTheFormulasDo) {
    XlsxSheet sheet{"S", {}, {{"Compte", 12}, {"Intitulé", 40}, {"Débit", 18}, {"Échéance", 12}}, {}};
    sheet.rows.push_back({{"Classe 4"}, XlsxRowKind::section});
    sheet.rows.push_back({{"40", "Fournisseurs", Money(1050, euro), *Date::parse("2025-03-31")}});
    sheet.rows.push_back({{"41", "Copropriétaires", Money(200, euro)}});
    sheet.rows.push_back({{"Total classe 4", {}, XlsxCell::sum()}, XlsxRowKind::subtotal});
    sheet.rows.push_back({{"Classe 5"}, XlsxRowKind::section});
    sheet.rows.push_back({{"55", "Banque", Money(-50, euro)}});
    sheet.rows.push_back({{"Total classe 5", {}, XlsxCell::sum()}, XlsxRowKind::subtotal});
    sheet.rows.push_back({{"Total", {}, XlsxCell::sum()}, XlsxRowKind::total});
    const auto table = printed_table(sheet);
    EXPECT_EQ(table.columns[1].align, PdfAlign::start);
    EXPECT_GT(table.columns[1].weight, 0u) << "the wide column of text takes the room that is left";
    EXPECT_EQ(table.columns[2].align, PdfAlign::end);
    EXPECT_EQ(table.columns[2].weight, 0u);
    EXPECT_EQ(table.rows[1].cells[2].text, "10,50") << "the currency is said once, not in each cell";
    EXPECT_EQ(table.rows[1].cells[3].text, "31/03/2025");
    EXPECT_EQ(table.rows[2].cells.size(), 4u) << "short rows are filled up";
    EXPECT_EQ(table.rows[3].cells[2].text, "12,50");
    EXPECT_EQ(table.rows[6].cells[2].text, "−0,50");
    EXPECT_EQ(table.rows[7].cells[2].text, "12,00");
    EXPECT_EQ(table.rows[7].kind, PdfRowKind::total);
}

struct ReportPapers : AccountingTest {
    ReportPapers() {
        deduct_vat();
        entry("2025-02-10", "550000", "701", "1500.00");
        entry("2025-05-10", "610100", "550000", "350.25");
    }
    void expect_file(const std::string& path, std::string_view start) {
        const auto file = books.request(accountant, "GET", path);
        EXPECT_EQ(file.status, 200) << path << " " << file.body.substr(0, 300);
        EXPECT_TRUE(file.body.starts_with(start)) << path;
    }
};

TEST_F(ReportPapers, EveryReportGoesOnPaperAndIntoAWorkbook) {
    for (const auto* report :
         {"accounting/trial-balance.*?date=2025-12-31&compared_to=2024-12-31",
          "accounting/trial-balance.*?account_code=6&auxiliaries=true",
          "accounting/ledger.*?account_code=550000&start_date=2025-01-01&end_date=2025-12-31", "accounting/ledger.*",
          "accounting/aged-balance.*?kind=suppliers&compared_to=2025-01-31", "accounting/aged-balance.*?kind=owners",
          "reports/vat-declaration.*?year=2025&quarter=1", "reports/vat-declaration.*?year=2025&month=12",
          "reports/activity-report.*?year=2025", "reports/income-statement.*?year=2025&month=5"}) {
        std::string path = "/api/v1/" + std::string(report);
        const auto star = path.find('*');
        expect_file(path.replace(star, 1, "pdf"), "%PDF");
        expect_file(path.replace(star, 3, "xlsx"), "PK");
    }
    for (const auto* by : {"month", "quarter", "year"})
        expect_file("/api/v1/reports/income-comparison.xlsx?year=2025&by=" + std::string(by), "PK");
}

TEST_F(ReportPapers, AreRefusedClearly) {
    EXPECT_EQ(
        call("GET", "/api/v1/accounting/ledger.pdf?account_code=550000&start_date=2025-02-01&end_date=2025-01-01"),
        "400 before_start");
    EXPECT_EQ(call("GET", "/api/v1/accounting/ledger.xlsx?auxiliary_code=A"), "400 account_missing");
    EXPECT_EQ(call("GET", "/api/v1/accounting/trial-balance.pdf?date=31/12/2025").substr(0, 3), "400");
    EXPECT_EQ(call("GET", "/api/v1/reports/vat-declaration.pdf?year=2025"), "400 quarter_or_month");
    EXPECT_EQ(call("GET", "/api/v1/reports/income-comparison?year=2011&by=month"), "404 year_not_found");
}

TEST_F(ReportPapers, TheLedgerSheetOpensCarriesAndCloses) {
    books.run(accountant, [&](Context& context) {
        LedgerPaperRequest request;
        request.account_code.emplace().value = "550000";
        request.start_date = Date::parse("2025-03-01");
        request.end_date = Date::parse("2025-12-31");
        const auto report = ledger_sheets(context, request, 100);
        const auto table = printed_table(report.sheets.at(0));
        ASSERT_EQ(table.rows.size(), 4u) << "heading, opening, one line, total";
        EXPECT_EQ(table.rows[1].cells[6].text, french(Money(150000, euro)).substr(0, 10));
        EXPECT_EQ(table.rows[2].cells[5].text, "350,25");
        EXPECT_EQ(table.rows[3].cells[6].text, "1\u202f149,75");
        try {
            ledger_sheets(context, {}, 3);
            FAIL() << "a longer ledger than asked is refused";
        } catch (const Refused& refused) {
            EXPECT_EQ(refused.code, "report_too_long");
        }
    });
}

TEST_F(ReportPapers, ALedgerOfACodeIsOfTheAccountOrOfAllBelowIt) {
    entry("2025-04-01", "612", "550000", "10");
    entry("2025-04-02", "6104", "550000", "20");
    entry("2025-04-03", "61", "550000", "30");
    const auto totals = [&](bool and_below) {
        std::size_t found = 0;
        books.run(accountant, [&](Context& context) {
            LedgerPaperRequest request;
            request.account_code.emplace().value = "61";
            request.start_date = Date(2025, 1, 1), request.end_date = Date(2025, 12, 31);
            for (const auto& row : ledger_sheets(context, request, 100, and_below).sheets.at(0).rows)
                found += row.kind == XlsxRowKind::subtotal;
        });
        return found;
    };
    EXPECT_EQ(totals(false), 1u);
    EXPECT_GE(totals(true), 3u);
}

TEST_F(ReportPapers, MonthsOfAnIncomeStatementAddUpToTheYear) {
    books.run(accountant, [&](Context& context) {
        const auto months = income_comparison(context, {2025, ComparedBy::month});
        ASSERT_EQ(months.columns.size(), 13u);
        for (const auto& line : months.lines) {
            if (line.amounts.empty()) continue;
            Money sum(0, context.currency());
            for (std::size_t month = 0; month < 12; ++month) sum += *line.amounts[month];
            EXPECT_EQ(sum, *line.amounts[12]) << line.code;
            for (const auto& account : line.accounts) {
                EXPECT_EQ(account.links.size(), 13u);
                EXPECT_EQ(account.amounts.size(), 13u);
            }
        }
        const auto utilities = std::ranges::find(months.lines, "utilities", &StatementLine::code);
        EXPECT_EQ(utilities->amounts[4]->text(), "350.25");
        EXPECT_EQ(utilities->accounts.at(0).links[4],
                  "/api/v1/accounting/ledger?account_code=610100&start_date=2025-05-01&end_date=2025-05-31");
    });
}

}  // namespace
}  // namespace daftar::accounting
