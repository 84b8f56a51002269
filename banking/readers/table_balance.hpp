// The running balance that many tables print beside each movement.
#pragma once
#include <vector>

#include "banking/readers/statement.hpp"

namespace daftar::banking {

/// A balance printed on the row of a movement.
struct BalanceAfter {
    std::size_t movement;  ///< index in the statement
    Decimal balance;
    int line;
};

/// Proves the movements by the printed balances, whether the table runs forward or backward in time, and completes the
/// opening and closing balance from them. Adds `balance_mismatch` at the first row that does not follow. A column that
/// shows one and the same balance everywhere is the account's present balance and proves nothing.
void check_running_balance(Statement& statement, const std::vector<BalanceAfter>& balances);

}  // namespace daftar::banking
