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

/// Collects matchings and writes them together: thousands cost three statements.
class MatchingWriter {
public:
    /// Waits until no other transaction matches lines of this account.
    MatchingWriter(Context& context, Id<Account> account);
    /// Adds one matching; its parts sum to zero and fit their lines, which are locked.
    Id<Matching> add(std::optional<Id<Auxiliary>> auxiliary, const Date& date, std::string_view reason, bool is_full,
                     const std::vector<MatchedPart>& parts);
    /// Writes what was added.
    void flush();

private:
    Context& context_;
    Id<Account> account_;
    std::string letter_;
    std::vector<Id<Matching>> ids_, matching_of_part_;
    std::vector<std::optional<Id<Auxiliary>>> auxiliaries_;
    std::vector<std::string> letters_, reasons_;
    std::vector<Date> dates_;
    std::vector<bool> full_;
    std::vector<Id<Entry>> entries_;
    std::vector<std::int32_t> line_numbers_;
    std::vector<std::int64_t> amounts_;
};

/// Matchings with their lines, by identifier.
std::vector<MatchingView> read_matchings(Context& context, const std::vector<Id<Matching>>& ids);

}  // namespace daftar::ledger
