// Statements that are missing between two imports of one account: told, never a reason to stop.
#pragma once
#include "banking/types.hpp"

namespace daftar::banking {

/// The hole before one statement. Its opening balance is not what the bank's last closing balance and the movements
/// since make, or its number does not follow.
struct MissingStatement {
    Id<BankAccount> bank_account_id;
    std::string account_code, account_name;
    Id<BankStatement> statement_id;          ///< the one after the hole
    Date after, before;                      ///< last day that is known, first day of the statement after the hole
    std::optional<Money> expected_balance;   ///< what the bank had on `after`, and what moved since
    std::optional<Money> opening_balance;    ///< of the statement after the hole
    std::optional<std::int32_t> number_gap;  ///< how many numbers of the bank are missing
    std::string previous_sequence, sequence;
    std::string message;  ///< one French sentence
};
BOOST_DESCRIBE_STRUCT(MissingStatement, (),
                      (bank_account_id, account_code, account_name, statement_id, after, before, expected_balance,
                       opening_balance, number_gap, previous_sequence, sequence, message))

struct MissingStatementsRequest {
    std::optional<Id<BankAccount>> bank_account_id;  ///< all accounts when absent
    std::optional<Date> date;                        ///< holes that begin up to this day; all when absent
};
BOOST_DESCRIBE_STRUCT(MissingStatementsRequest, (), (bank_account_id, date))

/// The holes between the statements that were imported, oldest first. An account without two statements has none; a
/// statement inside the period of a longer one cannot have any.
std::vector<MissingStatement> missing_statements(Context& context, const MissingStatementsRequest& request = {});

extern const std::span<const Route> statement_gap_routes;

}  // namespace daftar::banking
