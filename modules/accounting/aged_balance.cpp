#include "modules/accounting/aged_balance.hpp"

#include <map>

#include "ledger/trial_balance.hpp"
#include "modules/accounting/aged_balance.sql.hpp"

namespace daftar::accounting {

struct AgedItem {
    std::string account_code;
    std::optional<std::string> auxiliary_code, auxiliary_name;
    std::int32_t bucket = 0;
    Date due_date;
    Money open;
};
BOOST_DESCRIBE_STRUCT(AgedItem, (), (account_code, auxiliary_code, auxiliary_name, bucket, due_date, open))

namespace {

const std::vector<std::string>& roles_of(AgedKind kind) {
    static const std::vector<std::string> owners{"owners", "owners_works", "owners_reserve", "owners_advances",
                                                 "owners_doubtful"},
        suppliers{"suppliers"};
    return kind == AgedKind::owners ? owners : suppliers;
}

Money& part(AgedAmounts& amounts, std::int32_t bucket) {
    switch (bucket) {
        case 0:
            return amounts.not_due;
        case 1:
            return amounts.days_1_30;
        case 2:
            return amounts.days_31_60;
        case 3:
            return amounts.days_61_90;
        default:
            return amounts.over_90;
    }
}

}  // namespace

AgedBalance aged_balance(Context& context, const AgedRequest& request) {
    const Money zero(0, context.currency());
    const AgedAmounts nothing{zero, zero, zero, zero, zero, zero, zero, zero};
    const auto sign = [&](const Money& amount) { return request.kind == AgedKind::owners ? amount : -amount; };
    AgedBalance result{request.kind, request.date.value_or(context.today()), {}, nothing};
    std::map<std::pair<std::string, std::string>, AgedRow> rows;
    const auto row_of = [&](const std::string& account, const std::optional<std::string>& code,
                            const std::optional<std::string>& name) -> AgedRow& {
        const auto [place, is_new] = rows.try_emplace({account, code.value_or("")});
        if (is_new)
            place->second = {account,
                             code,
                             name,
                             {},
                             nothing,
                             "/api/v1/accounting/ledger?account_code=" + account + "&end_date=" + result.date.text() +
                                 (code ? "&auxiliary_code=" + *code : "")};
        return place->second;
    };
    for (const auto& item :
         context.rows<sql::aged_items>(context.organization(), roles_of(request.kind), result.date)) {
        auto& row = row_of(item.account_code, item.auxiliary_code, item.auxiliary_name);
        part(row.amounts, item.bucket) += sign(item.open);
        row.amounts.total += sign(item.open);
        if (sign(item.open).minor > 0 && (!row.oldest_due_date || item.due_date < *row.oldest_due_date))
            row.oldest_due_date = item.due_date;
    }
    const auto codes = context.rows<sql::codes_of_roles>(context.organization(), roles_of(request.kind));
    ledger::BalanceRequest balances;
    balances.date = result.date;
    balances.auxiliaries = true;
    for (const auto& account : ledger::trial_balance(context, balances).accounts)
        if (std::ranges::find(codes, account.account_code) != codes.end() && !account.balance.is_zero())
            row_of(account.account_code, account.auxiliary_code, account.auxiliary_name).amounts.balance +=
                sign(account.balance);
    for (auto& [key, row] : rows) {
        row.amounts.other = row.amounts.balance - row.amounts.total;
        if (row.amounts.total.is_zero() && row.amounts.balance.is_zero()) continue;
        each_member(row.amounts, [&](std::string_view name, const Money& amount) {
            each_member(result.totals, [&](std::string_view other, Money& total) {
                if (name == other) total += amount;
            });
        });
        result.rows.push_back(std::move(row));
    }
    return result;
}

constexpr Route routes[] = {
    {"GET", "/api/v1/accounting/aged-balance", "read_reports", operation<aged_balance>},
};
const std::span<const Route> aged_balance_routes = routes;

}  // namespace daftar::accounting
