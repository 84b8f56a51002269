#include <algorithm>
#include <map>

#include "documents/reading/dating.hpp"
#include "documents/reading/fold.hpp"

namespace daftar::documents {
namespace {

/// A VAT number or IBAN of a country that pays in euros.
bool in_euro_zone(std::string_view identifier) {
    for (const std::string_view country : {"AT", "BE", "DE", "ES", "FI", "FR", "GR", "IE", "IT", "LU", "NL", "PT"})
        if (identifier.starts_with(country)) return true;
    return false;
}

}  // namespace

void decide_currency(const Evidence& seen, const ReadingKnowledge& known, InvoiceReading& out) {
    std::map<std::string, int> votes;
    for (const auto& number : seen.values.numbers)
        if (!number.number.currency.empty()) votes[number.number.currency] += 3;
    for (const auto& token : seen.layout.tokens) {
        const auto word = label_word(token.text);
        if (word.size() < 3) continue;  // "dh" or "rm" alone may be anything
        if (const auto code = currency_of_word(word); !code.empty())
            votes[code] += 1;
        else if (word == "dollars")
            votes["USD"] += 1;
    }
    const auto best =
        std::max_element(votes.begin(), votes.end(), [](const auto& a, const auto& b) { return a.second < b.second; });
    if (best != votes.end()) {
        int confidence = best->second >= 2 ? 992 : 950;
        for (const auto& [code, count] : votes)
            if (code != best->first && count * 3 > best->second) confidence = 800;
        if (seen.layout.recognised) confidence = std::min(confidence, 970);
        out.currency =
            make_reading<TextReading>(best->first, Area{}, confidence, "symbole ou code imprimé près des montants");
        return;
    }
    for (const auto& identifier : seen.values.identifiers) {
        const bool moroccan = identifier.kind.starts_with("ma_") || identifier.kind == "rib" ||
                              (identifier.kind == "iban" && identifier.value.starts_with("MA"));
        const bool euro = identifier.kind.starts_with("fr_") || identifier.kind == "be_enterprise" ||
                          identifier.kind == "nl_kvk" ||
                          (identifier.kind == "eu_vat" && in_euro_zone(identifier.value)) ||
                          (identifier.kind == "iban" && in_euro_zone(identifier.value));
        if (!moroccan && !euro) continue;
        out.currency =
            make_reading<TextReading>(std::string(moroccan ? "MAD" : "EUR"), Area{}, 930, "pays des identifiants");
        return;
    }
    if (!known.currency.empty())
        out.currency = make_reading<TextReading>(known.currency, Area{}, 700, "monnaie de l'organisation");
}

}  // namespace daftar::documents
