#include "modules/accounting/statement_figures.hpp"

#include <algorithm>
#include <set>

#include "modules/accounting/category.hpp"
#include "modules/accounting/report_sheets.hpp"
#include "modules/accounting/statement_figures.sql.hpp"
#include "modules/accounting/statement_variation.hpp"

namespace daftar::accounting {
namespace {

/// Up to so many lines, a statement follows the one before on the same page.
constexpr std::size_t short_statement_lines = 12;
constexpr std::size_t crowded_columns = 5;

/// Where a statement begins to count: with the year, or with the books.
Date first_day(Context& context, const StatementTemplate& described, const Date& start) {
    const auto years = ledger::all_years(context);
    return described.scope == "since_start" && !years.empty() ? years.front().start_date : start;
}

/// Amounts of the year for one template: what its scope and its axis ask for.
std::vector<LedgerAmount> figures_for(Context& context, const StatementTemplate& described, const Date& start,
                                      const Date& end) {
    if (described.scope == "balances") return balances_at(context, end);
    const bool since_start = described.scope == "since_start";
    if (described.dimension.empty() && !since_start) return amounts_between(context, start, end);
    return context.rows<sql::amounts_by_axis>(context.organization(), first_day(context, described, start), end,
                                              described.dimension, since_start);
}

/// The budgets that a template shows, where they were voted: of the year, and of the two that follow.
void add_budgets(Context& context, const StatementTemplate& described, std::int32_t year, StatementFigures& figures) {
    static constexpr std::pair<std::string_view, std::int32_t> sources[] = {
        {"budget", 0}, {"next_budget", 1}, {"budget_after_next", 2}};
    // A budget is voted by category, not by key or project.
    if (!described.dimension.empty()) return;
    std::vector<std::string> codes, accounts;
    for (auto& category : expense_categories(context)) {
        codes.push_back(std::move(category.code));
        accounts.push_back(std::move(category.account_code));
    }
    for (const auto& [source, later] : sources) {
        if (std::ranges::none_of(described.columns, [&](const auto& column) { return column.source == source; }))
            continue;
        auto budget = context.rows<sql::budget_amounts>(context.organization(), year + later, codes, accounts);
        if (!budget.empty()) figures.emplace(source, std::move(budget));
    }
}

Statement filled(Context& context, const StatementTemplate& described, const ReportPeriod& period, std::int32_t year,
                 const Money& income) {
    StatementFigures figures;
    add_budgets(context, described, year, figures);
    if (described.scope == "variation")
        figures = variation_figures(context, period.end);
    else if (described.scope == "contributions")
        figures = contribution_figures(context, described, period.start, period.end);
    else
        figures["current"] = figures_for(context, described, period.start, period.end);
    const auto shows = [&](std::string_view source) {
        return std::ranges::any_of(described.columns, [&](const auto& column) { return column.source == source; });
    };
    if (shows("settled"))
        figures["settled"] =
            paid_part(context, described, first_day(context, described, period.start), period.end, figures["current"]);
    if (period.previous_start && shows("previous"))
        figures["previous"] = figures_for(context, described, *period.previous_start, *period.previous_end);
    auto statement = fill(described, figures, context.currency());
    if (!described.weights_title.empty()) {
        statement.weights_title = described.weights_title;
        add_weights(context, period.end, statement);
    }
    // What is counted since the start of a project is opened from there, in every column.
    const auto years = ledger::all_years(context);
    const bool since_start = described.scope == "since_start" && !years.empty();
    const auto link_of = [&](const std::string& account, bool previous) {
        const auto start = since_start ? years.front().start_date : previous ? *period.previous_start : period.start;
        return ledger_link(account, start, previous ? *period.previous_end : period.end);
    };
    for (auto& line : statement.lines)
        for (auto& account : line.accounts) {
            account.link = link_of(account.account_code, false);
            for (std::size_t column = 0; column < account.amounts.size(); ++column)
                if (account.amounts[column])
                    account.links[column] =
                        link_of(account.account_code, described.columns[column].source == "previous");
        }
    if (described.income_from && income.decimal() < *described.income_from) statement.applies = false;
    if (described.income_below && income.decimal() >= *described.income_below) statement.applies = false;
    return statement;
}

Money income_of(Context& context, const ReportPeriod& period) {
    Money income(0, context.currency());
    for (const auto& account : ledger::movements(context, period.start, period.end))
        if (account.account_type == ledger::AccountType::Income) income += account.credit - account.debit;
    return income;
}

/// Rows of the sheet that a total adds. A line cut by an axis stands for all its lines.
std::vector<XlsxCell::Term> rows_added(const Statement& statement, const StatementLine& total) {
    std::vector<XlsxCell::Term> terms;
    for (const auto& signed_code : total.sum) {
        const bool minus = signed_code.starts_with('-');
        const std::string code = signed_code.substr(minus ? 1 : 0);
        for (std::size_t row = 0; row < statement.lines.size(); ++row)
            if (statement.lines[row].code == code || statement.lines[row].code.starts_with(code + ":"))
                terms.push_back({row, minus});
    }
    return terms;
}

std::string paper_title(const Statements& all) {
    return all.statements.size() == 1 ? all.statements.front().title : "États de synthèse";
}

File statements_pdf(Context& context, const StatementsRequest& request) {
    const auto all = statements(context, request);
    const auto period = report_period(context, request.year);
    const auto subject = report_subject(context);
    PdfDocument document(letterhead(context, subject, paper_title(all), period, all.proof));
    print_statements(context, all, request.name.has_value(), document);
    return {std::string(pdf_type),
            file_name(request.name ? request.name->value : "etats-de-synthese", period, subject, ".pdf"),
            document.bytes(context.now()), true};
}

File statements_xlsx(Context& context, const StatementsRequest& request) {
    const auto all = statements(context, request);
    const auto period = report_period(context, request.year);
    const auto subject = report_subject(context);
    auto book = workbook(context, subject, paper_title(all));
    for (const auto& statement : all.statements) book.sheets.push_back(sheet_of(context, statement, subject, period));
    return {std::string(xlsx_type),
            file_name(request.name ? request.name->value : "etats-de-synthese", period, subject, ".xlsx"), xlsx(book),
            false};
}

}  // namespace

std::vector<LedgerAmount> balances_at(Context& context, const Date& day) {
    ledger::BalanceRequest request;
    request.date = day;
    request.auxiliaries = true;
    request.before_closing = true;
    const auto others = context.rows<sql::other_auxiliaries>(context.organization());
    const std::set<std::string> not_owners(others.begin(), others.end());
    std::vector<LedgerAmount> balances;
    for (auto& account : ledger::trial_balance(context, request).accounts) {
        if (account.balance.is_zero()) continue;
        const bool other =
            account.auxiliary_code && not_owners.contains(account.account_code + " " + *account.auxiliary_code);
        balances.push_back(
            {std::move(account.account_code), std::move(account.account_name), account.balance, other ? "other" : ""});
    }
    return balances;
}

std::vector<LedgerAmount> amounts_between(Context& context, const Date& start, const Date& end) {
    std::vector<LedgerAmount> amounts;
    for (auto& account : ledger::movements(context, start, end))
        amounts.push_back(
            {std::move(account.account_code), std::move(account.account_name), account.debit - account.credit, ""});
    return amounts;
}

Statements statements(Context& context, const StatementsRequest& request) {
    const auto period = report_period(context, request.year);
    const auto income = income_of(context, period);
    Statements all{report_subject(context).chart, period.label, {}, {}, true, {}, report_proof(context)};
    all.notes = statement_notes(all.chart, income);
    for (const auto* described : templates_of(all.chart))
        all.statements.push_back(filled(context, *described, period, request.year, income));
    all.checks = check_statements(all.chart, all.statements, balances_at(context, period.end), context.currency());
    all.ready =
        std::ranges::none_of(all.checks, [](const auto& check) { return !check.ok && check.severity == "blocking"; });
    if (request.name) {
        std::erase_if(all.statements, [&](const auto& statement) { return statement.name != request.name->value; });
        if (all.statements.empty()) throw Refused(CommonRefusal::not_found, "État « " + request.name->value + " ».");
    }
    return all;
}

std::vector<StatementCheck> broken_ties(Context& context, std::int32_t year) {
    auto checks = statements(context, {year, {}}).checks;
    std::erase_if(checks, [](const auto& check) { return check.ok; });
    return checks;
}

void print_statements(Context& context, const Statements& all, bool even_if_not_wanted, PdfDocument& document) {
    bool first = true;
    for (const auto& statement : all.statements) {
        if (!statement.applies && !even_if_not_wanted) continue;
        if (!first && statement.lines.size() > short_statement_lines) document.page_break();
        first = false;
        if (all.statements.size() > 1) document.heading(statement.title);
        print_statement(context, statement, document);
    }
    for (const auto& note : all.notes)
        document.note({(note.confirmed ? "" : "À confirmer : ") + note.text + " Source : " + note.source + "."});
    if (!all.checks.empty()) {
        document.heading("Contrôles entre les états");
        PdfTable table{
            {{"Contrôle", PdfAlign::start, 1}, {"Montant", PdfAlign::end}, {"Écart", PdfAlign::end}, {"Résultat"}},
            {},
            ""};
        for (const auto& check : all.checks)
            table.rows.push_back({{{check.label},
                                   {french(check.left)},
                                   {check.ok ? "" : french(check.difference)},
                                   {check.ok                       ? "✓ conforme"
                                    : check.severity == "blocking" ? "✗ à corriger"
                                                                   : "! à signaler"}}});
        document.table(std::move(table));
    }
}

void print_statement(Context& context, const Statement& statement, PdfDocument& document) {
    if (!statement.confirmed)
        document.note({"À confirmer : la présentation officielle de cet état n'a pas pu être vérifiée. Source : " +
                       statement.source + "."});
    // Where columns crowd, the names need the width that the sign of the currency would take in each of them.
    const bool crowded = statement.columns.size() + (statement.weights_title ? 1 : 0) >= crowded_columns;
    const auto printed = [&](const Money& amount) { return crowded ? bare(amount) : french(amount); };
    PdfTable table{{{"", PdfAlign::start, 1}}, {}, "Aucun montant sur cette période."};
    if (statement.weights_title) table.columns.push_back({*statement.weights_title, PdfAlign::end});
    for (const auto& column : statement.columns) table.columns.push_back({column.title, PdfAlign::end});
    for (const auto& line : statement.lines) {
        PdfRow row{{{line.label}}, PdfRowKind::plain, 0};
        if (line.style == StatementStyle::heading) {
            row.kind = PdfRowKind::section;
            table.rows.push_back(std::move(row));
            continue;
        }
        if (line.style == StatementStyle::subtotal) row.kind = PdfRowKind::subtotal;
        if (line.style == StatementStyle::total) row.kind = PdfRowKind::total;
        // A line made of one account opens that account; the others are followed in the application.
        const auto link = line.accounts.size() == 1 ? page_address(context, line.accounts.front().link) : std::string();
        if (statement.weights_title) row.cells.push_back({line.weight ? std::to_string(*line.weight) : ""});
        for (const auto& amount : line.amounts) {
            const bool nothing = amount && amount->is_zero() && line.style == StatementStyle::line;
            row.cells.push_back({!amount ? "" : nothing ? "–" : printed(*amount), amount && !nothing ? link : ""});
        }
        table.rows.push_back(std::move(row));
    }
    document.table(std::move(table));
    if (crowded) document.note({"Montants en " + currency_sign(context.currency()) + "."});
    if (statement.confirmed && !statement.source.empty()) document.note({"Source : " + statement.source + "."});
}

XlsxSheet sheet_of(Context& context, const Statement& statement, const ReportSubject& subject,
                   const ReportPeriod& period) {
    auto above = preamble(subject, statement.title, period);
    if (!statement.confirmed) above.push_back("À confirmer. Source : " + statement.source);
    XlsxSheet sheet{statement.name, std::move(above), {{"", 52}}, {}};
    if (statement.weights_title) sheet.columns.push_back({*statement.weights_title, 12});
    for (const auto& column : statement.columns) sheet.columns.push_back({column.title, 18});
    for (const auto& line : statement.lines) {
        XlsxRow row{{line.label}, XlsxRowKind::plain, 0};
        if (line.style == StatementStyle::heading) row.kind = XlsxRowKind::section;
        if (line.style == StatementStyle::subtotal) row.kind = XlsxRowKind::subtotal;
        if (line.style == StatementStyle::total) row.kind = XlsxRowKind::total;
        const auto link = line.accounts.size() == 1 ? page_address(context, line.accounts.front().link) : std::string();
        const auto terms = rows_added(statement, line);
        if (statement.weights_title) row.cells.push_back(line.weight ? XlsxCell(Decimal{*line.weight, 0}) : XlsxCell());
        for (const auto& amount : line.amounts)
            row.cells.push_back(amount ? XlsxCell::combination(*amount, terms).linked(link) : XlsxCell());
        sheet.rows.push_back(std::move(row));
    }
    return sheet;
}

constexpr Route routes[] = {
    {"GET", "/api/v1/reports/statements", "read_reports", operation<statements>},
    {"GET", "/api/v1/reports/statements.pdf", "read_reports", operation<statements_pdf>},
    {"GET", "/api/v1/reports/statements.xlsx", "read_reports", operation<statements_xlsx>},
};
const std::span<const Route> statement_routes = routes;

}  // namespace daftar::accounting
