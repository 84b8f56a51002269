// Movements of the bank accounts, and what each may be.
#pragma once
#include "banking/suggestion.hpp"
#include "banking/types.hpp"
#include "ledger/types.hpp"

namespace daftar::banking {

struct MovementView {
    Id<BankMovement> id;
    Id<BankAccount> bank_account_id;
    Id<BankStatement> statement_id;
    std::int32_t line = 0;  ///< in the file of the statement
    Date booking_date;
    std::optional<Date> value_date;
    Money amount;  ///< positive enters the account
    std::string label, reference, end_to_end_id, structured_communication, counterparty_name, counterparty_account,
        kind, details;
    std::optional<Money> charges;
    MovementStatus status = MovementStatus::open;
    std::optional<Id<ledger::Entry>> entry_id;  ///< of the entry that explains it
    std::optional<std::string> match_reason;
    std::int64_t position = 0;
};
BOOST_DESCRIBE_STRUCT(MovementView, (),
                      (id, bank_account_id, statement_id, line, booking_date, value_date, amount, label, reference,
                       end_to_end_id, structured_communication, counterparty_name, counterparty_account, kind, details,
                       charges, status, entry_id, match_reason, position))

/// 404 when it is not there.
MovementView movement(Context& context, Id<BankMovement> id);
/// Refuses one that is matched, or whose parts stand for it.
void refuse_explained(const MovementView& movement);
/// Open movements, oldest first, at most `limit`.
std::vector<MovementView> open_movements(Context& context, std::optional<Id<BankAccount>> account, std::int32_t limit);

/// An open line of a collective account that a movement may settle.
struct OpenCandidate {
    Id<ledger::Entry> entry_id;
    std::int32_t line_number = 0;
    Id<ledger::Account> account_id;
    std::string account_code;
    std::optional<Id<ledger::Auxiliary>> auxiliary_id;
    std::string auxiliary_code, auxiliary_name, voucher_reference, description;
    Date date, due_date;
    Money open_amount;                  ///< debit positive
    std::vector<std::string> accounts;  ///< confirmed bank accounts of the party
};
BOOST_DESCRIBE_STRUCT(OpenCandidate, (),
                      (entry_id, line_number, account_id, account_code, auxiliary_id, auxiliary_code, auxiliary_name,
                       voucher_reference, description, date, due_date, open_amount, accounts))

/// A line of the bank's account that no movement has proven.
struct BookLine {
    Id<ledger::Entry> entry_id;
    std::int32_t line_number = 0;
    Date date;
    Money amount;  ///< debit positive
    std::string description;
};
BOOST_DESCRIBE_STRUCT(BookLine, (), (entry_id, line_number, date, amount, description))

/// What suggestions are made from: read once for many movements.
struct Candidates {
    std::vector<OpenCandidate> items;
    std::vector<BookLine> lines;
};
Candidates candidates(Context& context, Id<BankAccount> account);
std::vector<Suggestion> suggestions_for(const MovementView& movement, const Candidates& candidates);

extern const std::span<const Route> movement_routes;

}  // namespace daftar::banking
