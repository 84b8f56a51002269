#include <algorithm>
#include <array>

#include "banking/readers/encoding.hpp"
#include "banking/readers/values.hpp"

namespace daftar::banking {
namespace {

int number(std::string_view digits) {
    int value = 0;
    for (const char c : digits) value = value * 10 + (c - '0');
    return value;
}

// Banks' files span some decades around 2000: 80 is 1980, 79 is 2079.
int full_year(int year, std::size_t digits) { return digits > 2 ? year : year < 80 ? 2000 + year : 1900 + year; }

struct Parts {
    std::array<std::string, 3> part;
    bool month_is_word = false;
};

int month_of_word(std::string_view word) {
    struct Name {
        std::string_view start;
        int month;
    };
    static constexpr std::array<Name, 20> names = {{{"JAN", 1},  {"FEV", 2}, {"FEB", 2},  {"MAR", 3},  {"MRT", 3},
                                                    {"AVR", 4},  {"APR", 4}, {"MAI", 5},  {"MEI", 5},  {"MAY", 5},
                                                    {"JUIN", 6}, {"JUN", 6}, {"JUIL", 7}, {"JUL", 7},  {"AOU", 8},
                                                    {"AUG", 8},  {"SEP", 9}, {"OCT", 10}, {"NOV", 11}, {"DEC", 12}}};
    for (const auto& name : names)
        if (word.starts_with(name.start)) return name.month;
    return word.starts_with("OKT") ? 10 : 0;
}

// Three parts of a date; a time of day after it is left aside.
std::optional<Parts> parts_of(std::string_view text) {
    Parts parts;
    const auto folded_text = folded(text);
    std::size_t count = 0;
    for (std::size_t at = 0; at < folded_text.size() && count < 3;) {
        const auto end = std::min(folded_text.find(' ', at), folded_text.size());
        auto word = folded_text.substr(at, end - at);
        at = end + 1;
        if (const auto time = word.find('T'); time != word.npos && time > 0 && is_all_digits(word.substr(0, time)))
            word.resize(time);
        if (is_all_digits(word)) {
            if (word.size() > 4 && !(count == 0 && word.size() == 8)) return {};
            if (word.size() == 8) {
                parts.part = {word.substr(0, 4), word.substr(4, 2), word.substr(6, 2)};
                return parts;
            }
            parts.part[count++] = word;
        } else if (const int month = month_of_word(word); month && count == 1) {
            parts.part[count++] = std::to_string(month);
            parts.month_is_word = true;
        } else {
            return {};
        }
    }
    if (count != 3) return {};
    return parts;
}

bool is_compact(std::string_view text) {
    return text.size() >= 8 && is_all_digits(text.substr(0, 8)) &&
           (text.size() == 8 || text[8] == ' ' || text[8] == 'T');
}

}  // namespace

std::optional<Date> date_from(std::string_view text, DateOrder order) {
    const auto trimmed_text = squeezed(text);
    if (is_compact(trimmed_text)) {
        const std::string_view digits = trimmed_text;
        if (order == DateOrder::year_month_day) return date_prefix(digits);
        return order == DateOrder::day_month_year
                   ? Date::make(number(digits.substr(4, 4)), static_cast<unsigned>(number(digits.substr(2, 2))),
                                static_cast<unsigned>(number(digits.substr(0, 2))))
                   : Date::make(number(digits.substr(4, 4)), static_cast<unsigned>(number(digits.substr(0, 2))),
                                static_cast<unsigned>(number(digits.substr(2, 2))));
    }
    const auto parts = parts_of(trimmed_text);
    if (!parts) return {};
    const auto& [first, second, third] = parts->part;
    const bool year_first = first.size() == 4;
    if (year_first != (order == DateOrder::year_month_day)) return {};
    const auto& year = year_first ? first : third;
    if (year.size() == 3 || (!year_first && first.size() > 2) || (!parts->month_is_word && second.size() > 2))
        return {};
    int month = number(second), day = number(year_first ? third : first);
    if (order == DateOrder::month_day_year && !parts->month_is_word) std::swap(month, day);
    return Date::make(full_year(number(year), year.size()), static_cast<unsigned>(month), static_cast<unsigned>(day));
}

std::optional<DateOrder> date_order_of(const std::vector<std::string_view>& dates) {
    for (const auto order : {DateOrder::day_month_year, DateOrder::year_month_day, DateOrder::month_day_year})
        if (!dates.empty() &&
            std::ranges::all_of(dates, [&](std::string_view text) { return date_from(text, order).has_value(); }))
            return order;
    return {};
}

std::optional<Date> date_ddmmyy(std::string_view digits) {
    if (digits.size() != 6 || !is_all_digits(digits)) return {};
    return Date::make(full_year(number(digits.substr(4, 2)), 2), static_cast<unsigned>(number(digits.substr(2, 2))),
                      static_cast<unsigned>(number(digits.substr(0, 2))));
}

std::optional<Date> date_yymmdd(std::string_view digits, bool clamp) {
    if (digits.size() != 6 || !is_all_digits(digits)) return {};
    const int year = full_year(number(digits.substr(0, 2)), 2);
    const auto month = static_cast<unsigned>(number(digits.substr(2, 2))),
               day = static_cast<unsigned>(number(digits.substr(4, 2)));
    if (const auto date = Date::make(year, month, day)) return date;
    const auto first = Date::make(year, month, 1);
    if (clamp && first && day > 28 && day <= 31) return first->end_of_month();
    return {};
}

std::optional<Date> date_prefix(std::string_view text) {
    if (text.size() >= 10 && text[4] == '-') return Date::parse(text.substr(0, 10));
    if (text.size() < 8 || !is_all_digits(text.substr(0, 8))) return {};
    return Date::make(number(text.substr(0, 4)), static_cast<unsigned>(number(text.substr(4, 2))),
                      static_cast<unsigned>(number(text.substr(6, 2))));
}

}  // namespace daftar::banking
