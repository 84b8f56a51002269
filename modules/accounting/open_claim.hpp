// Open lines of a debtor or creditor, settled by a payment as soon as it is posted.
#pragma once
#include "ledger/matching.hpp"

namespace daftar::accounting {

struct OpenClaim {
    Id<ledger::Entry> entry_id;
    std::int32_t line_number = 0;
    Money open_amount;  ///< debit positive
};
BOOST_DESCRIBE_STRUCT(OpenClaim, (), (entry_id, line_number, open_amount))

/// Settles claims, oldest first, with one line of a payment of that amount; what is settled. Nothing when there are
/// none.
Money settle_claims(Context& context, std::span<const OpenClaim> claims, Id<ledger::Entry> payment, std::int32_t line,
                    const Money& amount, std::string_view reason);
/// The open lines of an entry on an account.
std::vector<OpenClaim> open_debts_of(Context& context, Id<ledger::Entry> entry, Id<ledger::Account> account);

}  // namespace daftar::accounting
