#include "modules/accounting/trial_balance_paper.hpp"

#include <map>

namespace daftar::accounting {
namespace {

/// The first day that counts in a balance at a date: of its fiscal year.
Date year_start(Context& context, const Date& date) {
    Date start(date.year(), 1, 1);
    for (const auto& year : ledger::all_years(context))
        if (year.start_date <= date) start = year.start_date;
    return start;
}

std::string key_of(const ledger::AccountBalance& account) {
    return account.account_code + " " + account.auxiliary_code.value_or("");
}

XlsxCell side(const Money& amount, const std::string& link) {
    return amount.is_zero() ? XlsxCell() : XlsxCell(amount).linked(link);
}

/// One account as it stands on either day.
struct Row {
    ledger::AccountBalance account;
    std::optional<Money> compared;
};

/// Both balances joined; an account that only the other day knows has its row too.
std::map<std::string, Row> joined(std::vector<ledger::AccountBalance> now, std::vector<ledger::AccountBalance> other,
                                  const Money& zero) {
    std::map<std::string, Row> rows;
    for (auto& account : now) {
        auto key = key_of(account);
        rows.emplace(std::move(key), Row{std::move(account), {}});
    }
    for (auto& account : other) {
        const Money balance = account.balance;
        auto key = key_of(account);
        account.opening = account.debit = account.credit = account.balance = zero;
        rows.try_emplace(std::move(key), Row{std::move(account), {}}).first->second.compared = balance;
    }
    return rows;
}

File trial_balance_pdf(Context& context, const TrialBalancePaperRequest& request) {
    return paper_of(context, trial_balance_sheets(context, request));
}
File trial_balance_xlsx(Context& context, const TrialBalancePaperRequest& request) {
    return workbook_of(context, trial_balance_sheets(context, request));
}

}  // namespace

ReportSheets trial_balance_sheets(Context& context, const TrialBalancePaperRequest& request) {
    ledger::BalanceRequest asked{request.date.value_or(context.today()), request.auxiliaries, request.account_code,
                                 request.before_closing};
    auto balance = ledger::trial_balance(context, asked);
    const auto start = year_start(context, balance.date);
    const Money zero(0, context.currency());
    std::vector<ledger::AccountBalance> other;
    if ((asked.date = request.compared_to)) other = ledger::trial_balance(context, asked).accounts;

    XlsxSheet sheet{"Balance générale", {}, {{"Compte", 14}, {"Intitulé", 44}}, {}};
    for (const char* title : {"Débit", "Crédit", "Solde débiteur", "Solde créditeur"})
        sheet.columns.push_back({title, 18});
    if (request.compared_to) sheet.columns.push_back({"Solde au " + french(*request.compared_to), 18});
    const auto sums = [&](std::string name) {
        std::vector<XlsxCell> cells{std::move(name), {}};
        for (std::size_t column = 2; column < sheet.columns.size(); ++column) cells.push_back(XlsxCell::sum());
        return cells;
    };
    char account_class = 0;
    for (const auto& [key, row] : joined(std::move(balance.accounts), std::move(other), zero)) {
        const auto& account = row.account;
        if (account.account_code[0] != account_class) {
            if (account_class)
                sheet.rows.push_back({sums(std::string("Total classe ") + account_class), XlsxRowKind::subtotal});
            account_class = account.account_code[0];
            sheet.rows.push_back({{std::string("Classe ") + account_class}, XlsxRowKind::section});
        }
        const auto link = page_address(
            context, ledger_link(account.account_code, start, balance.date, account.auxiliary_code.value_or("")));
        std::vector<XlsxCell> cells{
            account.auxiliary_code ? account.account_code + " " + *account.auxiliary_code : account.account_code,
            account.auxiliary_name.value_or(account.account_name),
            side(account.debit, link),
            side(account.credit, link),
            account.balance.minor > 0 ? XlsxCell(account.balance).linked(link) : XlsxCell(),
            account.balance.minor < 0 ? XlsxCell(-account.balance).linked(link) : XlsxCell()};
        if (request.compared_to) cells.push_back(row.compared ? XlsxCell(*row.compared) : XlsxCell());
        sheet.rows.push_back({std::move(cells)});
    }
    if (account_class)
        sheet.rows.push_back({sums(std::string("Total classe ") + account_class), XlsxRowKind::subtotal});
    sheet.rows.push_back({sums("Total"), XlsxRowKind::total});

    ReportSheets report{"Balance générale", "balance-generale", period_between(context, start, balance.date)};
    if (request.account_code) report.object = "Comptes " + request.account_code->value;
    report.notes.emplace_back(balance.balanced ? "Balance équilibrée : le total des débits égale celui des crédits."
                              : request.account_code ? "Une partie du plan comptable : les totaux ne s'équilibrent pas."
                                                     : "Balance non équilibrée : lancez le contrôle du registre.");
    if (request.before_closing.value_or(false)) report.notes.emplace_back("Avant les écritures de clôture.");
    report.sheets.push_back(std::move(sheet));
    return report;
}

constexpr Route routes[] = {
    {"GET", "/api/v1/accounting/trial-balance.pdf", "read_reports", operation<trial_balance_pdf>},
    {"GET", "/api/v1/accounting/trial-balance.xlsx", "read_reports", operation<trial_balance_xlsx>},
};
const std::span<const Route> trial_balance_paper_routes = routes;

}  // namespace daftar::accounting
