#include "modules/accounting/statement_variation.hpp"

#include <algorithm>
#include <set>

#include "ledger/trial_balance.hpp"
#include "modules/accounting/statement_variation.sql.hpp"

namespace daftar::accounting {

struct Contribution {
    std::string account_code, account_name, dimension;
    Money called, paid, other;
};
BOOST_DESCRIBE_STRUCT(Contribution, (), (account_code, account_name, dimension, called, paid, other))

struct AuxiliaryName {
    std::string account_code, auxiliary_code, dimension;
};
BOOST_DESCRIBE_STRUCT(AuxiliaryName, (), (account_code, auxiliary_code, dimension))

struct OwnerWeight {
    std::string dimension;
    std::int64_t weight = 0;
};
BOOST_DESCRIBE_STRUCT(OwnerWeight, (), (dimension, weight))

namespace {

ledger::TrialBalance balance_at(Context& context, const Date& day, bool auxiliaries) {
    ledger::BalanceRequest request;
    request.date = day;
    request.auxiliaries = auxiliaries;
    request.before_closing = true;
    return ledger::trial_balance(context, request);
}

void add(std::vector<LedgerAmount>& amounts, const std::string& code, const std::string& name, const Money& amount,
         const std::string& dimension) {
    if (!amount.is_zero()) amounts.push_back({code, name, amount, dimension});
}

/// Whether a column of the template counts the account.
bool counts(const StatementTemplate& described, const ledger::AccountBalance& account) {
    const LedgerAmount one{account.account_code, account.account_name, account.balance, ""};
    return std::ranges::any_of(described.columns,
                               [&](const auto& column) { return column.rule && column.rule->takes(one); });
}

}  // namespace

StatementFigures variation_figures(Context& context, const Date& end) {
    StatementFigures figures;
    auto &opening = figures["opening"], &debits = figures["debits"], &credits = figures["credits"],
         &closing = figures["current"];
    for (const auto& account : balance_at(context, end, false).accounts) {
        add(opening, account.account_code, account.account_name, account.opening, "");
        add(debits, account.account_code, account.account_name, account.debit, "");
        add(credits, account.account_code, account.account_name, -account.credit, "");
        add(closing, account.account_code, account.account_name, account.balance, "");
    }
    return figures;
}

StatementFigures contribution_figures(Context& context, const StatementTemplate& described, const Date& start,
                                      const Date& end) {
    std::map<std::pair<std::string, std::string>, std::string> names;
    for (auto& auxiliary : context.rows<sql::auxiliary_names>(context.organization()))
        names.emplace(std::pair(auxiliary.account_code, auxiliary.auxiliary_code), std::move(auxiliary.dimension));
    StatementFigures figures;
    auto &opening = figures["opening"], &called = figures["called"], &paid = figures["paid"], &other = figures["other"],
         &closing = figures["current"];
    std::set<std::string> codes;
    for (const auto& account : balance_at(context, end, true).accounts) {
        if (!counts(described, account)) continue;
        codes.insert(account.account_code);
        const auto named = names.find({account.account_code, account.auxiliary_code.value_or("")});
        const auto dimension = named == names.end() ? std::string() : named->second;
        add(opening, account.account_code, account.account_name, account.opening, dimension);
        add(closing, account.account_code, account.account_name, account.balance, dimension);
    }
    for (const auto& moved : context.rows<sql::contributions>(context.organization(), start, end,
                                                              std::vector(codes.begin(), codes.end()))) {
        add(called, moved.account_code, moved.account_name, moved.called, moved.dimension);
        add(paid, moved.account_code, moved.account_name, moved.paid, moved.dimension);
        add(other, moved.account_code, moved.account_name, moved.other, moved.dimension);
    }
    return figures;
}

std::vector<LedgerAmount> paid_part(Context& context, const StatementTemplate& described, const Date& start,
                                    const Date& end, std::span<const LedgerAmount> realised) {
    std::set<std::string> codes;
    for (const auto& column : described.columns)
        for (const auto& amount : realised)
            if (column.source == "settled" && column.rule && column.rule->takes(amount))
                codes.insert(amount.account_code);
    if (codes.empty()) return {};
    return context.rows<sql::paid_by_axis>(context.organization(), start, end, described.dimension,
                                           std::vector(codes.begin(), codes.end()));
}

void add_weights(Context& context, const Date& end, Statement& statement) {
    std::map<std::string, std::int64_t> weights;
    for (auto& owner : context.rows<sql::last_call_weights>(context.organization(), end))
        weights.emplace(std::move(owner.dimension), owner.weight);
    std::int64_t sum = 0;
    for (auto& line : statement.lines) {
        if (line.style == StatementStyle::total && sum > 0) line.weight = sum;
        const auto found = weights.find(line.label);
        if (line.style != StatementStyle::line || found == weights.end()) continue;
        line.weight = found->second;
        sum += found->second;
    }
}

}  // namespace daftar::accounting
