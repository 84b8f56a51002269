#include "modules/accounting/own_account.hpp"

#include "modules/accounting/own_account.sql.hpp"

namespace daftar::accounting {

struct OwnAuxiliary {
    std::string account_code, auxiliary_code, owner_name;
};
BOOST_DESCRIBE_STRUCT(OwnAuxiliary, (), (account_code, auxiliary_code, owner_name))

namespace {

constexpr std::int32_t lines_max = 1000, open_items_max = 500;

void count_open(OwnAccounts& result, const ledger::OpenItemView& item) {
    if (item.due_date < result.as_of)
        result.overdue += item.open_amount;
    else if (item.open_amount.minor > 0 && (!result.next_due_date || item.due_date < *result.next_due_date))
        result.next_due_date = item.due_date;
}

}  // namespace

std::optional<Problem> OwnAccountRequest::broken_rule() const {
    if (start_date && end_date && *end_date < *start_date)
        return Problem{"end_date", "before_start", "La fin précède le début."};
    return {};
}

OwnAccounts own_accounts(Context& context, const OwnAccountRequest& request) {
    const Money zero(0, context.currency());
    OwnAccounts result{context.today(), zero, zero, {}, {}};
    for (const auto& own : context.rows<sql::own_auxiliaries>(context.organization(), context.principal().email)) {
        OwnAccount account{
            own.owner_name,
            ledger::account_ledger(
                context, {own.account_code, request.start_date, request.end_date, own.auxiliary_code, lines_max, {}}),
            ledger::open_items(context, {own.account_code, own.auxiliary_code, {}, open_items_max, {}}).items};
        result.balance += account.statement.closing_balance;
        for (const auto& item : account.open_items) count_open(result, item);
        const auto& statement = account.statement;
        if (!statement.entries.empty() || !account.open_items.empty() || !statement.opening_balance.is_zero())
            result.accounts.push_back(std::move(account));
    }
    return result;
}

constexpr Route routes[] = {
    {"GET", "/api/v1/my/account", "own_account", operation<own_accounts>},
};
const std::span<const Route> own_account_routes = routes;

}  // namespace daftar::accounting
