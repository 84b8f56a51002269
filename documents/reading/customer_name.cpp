// The customer: announced by a label, recognised as one of ours, or the address block that is not the issuer's.
#include <algorithm>
#include <array>
#include <cmath>

#include "documents/reading/fold.hpp"
#include "documents/reading/parties.hpp"

namespace daftar::documents {
namespace {

/// Tokens of a segment after the label it begins with; past the end when there is nothing else.
int after_label(const Evidence& seen, const Segment& segment) {
    int from = segment.first;
    for (const auto& label : seen.labels)
        if (label.first == segment.first && label.weight > 40) from = label.last + 1;
    const auto& tokens = seen.layout.tokens;
    while (from <= segment.last && !has_letter(tokens[static_cast<std::size_t>(from)].text) &&
           !has_digit(tokens[static_cast<std::size_t>(from)].text))
        ++from;
    return from;
}

/// "Copropriété Ibn Sina, bloc C   ICE : 0021…": the name ends where an identifier is announced.
int before_identifier(const Evidence& seen, int from, int last) {
    for (int t = from; t <= last; ++t) {
        if (seen.values.taken[static_cast<std::size_t>(t)] == 'i') {
            const auto& folded = seen.layout.tokens[static_cast<std::size_t>(t) - 1].folded;
            int end = t - 1;
            if (end > from && folded == ":") --end;
            --end;
            while (end > from && !has_letter(seen.layout.tokens[static_cast<std::size_t>(end)].text)) --end;  // a dash
            return std::max(end, from - 1);
        }
    }
    return last;
}

bool may_be_name(const Evidence& seen, int first, int last, const std::optional<TextReading>& issuer) {
    for (const auto& label : seen.labels)  // "Client / Klant": what follows a label is the same in another language
        if (label.first <= first && label.last >= last && label.weight >= 70 && !label.begins_segment) return false;
    const auto text = fold(seen.layout.text(first, last));
    const auto issuer_core = issuer ? core_of(issuer->value) : std::string();
    if (issuer_core.size() > 4 && core_of(text).find(issuer_core) != std::string::npos)
        return false;                                    // the sender's line above a window address
    if (first == last && has_digit(text)) return false;  // a customer's code
    if (text.find('%') != std::string::npos) return false;
    if (text.find(" : ") != std::string::npos) return false;  // another thing and its value
    return has_letter(text) && !is_address(text) && length_of(text) > 2 && last - first < 9 && !text.ends_with(':') &&
           std::all_of(seen.values.taken.begin() + first, seen.values.taken.begin() + last + 1,
                       [](char taken) { return taken != 'i' && taken != 'd'; }) &&
           (!issuer || issuer_core != core_of(text));
}

/// "Muster GmbH · Hauptstr. 1 · 10115 Berlin": name and address of the sender on one line above the window of an
/// envelope. It is no part of the block under it.
bool is_sender_line(const Layout& layout, const Segment& segment) {
    int marks = 0, before_mark = segment.last;
    bool has_town = false;
    for (int t = segment.first; t <= segment.last; ++t) {
        const auto& token = layout.tokens[static_cast<std::size_t>(t)];
        const bool mark = token.folded == "-" || token.folded == "|" || token.folded == "*" || token.text == "•" ||
                          token.text == "·" || token.text == "," || token.text.ends_with(',');
        if (mark && marks++ == 0) before_mark = token.text.size() > 1 && token.text.ends_with(',') ? t : t - 1;
        auto digits = token.folded;
        if (digits.starts_with("d-") || digits.starts_with("b-") || digits.starts_with("f-")) digits.erase(0, 2);
        has_town = has_town || (t < segment.last && is_digits(digits) && (digits.size() == 4 || digits.size() == 5));
    }
    return marks >= 2 && has_town && before_mark >= segment.first &&
           !is_address(fold(layout.text(segment.first, before_mark)));
}

/// "c/o Agence Talence", "Syndic : Gestimmo SA", "t.a.v. de heer Vermeer": inside an address, and not whose it is.
bool is_care_of(const std::string& folded) {
    for (const std::string_view start :
         {"c/o ", "p/a ", "s/c ", "a/s ", "chez ", "syndic :", "syndic:", "t.a.v", "attn", "a l'attention", "aux soins",
          "z. hd", "zhd", "mme ", "madame ", "monsieur ", "dhr", "herr ", "frau "})
        if (folded.starts_with(start)) return true;
    return false;
}

/// The issuer's block goes on with telephones and registers; a customer's rarely does.
bool telephone_under(const Evidence& seen, const Area& block) {
    const auto& layout = seen.layout;
    const float height = std::max(layout.text_size, 7.0f);
    for (const auto& segment : layout.segments) {
        if (segment.area.page != block.page || segment.area.y0 < block.y1 - 2 ||
            segment.area.y0 > block.y1 + 4 * height ||
            (std::abs(segment.area.x0 - block.x0) > 12 && std::abs(segment.area.x1 - block.x1) > 12))
            continue;
        const auto word = label_word(layout.tokens[static_cast<std::size_t>(segment.first)].text);
        for (const std::string_view own : {"tel", "telephone", "gsm", "fax", "mob", "mobile", "t", "phone", "kvk",
                                           "siret", "siren", "rcs", "patente"})
            if (word == own) return true;
    }
    return false;
}

/// The customers of those who keep other people's money are co-ownerships: their names begin so.
bool names_community(const std::string& folded) {
    for (const std::string_view word : {"sdc ", "syndic ", "syndicat ", "synd ", "copropriete ", "acp ", "vme ", "vve ",
                                        "residence ", "ppe ", "s.d.c", "weg "})
        if (folded.starts_with(word)) return true;
    return false;
}

}  // namespace

std::string core_of(std::string_view name) {
    std::string out, word;
    const auto folded = fold(name);
    for (std::size_t i = 0; i <= folded.size(); ++i) {
        const char c = i < folded.size() ? folded[i] : ' ';
        if (std::isalnum(static_cast<unsigned char>(c))) {
            word += c;
        } else if (c != '.' && !word.empty()) {
            if (!has_legal_form(word)) out += word;
            word.clear();
        }
    }
    return out;
}

bool is_address(const std::string& folded) {
    static constexpr std::array<std::string_view, 56> streets{
        "rue ",      "avenue ", "boulevard ", "bd ",       "bd. ",      "av. ",       "av ",        "place ",
        "chemin ",   "route ",  "impasse ",   "allee ",    "lot ",      "quartier ",  "zone ",      "z.i",
        "straat",    "laan ",   "steenweg",   "weg ",      "strasse",   "str. ",      "street",     " road",
        "jalan ",    "plein ",  "angle ",     "immeuble ", "imm. ",     "cours ",     "quai ",      "square ",
        "chaussee ", "montee ", "passage ",   "rte ",      "etage",     "b.p",        "cedex",      "hay ",
        "postbus ",  "dreve ",  "sentier ",   "venelle ",  "faubourg ", "esplanade ", "promenade ", "dreef",
        "kade ",     "gracht",  "platz",      "allee",     "kaai",      "singel",     "ruelle ",    "lotissement "};
    for (const std::string_view name :
         {"sdc ", "syndic", "copropriete", "residence ", "acp ", "vme ", "sci ", "immeuble ", "weg ", "vve "})
        if (folded.starts_with(name)) return false;
    if (is_town_line(folded)) return true;
    if (!folded.empty() && folded[0] >= '0' && folded[0] <= '9') return true;
    return std::any_of(streets.begin(), streets.end(),
                       [&](std::string_view word) {
                           const auto at = folded.find(word);
                           return at != std::string::npos &&
                                  (at == 0 || folded[at - 1] == ' ' || folded[at - 1] == ',' || word.front() == ' ' ||
                                   word == "straat" || word == "strasse" || word == "str. " || word == "steenweg");
                       }) &&
           (has_digit(folded) || folded.find(',') != std::string::npos || folded.size() < 60);
}

namespace {

/// The first address block; with `communities` only one that begins with the name of a co-ownership.
std::optional<Area> address_block(const Evidence& seen, const std::optional<TextReading>& issuer, bool communities) {
    const auto& layout = seen.layout;
    for (const auto& town : layout.segments) {
        if (town.area.page != 1 || !is_town_line(fold(layout.text(town.first, town.last))) ||
            town.area.y0 > 0.45f * layout.pages[0].y1)
            continue;
        const float height = town.area.height();
        const Segment* top = &town;
        for (int lines = 0; lines < 5; ++lines) {
            const Segment* above = nullptr;
            for (const auto& segment : layout.segments)
                if (segment.area.page == 1 && segment.area.y1 <= top->area.y0 + 3 &&
                    top->area.y0 - segment.area.y1 < 1.2f * height &&
                    (std::abs(segment.area.x0 - town.area.x0) < 8 || std::abs(segment.area.x1 - town.area.x1) < 6) &&
                    !is_sender_line(layout, segment) && (!above || segment.area.y0 > above->area.y0))
                    above = &segment;
            // A logo over the address is larger, and near when the address is its own; the name of a co-ownership
            // begins its address.
            if (above && above->area.height() > 1.5f * town.area.height()) {
                if (top->area.y0 - above->area.y1 < 0.5f * height) top = &town;
                break;
            }
            const auto text_of = [&](const Segment& segment) { return fold(layout.text(segment.first, segment.last)); };
            if (names_community(text_of(*top)) && !(above && names_community(text_of(*above)))) break;
            if (!above || !may_be_name(seen, above->first, above->last, std::nullopt)) {
                if (!above || !(is_address(text_of(*above)) || is_care_of(text_of(*above)))) break;
            }
            top = above;
        }
        if (top == &town || is_care_of(fold(layout.text(top->first, top->last))) ||
            !may_be_name(seen, top->first, top->last, issuer))
            continue;
        if (communities && !names_community(fold(layout.text(top->first, top->last)))) continue;
        Area block = joined(top->area, town.area);
        if (issuer && issuer->page == 1 && block.y0 > 0 &&
            std::any_of(layout.segments.begin(), layout.segments.end(), [&](const Segment& segment) {
                return segment.area.page == 1 && segment.area.y0 > block.y0 - 1 && segment.area.y1 < block.y1 + 1 &&
                       shared_width(segment.area, block) > 0 &&
                       core_of(layout.text(segment.first, segment.last)) == core_of(issuer->value);
            }))
            continue;
        // The issuer's block goes on with a telephone, a site or an e-mail.
        const bool issuers = std::any_of(
            seen.values.identifiers.begin(), seen.values.identifiers.end(), [&](const IdentifierValue& identifier) {
                const bool address =
                    identifier.kind == "email" || identifier.kind == "website" || identifier.kind == "iban";
                return address && identifier.area.page == 1 && identifier.area.y0 - block.y1 < 2.5f * height &&
                       identifier.area.y0 > block.y0 - 2 &&
                       shared_width(identifier.area, {0, block.x0 - 5, 0, block.x1 + 120, 0}) > 0;
            });
        if (issuers || telephone_under(seen, block)) continue;
        for (const auto& identifier : seen.values.identifiers)
            if (identifier.area.page == 1 && identifier.area.y0 >= block.y1 - 2 &&
                identifier.area.y0 - block.y1 < 1.6f * height && shared_width(identifier.area, block) > 0)
                block = joined(block, identifier.area);
        block.x0 -= 1;
        block.y0 -= 1;
        block.x1 += 1;
        block.y1 += 1;
        return block;
    }
    return std::nullopt;
}

}  // namespace

std::optional<Area> find_unlabelled_customer(const Evidence& seen, const std::optional<TextReading>& issuer) {
    if (const auto community = address_block(seen, issuer, true)) return community;
    return address_block(seen, issuer, false);
}

bool names_somebody(const Evidence& seen, const Area& region, const std::optional<TextReading>& issuer) {
    return std::ranges::any_of(seen.layout.segments, [&](const Segment& segment) {
        if (segment.area.page != region.page || segment.area.middle_y() < region.y0 ||
            segment.area.middle_y() > region.y1 || shared_width(segment.area, region) <= 0)
            return false;
        const int from = after_label(seen, segment), to = before_identifier(seen, from, segment.last);
        return from <= to && may_be_name(seen, from, to, issuer);
    });
}

std::optional<TextReading> find_customer_name(const Evidence& seen, const std::vector<Area>& customer,
                                              const std::optional<TextReading>& issuer, const ReadingKnowledge& known) {
    const auto& layout = seen.layout;
    for (const auto& own : known.ourselves)
        for (const auto& name : own.names)
            for (const auto& segment : layout.segments) {
                const auto text = layout.text(segment.first, segment.last);
                if (core_of(name).size() > 3 && core_of(text).find(core_of(name)) != std::string::npos)
                    return make_reading<TextReading>(name, segment.area, 992, "l'un de nos noms");
            }
    for (const auto& region : customer) {
        const Segment* best = nullptr;
        int first = 0, last = 0;
        for (const auto& segment : layout.segments) {
            if (segment.area.page != region.page || segment.area.middle_y() < region.y0 ||
                segment.area.middle_y() > region.y1 || shared_width(segment.area, region) <= 0)
                continue;
            const int from = after_label(seen, segment), to = before_identifier(seen, from, segment.last);
            if (from > to || !may_be_name(seen, from, to, issuer)) continue;
            if (!best || segment.area.y0 < best->area.y0 - 2) {
                best = &segment;
                first = from;
                last = to;
            }
        }
        if (best) {
            auto [text, area] = with_second_line(seen, first, last);
            return make_reading<TextReading>(std::move(text), area, bounded(930, layout.confidence(first, last), false),
                                             "bloc du client");
        }
    }
    for (const auto& segment : layout.segments) {
        int first = segment.first;
        const auto is_mark = [&](int t) {  // "Copropriété : SDC …", "Syndic – Gestion locative" name nobody
            const auto& folded = layout.tokens[static_cast<std::size_t>(t)].folded;
            return folded == ":" || folded == "-" || folded == "|";
        };
        while (first < std::min(segment.last, segment.first + 3) &&
               (!names_community(fold(layout.text(first, segment.last))) || is_mark(first + 1)))
            ++first;
        if (first < segment.last && is_mark(first + 1)) continue;
        const auto text = layout.text(first, segment.last);
        if (segment.area.page == 1 && names_community(fold(text)) && may_be_name(seen, first, segment.last, issuer))
            return make_reading<TextReading>(text, layout.area(first, segment.last),
                                             bounded(850, layout.confidence(first, segment.last), false),
                                             "nom d'une copropriété");
    }
    return std::nullopt;
}

}  // namespace daftar::documents
