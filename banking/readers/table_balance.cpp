#include "banking/readers/table_balance.hpp"

#include <algorithm>

#include "banking/readers/checks.hpp"

namespace daftar::banking {
namespace {

Decimal sum_between(const Statement& statement, std::size_t first, std::size_t end) {
    Decimal sum;
    for (auto i = first; i < end; ++i)
        if (statement.movements[i].booked) sum = sum + statement.movements[i].amount;
    return sum;
}

// Index of the first balance that does not follow from its neighbour; the count when all do.
std::size_t first_break(const Statement& statement, const std::vector<BalanceAfter>& balances, bool forward) {
    for (std::size_t i = 1; i < balances.size(); ++i) {
        const auto& above = balances[i - 1];
        const auto& below = balances[i];
        const bool follows =
            forward ? above.balance + sum_between(statement, above.movement + 1, below.movement + 1) == below.balance
                    : below.balance + sum_between(statement, above.movement, below.movement) == above.balance;
        if (!follows) return i;
    }
    return balances.size();
}

}  // namespace

void check_running_balance(Statement& statement, const std::vector<BalanceAfter>& balances) {
    if (balances.empty()) return;
    const bool all_equal =
        std::ranges::all_of(balances, [&](const BalanceAfter& one) { return one.balance == balances[0].balance; });
    if (all_equal && balances.size() > 1 && sum_between(statement, 1, statement.movements.size()).units != 0) return;
    const auto forward_break = first_break(statement, balances, true),
               backward_break = first_break(statement, balances, false);
    bool forward = forward_break >= backward_break;
    if (balances.size() == 1)
        forward = statement.movements.front().booking_date <= statement.movements.back().booking_date;
    const auto broken = forward ? forward_break : backward_break;
    if (broken < balances.size()) {
        const auto& row = balances[broken];
        statement.doubts.push_back(problem_at(
            {row.line}, "balance_mismatch",
            "le solde " + french_amount(row.balance, statement.currency) +
                " ne suit pas de la ligne voisine et du montant : il manque une ligne ou un montant est faux."));
        return;
    }
    const auto count = statement.movements.size();
    const auto &first = balances.front(), &last = balances.back();
    const auto opening = forward ? first.balance - sum_between(statement, 0, first.movement + 1)
                                 : last.balance - sum_between(statement, last.movement, count);
    const auto closing = forward ? last.balance + sum_between(statement, last.movement + 1, count)
                                 : first.balance + sum_between(statement, 0, first.movement);
    if (!statement.opening_balance) statement.opening_balance = opening.normalized();
    if (!statement.closing_balance) statement.closing_balance = closing.normalized();
}

}  // namespace daftar::banking
