#include "documents/reading/dating.hpp"

#include <algorithm>
#include <cmath>
#include <map>

#include "documents/reading/fold.hpp"
#include "documents/reading/payment_terms.hpp"

namespace daftar::documents {
namespace {

struct Choice {
    const DateValue* value = nullptr;
    float score = 0;
    std::string reason;
};

bool is_title(const Evidence& seen, int token) {
    for (const auto& word : label_words(seen.layout.tokens[static_cast<std::size_t>(token)].text))
        for (const std::string_view title : {"facture", "avoir", "factuur", "rechnung", "invoice", "quittance"})
            if (word == title) return true;
    return false;
}

/// How surely a bare "du" or "le" announces the date of issue. "Facture d'électricité du 18 février": the date stands
/// in the title; "FACTURE" alone and "du 18/02" under it; "Agadir, le 12 mars": place and date of a letter; "relatif à
/// notre facture du 20/02": of another paper.
int weight_of_bare(const Evidence& seen, const Label& label) {
    const auto& layout = seen.layout;
    const auto& tokens = layout.tokens;
    const auto& segment =
        layout.segments[static_cast<std::size_t>(tokens[static_cast<std::size_t>(label.first)].segment)];
    for (int t = segment.first; t < label.first; ++t)
        for (const std::string_view word : {"relatif", "relative", "concerne", "concernant", "suite", "annule", "notre",
                                            "avance", "acompte", "bl", "commande", "devis"})
            if (label_word(tokens[static_cast<std::size_t>(t)].text) == word) return 15;
    if (segment.area.page != 1 || segment.area.y0 > 0.5f * layout.pages[0].y1 || label.last - segment.first > 8)
        return label.weight;
    if (label.first > segment.first) {
        const auto& before = tokens[static_cast<std::size_t>(label.first) - 1].text;
        const bool town = label.first == segment.first + 1 && before[0] >= 'A' && before[0] <= 'Z' &&
                          !has_digit(before) && label_word(tokens[static_cast<std::size_t>(label.first)].text) == "le";
        if (before.ends_with(',') || (town && !is_title(seen, segment.first))) return 80;  // "Casablanca le"
        int first = segment.first;  // "Votre facture du …"; but an "Acompte facture n° 118 du …" is another paper
        const auto opening = label_words(tokens[static_cast<std::size_t>(first)].text);
        if (!opening.empty() && (opening[0] == "votre" || opening[0] == "la")) ++first;
        return first < label.first && is_title(seen, first) ? 88 : label.weight;
    }
    const bool title_above = std::ranges::any_of(layout.segments, [&](const Segment& other) {
        return other.area.page == segment.area.page && other.area.y1 < segment.area.middle_y() &&
               segment.area.y0 - other.area.y1 < 2.5f * segment.area.height() && is_title(seen, other.first) &&
               (std::abs(other.area.x1 - segment.area.x1) < 6 || std::abs(other.area.x0 - segment.area.x0) < 6 ||
                std::abs(other.area.middle_x() - segment.area.middle_x()) < 6);
    });
    return title_above ? 85 : label.weight;
}

/// "Zahlbar bis 25.04. mit 2 % Skonto": the date until which less may be paid.
bool is_for_discount(const Evidence& seen, const DateValue& value) {
    const auto& tokens = seen.layout.tokens;
    const auto& line = seen.layout.lines[static_cast<std::size_t>(tokens[static_cast<std::size_t>(value.first)].line)];
    for (int t = value.last + 1; t <= std::min(line.last, value.last + 5); ++t) {
        const auto word = label_word(tokens[static_cast<std::size_t>(t)].text);
        for (const std::string_view discount : {"skonto", "escompte", "discount", "korting", "betalingskorting"})
            if (word == discount) return true;
        if (seen.values.taken[static_cast<std::size_t>(t)] == 'd') return false;
    }
    return false;
}

/// "Der Betrag ist am 24.01.2025 fällig": the word comes after the date.
bool falls_due(const Evidence& seen, const DateValue& value) {
    const auto& tokens = seen.layout.tokens;
    const auto& segment =
        seen.layout.segments[static_cast<std::size_t>(tokens[static_cast<std::size_t>(value.first)].segment)];
    for (int t = value.last + 1; t <= std::min(segment.last, value.last + 3); ++t)
        if (label_word(tokens[static_cast<std::size_t>(t)].text) == "fallig") return true;
    return false;
}

/// The labels of a date exclude each other: a date announced as a delivery is not the date of issue.
std::map<Meaning, std::vector<Choice>> announced_dates(const Evidence& seen) {
    std::map<Meaning, std::vector<Choice>> out;
    for (const auto& value : seen.values.dates) {
        Choice best;
        Meaning meaning{};
        for (const auto& label : seen.labels) {
            if (label.meaning != Meaning::issue_date && label.meaning != Meaning::due_date &&
                label.meaning != Meaning::other_date && label.meaning != Meaning::period &&
                label.meaning != Meaning::other_number)
                continue;
            if (label.first >= value.first && label.last <= value.last) continue;
            const auto near = nearness(seen, label, value.area);
            // Between two labels on a row, the nearer one speaks.
            const float gap = near.side == Side::right ? std::max(0.0f, value.area.x0 - label.area.x1) : 60.0f;
            const int weight = label.weight == 45 && gap < 12 ? weight_of_bare(seen, label) : label.weight;
            float score = near.score * static_cast<float>(weight) / 100 - std::min(gap, 300.0f) / 1500;
            if (near.side == Side::right &&
                std::any_of(seen.values.dates.begin(), seen.values.dates.end(), [&](const DateValue& other) {
                    return &other != &value && other.area.x0 > label.area.x1 - 2 && other.area.x1 < value.area.x0 &&
                           same_row(other.area, value.area) > 0.5f;
                }))
                score *= 0.6f;
            if (label.meaning == Meaning::due_date && is_for_discount(seen, value)) score *= 0.25f;
            if (near.side == Side::none || score <= best.score) continue;
            best = {&value, score, label_reason(seen, label, near.side)};
            meaning = label.meaning;
        }
        if (falls_due(seen, value)) {
            best = {&value, 0.9f, "« fällig » à droite"};
            meaning = Meaning::due_date;
        }
        if (best.value) out[meaning].push_back(best);
    }
    for (auto& [meaning, list] : out)
        std::stable_sort(list.begin(), list.end(), [](const Choice& a, const Choice& b) { return a.score > b.score; });
    return out;
}

/// The two dates of "du 01/03/2025 au 31/03/2025", wherever they stand.
void find_period(const Evidence& seen, InvoiceReading& out) {
    const auto& dates = seen.values.dates;
    for (std::size_t i = 0; i + 1 < dates.size(); ++i) {
        const auto &from = dates[i], &to = dates[i + 1];
        if (to.first <= from.last || to.first > from.last + 3 || from.area.page != to.area.page ||
            !(from.date < to.date))
            continue;
        bool linked = false;
        for (int t = from.last + 1; t < to.first; ++t) {
            const auto& word = seen.layout.tokens[static_cast<std::size_t>(t)].folded;
            linked = linked || word == "au" || word == "a" || word == "-" || word == "to" || word == "tot" ||
                     word == "bis" || word == "t/m" || word == "and";
        }
        if (!linked || same_row(from.area, to.area) < 0.3f || days_between(from.date, to.date) > 400) continue;
        out.period_start = make_reading<DateReading>(from.date, from.area, 950, "période imprimée");
        out.period_end = make_reading<DateReading>(to.date, to.area, 950, "période imprimée");
        return;
    }
}

bool plausible(const DateValue& value, const ReadingKnowledge& known) {
    return !known.received_on || value.date <= known.received_on->plus_days(3);
}

bool belongs_to_period(const DateValue& value, const InvoiceReading& out) {
    const auto at = [&](const std::optional<DateReading>& reading) {
        return reading && reading->page == value.area.page && reading->box.x == box_of(value.area).x &&
               reading->box.y == box_of(value.area).y;
    };
    return at(out.period_start) || at(out.period_end);
}

}  // namespace

void decide_dates(const Evidence& seen, const ReadingKnowledge& known, InvoiceReading& out) {
    find_period(seen, out);
    auto announced = announced_dates(seen);
    std::erase_if(announced[Meaning::issue_date], [&](const Choice& choice) {
        return !plausible(*choice.value, known) || (belongs_to_period(*choice.value, out) && choice.score < 0.9f);
    });
    if (const auto& list = announced[Meaning::issue_date]; !list.empty()) {
        const auto& best = list.front();
        int confidence = best.score > 0.85f ? 992 : best.score > 0.55f ? 955 : 850;
        const auto rival = std::find_if(list.begin(), list.end(),
                                        [&](const Choice& other) { return !(other.value->date == best.value->date); });
        if (rival != list.end() && rival->score > best.score - 0.08f) confidence = 780;
        if (best.value->ambiguous && seen.language == "en") confidence = std::min(confidence, 800);
        out.issue_date = make_reading<DateReading>(best.value->date, best.value->area,
                                                   bounded(confidence, best.value->confidence, false), best.reason);
    } else {
        // Without a label: the highest date of the first page that nothing else claims.
        for (const auto& value : seen.values.dates) {
            const bool claimed = std::any_of(announced.begin(), announced.end(), [&](const auto& entry) {
                return std::any_of(entry.second.begin(), entry.second.end(),
                                   [&](const Choice& choice) { return choice.value == &value; });
            });
            if (claimed || !plausible(value, known) || belongs_to_period(value, out)) continue;
            const bool alone = seen.values.dates.size() == 1;
            out.issue_date =
                make_reading<DateReading>(value.date, value.area, bounded(alone ? 900 : 800, value.confidence, false),
                                          alone ? "seule date imprimée" : "première date imprimée");
            break;
        }
    }
    for (const auto& choice : announced[Meaning::due_date]) {
        if (out.issue_date && choice.value->date < out.issue_date->value) continue;
        if (belongs_to_period(*choice.value, out) && choice.score < 0.6f) continue;
        out.due_date = make_reading<DateReading>(
            choice.value->date, choice.value->area,
            bounded(choice.score > 0.8f ? 990 : 930, choice.value->confidence, false), choice.reason);
        break;
    }
    const bool is_claim = out.type != DocumentType::credit_note && out.type != DocumentType::receipt;
    if (const auto terms = find_payment_terms(seen.layout); terms && out.issue_date && !out.due_date && is_claim)
        out.due_date = make_reading<DateReading>(
            due_by(*terms, out.issue_date->value), seen.layout.area(terms->first, terms->last),
            std::min(900, out.issue_date->confidence),
            "calculée : « " + seen.layout.text(terms->first, terms->last) + " » après la date de facture");
    if (out.issue_date && out.due_date) {
        const int days = days_between(out.issue_date->value, out.due_date->value);
        const bool sound = days >= 0 && days <= 200;
        out.checks.push_back(
            {"dates_in_order", sound, "L'échéance suit la date de facture de " + std::to_string(days) + " jours."});
        if (!sound) out.due_date->confidence = std::min(out.due_date->confidence, 700);
    }
}

}  // namespace daftar::documents
