#include "modules/accounting/closing_plan.hpp"

#include <map>

namespace daftar::accounting {
namespace {

YearBalance line_on(const ledger::AccountView& account, const Money& amount) {
    return {account.id, account.code, account.name, account.account_type, {}, {}, {}, account.is_active, amount};
}

/// The result on its account, or shared over the owners.
void place_result(std::vector<YearBalance>& lines, const ledger::Chart& chart, const Money& result,
                  const ResultAccounts& accounts, const std::vector<DistributionShare>& shares) {
    if (result.is_zero()) return;
    const auto& account = result.minor < 0 ? accounts.surplus : accounts.deficit;
    std::vector<std::int64_t> weights;
    for (const auto& share : shares) weights.push_back(std::max<std::int64_t>(share.called.minor, 0));
    const bool shared =
        chart.closing.kind == "distribution" && std::ranges::any_of(weights, [](auto weight) { return weight > 0; });
    if (!shared) {
        lines.push_back(line_on(account, result));
        return;
    }
    const auto parts = allocate(result.minor < 0 ? -result : result, weights);
    for (std::size_t i = 0; i < parts.size(); ++i) {
        if (parts[i].is_zero()) continue;
        auto line = line_on(account, result.minor < 0 ? -parts[i] : parts[i]);
        line.auxiliary_id = shares[i].auxiliary_id;
        line.auxiliary_code = shares[i].auxiliary_code;
        line.auxiliary_name = shares[i].auxiliary_name;
        lines.push_back(std::move(line));
    }
}

}  // namespace

std::string closing_of(const ledger::Chart& chart, std::string_view code, ledger::AccountType type) {
    if (type != ledger::AccountType::Income && type != ledger::AccountType::Expense) return "carry";
    const ledger::ChartAccount* closest = nullptr;
    for (const auto& account : chart.accounts)
        if (code.starts_with(account.code) && (!closest || account.code.size() > closest->code.size()))
            closest = &account;
    return closest && closest->closing == "works" ? "works" : "result";
}

ClosingPlan plan_closing(const ledger::Chart& chart, const std::vector<YearBalance>& balances,
                         const ResultAccounts& accounts, const std::vector<DistributionShare>& shares,
                         Currency currency) {
    ClosingPlan plan;
    Money result(0, currency), works(0, currency);
    // By account and auxiliary, in the order of the codes.
    std::map<std::pair<std::string, std::string>, YearBalance> carried;
    const auto carry = [&](const YearBalance& line) {
        const auto [place, is_new] = carried.try_emplace({line.account_code, line.auxiliary_code.value_or("")}, line);
        if (!is_new) place->second.balance += line.balance;
    };
    for (const auto& balance : balances) {
        if (balance.balance.is_zero()) continue;
        const auto rule = closing_of(chart, balance.account_code, balance.account_type);
        if (rule == "carry") {
            carry(balance);
            continue;
        }
        auto line = balance;
        line.balance = -balance.balance;
        plan.closing.push_back(std::move(line));
        (rule == "works" && accounts.works ? works : result) += balance.balance;
    }
    const auto first_counterpart = plan.closing.size();
    place_result(plan.closing, chart, result, accounts, shares);
    if (!works.is_zero()) plan.closing.push_back(line_on(*accounts.works, works));
    for (auto i = first_counterpart; i < plan.closing.size(); ++i) carry(plan.closing[i]);
    for (auto& [key, line] : carried)
        if (!line.balance.is_zero()) plan.opening.push_back(std::move(line));
    plan.net_result = -(result + works);
    plan.works_result = -works;
    return plan;
}

}  // namespace daftar::accounting
