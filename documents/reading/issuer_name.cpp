// The name of the issuer. No single sign is enough: legal form, size, place and the domain of the e-mail vote together.
#include <algorithm>
#include <array>
#include <cmath>

#include "documents/reading/fold.hpp"
#include "documents/reading/parties.hpp"

namespace daftar::documents {
namespace {

struct NameCandidate {
    std::string text;
    Area area;
    float score = 0;
    std::string reason;
    int first = 0, last = 0;
};

/// "aubonmoulin" of www.aubonmoulin.fr and contact@aubonmoulin.fr; general mail services say nothing.
std::vector<std::string> domains(const Evidence& seen) {
    std::vector<std::string> out;
    for (const auto& identifier : seen.values.identifiers) {
        if (identifier.kind != "website" && identifier.kind != "email") continue;
        // In the middle of the page, a site is what was bought or whom it was bought for.
        const float height = identifier.area.y0 /
                             std::max(seen.layout.pages[static_cast<std::size_t>(identifier.area.page) - 1].y1, 1.0f);
        if (height > 0.38f && height < 0.7f) continue;
        auto host = identifier.value.substr(
            identifier.value.find('@') == std::string::npos ? 0 : identifier.value.find('@') + 1);
        host = host.substr(0, host.find_first_of("/?"));
        const auto dot = host.rfind('.');
        if (dot == std::string::npos) continue;
        host = host.substr(0, dot);
        if (const auto sub = host.rfind('.'); sub != std::string::npos) host = host.substr(sub + 1);
        for (const std::string_view general :
             {"gmail", "hotmail", "yahoo", "outlook", "orange", "menara", "skynet", "wanadoo", "facebook", "tcpdf",
              "free", "live", "icloud", "telenet", "proximus", "sfr", "laposte"})
            if (host == general) host.clear();
        std::erase(host, '-');
        if (host.size() > 2) out.push_back(host);
    }
    return out;
}

bool mentions(const std::string& folded, std::initializer_list<std::string_view> words) {
    return std::any_of(words.begin(), words.end(),
                       [&](std::string_view word) { return folded.find(word) != std::string::npos; });
}

/// Words that are never a name: titles, labels, sentences.
bool is_no_name(const Evidence& seen, int first, int last, const std::string& folded) {
    if (!has_letter(folded) || length_of(folded) < 2 || length_of(folded) > 60 || last - first > 8) return true;
    for (const std::string_view title :
         {"avoir", "devis", "doit", "note", "acompte", "proforma", "rekening", "gutschrift"})
        if (folded == title) return true;
    if (folded.ends_with(':') || core_of(folded).size() < 2) return true;
    if (mentions(folded,
                 {"facture",        "invoice",    "factuur",     "rechnung",    "avoir n", "credit note", "creditnota",
                  "note de credit", "gutschrift", "page ",       "devis",       "total",   "tel.",        "tel :",
                  "telephone",      "email",      "e-mail",      "www.",        "@",       "logo",        "releve",
                  "bon de",         "copie",      "duplicata",   "original",    "date",    "receipt",     "n° ",
                  "welcome",        "thank",      "merci",       "bedankt",     "siege",   "iban",        "tax ",
                  "quittance",      "recu ",      "bill to",     "ship to",     "capital", "client",      "fax",
                  "montant",        "account",    "description", "designation", "contact", "conditions",  "http"}))
        return true;
    for (const auto& label : seen.labels)  // made of nothing but a label
        if (label.first <= first && label.last >= last && label.weight >= 50) return true;
    for (int t = first; t <= last; ++t) {
        const char taken = seen.values.taken[static_cast<std::size_t>(t)];
        if (taken == 'i' || taken == 'd') return true;
    }
    const auto digits = std::count_if(folded.begin(), folded.end(), [](unsigned char c) { return std::isdigit(c); });
    return digits * 3 > static_cast<std::ptrdiff_t>(folded.size());
}

/// The town of "69680 CHASSIEU" and of "Grenoble, le 7 février"; the end of an address line; what follows "Objet :".
bool names_place(const Evidence& seen, int first, int last) {
    const auto& layout = seen.layout;
    const auto folded = [&](int t) -> const std::string& { return layout.tokens[static_cast<std::size_t>(t)].folded; };
    const auto& segment =
        layout.segments[static_cast<std::size_t>(layout.tokens[static_cast<std::size_t>(first)].segment)];
    if (first > segment.first) {
        auto before = folded(first - 1);
        std::erase_if(before, [](char c) { return c == ',' || c == '-'; });
        if (is_digits(before) && (before.size() == 4 || before.size() == 5)) return true;
        if (is_address(fold(layout.text(segment.first, first - 1)))) return true;
    }
    if (last < segment.last) {
        const auto next = label_word(folded(last + 1));
        if (folded(last).ends_with(',') && (next == "le" || has_digit(next))) return true;
        if (next == "le" && last + 2 <= segment.last && has_digit(folded(last + 2))) return true;
    }
    const auto& line = layout.lines[static_cast<std::size_t>(layout.tokens[static_cast<std::size_t>(first)].line)];
    for (int t = line.first; t < first; ++t)
        for (const std::string_view word :
             {"objet", "betreft", "betreff", "concerne", "affaire", "chantier", "subject"})
            if (label_word(folded(t)) == word) return true;
    return false;
}

/// Segments, and in one-line headers and footers the part before the first dash or comma.
std::vector<NameCandidate> printed_names(const Evidence& seen) {
    std::vector<NameCandidate> out;
    const auto& layout = seen.layout;
    const auto offer = [&](int first, int last) {
        while (first < last && !has_letter(layout.tokens[static_cast<std::size_t>(first)].text)) ++first;
        while (last > first && !has_letter(layout.tokens[static_cast<std::size_t>(last)].text) &&
               !has_digit(layout.tokens[static_cast<std::size_t>(last)].text))
            --last;
        if (names_place(seen, first, last)) return;
        auto text = layout.text(first, last);
        while (!text.empty() && (text.back() == ',' || text.back() == '-' || text.back() == '|')) text.pop_back();
        if (!is_no_name(seen, first, last, fold(text)))
            out.push_back({text, layout.area(first, last), 0, "", first, last});
    };
    for (const auto& segment : layout.segments) {
        int part = segment.first;
        for (int t = segment.first; t <= segment.last; ++t) {
            const auto& text = layout.tokens[static_cast<std::size_t>(t)].text;
            const auto& folded = layout.tokens[static_cast<std::size_t>(t)].folded;
            const bool mark = folded == "-" || folded == "|" || text == "•" || text == "·" || folded == "/";
            if (!mark && !(text.ends_with(',') && segment.last > t) && t != segment.last) continue;
            const int last = mark ? t - 1 : t;
            if (last >= part) offer(part, last);
            part = t + 1;
        }
        const auto folded = fold(layout.text(segment.first, segment.last));
        if (const auto capital = folded.find(" au capital");
            capital != std::string::npos) {  // "X SARL au capital de …"
            for (int t = segment.first + 1; t <= segment.last; ++t)
                if (layout.tokens[static_cast<std::size_t>(t)].folded == "au") {
                    offer(segment.first, t - 1);
                    break;
                }
        }
    }
    for (const auto& label : seen.labels) {  // "Titulaire du compte : X", "Verkäufer: X"
        if (label.meaning != Meaning::issuer) continue;
        const auto& segment =
            layout.segments[static_cast<std::size_t>(layout.tokens[static_cast<std::size_t>(label.first)].segment)];
        if (segment.last > label.last) offer(label.last + 1, segment.last);
    }
    return out;
}

void judge(const Evidence& seen, const std::vector<Area>& customer, const std::vector<std::string>& hosts,
           NameCandidate& name) {
    const auto& layout = seen.layout;
    const auto& page = layout.pages[static_cast<std::size_t>(name.area.page) - 1];
    const auto folded = fold(name.text);
    const auto vote = [&](float weight, const char* why) {
        name.score += weight;
        if (weight >= 1 && name.reason.find(why) == std::string::npos)
            name.reason += (name.reason.empty() ? "" : ", ") + std::string(why);
    };
    if (has_legal_form(folded)) vote(2.2f, "forme juridique");
    const auto core = core_of(name.text);
    for (const auto& host : hosts) {
        if (core.size() < 3) break;
        if (host == core)
            vote(3.2f, "nom du site ou du courriel");
        else if (core.size() >= 4 && (host.find(core) != std::string::npos || core.find(host) != std::string::npos))
            vote(2.2f, "nom du site ou du courriel");
    }
    const float size = layout.tokens[static_cast<std::size_t>(name.first)].size / std::max(layout.text_size, 1.0f);
    vote(std::clamp((size - 1) * 1.6f, -0.4f, 1.8f), "gros caractères");
    if (name.area.page == 1) {
        const float height = name.area.y0 / std::max(page.y1, 1.0f);
        if (height < 0.12f)
            vote(1.2f, "en tête");
        else if (height < 0.25f)
            vote(0.7f, "en tête");
        else if (height > 0.88f)
            vote(0.5f, "pied de page");
        else if (height > 0.4f)
            vote(-0.8f, "");
    } else {
        vote(-0.5f, "");
    }
    if (name.area.x0 < 0.45f * page.x1) vote(0.25f, "");
    if (const int characters = layout.confidence(name.first, name.last); characters < 500)  // a logo read as letters
        vote(-2.0f, "");
    if (is_address(folded)) vote(-3.0f, "");
    if (has_digit(folded)) vote(-0.5f, "");
    if (mentions(folded, {"monsieur", "madame", "mr ", "mme ", "m. ", "attn", "syndicat", "copropriet", "residence",
                          "sdc ", "acp ", "vme "}))
        vote(-1.2f, "");
    if (mentions(folded, {"banque", "bank ", " du ", " pour ", "paiement", "payable"})) vote(-0.6f, "");
    for (const auto& region : customer)
        if (name.area.page == region.page && name.area.middle_y() >= region.y0 && name.area.middle_y() <= region.y1 &&
            shared_width(name.area, region) > 0)
            vote(-3.5f, "");
    for (const auto& label : seen.labels) {
        if (label.meaning != Meaning::issuer) continue;
        const auto near = nearness(seen, label, name.area);
        if (near.side != Side::none) {
            vote(1.8f * near.score, "annoncé comme émetteur");
            break;
        }
    }
    // Identifiers, telephone or web address right under or beside: the block of the issuer.
    for (const auto& identifier : seen.values.identifiers) {
        if (identifier.area.page != name.area.page || identifier.kind == "ogm") continue;
        const float drop = identifier.area.y0 - name.area.y1;
        if (drop > -14 && drop < 75 &&
            shared_width(identifier.area, {0, name.area.x0 - 40, 0, name.area.x1 + 160, 0}) > 0) {
            vote(0.7f, "");
            break;
        }
    }
}

/// Of a logo and the same name with its legal form, the second: "knt" and "KNT B.V.".
void prefer_legal_name(std::vector<NameCandidate>& names, std::vector<NameCandidate>::iterator& best) {
    if (has_legal_form(fold(best->text))) return;
    const auto legal = std::find_if(names.begin(), names.end(), [&](const NameCandidate& other) {
        return core_of(other.text) == core_of(best->text) && has_legal_form(fold(other.text));
    });
    if (legal == names.end()) return;
    legal->score = best->score;
    best = legal;
}

}  // namespace

std::optional<TextReading> find_issuer_name(const Evidence& seen, const std::vector<Area>& customer,
                                            const ReadingKnowledge& known) {
    auto names = printed_names(seen);
    const auto hosts = domains(seen);
    for (auto& name : names) {
        judge(seen, customer, hosts, name);
        for (const auto& supplier : known.suppliers)
            for (const auto& printed : supplier.names)
                if (core_of(printed).size() > 3 && core_of(printed) == core_of(name.text)) {
                    name.score += 3;
                    name.reason = "fournisseur connu";
                }
        for (const auto& own : known.ourselves)
            for (const auto& printed : own.names)
                if (core_of(printed).size() > 3 && core_of(name.text).find(core_of(printed)) != std::string::npos)
                    name.score -= 6;
    }
    // Printed twice, as in the header and in the footer.
    for (auto& name : names)
        if (std::any_of(names.begin(), names.end(), [&](const auto& other) {
                return &other != &name && core_of(other.text) == core_of(name.text) &&
                       std::abs(other.area.y0 - name.area.y0) > 40;
            }))
            name.score += 0.8f;
    auto best =
        std::max_element(names.begin(), names.end(), [](const auto& a, const auto& b) { return a.score < b.score; });
    if (best == names.end() || best->score < 0.3f) return std::nullopt;
    prefer_legal_name(names, best);
    float second = -10;
    for (const auto& name : names)
        if (core_of(name.text) != core_of(best->text)) second = std::max(second, name.score);
    int confidence = std::clamp(600 + static_cast<int>(60 * best->score), 300, 930);
    if (best->score - second < 1)
        confidence -= 150;
    else if (best->score - second > 2.5f && best->score > 4)
        confidence = 970;
    confidence = bounded(confidence, seen.layout.confidence(best->first, best->last), false);
    auto [text, area] = with_second_line(seen, best->first, best->last);
    return make_reading<TextReading>(text.size() > best->text.size() ? text : best->text, area,
                                     std::max(confidence, 100),
                                     best->reason.empty() ? "place sur la page" : best->reason);
}

}  // namespace daftar::documents
