#include "server/demo_data.hpp"

namespace daftar::server {

const std::vector<DemoResidence>& demo_residences() {
    static const std::vector<DemoResidence> residences = {
        {"Résidence Les Orangers",
         "MA",
         "Marrakech",
         "14, rue Ibn Aïcha, Guéliz, 40000 Marrakech",
         24,
         66'000,
         "Immeuble A",
         "Banque de la Palmeraie",
         "007810000123456789012345",
         {{"SRM Marrakech-Safi – Eau", "water", "Consommation d'eau des communs", 2'350, 1, "0.1"},
          {"SRM Marrakech-Safi – Électricité", "electricity", "Électricité des communs", 3'180, 1, "0.2"},
          {"Atlas Ascenseurs SARL", "lift", "Contrat de maintenance de l'ascenseur", 2'900, 1, "0.2"},
          {"Jardins de l'Ourika", "gardening", "Entretien des espaces verts", 1'200, 1, "0.2"},
          {"Propreté du Haouz", "cleaning", "Nettoyage des parties communes", 3'400, 1, "0.2"},
          {"Assurances Menara", "insurance", "Multirisque immeuble", 14'500, 12, "0"},
          {"Cabinet Zerktouni", "management", "Honoraires de syndic", 6'000, 3, "0.2"}}},
        {"Résidence Anfa",
         "MA",
         "Casablanca",
         "27, boulevard d'Anfa, 20000 Casablanca",
         120,
         520'000,
         "Tour Anfa",
         "Banque du Port",
         "011780000045678901234537",
         {{"SRM Casablanca-Settat – Eau", "water", "Consommation d'eau des communs", 11'900, 1, "0.1"},
          {"SRM Casablanca-Settat – Électricité", "electricity", "Électricité des communs", 18'600, 1, "0.2"},
          {"Élévation Maroc SA", "lift", "Maintenance des quatre ascenseurs", 14'800, 1, "0.2"},
          {"Vigie Sécurité SARL", "security", "Gardiennage jour et nuit", 38'500, 1, "0.2"},
          {"Net Anfa", "cleaning", "Nettoyage des parties communes", 21'300, 1, "0.2"},
          {"Espaces Verts du Littoral", "gardening", "Entretien du jardin et de la terrasse", 6'400, 1, "0.2"},
          {"Assurances Atlantique", "insurance", "Multirisque immeuble", 92'000, 12, "0"},
          {"Cabinet Zerktouni", "management", "Honoraires de syndic", 27'000, 3, "0.2"}}},
        {"Les Érables",
         "BE",
         "Bruxelles",
         "8, avenue des Érables, 1180 Bruxelles",
         32,
         22'500,
         "Bâtiment principal",
         "Banque du Parc",
         "BE46735123456736",
         {{"Eau de Bruxelles SC", "water", "Consommation d'eau", 640, 1, "0.06"},
          {"Lumière du Brabant SA", "electricity", "Électricité des communs", 910, 1, "0.21"},
          {"Lift Service Uccle SRL", "lift", "Entretien de l'ascenseur", 420, 1, "0.21"},
          {"Brillo Nettoyage SRL", "cleaning", "Nettoyage des communs", 1'150, 1, "0.21"},
          {"Jardins d'Uccle", "gardening", "Tonte et taille", 380, 1, "0.21"},
          {"Assurances du Midi", "insurance", "Incendie et périls connexes", 6'800, 12, "0"},
          {"Chauffage Wallon SA", "heating", "Entretien de la chaudière", 1'450, 3, "0.21"},
          {"Syndic Horta SRL", "management", "Honoraires de syndic", 2'400, 3, "0.21"}}},
    };
    return residences;
}

std::string demo_owner(const std::string& country, int number) {
    static const char* const moroccan_first[] = {"Amina", "Youssef", "Salma",  "Hassan", "Nadia", "Omar", "Leïla",
                                                 "Karim", "Samira",  "Rachid", "Houda",  "Mehdi", "Zineb"};
    static const char* const moroccan_last[] = {"Benali", "El Fassi", "Tazi",     "Berrada", "Alaoui", "Chraïbi",
                                                "Lahlou", "Bennis",   "Mansouri", "Idrissi", "Sebti"};
    static const char* const belgian_first[] = {"Claire", "Luc",    "Sophie", "Jan",    "Nathalie", "Pieter",
                                                "Anne",   "Thomas", "Els",    "Benoît", "Julie"};
    static const char* const belgian_last[] = {"Dupont", "Peeters", "Lambert", "Janssens", "Martin",
                                               "Maes",   "Dubois",  "Willems", "Leroy"};
    const auto pick = [&](const auto& list, int step) {
        return std::string(list[static_cast<std::size_t>(number * step) % std::size(list)]);
    };
    if (country == "BE") return pick(belgian_first, 1) + " " + pick(belgian_last, 1);
    return pick(moroccan_first, 1) + " " + pick(moroccan_last, 1);
}

const std::vector<DemoPerson>& demo_people() {
    static const std::vector<DemoPerson> people = {
        {"comptable@demo.daftar", "Nora Kettani", "Accountant", "comptable"},
        {"syndic@demo.daftar", "Hicham Zerktouni", "Syndic", "syndic"},
        {"admin@demo.daftar", "Imane Filali", "SuperAdmin", "administratrice"},
        {"conseil@demo.daftar", "Mourad Sebti", "BoardMember", "conseil syndical"},
        {"proprietaire@demo.daftar", "Youssef El Fassi", "Owner", "propriétaire"},
    };
    return people;
}

const DemoPerson& demo_reader() { return demo_people().back(); }

}  // namespace daftar::server
