// Printed numbers: French, Moroccan, Belgian, English, German and Swiss ways of grouping and of the decimal mark.
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/decimal.hpp"

namespace daftar::documents {

/// A number as printed, with what stood around it.
struct PrintedNumber {
    Decimal value;
    int decimals = 0;      ///< digits after the decimal mark as printed
    std::string currency;  ///< ISO 4217 when a symbol or code was attached, else empty
    bool percent = false;
    bool grouped = false;          ///< thousands were set apart
    std::optional<Decimal> other;  ///< the second meaning of an ambiguous print: "1.200" is 1200 or 1.2
};

/// Reads one number that makes up the whole (folded) text: "1 200,00 dhs", "€ 399,00", "-1.200,00", "1'200.50",
/// "(45,00)", "12,-", "$4.11", "20%", "5 000,00-". Nothing when there is anything else in the text.
std::optional<PrintedNumber> parse_printed_number(std::string_view folded);

/// "eur", "€", "dhs", "usd", "dirhams" … (folded) as ISO 4217; empty for other words.
std::string currency_of_word(std::string_view folded);

/// A sum in French words (folded), such as "mille deux cents dirhams et cinquante centimes". Words that are no number
/// and no currency end it; nothing when the text does not begin with a number of at least two words or a currency.
std::optional<Decimal> parse_amount_in_words(const std::vector<std::string>& words);

}  // namespace daftar::documents
