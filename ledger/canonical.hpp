// The canonical text of an entry: what the Merkle log seals.
#pragma once
#include "ledger/types.hpp"

namespace daftar::ledger {

/// A line as it is sealed. Codes rather than identifiers, so that a stranger can read the text.
struct CanonicalLine {
    std::string account_code, auxiliary_code;
    std::int64_t amount = 0;  ///< minor units, debit positive
    std::string description;
    std::optional<Date> due_date;
    std::optional<Currency> currency;  ///< of the original amount, when it is foreign
    std::optional<Decimal> currency_amount, currency_rate;
    std::optional<Axes> axes;
    std::optional<PageBox> box;
};

struct CanonicalEntry {
    Id<Organization> organization;
    Id<Entry> id;
    std::string journal_code;
    Date date;
    EntryKind kind = EntryKind::movement;
    std::string currency;  ///< of the books
    std::string description, voucher_reference;
    std::optional<Uuid> document;
    std::optional<Id<Entry>> reversal_of;
    std::vector<CanonicalLine> lines;
};

/// Version 1: netstrings ("5:hello,") of "daftar-entry-1", every field in the order above, the number of lines and
/// every field of every line; an absent value is an empty netstring. The entry's number follows as a last netstring,
/// appended by the database when it is known (`with_number` does the same).
std::string canonical_text(const CanonicalEntry& entry);
std::string with_number(std::string canonical, std::int64_t number);

/// The netstrings of a text; nothing when it is not a sequence of them.
std::optional<std::vector<std::string>> read_netstrings(std::string_view text);

}  // namespace daftar::ledger
