// Printed dates in French, Dutch, English and German.
#pragma once
#include <optional>
#include <span>
#include <string>

#include "core/date.hpp"

namespace daftar::documents {

struct PrintedDate {
    Date value;
    int words = 0;           ///< how many of the given words it takes
    bool day_first = true;   ///< false: printed month first, or not to be told apart
    bool ambiguous = false;  ///< day and month are both at most 12 and may be exchanged
};

/// The date that begins at the first of the (folded) words: "12/03/2025", "12-03-25", "2025-03-12", "12 mars 2025",
/// "1er mars 2025", "march 12, 2025", "18. oktober 2018", "20181230", "12 / 03 / 2025". `month_first` decides
/// 03/04/2025.
std::optional<PrintedDate> parse_printed_date(std::span<const std::string> words, bool month_first = false);

/// 1 to 12 for the name or abbreviation of a month in the four languages (folded), else 0.
unsigned month_of(std::string_view word);

}  // namespace daftar::documents
