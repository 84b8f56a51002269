#include "modules/accounting/income_comparison.hpp"

#include "modules/accounting/report_sheets.hpp"

namespace daftar::accounting {
namespace {

constexpr std::int32_t years_compared = 3;  // the year, and the two before it

std::string title_of(const ReportPeriod& period, ComparedBy by) {
    if (by == ComparedBy::month) return month_name(period.start);
    return by == ComparedBy::quarter ? "T" + period.label.substr(period.label.size() - 1) : period.label;
}

std::vector<ComparedPeriod> columns_of(Context& context, const IncomeComparisonRequest& request) {
    std::vector<ComparedPeriod> columns;
    const auto add = [&](const ReportPeriod& period, ComparedBy by) {
        columns.push_back({period.label, title_of(period, by), period.start, period.end});
    };
    switch (request.by) {
        case ComparedBy::month:
            for (std::int32_t month = 1; month <= 12; ++month)
                add(report_period(context, request.year, {}, month), ComparedBy::month);
            break;
        case ComparedBy::quarter:
            for (std::int32_t quarter = 1; quarter <= 4; ++quarter)
                add(report_period(context, request.year, quarter), ComparedBy::quarter);
            break;
        case ComparedBy::year:
            for (auto year = request.year - years_compared + 1; year < request.year; ++year)
                if (ledger::find_year(context, year)) add(report_period(context, year), ComparedBy::year);
            break;
    }
    add(report_period(context, request.year), ComparedBy::year);
    return columns;
}

File income_comparison_xlsx(Context& context, const IncomeComparisonRequest& request) {
    const auto comparison = income_comparison(context, request);
    Statement statement{"Comparaison", "Compte de résultats", "", true, true, {}, comparison.lines};
    for (const auto& column : comparison.columns) statement.columns.push_back({column.code, column.title});
    auto period = report_period(context, request.year);
    period.start = comparison.columns.front().start;
    ReportSheets report{"Compte de résultats comparé", "compte-de-resultats-compare", period};
    report.sheets.push_back(sheet_of(context, statement, report_subject(context), period));
    return workbook_of(context, std::move(report));
}

}  // namespace

IncomeComparison income_comparison(Context& context, const IncomeComparisonRequest& request) {
    IncomeComparison out{std::to_string(request.year), columns_of(context, request), {}, report_proof(context)};
    std::vector<std::optional<IncomeSpan>> spans;
    for (const auto& column : out.columns) spans.emplace_back(IncomeSpan{column.start, column.end});
    out.lines = income_lines(context, spans);
    return out;
}

constexpr Route routes[] = {
    {"GET", "/api/v1/reports/income-comparison", "read_reports", operation<income_comparison>},
    {"GET", "/api/v1/reports/income-comparison.xlsx", "read_reports", operation<income_comparison_xlsx>},
};
const std::span<const Route> income_comparison_routes = routes;

}  // namespace daftar::accounting
