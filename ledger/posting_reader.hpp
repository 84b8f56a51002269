// Manual entries as they arrive: codes looked up, every problem told at once.
#pragma once
#include "ledger/posting_facts.hpp"

namespace daftar::ledger {

/// What only the calendar, the limits of the books and the journals kept for the year end refuse.
enum class PostingRefusal {
    no_fiscal_year,
    year_closed,
    period_locked,
    entry_total_too_large,
    journal_reserved,
    opening_at_takeover_only,
    opening_of_result,
    year_end_entry
};
BOOST_DESCRIBE_ENUM(PostingRefusal, no_fiscal_year, year_closed, period_locked, entry_total_too_large, journal_reserved,
                    opening_at_takeover_only, opening_of_result, year_end_entry)
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
/// An entry in an opening journal takes over balances from before these books: it counts as opening, not as a movement
/// of the year. The closing journal is for the closing of a year alone.
ReadPostings collect_postings(Context& context, std::span<const NewEntry> entries, std::string_view path_prefix);
/// The same, refused when anything is wrong: every unknown code with its path, all at once.
ReadPostings read_postings(Context& context, std::span<const NewEntry> entries, std::string_view path_prefix);

/// Dates outside every year, in a closed year or in a locked period. The database refuses them too, one by one.
void add_calendar_problems(Context& context, ReadPostings& read);
/// Entries of fewer than two lines, that do not balance, or whose total no amount can hold.
void add_balance_problems(ReadPostings& read);

/// The day on which balances may be taken over from other books: the first of the first year.
std::optional<Date> takeover_day(Context& context);

/// Debits of a draft, which may be unbalanced; bad input when no amount can hold them.
std::int64_t draft_total(const NewEntry& entry);
/// Whether the debits of an entry, and its credits, can be held by an amount.
bool fits(const Posting& posting);

}  // namespace daftar::ledger
