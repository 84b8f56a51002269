#include "documents/reading/numbers.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "documents/reading/fold.hpp"

namespace daftar::documents {
namespace {

constexpr std::array<std::pair<std::string_view, std::string_view>, 27> currency_words{{
    {"€", "EUR"},   {"eur", "EUR"},    {"euro", "EUR"},    {"euros", "EUR"}, {"dh", "MAD"},  {"dhs", "MAD"},
    {"mad", "MAD"}, {"dirham", "MAD"}, {"dirhams", "MAD"}, {"$", "USD"},     {"usd", "USD"}, {"us$", "USD"},
    {"£", "GBP"},   {"gbp", "GBP"},    {"chf", "CHF"},     {"fcfa", "XOF"},  {"xof", "XOF"}, {"xaf", "XAF"},
    {"tnd", "TND"}, {"dt", "TND"},     {"cad", "CAD"},     {"rm", "MYR"},    {"myr", "MYR"}, {"درهم", "MAD"},
    {"د.م", "MAD"}, {"sek", "SEK"},    {"dzd", "DZD"},
}};

void trim(std::string_view& text) {
    while (!text.empty() && text.front() == ' ') text.remove_prefix(1);
    while (!text.empty() && (text.back() == ' ' || text.back() == '.')) text.remove_suffix(1);
}

bool take_currency(std::string_view& text, std::string& currency) {
    for (const auto& [word, code] : currency_words) {
        if (text.starts_with(word) &&
            (text.size() == word.size() || !std::isalpha(static_cast<unsigned char>(text[word.size()])))) {
            currency = code;
            text.remove_prefix(word.size());
            trim(text);
            return true;
        }
        if (text.ends_with(word) && (text.size() == word.size() ||
                                     !std::isalpha(static_cast<unsigned char>(text[text.size() - word.size() - 1])))) {
            currency = code;
            text.remove_suffix(word.size());
            trim(text);
            return true;
        }
    }
    return false;
}

bool take_sign(std::string_view& text) {
    bool negative = false;
    if (text.size() > 2 && text.front() == '(' && text.back() == ')') {
        text = text.substr(1, text.size() - 2);
        negative = true;
    }
    trim(text);
    if (!text.empty() && (text.front() == '-' || text.front() == '+')) {
        negative = negative || text.front() == '-';
        text.remove_prefix(1);
    } else if (text.size() > 1 && text.back() == '-' &&
               std::isdigit(static_cast<unsigned char>(text[text.size() - 2]))) {
        negative = true;
        text.remove_suffix(1);
    }
    trim(text);
    return negative;
}

std::optional<Decimal> decimal_from(std::string_view whole, std::string_view fraction) {
    std::string digits;
    for (const char c : whole)
        if (std::isdigit(static_cast<unsigned char>(c))) digits += c;
    if (digits.empty() || digits.size() + fraction.size() > 15) return std::nullopt;
    return Decimal::parse([&] {
        auto plain = digits;
        plain.erase(0, std::min(plain.find_first_not_of('0'), plain.size() - 1));
        return fraction.empty() ? plain : plain + "." + std::string(fraction);
    }());
}

/// Groups of three after a first group of one to three, all set apart by `mark`.
bool is_grouped(std::string_view whole, char mark) {
    auto first = whole.find(mark);
    if (first == std::string_view::npos || first == 0 || first > 3) return false;
    for (; first != std::string_view::npos; first = whole.find(mark, first + 1)) {
        const auto next = whole.find(mark, first + 1);
        const auto length = (next == std::string_view::npos ? whole.size() : next) - first - 1;
        if (length != 3) return false;
    }
    return true;
}

std::optional<PrintedNumber> parse_unsigned(std::string_view text) {
    if (text.ends_with(",-") || text.ends_with(".-") || text.ends_with(",--"))
        text = text.substr(0, text.find_last_of(",."));
    if (text.empty() || !std::isdigit(static_cast<unsigned char>(text.back()))) return std::nullopt;
    std::string compact;  // "1 200 , 00" loses the spaces around the decimal mark
    for (std::size_t i = 0; i < text.size(); ++i) {
        const bool beside_mark = (i + 1 < text.size() && (text[i + 1] == ',' || text[i + 1] == '.')) ||
                                 (i > 0 && (text[i - 1] == ',' || text[i - 1] == '.'));
        if (text[i] == ' ' && beside_mark) continue;
        compact += text[i];
    }
    if (compact.find_first_not_of("0123456789., '") != std::string::npos) return std::nullopt;
    const auto mark = compact.find_last_of(".,");
    PrintedNumber out;
    std::string whole = mark == std::string::npos ? compact : compact.substr(0, mark);
    std::string fraction = mark == std::string::npos ? "" : compact.substr(mark + 1);
    if (fraction.find_first_of(" '") != std::string::npos)
        return std::nullopt;  // a space after the mark belongs to no number
    const char decimal_mark = mark == std::string::npos ? '\0' : compact[mark];
    const bool mark_repeats = decimal_mark != '\0' && whole.find(decimal_mark) != std::string::npos;
    const bool other_grouping = whole.find_first_of(decimal_mark == ',' ? ". '" : ", '") != std::string::npos;
    if (mark_repeats ||
        (fraction.size() == 3 && !other_grouping && whole.size() <= 3 && !whole.empty() && whole != "0")) {
        if (!mark_repeats) out.other = decimal_from(whole, fraction);  // "1.200" may still be 1.2
        whole = compact;
        fraction.clear();
    }
    std::string separators;
    for (const char c : whole)
        if (!std::isdigit(static_cast<unsigned char>(c)) && separators.find(c) == std::string::npos) separators += c;
    if (separators.size() > 1 || (separators.size() == 1 && !is_grouped(whole, separators[0]))) return std::nullopt;
    if (whole.empty() || fraction.size() > 6) return std::nullopt;
    out.grouped = !separators.empty();
    const auto value = decimal_from(whole, fraction);
    if (!value) return std::nullopt;
    out.value = *value;
    out.decimals = static_cast<int>(fraction.size());
    return out;
}

}  // namespace

std::string currency_of_word(std::string_view folded) {
    for (const auto& [word, code] : currency_words)
        if (word == folded) return std::string(code);
    return "";
}

std::optional<PrintedNumber> parse_printed_number(std::string_view folded) {
    auto text = folded;
    trim(text);
    std::string currency;
    bool percent = false;
    bool negative = take_sign(text);
    take_currency(text, currency);
    if (text.ends_with('%')) {
        percent = true;
        text.remove_suffix(1);
        trim(text);
    }
    negative = take_sign(text) || negative;
    if (currency.empty()) take_currency(text, currency);
    auto number = parse_unsigned(text);
    if (!number) return std::nullopt;
    if (negative) number->value = -number->value;
    if (negative && number->other) number->other = -*number->other;
    number->currency = currency;
    number->percent = percent;
    return number;
}

}  // namespace daftar::documents
