#include "documents/reading/dates.hpp"

#include <array>
#include <charconv>
#include <utility>
#include <vector>

#include "documents/reading/fold.hpp"

namespace daftar::documents {
namespace {

/// Names and abbreviations, folded.
constexpr std::array<std::pair<std::string_view, unsigned>, 57> months{{
    {"janvier", 1}, {"janv", 1},      {"january", 1},   {"jan", 1},      {"januari", 1},   {"januar", 1},
    {"fevrier", 2}, {"fevr", 2},      {"fev", 2},       {"february", 2}, {"feb", 2},       {"februari", 2},
    {"februar", 2}, {"mars", 3},      {"mar", 3},       {"march", 3},    {"maart", 3},     {"mrt", 3},
    {"marz", 3},    {"maerz", 3},     {"avril", 4},     {"avr", 4},      {"april", 4},     {"apr", 4},
    {"mai", 5},     {"may", 5},       {"mei", 5},       {"juin", 6},     {"june", 6},      {"jun", 6},
    {"juni", 6},    {"juillet", 7},   {"juil", 7},      {"july", 7},     {"jul", 7},       {"juli", 7},
    {"aout", 8},    {"august", 8},    {"aug", 8},       {"augustus", 8}, {"septembre", 9}, {"september", 9},
    {"sept", 9},    {"sep", 9},       {"octobre", 10},  {"october", 10}, {"oct", 10},      {"oktober", 10},
    {"okt", 10},    {"novembre", 11}, {"november", 11}, {"nov", 11},     {"decembre", 12}, {"december", 12},
    {"dec", 12},    {"dezember", 12}, {"dez", 12},
}};

std::optional<int> whole_number(std::string_view text, std::size_t digits_min, std::size_t digits_max) {
    if (!is_digits(text) || text.size() < digits_min || text.size() > digits_max) return std::nullopt;
    int value = 0;
    std::from_chars(text.data(), text.data() + text.size(), value);
    return value;
}

std::optional<int> year_of(std::string_view text) {
    if (const auto full = whole_number(text, 4, 4)) return *full >= 1990 && *full <= 2099 ? full : std::nullopt;
    if (const auto brief = whole_number(text, 2, 2)) return 2000 + *brief;
    return std::nullopt;
}

std::string_view without_end(std::string_view text) {
    while (!text.empty() &&
           (text.back() == ',' || text.back() == '.' || text.back() == ';' || text.back() == ')' || text.back() == ':'))
        text.remove_suffix(1);
    while (!text.empty() && text.front() == '(') text.remove_prefix(1);
    return text;
}

/// Day of "1er", "12.", "3rd", "12".
std::optional<int> day_of(std::string_view text) {
    text = without_end(text);
    for (const std::string_view suffix : {"er", "st", "nd", "rd", "th", "e"})
        if (text.size() > suffix.size() && text.ends_with(suffix) &&
            is_digits(text.substr(0, text.size() - suffix.size()))) {
            text.remove_suffix(suffix.size());
            break;
        }
    const auto day = whole_number(text, 1, 2);
    return day && *day >= 1 && *day <= 31 ? day : std::nullopt;
}

std::vector<std::string_view> split(std::string_view text, char mark) {
    std::vector<std::string_view> parts;
    for (std::size_t from = 0; from <= text.size();) {
        const auto to = std::min(text.find(mark, from), text.size());
        parts.push_back(text.substr(from, to - from));
        from = to + 1;
    }
    return parts;
}

std::optional<PrintedDate> numeric(std::string_view text, bool month_first) {
    text = without_end(text);
    for (const char mark : {'/', '-', '.'}) {
        const auto parts = split(text, mark);
        if (parts.size() != 3) continue;
        if (const auto year = whole_number(parts[0], 4, 4)) {
            const auto month = whole_number(parts[1], 1, 2), day = whole_number(parts[2].substr(0, 2), 1, 2);
            if (!month || !day || *year < 1990 || (parts[2].size() > 2 && parts[2][2] != 't')) return std::nullopt;
            if (const auto date = Date::make(*year, static_cast<unsigned>(*month), static_cast<unsigned>(*day)))
                return PrintedDate{*date, 1};
            return std::nullopt;
        }
        const auto first = whole_number(parts[0], 1, 2), year = year_of(parts[2]);
        if (!first || !year) return std::nullopt;
        auto day = first, month = whole_number(parts[1], 1, 2);
        bool exchanged = false;
        if (!month) {  // 27-MAR-2018
            if (const auto named = month_of(parts[1]))
                month = static_cast<int>(named);
            else
                return std::nullopt;
        } else if (*month > 12 || (month_first && *day <= 12)) {
            std::swap(day, month);
            exchanged = true;
        }
        const auto date = Date::make(*year, static_cast<unsigned>(*month), static_cast<unsigned>(*day));
        if (!date) return std::nullopt;
        return PrintedDate{*date, 1, !exchanged, *day <= 12 && *month <= 12 && *day != *month};
    }
    return std::nullopt;
}

std::optional<PrintedDate> compact(std::string_view text) {
    text = without_end(text);
    const auto year = text.size() == 8 ? whole_number(text.substr(0, 4), 4, 4) : std::nullopt;
    if (!year || !is_digits(text) || *year < 2000 || *year > 2060) return std::nullopt;
    const auto date = Date::make(*year, static_cast<unsigned>(*whole_number(text.substr(4, 2), 2, 2)),
                                 static_cast<unsigned>(*whole_number(text.substr(6, 2), 2, 2)));
    return date ? std::optional(PrintedDate{*date, 1}) : std::nullopt;
}

/// "12 mars 2025", "mars 12, 2025", "12 de marzo" is not read. A lone comma between the words is skipped.
std::optional<PrintedDate> named(std::span<const std::string> words) {
    std::vector<std::string_view> parts;
    std::vector<int> taken;
    int count = 0;
    for (const auto& word : words) {
        ++count;
        const auto part = without_end(word);
        if (!part.empty()) {
            parts.push_back(part);
            taken.push_back(count);
        }
        if (parts.size() == 3) break;
    }
    if (parts.size() < 3) return std::nullopt;
    const auto year = whole_number(parts[2], 4, 4) ? year_of(parts[2]) : std::nullopt;
    auto day = day_of(parts[0]);
    auto month = month_of(parts[1]);
    if (!day || month == 0) {
        day = day_of(parts[1]);
        month = month_of(parts[0]);
    }
    const auto brief = year ? year : (parts[2].size() == 2 ? year_of(parts[2]) : std::nullopt);
    if (!day || month == 0 || !brief) return std::nullopt;
    const auto date = Date::make(*brief, month, static_cast<unsigned>(*day));
    return date ? std::optional(PrintedDate{*date, taken.back()}) : std::nullopt;
}

}  // namespace

unsigned month_of(std::string_view word) {
    word = without_end(word);
    for (const auto& [name, month] : months)
        if (name == word) return month;
    return 0;
}

std::optional<PrintedDate> parse_printed_date(std::span<const std::string> words, bool month_first) {
    if (words.empty()) return std::nullopt;
    if (const auto found = numeric(words[0], month_first)) return found;
    if (const auto found = named(words)) return found;
    // "12 / 03 / 2025", "12 /03/ 2025": glued back together
    std::string glued = words[0];
    for (std::size_t i = 1; i < words.size() && i < 5; ++i) {
        const bool joins = words[i].starts_with('/') || glued.ends_with('/') || words[i].starts_with('.') ||
                           glued.ends_with('.') || words[i] == "-" || glued.ends_with('-');
        if (!joins) break;
        glued += words[i];
        if (auto found = numeric(glued, month_first)) {
            found->words = static_cast<int>(i) + 1;
            return found;
        }
    }
    return compact(words[0]);
}

}  // namespace daftar::documents
