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
    // A fiscal year may have fewer than twelve months, or more.
    const auto whole = report_period(context, request.year);
    const auto begins = [&](int months) { return whole.start.plus_months(months) <= whole.end; };
    switch (request.by) {
        case ComparedBy::month:
            for (std::int32_t month = 1; begins(month - 1); ++month)
                add(report_period(context, request.year, {}, month), ComparedBy::month);
            break;
        case ComparedBy::quarter:
            for (std::int32_t quarter = 1; begins((quarter - 1) * 3); ++quarter)
                add(report_period(context, request.year, quarter), ComparedBy::quarter);
            break;
        case ComparedBy::year:
            for (auto year = request.year - years_compared + 1; year < request.year; ++year)
                if (ledger::find_year(context, year)) add(report_period(context, year), ComparedBy::year);
            break;
    }
    add(whole, ComparedBy::year);
    return columns;
}

Statement statement_of(const IncomeComparison& comparison) {
    Statement statement{"Comparaison", "Compte de résultats", "", true, true, {}, comparison.lines};
    for (const auto& column : comparison.columns) statement.columns.push_back({column.code, column.title});
    return statement;
}

/// From the oldest column to the year's end.
ReportPeriod period_of(Context& context, const IncomeComparison& comparison, std::int32_t year) {
    auto period = report_period(context, year);
    period.start = comparison.columns.front().start;
    return period;
}

File income_comparison_xlsx(Context& context, const IncomeComparisonRequest& request) {
    const auto comparison = income_comparison(context, request);
    const auto period = period_of(context, comparison, request.year);
    ReportSheets report{"Compte de résultats comparé", "compte-de-resultats-compare", period};
    report.sheets.push_back(sheet_of(context, statement_of(comparison), report_subject(context), period));
    return workbook_of(context, std::move(report));
}

/// Thirteen columns do not fit a page: so many stand beside each other, then the table goes on below.
constexpr std::size_t columns_on_paper = 5;

File income_comparison_pdf(Context& context, const IncomeComparisonRequest& request) {
    const auto comparison = income_comparison(context, request);
    const auto period = period_of(context, comparison, request.year);
    const auto subject = report_subject(context);
    PdfDocument document(letterhead(context, subject, "Compte de résultats comparé", period, comparison.proof));
    PdfChart chart{PdfChartKind::bars, "Produits et charges", {}, {}, std::string(context.currency().code())};
    for (const auto& [code, label] : {std::pair{"total_income", "Produits"}, {"total_expenses", "Charges"}}) {
        const auto line = std::ranges::find(comparison.lines, code, &StatementLine::code);
        PdfSeries series{label, {}};
        for (const auto& amount : line->amounts) series.values.push_back(amount->decimal());
        if (request.by != ComparedBy::year) series.values.pop_back();  // the whole year would dwarf its months
        chart.series.push_back(std::move(series));
    }
    for (std::size_t column = 0; column < chart.series.front().values.size(); ++column)
        chart.labels.push_back(comparison.columns[column].title);
    document.chart(std::move(chart));
    const auto whole = statement_of(comparison);
    for (std::size_t first = 0; first < whole.columns.size(); first += columns_on_paper) {
        auto part = whole;
        const auto keep = [&](auto& cells) {
            if (cells.empty()) return;  // a heading has no amounts
            const auto end = std::min(first + columns_on_paper, cells.size());
            cells = {cells.begin() + static_cast<std::ptrdiff_t>(first),
                     cells.begin() + static_cast<std::ptrdiff_t>(end)};
        };
        keep(part.columns);
        for (auto& line : part.lines) keep(line.amounts), line.accounts.clear();
        if (first > 0) document.page_break();
        print_statement(context, part, document);
    }
    return {std::string(pdf_type), file_name("compte-de-resultats-compare", period, subject, ".pdf"),
            document.bytes(context.now()), true};
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
    {"GET", "/api/v1/reports/income-comparison.pdf", "read_reports", operation<income_comparison_pdf>},
    {"GET", "/api/v1/reports/income-comparison.xlsx", "read_reports", operation<income_comparison_xlsx>},
};
const std::span<const Route> income_comparison_routes = routes;

}  // namespace daftar::accounting
