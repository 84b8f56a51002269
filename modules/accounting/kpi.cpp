#include "modules/accounting/kpi.hpp"

#include "ledger/trial_balance.hpp"
#include "modules/accounting/budget.hpp"
#include "modules/accounting/kpi.sql.hpp"

namespace daftar::accounting {

struct DueClaims {
    Money asked, open;
};
BOOST_DESCRIBE_STRUCT(DueClaims, (), (asked, open))

struct PaymentDelay {
    std::optional<Decimal> days;
};
BOOST_DESCRIBE_STRUCT(PaymentDelay, (), (days))

namespace {

/// numerator / denominator with some decimals; nothing over nothing.
std::optional<Decimal> ratio(const Money& numerator, const Money& denominator, std::uint8_t digits) {
    if (denominator.minor <= 0) return {};
    return divide({numerator.minor, 0}, {denominator.minor, 0}, digits);
}

std::optional<Decimal> variance(const BudgetTotals& totals, Decimal elapsed) {
    const auto expected = times(totals.budget, elapsed);
    return ratio(totals.actual - expected, expected, 4);
}

}  // namespace

KpiReport kpi_report(Context& context, const FiscalYearRequest& request) {
    const auto year = year_named(context, request.year);
    const auto as_of = std::clamp(context.today(), year.start_date, year.end_date);
    const Money zero(0, context.currency());
    Money income = zero, expenses = zero, cash = zero;
    for (const auto& account : ledger::movements(context, year.start_date, as_of)) {
        if (account.account_type == ledger::AccountType::Income) income += account.credit - account.debit;
        if (account.account_type == ledger::AccountType::Expense) expenses += account.debit - account.credit;
    }
    ledger::BalanceRequest money;
    money.date = as_of;
    money.account_code = Text<1, 20>("5");
    for (const auto& account : ledger::trial_balance(context, money).accounts) cash += account.balance;
    const auto claims = context.one<sql::due_claims>(context.organization(), year.start_date, as_of);
    const int days = days_between(year.start_date, as_of) + 1,
              year_days = days_between(year.start_date, year.end_date) + 1;
    const auto elapsed = divide({days, 0}, {year_days, 0}, 6);
    const auto budget = budget_of(context, year.year, as_of);

    KpiReport report;
    report.year = year.year;
    report.as_of = as_of;
    auto& kpis = report.kpis;
    kpis.collection_rate = ratio(claims.asked - claims.open, claims.asked, 4);
    kpis.average_payment_delay = context.one<sql::payment_delay>(context.organization(), year.start_date, as_of).days;
    kpis.operating_margin = ratio(income - expenses, income, 4);
    kpis.cash_coverage_months =
        ratio(cash, times(expenses, divide({3044, 2}, {days, 0}, 6)), 1);  // a month has 30.44 days
    kpis.budget_variance = {variance(budget.income, elapsed), variance(budget.expenses, elapsed)};
    const std::string aged = "/api/v1/accounting/aged-balance?kind=owners&date=" + as_of.text(),
                      trial = "/api/v1/accounting/trial-balance?date=" + as_of.text();
    const std::string budgets = "/api/v1/budgets?year=" + std::to_string(year.year);
    report.links =
        Json::Object{{"collection_rate", aged},
                     {"average_payment_delay", "/api/v1/accounting/matchings"},
                     {"operating_margin", "/api/v1/reports/income-statement?year=" + std::to_string(year.year)},
                     {"cash_coverage_months", trial + "&account_code=5"},
                     {"budget_variance", budgets}};
    return report;
}

constexpr Route routes[] = {
    {"GET", "/api/v1/accounting/kpis", "read_reports", operation<kpi_report>},
};
const std::span<const Route> kpi_routes = routes;

}  // namespace daftar::accounting
