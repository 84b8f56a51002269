#include "modules/accounting/income_statement.hpp"

#include <algorithm>

#include "modules/accounting/report_sheets.hpp"

namespace daftar::accounting {
namespace {

/// The layout is a template like those of the countries; the codes of its lines stand in the `dimension` of each
/// amount.
struct Described {
    const char* code;
    const char* label;
    StatementStyle style;
    bool credit;
    const char* sum;
};
constexpr auto heading = StatementStyle::heading, line = StatementStyle::line, subtotal = StatementStyle::subtotal,
               total = StatementStyle::total;
constexpr Described layout[] = {
    {"h_income", "Produits", heading, true, ""},
    {"rental_charges", "Appels de fonds aux copropriétaires", line, true, ""},
    {"other_income", "Autres produits", line, true, ""},
    {"total_income", "Total des produits", subtotal, true, "rental_charges + other_income"},
    {"h_expenses", "Charges", heading, false, ""},
    {"utilities", "Eau, électricité et énergie", line, false, ""},
    {"maintenance", "Entretien et contrats", line, false, ""},
    {"property_expenses", "Services, personnel et travaux de l'immeuble", line, false, ""},
    {"management_fees", "Honoraires du syndic", line, false, ""},
    {"insurance", "Assurances", line, false, ""},
    {"other_expenses", "Autres charges", line, false, ""},
    {"total_expenses", "Total des charges", subtotal, false,
     "utilities + maintenance + property_expenses + management_fees + insurance + other_expenses"},
    {"operating_result", "Résultat courant", subtotal, true, "total_income - total_expenses"},
    {"financial_income", "Produits financiers", line, true, ""},
    {"financial_expenses", "Charges financières", line, false, ""},
    {"financial_result", "Résultat financier", subtotal, true, "financial_income - financial_expenses"},
    {"net_result", "Résultat net", total, true, "operating_result + financial_result"},
};

std::vector<LedgerAmount> by_line(Context& context, const std::string& chart, const Date& start, const Date& end) {
    std::vector<LedgerAmount> amounts;
    for (auto& account : ledger::movements(context, start, end)) {
        const bool income = account.account_type == ledger::AccountType::Income;
        if (!income && account.account_type != ledger::AccountType::Expense) continue;
        auto code = line_of(chart, "income-statement", account.account_code, !income,
                            income ? "other_income" : "other_expenses");
        amounts.push_back({std::move(account.account_code), std::move(account.account_name),
                           account.debit - account.credit, std::move(code)});
    }
    return amounts;
}

File income_statement_pdf(Context& context, const IncomeRequest& request) {
    const auto income = income_statement(context, request);
    const auto period = report_period(context, request.year, request.quarter, request.month);
    const auto subject = report_subject(context);
    PdfDocument document(letterhead(context, subject, "Compte de résultats", period, income.proof));
    document.figures({{"Produits", french(income.income.total_income)},
                      {"Charges", french(income.expenses.total_expenses)},
                      {"Résultat net", french(income.net_result), income.net_result.minor < 0 ? "déficit" : "excédent",
                       "", income.net_result.minor < 0}});
    PdfChart chart{PdfChartKind::ranking, "Charges", {}, {{"Charges", {}}}, std::string(context.currency().code())};
    for (const auto& one : income.lines)
        if (one.style == line && !one.accounts.empty() && one.code != "rental_charges" &&
            !one.code.ends_with("income") && one.amounts[0]->minor > 0) {
            chart.labels.push_back(one.label);
            chart.series[0].values.push_back(one.amounts[0]->decimal());
        }
    print_statement(context, income_statement_statement(income, period), document);
    document.chart(std::move(chart));
    return {std::string(pdf_type), file_name("compte-de-resultats", period, subject, ".pdf"),
            document.bytes(context.now()), true};
}

File income_statement_xlsx(Context& context, const IncomeRequest& request) {
    const auto income = income_statement(context, request);
    const auto period = report_period(context, request.year, request.quarter, request.month);
    ReportSheets report{"Compte de résultats", "compte-de-resultats", period};
    report.sheets.push_back(
        sheet_of(context, income_statement_statement(income, period), report_subject(context), period));
    return workbook_of(context, std::move(report));
}

}  // namespace

std::optional<Problem> IncomeRequest::broken_rule() const {
    // A fiscal year has up to 24 months; whether this one has so many is seen with it.
    if (quarter && (*quarter < 1 || *quarter > 8))
        return Problem{"quarter", "unknown_quarter", "Un trimestre va de 1 à 4."};
    if (month && (*month < 1 || *month > 24)) return Problem{"month", "unknown_month", "Un mois va de 1 à 12."};
    if (quarter && month) return Problem{"month", "quarter_or_month", "Donnez un trimestre ou un mois, pas les deux."};
    return {};
}

std::vector<StatementLine> income_lines(Context& context, const std::vector<std::optional<IncomeSpan>>& columns) {
    const auto chart = report_subject(context).chart;
    const Money zero(0, context.currency());
    std::vector<std::vector<LedgerAmount>> amounts;
    for (const auto& span : columns)
        amounts.push_back(span ? by_line(context, chart, span->start, span->end) : std::vector<LedgerAmount>());
    std::vector<StatementLine> lines;
    for (const auto& described : layout) {
        StatementLine made{described.code, described.label, described.style, {}, {}};
        if (described.style != heading)
            for (const auto& span : columns) made.amounts.push_back(span ? std::optional(zero) : std::nullopt);
        if (described.style == line) {
            for (std::size_t column = 0; column < columns.size(); ++column)
                for (const auto& amount : amounts[column]) {
                    if (amount.dimension != described.code) continue;
                    const Money shown = described.credit ? -amount.amount : amount.amount;
                    *made.amounts[column] += shown;
                    explain(made, column, amount, shown,
                            ledger_link(amount.account_code, columns[column]->start, columns[column]->end));
                }
        } else if (described.style != heading) {
            made.sum = signed_codes(sum_terms(described.sum));
            for (const auto& term : sum_terms(described.sum)) {
                const auto found = std::ranges::find(lines, term.code, &StatementLine::code);
                for (std::size_t column = 0; column < columns.size(); ++column)
                    if (made.amounts[column])
                        *made.amounts[column] += term.minus ? -*found->amounts[column] : *found->amounts[column];
            }
        }
        lines.push_back(std::move(made));
    }
    return lines;
}

IncomeStatement income_statement(Context& context, const IncomeRequest& request) {
    const auto period = report_period(context, request.year, request.quarter, request.month);
    std::optional<IncomeSpan> previous;
    if (period.previous_start) previous = {*period.previous_start, *period.previous_end};
    auto lines = income_lines(context, {IncomeSpan{period.start, period.end}, previous});
    const auto at = [&](std::string_view code) {
        return *std::ranges::find(lines, code, &StatementLine::code)->amounts[0];
    };
    IncomeStatement out{period.label,
                        {at("rental_charges"), at("other_income"), at("total_income")},
                        {at("property_expenses"), at("utilities"), at("maintenance"), at("management_fees"),
                         at("insurance"), at("other_expenses"), at("total_expenses")},
                        at("operating_result"),
                        at("financial_result"),
                        at("net_result"),
                        {},
                        report_proof(context)};
    out.lines = std::move(lines);
    return out;
}

Statement income_statement_statement(const IncomeStatement& income, const ReportPeriod& period) {
    Statement statement{
        "Compte de résultats", "Compte de résultats", "", true, true, {{"current", period.label}, {"previous", "N-1"}},
        income.lines};
    return statement;
}

constexpr Route routes[] = {
    {"GET", "/api/v1/reports/income-statement", "read_reports", operation<income_statement>},
    {"GET", "/api/v1/reports/income-statement.pdf", "read_reports", operation<income_statement_pdf>},
    {"GET", "/api/v1/reports/income-statement.xlsx", "read_reports", operation<income_statement_xlsx>},
};
const std::span<const Route> income_statement_routes = routes;

}  // namespace daftar::accounting
