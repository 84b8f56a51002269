#include <algorithm>
#include <array>

#include "banking/readers/encoding.hpp"
#include "banking/readers/values.hpp"
#include "core/text.hpp"

namespace daftar::banking {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

bool in_range(const Decimal& value) {
    const Decimal limit{amount_magnitude_max, 0};
    return value.scale <= amount_decimals_max && value <= limit && value >= -limit;
}

std::optional<Decimal> checked(std::string_view digits, bool negative) {
    const auto first = std::min(digits.find_first_not_of('0'), digits.size());
    std::string text(digits.substr(first));
    if (text.empty() || text[0] == '.') text.insert(0, 1, '0');
    if (text.back() == '.') text.pop_back();
    auto value = Decimal::parse(text);
    if (!value) return {};
    value = value->normalized();
    if (!in_range(*value)) return {};
    return negative ? -*value : *value;
}

struct Signed {
    std::string digits;  ///< digits and marks only
    bool negative = false;
};

// Takes off signs, parentheses, currencies and spaces of grouping. Nothing when something else remains.
std::optional<Signed> unwrapped(std::string_view text) {
    auto rest = squeezed(text);
    Signed found;
    for (const std::string_view dash : {"\xE2\x88\x92", "\xE2\x80\x93"})
        for (auto at = rest.find(dash); at != rest.npos; at = rest.find(dash)) rest.replace(at, dash.size(), "-");
    static constexpr std::array<std::string_view, 14> currencies = {"€",   "DHS", "Dhs", "DH",  "Dh",  "MAD", "EUR",
                                                                    "USD", "GBP", "CHF", "XOF", "XAF", "TND", "$"};
    const auto drop = [&](std::string_view word) {
        if (rest.starts_with(word))
            rest = trimmed(std::string_view(rest).substr(word.size()));
        else if (rest.ends_with(word))
            rest = trimmed(std::string_view(rest).substr(0, rest.size() - word.size()));
    };
    int signs = 0;
    const auto take_sign = [&](std::string_view word, bool negative) {
        if (rest.size() <= word.size()) return;
        const bool front = rest.starts_with(word), back = rest.ends_with(word);
        if (!front && !back) return;
        drop(word);
        ++signs;
        found.negative = negative;
    };
    for (int pass = 0; pass < 2; ++pass) {
        for (const auto currency : currencies) drop(currency);
        take_sign("-", true);
        take_sign("+", false);
    }
    if (rest.starts_with('(') && rest.ends_with(')')) {
        rest = rest.substr(1, rest.size() - 2);
        found.negative = true;
        ++signs;
    }
    if (rest.empty() || signs > 1) return {};
    found.digits = rest;
    return found;
}

}  // namespace

bool is_all_digits(std::string_view text) { return !text.empty() && std::ranges::all_of(text, is_digit); }

std::optional<DecimalMark> decimal_mark_of(const std::vector<std::string_view>& amounts) {
    std::optional<DecimalMark> found;
    for (const auto amount : amounts) {
        const auto comma = amount.rfind(','), point = amount.rfind('.');
        if (comma == amount.npos && point == amount.npos) continue;
        const bool both = comma != amount.npos && point != amount.npos;
        const bool comma_last = point == amount.npos || (comma != amount.npos && comma > point);
        const auto last = comma_last ? comma : point;
        auto decimals = last + 1;
        while (decimals < amount.size() && is_digit(amount[decimals])) ++decimals;
        const bool repeated = std::ranges::count(amount, amount[last]) > 1;
        if (repeated) return comma_last ? DecimalMark::point : DecimalMark::comma;
        if (both || decimals - last - 1 != 3) return comma_last ? DecimalMark::comma : DecimalMark::point;
    }
    return found;
}

std::optional<Decimal> amount_from(std::string_view text, DecimalMark mark) {
    const auto wrapped = unwrapped(text);
    if (!wrapped) return {};
    const char decimal = mark == DecimalMark::comma ? ',' : '.';
    const char grouping = mark == DecimalMark::comma ? '.' : ',';
    std::string digits;
    std::size_t since_group = 0;  // digits since the last grouping mark
    bool grouped = false, seen_decimal = false;
    for (std::size_t at = 0; at < wrapped->digits.size(); ++at) {
        const char c = wrapped->digits[at];
        if (is_digit(c)) {
            digits += c;
            ++since_group;
        } else if (c == decimal && !seen_decimal && (!grouped || since_group == 3)) {
            seen_decimal = true;
            digits += '.';
        } else if ((c == grouping || c == ' ' || c == '\'') && !seen_decimal && since_group > 0 && since_group <= 3 &&
                   (!grouped || since_group == 3)) {
            grouped = true;
            since_group = 0;
        } else {
            return {};
        }
    }
    if (digits.empty() || digits == "." || (grouped && !seen_decimal && since_group != 3)) return {};
    return checked(digits, wrapped->negative);
}

std::optional<Decimal> plain_amount(std::string_view text) {
    std::string digits(text);
    if (std::ranges::count_if(digits, [](char c) { return c == ',' || c == '.'; }) > 1) return {};
    std::ranges::replace(digits, ',', '.');
    if (digits == ".") return {};
    if (digits.starts_with('.')) digits.insert(0, 1, '0');  // ",50"
    if (digits.empty() || !is_digit(digits[0])) return {};
    if (!std::ranges::all_of(digits, [](char c) { return is_digit(c) || c == '.'; })) return {};
    return checked(digits, false);
}

std::optional<Decimal> implied_amount(std::string_view digits, int decimals) {
    if (!is_all_digits(digits) || static_cast<int>(digits.size()) <= decimals) return {};
    std::string text(digits);
    text.insert(text.size() - static_cast<std::size_t>(decimals), 1, '.');
    return checked(text, false);
}

}  // namespace daftar::banking
