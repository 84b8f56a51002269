#include "ledger/trial_balance.hpp"

#include "ledger/account.hpp"
#include "ledger/books.hpp"
#include "ledger/fiscal_year.hpp"
#include "ledger/trial_balance.sql.hpp"

namespace daftar::ledger {

struct BalanceRow {
    Id<Account> account_id;
    std::string account_code, account_name;
    AccountType account_type = AccountType::Asset;
    std::optional<std::string> auxiliary_code, auxiliary_name;
    Money opening, debit, credit;
};
BOOST_DESCRIBE_STRUCT(BalanceRow, (),
                      (account_id, account_code, account_name, account_type, auxiliary_code, auxiliary_name, opening,
                       debit, credit))

struct UnclosedResult {
    std::string account_code;
    Money amount;
};
BOOST_DESCRIBE_STRUCT(UnclosedResult, (), (account_code, amount))

namespace {

AccountBalance account_balance(BalanceRow&& row) {
    AccountBalance result{std::move(row.account_code),
                          std::move(row.account_name),
                          row.account_id,
                          row.account_type,
                          std::move(row.auxiliary_code),
                          std::move(row.auxiliary_name),
                          row.opening,
                          row.debit,
                          row.credit,
                          {}};
    if (row.opening.minor > 0)
        result.debit += row.opening;
    else
        result.credit -= row.opening;
    result.balance = result.debit - result.credit;
    return result;
}

/// Whether closing carries an account apart, on the chart's works account: that of the chart's closest account above
/// it.
bool is_works(const Chart& chart, std::string_view code) {
    const ChartAccount* closest = nullptr;
    for (const auto& account : chart.accounts)
        if (code.starts_with(account.code) && (!closest || account.code.size() > closest->code.size()))
            closest = &account;
    return closest && closest->closing == "works";
}

void add_opening(Context& context, const std::string& code, const Money& amount, const BalanceRequest& request,
                 TrialBalance& result) {
    if (amount.is_zero()) return;
    const auto account = account_of_code(context, code);
    ensure(account.has_value(), "the chart's result account is missing");
    if (request.account_code && !account->code.starts_with(request.account_code->value)) return;
    const auto is_before = [&](const AccountBalance& other) { return other.account_code < account->code; };
    auto place = std::ranges::find_if_not(result.accounts, is_before);
    if (place == result.accounts.end() || place->account_code != account->code || place->auxiliary_code)
        place = result.accounts.insert(
            place,
            AccountBalance{account->code, account->name, account->id, account->account_type, {}, {}, {}, {}, {}, {}});
    place->opening += amount;
    (amount.minor > 0 ? place->debit : place->credit) += amount.minor > 0 ? amount : -amount;
    place->balance += amount;
}

/// While the year before is open its result has no entry yet: it opens this year on the accounts where closing will put
/// it.
void add_unclosed_result(Context& context, const Date& from, const Date& until, const BalanceRequest& request,
                         TrialBalance& result) {
    const auto& chart = chart_of(context);
    Money current, works;
    for (const auto& row : context.rows<sql::unclosed_results>(context.organization(), from, until))
        (is_works(chart, row.account_code) ? works : current) += row.amount;
    add_opening(context, current.minor < 0 ? chart.closing.surplus_code : chart.closing.deficit_code, current, request,
                result);
    add_opening(context, chart.closing.works_code, works, request, result);
}

}  // namespace

TrialBalance trial_balance(Context& context, const BalanceRequest& request) {
    TrialBalance result;
    result.date = request.date.value_or(context.today());
    result.total_debit = result.total_credit = Money(0, context.currency());
    // Between two years, or after the last: the latest year that has started.
    const auto years = all_years(context);
    std::optional<Date> year_start, carried_from;
    for (const auto& year : years)
        if (year.start_date <= result.date) year_start = year.start_date;
    if (!year_start) return result;
    for (const auto& year : years)
        if (year.status == YearStatus::open && year.start_date < *year_start && !carried_from)
            carried_from = year.start_date;

    for (auto& row : context.rows<sql::account_balances>(context.organization(), *year_start, result.date, carried_from,
                                                         request.auxiliaries.value_or(false), request.account_code,
                                                         request.before_closing.value_or(false)))
        result.accounts.push_back(account_balance(std::move(row)));
    if (carried_from) add_unclosed_result(context, *carried_from, *year_start, request, result);
    for (auto& account : result.accounts) {
        for (auto* amount : {&account.opening, &account.debit, &account.credit, &account.balance})
            *amount += Money(0, context.currency());
        result.total_debit += account.debit;
        result.total_credit += account.credit;
    }
    result.balanced = result.total_debit == result.total_credit;
    return result;
}

std::vector<AccountBalance> movements(Context& context, const Date& start, const Date& end) {
    std::vector<AccountBalance> result;
    for (auto& row : context.rows<sql::period_movements>(context.organization(), start, end))
        result.push_back(account_balance(std::move(row)));
    return result;
}

constexpr Route routes[] = {
    {"GET", "/api/v1/accounting/trial-balance", "read_reports", operation<trial_balance>},
};
const std::span<const Route> trial_balance_routes = routes;

}  // namespace daftar::ledger
