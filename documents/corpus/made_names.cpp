#include "documents/corpus/made_names.hpp"

#include <algorithm>

namespace daftar::documents {
namespace {

constexpr const char* first_parts[] = {
    "Atlas",   "Menara", "Majorelle", "Sotraco",   "Dupont",  "Vermeulen", "Zitoun",    "Lambert", "Benali",
    "Peeters", "Alpha",  "Novalift",  "Clairfont", "Horizon", "Sahara",    "Brabant",   "Meuse",   "Rivoli",
    "Ourika",  "Castel", "Lumina",    "Verdure",   "Isolde",  "Karam",     "Delacroix", "Amrani"};
constexpr const char* trades[] = {"Ascenseurs",  "Nettoyage", "Jardins",  "Plomberie",     "Sécurité",
                                  "Électricité", "Peinture",  "Façades",  "Climatisation", "Assurances",
                                  "Conseil",     "Services",  "Toitures", "Serrurerie"};
constexpr const char* trades_nl[] = {"Liften",  "Schoonmaak", "Tuinen", "Loodgieterij",
                                     "Elektro", "Dakwerken",  "Beheer"};
constexpr const char* forms_ma[] = {"SARL", "SARL AU", "SA", "SNC"};
constexpr const char* forms_be[] = {"SRL", "SA", "BV", "NV", "SPRL"};
constexpr const char* forms_fr[] = {"SARL", "SAS", "SA", "EURL"};
constexpr const char* streets_ma[] = {"rue Ibn Batouta",   "avenue Mohammed V", "boulevard Zerktouni",
                                      "rue de la Liberté", "avenue Hassan II",  "boulevard d'Anfa"};
constexpr const char* streets_be[] = {"rue de la Loi", "avenue Louise",  "chaussée de Wavre",
                                      "Kerkstraat",    "Stationsstraat", "rue du Marché"};
constexpr const char* streets_fr[] = {"rue Victor Hugo",    "avenue Jean Jaurès", "rue de la République",
                                      "boulevard Voltaire", "place Bellecour",    "chemin des Vignes"};
constexpr const char* towns_ma[] = {"40000 Marrakech", "20000 Casablanca", "10000 Rabat",
                                    "90000 Tanger",    "30000 Fès",        "80000 Agadir"};
constexpr const char* towns_be[] = {"1000 Bruxelles", "4000 Liège", "5000 Namur",
                                    "2000 Antwerpen", "9000 Gent",  "1050 Ixelles"};
constexpr const char* towns_fr[] = {"75011 Paris",    "69003 Lyon",   "13006 Marseille",
                                    "31000 Toulouse", "44000 Nantes", "35000 Rennes"};
constexpr const char* residences[] = {"Résidence Les Orangers",  "Syndicat des copropriétaires Anfa",
                                      "Copropriété Les Érables", "Résidence Al Manar",
                                      "ACP Clos du Parc",        "SDC 12 rue Mercière",
                                      "Résidence Yasmine",       "Syndic Horizon Bleu"};
constexpr const char* utilities[] = {"Régie des Eaux du Sud", "Électra Distribution",
                                     "Compagnie Générale des Eaux Claires", "Énergie Plus", "Hydro Atlas"};
constexpr const char* labels_fr[] = {"Entretien ascenseur",
                                     "Nettoyage des parties communes",
                                     "Remplacement ampoules hall",
                                     "Entretien espaces verts",
                                     "Réparation pompe de relevage",
                                     "Gardiennage du mois",
                                     "Contrôle extincteurs",
                                     "Main d'œuvre plombier",
                                     "Fourniture robinet laiton",
                                     "Peinture cage d'escalier",
                                     "Déplacement",
                                     "Débouchage canalisation",
                                     "Honoraires de gestion",
                                     "Câble électrique 3G2,5",
                                     "Serrure trois points",
                                     "Curage fosse"};
constexpr const char* labels_nl[] = {"Onderhoud lift",
                                     "Schoonmaak gemeenschappelijke delen",
                                     "Vervangen lampen inkomhal",
                                     "Onderhoud tuin",
                                     "Herstelling pomp",
                                     "Verplaatsingskosten",
                                     "Werkuren loodgieter",
                                     "Levering kraan"};
constexpr const char* labels_en[] = {
    "Lift maintenance", "Cleaning of common areas", "Garden care",   "Pump repair", "Call-out charge",
    "Plumber labour",   "Fire extinguisher check",  "Management fee"};
constexpr const char* labels_utility[] = {"Consommation tranche 1", "Consommation tranche 2", "Redevance fixe",
                                          "Location compteur",      "Assainissement",         "Taxe communale"};

std::string plain(const std::string& text) {
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const auto c = static_cast<unsigned char>(text[i]);
        if (std::isalnum(c) && c < 0x80)
            out += static_cast<char>(std::tolower(c));
        else if (c == 0xc3 && ++i < text.size())
            out += 'e';
    }
    return out;
}

}  // namespace

MadeParty made_issuer(Dice& dice, MadeCountry country, MadeKind kind) {
    MadeParty party;
    std::string core;
    if (kind == MadeKind::utility_bill) {
        core = dice.pick(utilities);
        party.name = core;
    } else {
        core = std::string(dice.pick(first_parts)) + " " +
               (country == MadeCountry::belgium && dice.one_in(2) ? dice.pick(trades_nl) : dice.pick(trades));
        const std::string form = country == MadeCountry::morocco   ? dice.pick(forms_ma)
                                 : country == MadeCountry::belgium ? dice.pick(forms_be)
                                                                   : dice.pick(forms_fr);
        party.name = dice.one_in(5) ? core : core + " " + form;
    }
    const std::string ending = country == MadeCountry::morocco   ? ".ma"
                               : country == MadeCountry::belgium ? ".be"
                                                                 : ".fr";
    const auto domain = plain(core) + ending;
    party.mail = dice.one_in(3) ? "contact.facturation@gmail.com" : "contact@" + domain;
    party.site = dice.one_in(3) ? "" : "www." + domain;
    const auto& street = country == MadeCountry::morocco   ? dice.pick(streets_ma)
                         : country == MadeCountry::belgium ? dice.pick(streets_be)
                                                           : dice.pick(streets_fr);
    party.street = country == MadeCountry::belgium ? std::string(street) + " " + std::to_string(dice.between(1, 240))
                                                   : std::to_string(dice.between(1, 240)) + ", " + street;
    party.town = country == MadeCountry::morocco   ? dice.pick(towns_ma)
                 : country == MadeCountry::belgium ? dice.pick(towns_be)
                                                   : dice.pick(towns_fr);
    party.phone = country == MadeCountry::morocco
                      ? "05 24 " + dice.digits(2) + " " + dice.digits(2) + " " + dice.digits(2)
                      : "01 " + dice.digits(2) + " " + dice.digits(2) + " " + dice.digits(2) + " " + dice.digits(2);
    return party;
}

MadeParty made_customer(Dice& dice, MadeCountry country) {
    auto party = made_issuer(dice, country, MadeKind::invoice);
    party.name = dice.pick(residences);
    party.mail = party.site = party.phone = "";
    return party;
}

std::string made_label(Dice& dice, const std::string& language, MadeKind kind) {
    if (kind == MadeKind::utility_bill && language == "fr") return dice.pick(labels_utility);
    if (language == "nl") return dice.pick(labels_nl);
    if (language == "en") return dice.pick(labels_en);
    return dice.pick(labels_fr);
}

}  // namespace daftar::documents
