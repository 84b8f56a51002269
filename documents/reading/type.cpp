// What kind of paper it is, and in which language: by the words of its title, their size and their place.
#include <algorithm>
#include <array>
#include <map>

#include "documents/reading/evidence.hpp"
#include "documents/reading/fold.hpp"

namespace daftar::documents {
namespace {

struct TitleWord {
    std::string_view words;
    DocumentType type;
    int weight;
};

constexpr TitleWord titles[] = {
    {"facture avoir", DocumentType::credit_note, 100},
    {"avoir", DocumentType::credit_note, 60},
    {"note credit", DocumentType::credit_note, 100},
    {"credit note", DocumentType::credit_note, 100},
    {"creditnota", DocumentType::credit_note, 100},
    {"creditfactuur", DocumentType::credit_note, 100},
    {"gutschrift", DocumentType::credit_note, 80},
    {"credit memo", DocumentType::credit_note, 100},
    {"rechnungskorrektur", DocumentType::credit_note, 90},
    {"facture", DocumentType::supplier_invoice, 60},
    {"invoice", DocumentType::supplier_invoice, 60},
    {"factuur", DocumentType::supplier_invoice, 60},
    {"rechnung", DocumentType::supplier_invoice, 60},
    {"mietrechnung", DocumentType::supplier_invoice, 60},
    {"note honoraires", DocumentType::supplier_invoice, 90},
    {"quittance", DocumentType::supplier_invoice, 50},
    {"avis echeance", DocumentType::supplier_invoice, 80},
    {"appel cotisation", DocumentType::supplier_invoice, 80},
    {"avis prime", DocumentType::supplier_invoice, 80},
    {"vervaldagbericht", DocumentType::supplier_invoice, 80},
    {"releve compte", DocumentType::bank_statement, 95},
    {"releve bancaire", DocumentType::bank_statement, 95},
    {"extrait compte", DocumentType::bank_statement, 95},
    {"bank statement", DocumentType::bank_statement, 95},
    {"account statement", DocumentType::bank_statement, 80},
    {"rekeninguittreksel", DocumentType::bank_statement, 95},
    {"kontoauszug", DocumentType::bank_statement, 95},
    {"devis", DocumentType::quote, 70},
    {"offerte", DocumentType::quote, 60},
    {"quotation", DocumentType::quote, 70},
    {"angebot", DocumentType::quote, 60},
    {"proces verbal", DocumentType::minutes, 95},
    {"procesverbal", DocumentType::minutes, 95},
    {"assemblee generale", DocumentType::minutes, 60},
    {"ticket", DocumentType::receipt, 45},
    {"recu", DocumentType::receipt, 45},
    {"receipt", DocumentType::receipt, 60},
    {"kassabon", DocumentType::receipt, 80},
    {"kassenbon", DocumentType::receipt, 80},
    {"cash bill", DocumentType::receipt, 70},
    {"recu paiement", DocumentType::receipt, 80},
};

/// Words that bills for water, energy and telephone carry together.
constexpr std::array<std::string_view, 64> utility_words{"kwh",
                                                         "m³",
                                                         "redevance",
                                                         "tranche",
                                                         "eaux",
                                                         "energie",
                                                         "hydro",
                                                         "electra",
                                                         "electricite",
                                                         "compteur",
                                                         "index",
                                                         "consommation",
                                                         "assainissement",
                                                         "eau",
                                                         "gaz",
                                                         "elektriciteit",
                                                         "meter",
                                                         "verbruik",
                                                         "strom",
                                                         "zahler",
                                                         "abonnement",
                                                         "lydec",
                                                         "redal",
                                                         "radeema",
                                                         "onee",
                                                         "amendis",
                                                         "vivaqua",
                                                         "sibelga",
                                                         "engie",
                                                         "edf",
                                                         "meterstand",
                                                         "fibre",
                                                         "adsl",
                                                         "internet",
                                                         "telephonie",
                                                         "routeur",
                                                         "roaming",
                                                         "communications",
                                                         "telecom",
                                                         "pdl",
                                                         "ean",
                                                         "kva",
                                                         "acheminement",
                                                         "pack",
                                                         "fixe",
                                                         "verbruiksperiode",
                                                         "nettarieven",
                                                         "heffingen",
                                                         "voorschotten",
                                                         "energiekost",
                                                         "netzentgelt",
                                                         "verbrauch",
                                                         "abonnements",
                                                         "forfait",
                                                         "forfaits",
                                                         "telephone",
                                                         "mobile",
                                                         "mobiel",
                                                         "bellen",
                                                         "gesprekskosten",
                                                         "telefonie",
                                                         "sms",
                                                         "festnetz",
                                                         "mobilfunk"};
/// Those that the contracts of lifts, cleaning and insurance use as well: they make no such bill by themselves.
constexpr std::array<std::string_view, 11> weak_utility_words{"redevance",   "tranche",  "index",    "abonnement",
                                                              "abonnements", "meter",    "pack",     "fixe",
                                                              "forfait",     "forfaits", "telephone"};

constexpr std::array<std::pair<std::string_view, std::string_view>, 60> tongue{{
    {"facture", "fr"},  {"date", "fr"},    {"montant", "fr"},      {"tva", "fr"},          {"designation", "fr"},
    {"echeance", "fr"}, {"prix", "fr"},    {"de", "fr"},           {"et", "fr"},           {"le", "fr"},
    {"la", "fr"},       {"ttc", "fr"},     {"ht", "fr"},           {"quantite", "fr"},     {"paiement", "fr"},
    {"rue", "fr"},      {"les", "fr"},     {"avoir", "fr"},        {"factuur", "nl"},      {"datum", "nl"},
    {"btw", "nl"},      {"bedrag", "nl"},  {"omschrijving", "nl"}, {"vervaldatum", "nl"},  {"aantal", "nl"},
    {"prijs", "nl"},    {"van", "nl"},     {"het", "nl"},          {"een", "nl"},          {"totaal", "nl"},
    {"betaling", "nl"}, {"straat", "nl"},  {"en", "nl"},           {"voor", "nl"},         {"te", "nl"},
    {"invoice", "en"},  {"amount", "en"},  {"vat", "en"},          {"description", "en"},  {"due", "en"},
    {"qty", "en"},      {"price", "en"},   {"the", "en"},          {"of", "en"},           {"and", "en"},
    {"to", "en"},       {"payment", "en"}, {"street", "en"},       {"rechnung", "de"},     {"betrag", "de"},
    {"mwst", "de"},     {"ust", "de"},     {"beschreibung", "de"}, {"menge", "de"},        {"einzelpreis", "de"},
    {"und", "de"},      {"der", "de"},     {"die", "de"},          {"gesamtbetrag", "de"}, {"zahlung", "de"},
}};

std::string language_of(const Layout& layout) {
    std::map<std::string_view, int> votes;
    for (const auto& token : layout.tokens)
        for (const auto& [word, language] : tongue)
            if (label_word(token.text) == word) votes[language] += word.size() > 3 ? 3 : 1;
    const auto best =
        std::max_element(votes.begin(), votes.end(), [](const auto& a, const auto& b) { return a.second < b.second; });
    return best == votes.end() || best->second < 3 ? "" : std::string(best->first);
}

/// Words of a title at `from`, fillers skipped; their number, 0 when it is another.
int title_at(const std::vector<std::string>& words, std::size_t from, std::string_view title) {
    std::size_t i = from;
    while (!title.empty()) {
        const auto space = std::min(title.find(' '), title.size());
        while (i < words.size() && i > from && is_filler(words[i])) ++i;
        if (i >= words.size() || words[i] != title.substr(0, space)) return 0;
        ++i;
        title.remove_prefix(std::min(space + 1, title.size()));
    }
    return static_cast<int>(i - from);
}

/// "Procès-verbal et dossier   640,00 €": a line of an invoice.
bool ends_with_amount(const Layout& layout, const Segment& segment) {
    const auto& line = layout.lines[static_cast<std::size_t>(segment.line)];
    for (int t = std::max(line.first, line.last - 1); t <= line.last; ++t) {
        const auto& text = layout.tokens[static_cast<std::size_t>(t)].text;
        if (text.size() > 3 && has_digit(text) && text[text.size() - 3] == ',') return true;
    }
    return false;
}

using UtilityWords = std::map<std::string_view, int>;

UtilityWords utility_words_of(const Layout& layout) {
    UtilityWords found;
    for (const auto& token : layout.tokens) {
        const auto word = label_word(token.text);
        for (const auto& known : utility_words)
            if (word == known) found[known] = 1;
    }
    return found;
}

}  // namespace

bool bills_utility(const Evidence& seen) {
    const auto found = utility_words_of(seen.layout);
    const auto words = found.size();
    const bool strong = std::any_of(found.begin(), found.end(), [](const auto& each) {
        return std::ranges::find(weak_utility_words, each.first) == weak_utility_words.end();
    });
    const bool period = std::any_of(seen.labels.begin(), seen.labels.end(),
                                    [](const Label& label) { return label.meaning == Meaning::period; });
    return strong && (words >= 3 || (words == 2 && period));
}

void recognise_type(Evidence& seen) {
    const auto& layout = seen.layout;
    seen.language = language_of(layout);
    std::map<DocumentType, float> votes;
    for (const auto& segment : layout.segments) {
        const auto& page = layout.pages[static_cast<std::size_t>(segment.area.page) - 1];
        std::vector<std::string> words;
        for (int i = segment.first; i <= segment.last && i < segment.first + 12; ++i)
            for (auto& word : label_words(layout.tokens[static_cast<std::size_t>(i)].text))
                words.push_back(std::move(word));
        const bool priced = ends_with_amount(layout, segment);
        for (std::size_t at = 0; at < words.size() && at < 6; ++at) {
            for (const auto& title : titles) {
                if (priced && title.type == DocumentType::minutes) continue;
                const int taken = title_at(words, at, title.words);
                if (taken == 0) continue;
                // A title is large, high on the first page, and begins what is printed there.
                const float size =
                    layout.tokens[static_cast<std::size_t>(segment.first)].size / std::max(layout.text_size, 1.0f);
                const bool high = segment.area.page == 1 && segment.area.y0 < 0.45f * page.y1;
                const float place = (at == 0 ? 1.0f : 0.25f) * (high ? 1.0f : 0.2f) * (words.size() > 8 ? 0.25f : 1.0f);
                votes[title.type] =
                    std::max(votes[title.type], static_cast<float>(title.weight) * place * std::min(size * size, 4.0f));
            }
        }
    }
    const auto best =
        std::max_element(votes.begin(), votes.end(), [](const auto& a, const auto& b) { return a.second < b.second; });
    if (best == votes.end() || best->second < 10) return;
    seen.type = best->first;
    float second = 0;
    for (const auto& [type, score] : votes)
        if (type != best->first) second = std::max(second, score);
    seen.type_confidence = std::clamp(static_cast<int>(700 + 290 * (best->second - second) / best->second), 500, 985);
    if (seen.type != DocumentType::supplier_invoice) return;
    const auto utility = utility_words_of(layout).size();
    if (bills_utility(seen)) seen.type = DocumentType::utility_bill;
    if (utility >= 1)
        seen.type_confidence = std::min(seen.type_confidence, utility >= 5 ? 960 : utility == 1 ? 970 : 880);
}

}  // namespace daftar::documents
