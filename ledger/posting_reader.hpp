// Manual entries as they arrive: codes looked up, every problem told at once.
#pragma once
#include "ledger/posting_facts.hpp"

namespace daftar::ledger {

/// What only the calendar and the limits of the books refuse.
enum class PostingRefusal { no_fiscal_year, year_closed, period_locked, entry_total_too_large };
BOOST_DESCRIBE_ENUM(PostingRefusal, no_fiscal_year, year_closed, period_locked, entry_total_too_large)
RefusalText text_of(PostingRefusal refusal);

/// Entries with their accounts, and what is wrong with them, entry by entry.
struct ReadPostings {
    std::vector<Posting> postings;
    PostingFacts facts;
    std::vector<std::pair<std::size_t, Problem>> problems;  ///< with the place of their entry
    std::string path_prefix;                                ///< "entries", or "" for a single entry

    /// "entries[3]." or "".
    std::string path_of(std::size_t entry) const;
    /// Refuses under the code of the first problem, in the order of the entries.
    [[noreturn]] void refuse();
};
ReadPostings collect_postings(Context& context, std::span<const NewEntry> entries, std::string_view path_prefix);
/// The same, refused when anything is wrong: every unknown code with its path, all at once.
ReadPostings read_postings(Context& context, std::span<const NewEntry> entries, std::string_view path_prefix);

/// Dates outside every year, in a closed year or in a locked period. The database refuses them too, one by one.
void add_calendar_problems(Context& context, ReadPostings& read);
/// Entries of fewer than two lines, that do not balance, or whose total no amount can hold.
void add_balance_problems(ReadPostings& read);

/// Debits of a draft, which may be unbalanced; bad input when no amount can hold them.
std::int64_t draft_total(const NewEntry& entry);
/// Whether the debits of an entry, and its credits, can be held by an amount.
bool fits(const Posting& posting);

}  // namespace daftar::ledger
