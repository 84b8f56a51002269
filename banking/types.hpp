// Words of banking that several files share.
#pragma once
#include "core/operation.hpp"

namespace daftar::banking {

struct BankAccount;
struct BankStatement;
struct BankMovement;
struct BankMatch;

enum class Refusal {
    unreadable_statement,
    doubtful_statement,
    unknown_bank_account,
    other_bank_account,
    wrong_currency,
    account_already_bound,
    identifier_taken,
    already_matched,
    movement_detailed,
    not_matched,
    parts_must_sum,
    line_not_of_bank,
    line_already_proven,
    not_reconciled,
    reconciliation_exists,
    unknown_account,
    no_bank_account,
    reconciliation_frozen,
    part_of_own_account,
    undo_before_movement
};
BOOST_DESCRIBE_ENUM(Refusal, unreadable_statement, doubtful_statement, unknown_bank_account, other_bank_account,
                    wrong_currency, account_already_bound, identifier_taken, already_matched, movement_detailed,
                    not_matched, parts_must_sum, line_not_of_bank, line_already_proven, not_reconciled,
                    reconciliation_exists, unknown_account, no_bank_account, reconciliation_frozen, part_of_own_account,
                    undo_before_movement)
RefusalText text_of(Refusal refusal);

/// `detailed`: a total whose parts another file gave later; the parts stand for it.
enum class MovementStatus { open, matched, detailed };
BOOST_DESCRIBE_ENUM(MovementStatus, open, matched, detailed)

}  // namespace daftar::banking
