#include "modules/accounting/dashboard.hpp"

#include "ledger/trial_balance.hpp"
#include "modules/accounting/aged_balance.hpp"
#include "modules/accounting/dashboard.sql.hpp"
#include "modules/accounting/report_paper.hpp"

namespace daftar::accounting {

struct DashboardFacts {
    std::int64_t overdue_count = 0;
    Money overdue_amount;
    std::int64_t payable_count = 0;
    Money payable_amount;
    std::int64_t unverified_accounts = 0;
    Money expenses_of_a_year;
    std::optional<Date> first_day;
};
BOOST_DESCRIBE_STRUCT(DashboardFacts, (),
                      (overdue_count, overdue_amount, payable_count, payable_amount, unverified_accounts,
                       expenses_of_a_year, first_day))

namespace {

// Below this many months of expenses in cash, the guide warns.
constexpr int cover_months_min = 2;

/// What one month costs on average, over the last year or since the books began.
Money monthly_expenses(const DashboardFacts& facts, const Date& today) {
    if (!facts.first_day || facts.expenses_of_a_year.minor <= 0) return Money(0, facts.expenses_of_a_year.currency);
    const int days = std::clamp(days_between(*facts.first_day, today) + 1, 30, 365);
    return times(facts.expenses_of_a_year, divide({3044, 2}, {days, 0}, 6));  // a month has 30.44 days
}

/// Those of one side: owners who owe, suppliers who are owed.
Money owed(Context& context, AgedKind kind) {
    Money sum(0, context.currency());
    for (const auto& row : aged_balance(context, {kind, {}}).rows)
        if (row.amounts.balance.minor > 0) sum += row.amounts.balance;
    return sum;
}

}  // namespace

CashFlow cash_flow(Context& context, const Date& start, const Date& end) {
    return context.one<sql::cash_flow>(context.organization(), start, end);
}

Dashboard dashboard(Context& context) {
    const auto today = context.today();
    const Money zero(0, context.currency());
    const auto facts = context.one<sql::dashboard_facts>(context.organization(), today);
    Dashboard board;
    board.date = today;
    board.current_balance = zero;
    const std::string ledger = "/api/v1/accounting/ledger?account_code=";
    ledger::BalanceRequest money;
    money.date = today;
    money.account_code = Text<1, 20>("5");
    for (const auto& account : ledger::trial_balance(context, money).accounts) {
        board.current_balance += account.balance;
        if (account.balance < zero)
            board.alerts.push_back(
                {"NegativeBalance",
                 account.account_code + " " + account.account_name + " est à découvert : " + french(account.balance),
                 AlertSeverity::CRITICAL, ledger + account.account_code});
    }
    board.receivables = owed(context, AgedKind::owners);
    board.payables = owed(context, AgedKind::suppliers);
    const auto month_ago = today.plus_days(-29);
    board.cash_flow.last_30_days = cash_flow(context, month_ago, today);
    board.overdue_invoices = {facts.overdue_count, facts.overdue_amount};
    board.overdue_payables = {facts.payable_count, facts.payable_amount};

    const std::string trial = "/api/v1/accounting/trial-balance?account_code=5&date=" + today.text(),
                      aged = "/api/v1/accounting/aged-balance?kind=";
    const auto monthly = monthly_expenses(facts, today);
    if (monthly > zero && board.current_balance < times(monthly, {cover_months_min, 0}))
        board.alerts.push_back({"LowBalance", "Trésorerie < " + std::to_string(cover_months_min) + " mois de charges",
                                AlertSeverity::WARNING, trial});
    if (facts.payable_count > 0)
        board.alerts.push_back(
            {"OverduePayables",
             count_of(facts.payable_count, "facture de fournisseur échue : ", "factures de fournisseurs échues : ") +
                 french(facts.payable_amount),
             AlertSeverity::WARNING, aged + "suppliers"});
    if (facts.unverified_accounts > 0)
        board.alerts.push_back(
            {"UnverifiedBankAccount",
             count_of(facts.unverified_accounts, "compte bancaire de tiers à confirmer avant tout paiement",
                      "comptes bancaires de tiers à confirmer avant tout paiement"),
             AlertSeverity::WARNING, "/api/v1/party-bank-accounts/to-verify"});
    const std::string flow = "/api/v1/accounting/journal-entries?account_code=5&start_date=" + month_ago.text() +
                             "&end_date=" + today.text();
    board.links = Json::Object{{"current_balance", trial},
                               {"receivables", aged + "owners"},
                               {"payables", aged + "suppliers"},
                               {"cash_flow.last_30_days", flow},
                               {"overdue_invoices", aged + "owners"},
                               {"overdue_payables", aged + "suppliers"}};
    return board;
}

constexpr Route routes[] = {
    {"GET", "/api/v1/accounting/dashboard", "read_reports", operation<dashboard>},
};
const std::span<const Route> dashboard_routes = routes;

}  // namespace daftar::accounting
