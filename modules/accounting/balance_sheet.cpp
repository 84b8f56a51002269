#include "modules/accounting/balance_sheet.hpp"

#include <algorithm>

namespace daftar::accounting {
namespace {

struct Described {
    const char* code;
    const char* label;
    StatementStyle style;
    const char* sum;  ///< of subtotals and totals
};

constexpr auto heading = StatementStyle::heading, line = StatementStyle::line, subtotal = StatementStyle::subtotal,
               total = StatementStyle::total;

/// Assets count debits, the rest credits: everything from `equity` on.
constexpr Described layout[] = {
    {"fixed_assets", "Actif immobilisé", heading, ""},
    {"buildings", "Terrains et constructions", line, ""},
    {"equipment", "Mobilier et matériel", line, ""},
    {"other_fixed_assets", "Autres immobilisations", line, ""},
    {"total_fixed", "Total de l'actif immobilisé", subtotal, "buildings + equipment + other_fixed_assets"},
    {"current_assets", "Actif circulant", heading, ""},
    {"receivables", "Copropriétaires débiteurs", line, ""},
    {"stocks", "Stocks", line, ""},
    {"other_current_assets", "Autres créances et comptes de régularisation", line, ""},
    {"bank", "Banques", line, ""},
    {"cash", "Caisse", line, ""},
    {"total_current", "Total de l'actif circulant", subtotal,
     "receivables + stocks + other_current_assets + bank + cash"},
    {"total_assets", "Total de l'actif", total, "total_fixed + total_current"},
    {"equity", "Fonds propres", heading, ""},
    {"capital", "Fonds de roulement et avances", line, ""},
    {"reserves", "Fonds de réserve", line, ""},
    {"retained_earnings", "Résultats reportés", line, ""},
    {"current_result", "Résultat de l'exercice", line, ""},
    {"total_equity", "Total des fonds propres", subtotal, "capital + reserves + retained_earnings + current_result"},
    {"long_term", "Dettes à long terme et provisions", heading, ""},
    {"provisions", "Provisions pour risques et charges", line, ""},
    {"loans", "Emprunts", line, ""},
    {"total_long_term", "Total des dettes à long terme", subtotal, "provisions + loans"},
    {"current_liabilities", "Dettes à court terme", heading, ""},
    {"suppliers", "Fournisseurs", line, ""},
    {"owners_in_credit", "Copropriétaires créditeurs", line, ""},
    {"taxes", "Dettes fiscales et sociales", line, ""},
    {"bank_overdraft", "Banques créditrices", line, ""},
    {"other_current_liabilities", "Autres dettes et comptes de régularisation", line, ""},
    {"total_short", "Total des dettes à court terme", subtotal,
     "suppliers + owners_in_credit + taxes + bank_overdraft + other_current_liabilities"},
    {"total_liabilities", "Total du passif", total, "total_equity + total_long_term + total_short"},
};

/// Puts each balance on its line; the codes of the lines stand in for account codes, so that the statement engine adds
/// them.
std::vector<LedgerAmount> by_line(const std::string& chart, const std::vector<LedgerAmount>& balances) {
    std::vector<LedgerAmount> placed = balances;
    for (auto& balance : placed) {
        const bool is_debit = balance.amount.minor > 0;
        const char kind = balance.account_code.empty() ? '0' : balance.account_code[0];
        if (kind == '6' || kind == '7')
            balance.dimension = "current_result";
        else if (kind == '8' || kind == '0')
            balance.dimension = "off_balance";
        else
            balance.dimension = line_of(chart, "balance-sheet", balance.account_code, is_debit,
                                        is_debit ? "other_current_assets" : "other_current_liabilities");
    }
    return placed;
}

/// The lines of one layout with this year's and last year's amounts.
class Sheet {
public:
    Sheet(Context& context, const ReportPeriod& period) : zero_(0, context.currency()), period_(period) {
        const auto chart = report_subject(context).chart;
        current_ = by_line(chart, balances_at(context, period.end));
        if (period.previous_end) previous_ = by_line(chart, balances_at(context, *period.previous_end));
        for (const auto& described : layout) add(described);
    }

    std::vector<StatementLine> lines;

    Money amount(std::string_view code) const {
        const auto found = std::ranges::find(lines, code, &StatementLine::code);
        ensure(found != lines.end(), "a line of the balance sheet");
        return found->amounts[0].value_or(zero_);
    }
    Money off_balance() const { return sum(current_, "off_balance", false); }

private:
    void add(const Described& described) {
        StatementLine made{described.code, described.label, described.style, {}, {}};
        if (described.style == line) {
            liabilities_ = liabilities_ || made.code == "capital";
            made.amounts.emplace_back(sum(current_, made.code, liabilities_));
            made.amounts.push_back(previous_ ? std::optional(sum(*previous_, made.code, liabilities_)) : std::nullopt);
            for (const auto& balance : current_) explain_with(made, 0, balance, period_.start, period_.end);
            if (previous_)
                for (const auto& balance : *previous_)
                    explain_with(made, 1, balance, *period_.previous_start, *period_.previous_end);
        } else if (described.style != heading) {
            made.sum = signed_codes(sum_terms(described.sum));
            for (std::size_t column = 0; column < 2; ++column) {
                if (column == 1 && !previous_) {
                    made.amounts.emplace_back();
                    continue;
                }
                Money added = zero_;
                for (const auto& term : sum_terms(described.sum))
                    added += *std::ranges::find(lines, term.code, &StatementLine::code)->amounts[column];
                made.amounts.emplace_back(added);
            }
        }
        lines.push_back(std::move(made));
    }
    void explain_with(StatementLine& made, std::size_t column, const LedgerAmount& balance, const Date& start,
                      const Date& end) const {
        if (balance.dimension == made.code)
            explain(made, column, balance, liabilities_ ? -balance.amount : balance.amount,
                    ledger_link(balance.account_code, start, end));
    }
    Money sum(const std::vector<LedgerAmount>& balances, std::string_view code, bool credit) const {
        Money added = zero_;
        for (const auto& balance : balances)
            if (balance.dimension == code) added += credit ? -balance.amount : balance.amount;
        return added;
    }

    Money zero_;
    const ReportPeriod& period_;
    std::vector<LedgerAmount> current_;
    std::optional<std::vector<LedgerAmount>> previous_;
    bool liabilities_ = false;
};

File balance_sheet_pdf(Context& context, const YearRequest& request) {
    const auto sheet = balance_sheet(context, request);
    const auto period = report_period(context, request.year);
    const auto subject = report_subject(context);
    PdfDocument document(letterhead(context, subject, "Bilan", period, sheet.proof));
    document.figures({{"Total de l'actif", french(sheet.assets.total_assets)},
                      {"Total du passif", french(sheet.liabilities.total_liabilities)},
                      {"Résultat de l'exercice", french(sheet.liabilities.equity.current_result), "", "",
                       sheet.liabilities.equity.current_result.minor < 0}});
    print_statement(context, balance_sheet_statement(sheet, request.year), document);
    document.note({sheet.balance_check.balanced
                       ? "Bilan équilibré : l'actif égale le passif, résultat de l'exercice compris."
                       : *sheet.balance_check.defect});
    return {std::string(pdf_type), file_name("bilan", period, subject, ".pdf"), document.bytes(context.now()), true};
}

}  // namespace

BalanceSheet balance_sheet(Context& context, const YearRequest& request) {
    const auto period = report_period(context, request.year);
    Sheet sheet(context, period);
    const auto at = [&](std::string_view code) { return sheet.amount(code); };
    BalanceSheet out;
    out.period = period.label;
    out.assets = {
        {at("buildings"), at("equipment"), at("other_fixed_assets"), at("total_fixed")},
        {at("receivables"), at("bank"), at("cash"), at("stocks"), at("other_current_assets"), at("total_current")},
        at("total_assets")};
    out.liabilities = {
        {at("capital"), at("reserves"), at("retained_earnings"), at("current_result"), at("total_equity")},
        {at("provisions"), at("loans"), at("total_long_term")},
        {at("suppliers"), at("owners_in_credit"), at("taxes"), at("bank_overdraft"), at("other_current_liabilities"),
         at("total_short")},
        at("total_liabilities")};
    auto& check = out.balance_check;
    check.assets = at("total_assets");
    check.liabilities = at("total_liabilities");
    check.difference = check.assets - check.liabilities;
    check.balanced = check.difference.is_zero();
    if (!check.balanced)
        check.defect = sheet.off_balance() == -check.difference
                           ? "Des écritures mêlent des comptes du bilan et des comptes hors bilan : écart de " +
                                 french(check.difference) + "."
                           : "L'actif et le passif diffèrent de " + french(check.difference) +
                                 " : lancez le contrôle du registre.";
    out.lines = std::move(sheet.lines);
    out.proof = report_proof(context);
    return out;
}

Statement balance_sheet_statement(const BalanceSheet& sheet, std::int32_t year) {
    Statement statement{"Bilan",    "Bilan",
                        "",         true,
                        true,       {{"current", std::to_string(year)}, {"previous", std::to_string(year - 1)}},
                        sheet.lines};
    // A residence has no building on its books, nor stocks: what is empty in both years stays off the paper.
    std::erase_if(statement.lines, [](const StatementLine& one) {
        return one.style == line &&
               std::ranges::all_of(one.amounts, [](const auto& amount) { return !amount || amount->is_zero(); });
    });
    return statement;
}

constexpr Route routes[] = {
    {"GET", "/api/v1/reports/balance-sheet", "read_reports", operation<balance_sheet>},
    {"GET", "/api/v1/reports/balance-sheet.pdf", "read_reports", operation<balance_sheet_pdf>},
};
const std::span<const Route> balance_sheet_routes = routes;

}  // namespace daftar::accounting
