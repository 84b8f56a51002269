// The bank reconciliation (état de rapprochement) of one account at one date.
#pragma once
#include "banking/statement_gap.hpp"
#include "ledger/types.hpp"

namespace daftar::banking {

/// A line of the books that the bank does not show yet: a cheque on its way (negative), a deposit not credited
/// (positive).
struct OutstandingItem {
    Date date;
    std::string description;
    Money amount;  ///< what the bank's balance will change by once it passes: an uncashed cheque lowers it, so it is
                   ///< negative
    Id<ledger::Entry> entry_id;
    std::int32_t line_number = 0;
};
BOOST_DESCRIBE_STRUCT(OutstandingItem, (), (date, description, amount, entry_id, line_number))

/// A movement of the bank that the books do not show yet.
struct UnbookedMovement {
    Id<BankMovement> movement_id;
    Date date;
    std::string description;
    Money amount;  ///< as on the statement
};
BOOST_DESCRIBE_STRUCT(UnbookedMovement, (), (movement_id, date, description, amount))

enum class ReconciliationStatus {
    Reconciled,  ///< statement + outstanding items = books, and every movement is booked
    ToBook,      ///< the same but for movements that still have to be booked
    Difference,  ///< something is missing on one side
    NoStatement  ///< the bank has said nothing up to that date
};
BOOST_DESCRIBE_ENUM(ReconciliationStatus, Reconciled, ToBook, Difference, NoStatement)

/// A reconciliation that was signed off, with the head of the book at that moment.
struct FrozenReconciliation {
    Timestamp created_at;
    std::int64_t entry_count = 0;
    std::string root;        ///< of the Merkle log, hexadecimal
    bool still_true = true;  ///< the same figures would come out today
};
BOOST_DESCRIBE_STRUCT(FrozenReconciliation, (), (created_at, entry_count, root, still_true))

/// The guide's shape. reconciled_balance = bank_statement_balance + outstanding items − unbooked movements; it equals
/// book_balance when nothing is missing (difference 0). An uncashed cheque leaves the bank higher than the books.
struct Reconciliation {
    std::string account;  ///< "550000 - Banque"
    Date date;
    Money book_balance;
    std::optional<Money> bank_statement_balance;
    std::optional<Date> bank_statement_date;
    std::vector<OutstandingItem> outstanding_items;
    std::vector<UnbookedMovement> unbooked_movements;
    std::optional<Money> reconciled_balance;  ///< absent, like the difference, while no statement says a balance
    std::optional<Money> difference;          ///< reconciled_balance − book_balance
    ReconciliationStatus status = ReconciliationStatus::NoStatement;
    std::optional<FrozenReconciliation> frozen;
    /// Statements of the account that are missing up to the date, as known now: also beside what was frozen earlier.
    std::optional<std::vector<MissingStatement>> missing_statements;
};
BOOST_DESCRIBE_STRUCT(Reconciliation, (),
                      (account, date, book_balance, bank_statement_balance, bank_statement_date, outstanding_items,
                       unbooked_movements, reconciled_balance, difference, status, frozen, missing_statements))

/// Computed from the books and the statements; the frozen one when it was signed off. `account_code` is a bank's
/// account.
Reconciliation reconciliation(Context& context, std::string_view account_code, const Date& date);

extern const std::span<const Route> reconciliation_routes;

}  // namespace daftar::banking
