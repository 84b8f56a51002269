// Which words of a paper speak of which expense.
#include "documents/plan.hpp"

namespace daftar::documents {
namespace {

struct CategoryWords {
    const char* category;
    std::vector<const char*> words;  ///< lower case, without accents; the start of a word is enough
};

const std::vector<CategoryWords>& category_words() {
    static const std::vector<CategoryWords> words = {
        {"electricity",
         {"electricite", "electriciteit", "kwh", "edf", "engie", "sibelga", "basse tension", "lydec", "redal",
          "amendis", "eclairage"}},
        {"water",
         {"eau potable", "consommation d'eau", "assainissement", "vivaqua", "m3", "radeema", "onep", "veolia",
          "compteur d'eau", "water "}},
        {"heating", {"chauffage", "chaudiere", "gaz naturel", "mazout", "fioul", "verwarming", "stookolie"}},
        {"lift", {"ascenseur", "lift", "elevateur", "otis", "schindler", "kone", "thyssen", "monte-charge"}},
        {"gardening", {"espaces verts", "jardin", "tonte", "taille des haies", "elagage", "arrosage", "tuin"}},
        {"cleaning",
         {"nettoyage", "menage", "entretien des communs", "schoonmaak", "vitres", "desinfection", "deratisation"}},
        {"security",
         {"gardiennage", "securite", "surveillance", "vigile", "incendie", "extincteur", "camera", "bewaking"}},
        {"insurance",
         {"assurance", "prime annuelle", "police n", "multirisque", "verzekering", "axa", "wafa assurance"}},
        {"management",
         {"honoraires de syndic", "honoraires syndic", "gestion de la copropriete", "syndic de copropriete"}},
        {"professional_fees",
         {"honoraires", "avocat", "expert-comptable", "commissaire aux comptes", "architecte", "huissier", "notaire"}},
        {"telecom",
         {"telephon", "internet", "fibre", "abonnement mobile", "maroc telecom", "orange", "proximus",
          "affranchissement"}},
        {"works", {"travaux", "renovation", "etancheite", "ravalement", "toiture", "peinture", "maconnerie"}},
        {"taxes", {"taxe", "impot", "redevance communale"}},
        {"supplies", {"fourniture", "quincaillerie", "ampoule", "produits d'entretien", "papeterie"}},
        {"maintenance",
         {"entretien", "maintenance", "reparation", "plomberie", "depannage", "onderhoud", "herstelling", "serrurerie",
          "portail"}},
    };
    return words;
}

/// Lower case without the accents of French.
std::string folded(std::string_view text) {
    static const std::pair<const char*, char> letters[] = {
        {"é", 'e'}, {"è", 'e'}, {"ê", 'e'}, {"ë", 'e'}, {"à", 'a'}, {"â", 'a'}, {"î", 'i'}, {"ï", 'i'}, {"ô", 'o'},
        {"û", 'u'}, {"ù", 'u'}, {"ç", 'c'}, {"É", 'e'}, {"È", 'e'}, {"À", 'a'}, {"Ç", 'c'}, {"³", '3'}};
    std::string out;
    for (std::size_t i = 0; i < text.size();) {
        const auto rest = text.substr(i);
        const auto found =
            std::ranges::find_if(letters, [&](const auto& letter) { return rest.starts_with(letter.first); });
        if (found != std::end(letters)) {
            out += found->second;
            i += std::string_view(found->first).size();
        } else {
            out += static_cast<char>(std::tolower(static_cast<unsigned char>(text[i++])));
        }
    }
    return out;
}

}  // namespace

std::string category_of(std::string_view words) {
    const auto text = folded(words);
    std::string best = "other";
    std::size_t most = 0;
    for (const auto& [category, starts] : category_words()) {
        std::size_t hits = 0;
        for (const std::string_view start : starts)
            for (auto at = text.find(start); at != std::string::npos; at = text.find(start, at + 1))
                if (at == 0 || !std::isalnum(static_cast<unsigned char>(text[at - 1]))) ++hits;
        if (hits > most) most = hits, best = category;
    }
    return best;
}

}  // namespace daftar::documents
