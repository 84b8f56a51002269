#include "documents/reading/parties.hpp"

#include <algorithm>
#include <set>
#include <utility>

#include "documents/reading/fold.hpp"
#include "registry/identifiers/identifiers.hpp"

namespace daftar::documents {
namespace {

bool within(const Area& inner, const Area& outer) {
    return inner.page == outer.page && inner.middle_x() >= outer.x0 && inner.middle_x() <= outer.x1 &&
           inner.middle_y() >= outer.y0 && inner.middle_y() <= outer.y1;
}

bool known_to(const std::vector<KnownParty>& parties, const std::string& kind, const std::string& value,
              std::string* id = nullptr) {
    for (const auto& party : parties)
        for (const auto& identifier : party.identifiers)
            if (identifier.value == value && (identifier.kind == kind || kind == "iban" || kind == "rib")) {
                if (id) *id = party.id;
                return true;
            }
    return false;
}

/// "N° TVA client", "Votre ICE", "ICE client :" say whose it is on their own line.
bool line_names_customer(const Evidence& seen, const IdentifierValue& identifier) {
    const auto& tokens = seen.layout.tokens;
    const auto& line =
        seen.layout.lines[static_cast<std::size_t>(tokens[static_cast<std::size_t>(identifier.first)].line)];
    for (int t = std::max(line.first, identifier.first - 6); t < identifier.first; ++t) {
        const auto word = label_word(tokens[static_cast<std::size_t>(t)].text);
        for (const std::string_view name : {"client", "votre", "vos", "klant", "uw", "customer", "your", "kunde",
                                            "ihre", "acheteur", "buyer", "preneur", "destinataire"})
            if (word == name) return true;
    }
    return false;
}

int confidence_of(const IdentifierValue& identifier, const Evidence& seen) {
    if (identifier.has_check) return identifier.valid ? 994 : 600;
    return std::min(920, seen.layout.confidence(identifier.first, identifier.last));
}

IdentifierReading reading_of(const IdentifierValue& identifier, const Evidence& seen) {
    auto text = make_reading<TextReading>(identifier.value, identifier.area, confidence_of(identifier, seen),
                                          identifier.valid       ? "clé de contrôle juste"
                                          : identifier.has_check ? "clé de contrôle fausse"
                                                                 : "annoncé par son nom");
    if (identifier.valid && identifier.has_check) text.checks = {"check_digits"};
    return {identifier.kind, std::move(text)};
}

void add(PartyReading& party, IdentifierReading reading) {
    for (auto& other : party.identifiers) {
        if (other.kind != reading.kind || other.text.value != reading.text.value) continue;
        if (other.text.confidence < reading.text.confidence) other = std::move(reading);
        return;
    }
    party.identifiers.push_back(std::move(reading));
}

void derive_country(PartyReading& party) {
    for (const auto& [kind, text] : party.identifiers) {
        if (kind.starts_with("ma_"))
            party.country = "MA";
        else if (kind.starts_with("fr_"))
            party.country = "FR";
        else if (kind == "be_enterprise")
            party.country = "BE";
        else if (kind == "nl_kvk")
            party.country = "NL";
        else if (kind == "eu_vat" && text.value.size() > 2)
            party.country = text.value.substr(0, 2);
        if (!party.country.empty()) return;
    }
}

void write_payment(const Evidence& seen, const ReadingKnowledge& known, InvoiceReading& out) {
    for (const auto& identifier : seen.values.identifiers) {
        const auto reading = reading_of(identifier, seen);
        if (identifier.kind == "ogm" &&
            (!out.structured_communication || (identifier.valid && out.structured_communication->confidence < 900)))
            out.structured_communication = reading.text;
        if (known_to(known.ourselves, identifier.kind, identifier.value)) continue;
        if (identifier.kind == "iban" &&
            (!out.payment_iban || (identifier.valid && out.payment_iban->confidence < 900))) {
            out.payment_iban = reading.text;
            if (identifier.valid && identifier.value.starts_with("MA64") && !out.payment_rib) {
                out.payment_rib = reading.text;
                out.payment_rib->value = identifier.value.substr(4);
            }
        }
        if (identifier.kind == "rib" && (!out.payment_rib || identifier.valid)) {
            out.payment_rib = reading.text;
            if (identifier.valid && !out.payment_iban) {
                out.payment_iban = reading.text;
                out.payment_iban->value = registry::iban_of_rib(identifier.value);
                out.payment_iban->reason = "déduit du RIB";
            }
        }
    }
}

}  // namespace

void derive_identifiers(PartyReading& party) {
    const auto listed = party.identifiers;
    for (const auto& [kind, text] : listed) {
        if (text.checks.empty()) continue;
        auto derived = text;
        derived.reason = "contenu dans un autre identifiant";
        derived.confidence = std::min(text.confidence, 985);
        if (kind == "fr_siret")
            add(party, {"fr_siren", (derived.value = text.value.substr(0, 9), derived)});
        else if (kind == "eu_vat" && text.value.starts_with("FR") && registry::is_valid_siren(text.value.substr(4)))
            add(party, {"fr_siren", (derived.value = text.value.substr(4), derived)});
        else if (kind == "eu_vat" && text.value.starts_with("BE"))
            add(party, {"be_enterprise", (derived.value = text.value.substr(2), derived)});
    }
}

/// In a form, names stand on the left and what they name on the right: "Client   Résidence Anfa", "Objet   Travaux".
/// The value beside the label, with the lines that go on under it.
std::optional<Area> beside_in_form(const Evidence& seen, const Label& label, const Segment& own) {
    const auto& layout = seen.layout;
    if (label.first != own.first || label.last != own.last) return std::nullopt;
    const auto right_of = [&](const Segment& left) -> const Segment* {
        const auto& line = layout.lines[static_cast<std::size_t>(left.line)];
        const auto next = static_cast<int>(&left - layout.segments.data()) + 1;
        return next <= line.last_segment ? &layout.segments[static_cast<std::size_t>(next)] : nullptr;
    };
    const auto* value = right_of(own);
    if (!value) return std::nullopt;
    const float gap = value->area.x0 - own.area.x1;
    if (gap > 420) return std::nullopt;
    for (const auto& other : seen.labels)  // "Adresse de facturation   Adresse de livraison": heads of columns
        if (other.first == value->first && (other.meaning == Meaning::customer || other.meaning == Meaning::issuer))
            return std::nullopt;
    const float height = std::max(own.area.height(), 9.0f);
    bool form = false, right_aligned = false;  // a name over or under it has its value in the same column
    for (const auto& other : layout.segments) {
        const float drop = std::abs(other.area.middle_y() - own.area.middle_y());
        if (&other == &own || other.area.page != own.area.page || std::abs(other.area.x0 - own.area.x0) > 3 ||
            drop < 0.6f * height || drop > 4 * height)
            continue;
        const auto* others = right_of(other);
        if (!others) continue;
        form = form || (gap < 200 && std::abs(others->area.x0 - value->area.x0) < 4);
        const bool named =
            std::ranges::any_of(seen.labels, [&](const Label& each) { return each.first == other.first; });
        right_aligned = right_aligned || (named && std::abs(others->area.x1 - value->area.x1) < 2);
    }
    if (!form) return right_aligned ? std::optional(value->area) : std::nullopt;
    Area region = value->area;
    for (const auto& other : layout.segments)
        if (other.area.page == region.page && std::abs(other.area.x0 - value->area.x0) < 4 &&
            other.area.y0 > region.y0 && other.area.y0 - region.y1 < 0.8f * height &&
            layout.lines[static_cast<std::size_t>(other.line)].first == other.first)
            region = joined(region, other.area);
    return region;
}

std::vector<Area> customer_regions(const Evidence& seen) {
    std::vector<Area> regions;
    for (const auto& label : seen.labels) {
        if (label.meaning != Meaning::customer || !label.begins_segment) continue;
        const auto& layout = seen.layout;
        const auto& segment =
            layout.segments[static_cast<std::size_t>(layout.tokens[static_cast<std::size_t>(label.first)].segment)];
        const bool announced =
            layout.tokens[static_cast<std::size_t>(label.last)].text.ends_with(':') ||
            (label.last < segment.last && layout.tokens[static_cast<std::size_t>(label.last) + 1].text == ":");
        if (segment.last - segment.first > 9 && !announced) continue;  // a sentence that begins with "Client"
        if (const auto beside = beside_in_form(seen, label, segment)) {
            regions.push_back(*beside);
            continue;
        }
        Area region = label.area;
        region.x0 -= 12;
        region.x1 = std::max(region.x1, region.x0 + 60);
        // Down to the first wide vertical gap or nine lines; as wide as what begins near its left edge.
        float bottom = label.area.y1;
        for (int lines = 0; lines < 10;) {
            const Segment* next = nullptr;
            for (const auto& other : layout.segments) {
                if (other.area.page != label.area.page || other.area.y0 < bottom - 2 ||
                    other.area.y0 > bottom + 2.2f * std::max(label.area.height(), 9.0f))
                    continue;
                if (other.area.x0 > region.x1 || other.area.x1 < region.x0 ||
                    std::abs(other.area.x0 - label.area.x0) > 60)
                    continue;
                if (!next || other.area.y0 < next->area.y0) next = &other;
            }
            if (!next) break;
            region.x1 = std::max(region.x1, next->area.x1);
            bottom = next->area.y1;
            ++lines;
        }
        region.y1 = std::max(bottom, label.area.y1) + 1;
        if (segment.last > label.last)
            region.x1 = std::max(region.x1, segment.area.x1);
        else if (bottom <= label.area.y1 + 1)
            region.x1 += 220;  // the value stands beside
        regions.push_back(region);
    }
    return regions;
}

bool is_town_line(std::string_view folded) {
    std::size_t i = 0;
    for (const std::string_view prefix : {"b-", "be-", "f-", "fr-", "d-", "de ", "l-", "nl-", "ma-"})
        if (folded.starts_with(prefix)) i = prefix.size();
    std::size_t digits = 0;
    while (i + digits < folded.size() && folded[i + digits] >= '0' && folded[i + digits] <= '9') ++digits;
    if (digits != 4 && digits != 5) return false;
    const auto rest = folded.substr(i + digits);
    return rest.size() > 3 && rest[0] == ' ' && has_letter(rest) && !has_digit(rest.substr(0, 6));
}

bool has_legal_form(std::string_view folded) {
    static const std::set<std::string> forms{
        "sarl", "sa",     "sas",    "sasu", "eurl", "snc", "sci", "scp", "sca", "sprl",    "srl", "scrl", "bv",  "bvba",
        "nv",   "asbl",   "vzw",    "gmbh", "ag",   "kg",  "ug",  "ohg", "ltd", "limited", "inc", "llc",  "plc", "corp",
        "bhd",  "selarl", "sarlau", "cv",   "vof",  "scs", "gbr", "ek",  "se",  "spa",     "sc",  "scop", "gie", "arl"};
    for (const std::string_view measured :
         {"weight", "poids", "gewicht", "/kg"})  // "Weight kg" is no Kommanditgesellschaft
        if (folded.find(measured) != std::string_view::npos) return false;
    std::string word, before;
    for (std::size_t i = 0; i <= folded.size(); ++i) {
        const char c = i < folded.size() ? folded[i] : ' ';
        if (c == ' ' || c == ',' || c == '(' || c == ')' || c == '-' || c == '/' || c == '&') {
            std::erase(word, '.');
            if (forms.contains(word) && !(word == "kg" && has_digit(before))) return true;  // "20 kg" is a weight
            if (!word.empty()) before = std::exchange(word, {});
        } else {
            word += c;
        }
    }
    return false;
}

void decide_parties(const Evidence& seen, const ReadingKnowledge& known, InvoiceReading& out) {
    auto regions = customer_regions(seen);
    out.issuer.name = find_issuer_name(seen, regions, known);
    // "Client   C-0447": a label that announces a code only.
    const bool announced =
        std::ranges::any_of(regions, [&](const Area& region) { return names_somebody(seen, region, out.issuer.name); });
    if (const auto block = find_unlabelled_customer(seen, out.issuer.name); block && !announced) {
        regions.push_back(*block);
        out.issuer.name = find_issuer_name(seen, regions, known);
    }
    std::vector<const IdentifierValue*> undecided;
    for (const auto& identifier : seen.values.identifiers) {
        if (identifier.kind == "ogm") continue;
        std::string supplier;
        if (known_to(known.ourselves, identifier.kind, identifier.value)) {
            add(out.customer, reading_of(identifier, seen));
        } else if (known_to(known.suppliers, identifier.kind, identifier.value, &supplier)) {
            out.issuer.known_id = supplier;
            add(out.issuer, reading_of(identifier, seen));
        } else if (identifier.kind != "iban" && identifier.kind != "rib" && identifier.kind != "bic" &&
                   line_names_customer(seen, identifier)) {
            add(out.customer, reading_of(identifier, seen));
        } else if (identifier.kind != "iban" && identifier.kind != "rib" && identifier.kind != "bic" &&
                   std::any_of(regions.begin(), regions.end(),
                               [&](const Area& region) { return within(identifier.area, region); })) {
            add(out.customer, reading_of(identifier, seen));
        } else {
            undecided.push_back(&identifier);
        }
    }
    for (const auto* identifier : undecided) {
        const bool already = std::any_of(
            out.customer.identifiers.begin(), out.customer.identifiers.end(),
            [&](const auto& other) { return other.kind == identifier->kind && other.text.value == identifier->value; });
        if (!already) add(out.issuer, reading_of(*identifier, seen));
    }
    derive_identifiers(out.issuer);
    derive_identifiers(out.customer);
    derive_country(out.issuer);
    derive_country(out.customer);
    if (out.issuer.known_id.empty() && out.issuer.name)
        for (const auto& supplier : known.suppliers)
            for (const auto& name : supplier.names)
                if (core_of(name).size() > 3 && core_of(name) == core_of(out.issuer.name->value))
                    out.issuer.known_id = supplier.id;
    if (!out.issuer.known_id.empty()) {
        for (const auto& supplier : known.suppliers) {
            if (supplier.id != out.issuer.known_id || supplier.names.empty()) continue;
            Area place;
            if (out.issuer.name && fold(out.issuer.name->value) == fold(supplier.names.front())) continue;
            out.issuer.name = make_reading<TextReading>(supplier.names.front(), place, 993,
                                                        "fournisseur connu, reconnu à ses identifiants");
        }
    }
    out.customer.name = find_customer_name(seen, regions, out.issuer.name, known);
    write_payment(seen, known, out);
}

}  // namespace daftar::documents
