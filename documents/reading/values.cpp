#include "documents/reading/values.hpp"

#include <algorithm>
#include <cmath>

#include "documents/reading/dates.hpp"
#include "documents/reading/fold.hpp"

namespace daftar::documents {
namespace {

void find_dates(const Layout& layout, bool month_first, Values& out) {
    for (const auto& line : layout.lines) {
        for (int i = line.first; i <= line.last; ++i) {
            if (out.taken[static_cast<std::size_t>(i)] ||
                !(has_digit(layout.tokens[static_cast<std::size_t>(i)].folded) ||
                  month_of(layout.tokens[static_cast<std::size_t>(i)].folded)))
                continue;
            std::vector<std::string> words;
            for (int j = i; j <= line.last && words.size() < 6; ++j) {
                if (j > i && layout.space_before(j) > 2.5f * line.area.height()) break;
                words.push_back(layout.tokens[static_cast<std::size_t>(j)].folded);
            }
            const auto found = parse_printed_date(words, month_first);
            if (!found) continue;
            const int last = i + found->words - 1;
            out.dates.push_back(
                {i, last, layout.area(i, last), found->value, found->ambiguous, layout.confidence(i, last)});
            for (int j = i; j <= last; ++j) out.taken[static_cast<std::size_t>(j)] = 'd';
            i = last;
        }
    }
}

bool is_currency_or_sign(const std::string& folded) {
    return !currency_of_word(folded).empty() || folded == "-" || folded == "+" || folded == "%";
}

/// Characters that recognition confuses, undone inside words that are otherwise a number: "l 2OO,5O".
std::string repaired(const std::string& folded) {
    int digits = 0, confused = 0;
    for (const char c : folded) {
        digits += c >= '0' && c <= '9';
        confused += c == 'o' || c == 'l' || c == 's' || c == 'b';
    }
    if (confused == 0 || digits < 2 || confused > digits) return folded;
    std::string out;
    for (const char c : folded) out += c == 'o' ? '0' : c == 'l' ? '1' : c == 's' ? '5' : c == 'b' ? '8' : c;
    return out;
}

/// How far apart two words of one number may be: a space between groups of digits, more before a currency.
bool joins(const Layout& layout, int token) {
    const auto& here = layout.tokens[static_cast<std::size_t>(token)];
    const auto& before = layout.tokens[static_cast<std::size_t>(token) - 1];
    const float height = std::min(here.area.height(), before.area.height());
    const bool loose = is_currency_or_sign(here.folded) || is_currency_or_sign(before.folded);
    const bool recognised = here.confidence < 1000 && before.confidence < 1000;  // boxes hug a narrow "1"
    return layout.space_before(token) <= (loose ? 1.3f : recognised ? 0.8f : 0.5f) * height;
}

void find_numbers(const Layout& layout, Values& out) {
    for (const auto& line : layout.lines) {
        for (int i = line.first; i <= line.last; ++i) {
            if (out.taken[static_cast<std::size_t>(i)]) continue;
            const auto& start = layout.tokens[static_cast<std::size_t>(i)].folded;
            if (!has_digit(start) && !is_currency_or_sign(start) && start != "(") continue;
            std::string text;
            int best = -1;
            PrintedNumber number;
            for (int j = i; j <= line.last && j < i + 6; ++j) {
                if (out.taken[static_cast<std::size_t>(j)] || (j > i && !joins(layout, j))) break;
                const auto& token = layout.tokens[static_cast<std::size_t>(j)];
                const auto word = token.confidence < 1000 ? repaired(token.folded) : token.folded;
                text += (text.empty() ? "" : " ") + word;
                const bool closed = text.starts_with('(') && word.ends_with(')');  // "(213,40 €)"
                if (!has_digit(word) && !is_currency_or_sign(closed ? word.substr(0, word.size() - 1) : word) &&
                    word.find_first_not_of("(),.") != std::string::npos)
                    break;
                if (auto parsed = parse_printed_number(text)) {
                    best = j;
                    number = *parsed;
                }
            }
            if (best < 0) continue;
            // A sign or symbol that a number to its left already owns is not taken twice: longest match from the left.
            out.numbers.push_back({i, best, layout.area(i, best), number, layout.confidence(i, best)});
            for (int j = i; j <= best; ++j) out.taken[static_cast<std::size_t>(j)] = 'n';
            i = best;
        }
    }
}

/// Recognition loses the mark of "63,12" now and then. In a column of amounts with cents a whole number has lost it;
/// with a currency beside it, it may have: then both meanings are offered.
void restore_decimal_marks(Values& out) {
    std::vector<NumberValue> added;
    for (auto& value : out.numbers) {
        const auto& number = value.number;
        const bool bare = value.first == value.last || !number.currency.empty();
        if (value.confidence >= 1000 || number.decimals != 0 || number.grouped || number.percent || !bare ||
            number.value.units < 100)
            continue;
        const auto with_cents = std::count_if(out.numbers.begin(), out.numbers.end(), [&](const NumberValue& other) {
            return other.number.decimals == 2 && other.area.page == value.area.page &&
                   std::abs(other.area.x1 - value.area.x1) < 5;
        });
        if (with_cents < 2 && number.currency.empty()) continue;
        auto restored = value;
        restored.number.value = divide(number.value, Decimal{100, 0}, 2);
        restored.number.decimals = 2;
        if (with_cents >= 3)
            value = restored;
        else
            added.push_back(restored);
    }
    out.numbers.insert(out.numbers.end(), added.begin(), added.end());
}

}  // namespace

Values find_values(const Layout& layout, bool month_first) {
    Values out;
    out.taken.assign(layout.tokens.size(), 0);
    out.identifiers = find_identifiers(layout, out.taken);
    find_dates(layout, month_first, out);
    find_numbers(layout, out);
    if (layout.recognised) restore_decimal_marks(out);
    return out;
}

}  // namespace daftar::documents
