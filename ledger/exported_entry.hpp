// Posted entries as exports write them: with the names that outside programs want beside the codes.
#pragma once
#include "ledger/types.hpp"

namespace daftar::ledger {

struct ExportedLine {
    std::string account_code, account_name;
    std::optional<std::string> auxiliary_code, auxiliary_name;
    Money amount;             ///< debit positive
    std::string description;  ///< the line's, or its entry's when it has none
    std::optional<std::string> currency;
    std::optional<Decimal> currency_amount;
    std::optional<std::string> letter;  ///< of the lettrage, once the line is settled whole
    std::optional<Date> letter_date;
};

struct ExportedEntry {
    std::string journal_code, journal_name;
    std::int64_t number = 0;
    Date date;
    EntryKind kind = EntryKind::movement;
    std::string description, voucher_reference;
    Date validation_date;  ///< the day it was posted, UTC
    std::vector<ExportedLine> lines;
};

/// Entries dated from `start` to `end` in the order of their posting..
std::vector<ExportedEntry> entries_to_export(Context& context, const Date& start, const Date& end);

/// The opening balances of a year as one entry dated on its first day, numbered 0 in the opening journal: what its
/// opening entries say, or what they will say while the year before is open. Nothing when every account opens at zero.
std::optional<ExportedEntry> opening_to_export(Context& context, const Date& start, const Date& end);

}  // namespace daftar::ledger
