// "Arrêtée la présente facture à la somme de …": the amount in French words.
#include <array>
#include <utility>

#include "documents/reading/numbers.hpp"

namespace daftar::documents {
namespace {

constexpr std::array<std::pair<std::string_view, int>, 29> units{{
    {"zero", 0},      {"un", 1},        {"une", 1},      {"deux", 2},      {"trois", 3},      {"quatre", 4},
    {"cinq", 5},      {"six", 6},       {"sept", 7},     {"huit", 8},      {"neuf", 9},       {"dix", 10},
    {"onze", 11},     {"douze", 12},    {"treize", 13},  {"quatorze", 14}, {"quinze", 15},    {"seize", 16},
    {"vingt", 20},    {"vingts", 20},   {"trente", 30},  {"quarante", 40}, {"cinquante", 50}, {"soixante", 60},
    {"septante", 70}, {"huitante", 80}, {"octante", 80}, {"nonante", 90},  {"et", 0},
}};

/// One whole number being read: groups below a thousand, then thousands and millions.
struct Sum {
    std::int64_t total = 0, group = 0;
    int words = 0;

    bool take(std::string_view word) {
        if (word == "cent" || word == "cents") {
            group = group == 0 ? 100 : group * 100;
        } else if (word == "mille" || word == "milles") {
            total += (group == 0 ? 1 : group) * 1000;
            group = 0;
        } else if (word == "million" || word == "millions") {
            total += (group == 0 ? 1 : group) * 1'000'000;
            group = 0;
        } else {
            for (const auto& [name, value] : units) {
                if (name != word) continue;
                // "quatre-vingt" is four times twenty; after a hundred the four is still apart
                if (value == 20 && group % 10 == 4 && group % 100 < 10)
                    group += 76;
                else
                    group += value;
                if (name != "et") ++words;
                return total <= 1'000'000'000;
            }
            return false;
        }
        ++words;
        return group < 1000 && total <= 1'000'000'000;
    }
    std::int64_t value() const { return total + group; }
};

bool is_cents(std::string_view word) {
    return word == "centime" || word == "centimes" || word == "cts" || word == "ct";
}

}  // namespace

std::optional<Decimal> parse_amount_in_words(const std::vector<std::string>& words) {
    Sum whole, cents;
    bool currency_seen = false, cents_seen = false;
    for (const auto& printed : words) {
        for (std::size_t from = 0; from <= printed.size();) {
            const auto to = std::min(printed.find('-', from), printed.size());
            const std::string_view word(printed.data() + from, to - from);
            from = to + 1;
            if (word.empty() || word == "toutes" || word == "taxes" || word == "comprises" || word == "ttc") continue;
            if (!currency_seen && !currency_of_word(word).empty()) {
                currency_seen = true;
            } else if (is_cents(word)) {
                cents_seen = true;
            } else if (cents_seen || !(currency_seen ? cents : whole).take(word)) {
                goto ended;
            }
        }
    }
ended:
    if (whole.words == 0 || (!currency_seen && whole.words < 2) || cents.value() > 99) return std::nullopt;
    return Decimal{whole.value() * 100 + (cents_seen ? cents.value() : 0), 2};
}

}  // namespace daftar::documents
