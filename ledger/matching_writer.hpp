// Writes matchings of one account while holding the lock on its lettrage.
#pragma once
#include "ledger/matching.hpp"

namespace daftar::ledger {

/// The part of one open line that a matching settles.
struct MatchedPart {
    Id<Entry> entry_id;
    std::int32_t line_number = 0;
    std::int64_t amount = 0;  ///< minor units, debit positive
};
BOOST_DESCRIBE_STRUCT(MatchedPart, (), (entry_id, line_number, amount))

class MatchingWriter {
public:
    /// Waits until no other transaction matches lines of this account.
    MatchingWriter(Context& context, Id<Account> account);
    /// Queues one matching; its parts sum to zero and fit their lines, which are locked.
    Id<Matching> write(std::optional<Id<Auxiliary>> auxiliary, const Date& date, std::string_view reason, bool is_full,
                       const std::vector<MatchedPart>& parts);

private:
    Context& context_;
    Id<Account> account_;
    std::string letter_;
};

/// Matchings with their lines, by identifier.
std::vector<MatchingView> read_matchings(Context& context, const std::vector<Id<Matching>>& ids);

}  // namespace daftar::ledger
