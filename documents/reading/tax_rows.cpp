#include <algorithm>
#include <array>

#include "documents/reading/fold.hpp"
#include "documents/reading/roles.hpp"
#include "documents/reading/totals.hpp"

namespace daftar::documents {
namespace {

/// tax = base × rate / 100 within a cent.
bool agrees(Decimal base, Decimal rate, Decimal tax) {
    const auto expected = divide(base * rate, Decimal{100, 0}, 4);
    return magnitude(expected - tax) <= Decimal{11, 3};
}

/// "HT 10 %   64,18" and under it "TVA 10 %   6,42": base and tax of a rate on lines of their own, as tickets have
/// them.
TaxRow on_two_lines(const Evidence& seen, const NumberValue& rate) {
    const auto& numbers = seen.values.numbers;
    const auto beside = [&](const NumberValue& percent) -> const NumberValue* {
        for (const auto& value : numbers)
            if (value.is_money() && value.first > percent.last && same_row(value.area, percent.area) > 0.5f)
                return &value;
        return nullptr;
    };
    const auto* tax = rate.number.percent ? beside(rate) : nullptr;
    if (!tax || tax->number.value.units == 0) return {};
    for (const auto& other : numbers) {
        if (&other == &rate || !other.number.percent || !(other.number.value == rate.number.value)) continue;
        const auto* base = beside(other);
        if (base && base != tax && base->area.page == tax->area.page &&
            std::abs(base->area.y0 - tax->area.y0) < 3 * tax->area.height() &&
            agrees(base->number.value, rate.number.value, tax->number.value))
            return {rate.number.value, base, tax};
    }
    return {};
}

}  // namespace

Decimal TaxRow::base_value() const {
    const auto value = base->number.value;
    return value.units < 0 && tax->number.value.units > 0 ? -value : value;
}

bool is_usual_rate(Decimal rate) {
    static constexpr std::array<int, 24> tenths{200, 210, 190, 100,     55,  60,  70,  140, 120, 85, 90,  170,
                                                180, 160, 130, 22 * 10, 230, 240, 250, 21,  25,  50, 150, 77};
    return std::any_of(tenths.begin(), tenths.end(), [&](int known) { return Decimal{known, 1} == rate; });
}

bool says_untaxed(const Evidence& seen) {
    std::string text;
    for (const auto& token : seen.layout.tokens) text += token.folded + ' ';
    for (const std::string_view mention : {"autoliquidation",
                                           "auto-liquidation",
                                           "293 b",
                                           "293b",
                                           "cocontractant",
                                           "co-contractant",
                                           "reverse charge",
                                           "btw verlegd",
                                           "verlegd naar",
                                           "medecontractant",
                                           "steuerschuldnerschaft",
                                           "kleinunternehmer",
                                           "tva non applicable",
                                           "exoneration de tva",
                                           "exonere de tva",
                                           "exoneree de tva",
                                           "vrijgesteld van btw",
                                           "vat exempt",
                                           "article 261",
                                           "franchise de tva",
                                           "vrijstelling",
                                           "article 91",
                                           "hors champ"})
        if (text.find(mention) != std::string::npos) return true;
    return false;
}

bool names_untaxed_part(const Evidence& seen) {
    std::string text;
    for (const auto& token : seen.layout.tokens) text += token.folded + ' ';
    for (const std::string_view mention :
         {"non soumis", "non taxable", "non imposable", "debours", "hors champ", "niet onderworpen", "niet belast",
          "disbursement", "auslagen", "durchlaufende", "exoner", "non assujetti"})
        if (text.find(mention) != std::string::npos) return true;
    return false;
}

std::vector<TaxRow> find_tax_rows(const Evidence& seen) {
    const auto& numbers = seen.values.numbers;
    std::vector<TaxRow> rows;
    for (const auto& rate : numbers) {
        const auto percent = rate.number.value;
        if (percent.units <= 0 || percent > Decimal{30, 0} ||
            !(rate.number.percent || (is_usual_rate(percent) && rate.number.currency.empty())))
            continue;
        TaxRow best;
        bool best_summed = false;
        for (const auto& base : numbers) {
            if (&base == &rate || base.number.percent || base.number.decimals < 2 ||
                same_row(base.area, rate.area) < 0.5f)
                continue;
            for (const auto& tax : numbers) {
                if (&tax == &rate || &tax == &base || tax.number.percent || tax.number.decimals < 2 ||
                    same_row(tax.area, rate.area) < 0.5f)
                    continue;
                if (tax.number.value.units == 0 ||
                    !agrees(TaxRow{percent, &base, &tax}.base_value(), percent, tax.number.value))
                    continue;
                // The larger base; but of "3,01  0,17  3,18" the one whose sum with the tax stands there too.
                const bool summed = std::ranges::any_of(numbers, [&](const NumberValue& sum) {
                    return sum.number.value == base.number.value + tax.number.value && &sum != &base &&
                           same_row(sum.area, rate.area) >= 0.5f;
                });
                if (!best.base || summed > best_summed ||
                    (summed == best_summed && magnitude(best.base->number.value) < magnitude(base.number.value))) {
                    best = {percent, &base, &tax};
                    best_summed = summed;
                }
            }
        }
        if (!best.base) best = on_two_lines(seen, rate);
        const auto same = [&](const TaxRow& other) { return other.base == best.base && other.tax == best.tax; };
        if (best.base && std::none_of(rows.begin(), rows.end(), same)) rows.push_back(best);
    }
    return rows;
}

std::optional<Decimal> find_amount_in_words(const Evidence& seen) {
    const auto& tokens = seen.layout.tokens;
    std::optional<Decimal> found;
    for (std::size_t i = 0; i < tokens.size(); ++i) {
        std::vector<std::string> words;
        for (std::size_t j = i; j < tokens.size() && j < i + 24; ++j) {
            auto word = tokens[j].folded;
            while (!word.empty() &&
                   (word.back() == '.' || word.back() == ',' || word.back() == ':' || word.back() == ')'))
                word.pop_back();
            words.push_back(word);
        }
        if (const auto amount = parse_amount_in_words(words); amount && words.size() > 2 && !has_digit(words[0]))
            if (!found || *amount > *found) found = amount;
    }
    return found;
}

}  // namespace daftar::documents
