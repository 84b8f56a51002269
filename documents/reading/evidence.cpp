#include "documents/reading/evidence.hpp"

#include <algorithm>

#include "documents/reading/fold.hpp"

namespace daftar::documents {
namespace {

/// Another label stands on the row between the two.
bool label_between(const Evidence& seen, const Label& label, const Area& place) {
    const auto is_amount = [](Meaning meaning) {
        return meaning >= Meaning::excluding_tax && meaning <= Meaning::other_amount;
    };
    return std::any_of(seen.labels.begin(), seen.labels.end(), [&](const Label& other) {
        // "Acompte facture n° 118 du 02/04": a number or date does not take an amount away from its label.
        if (is_amount(label.meaning) && !is_amount(other.meaning)) return false;
        if (label.meaning == Meaning::due && other.meaning == Meaning::including_tax && other.first <= label.last + 2)
            return false;  // "Reste à payer TTC"
        return other.first > label.last && other.area.x0 >= label.area.x1 - 2 && other.area.x1 <= place.x0 + 2 &&
               other.meaning != label.meaning && other.weight >= 55 && same_row(other.area, label.area) > 0.5f;
    });
}

/// Something is printed between the label and the place under it.
bool text_between(const Evidence& seen, const Label& label, const Area& place) {
    return std::any_of(seen.layout.tokens.begin(), seen.layout.tokens.end(), [&](const Token& token) {
        return token.area.page == place.page && token.area.middle_y() > label.area.y1 &&
               token.area.middle_y() < place.y0 && shared_width(token.area, label.area) > 0 &&
               shared_width(token.area, place) > 0 && length_of(token.text) > 1;
    });
}

}  // namespace

Nearness nearness(const Evidence& seen, const Label& label, const Area& place) {
    if (label.area.page != place.page) return {};
    const float height = std::max(label.area.height(), 6.0f);
    if (same_row(label.area, place) >= 0.45f && place.x0 >= label.area.x1 - 3) {
        const float gap = std::max(0.0f, place.x0 - label.area.x1);
        if (label_between(seen, label, place)) return {};
        return {Side::right, 1.0f - 0.3f * std::min(gap / 450.0f, 1.0f)};
    }
    const float drop = place.y0 - label.area.y1;
    if (drop < -0.35f * height || drop > 4.0f * height) return {};
    const bool aligned = shared_width(label.area, place) > 0 || std::abs(place.x1 - label.area.x1) < 14 ||
                         std::abs(place.x0 - label.area.x0) < 14;
    if (!aligned || text_between(seen, label, place)) return {};
    return {Side::below, 0.86f - 0.05f * std::max(0.0f, drop / height)};
}

int bounded(int confidence, int characters, bool confirmed) {
    if (characters >= 1000) return confidence;
    if (confirmed) return std::min(confidence, 985);
    return std::min(confidence, 400 + characters / 2);
}

std::string label_reason(const Evidence& seen, const Label& label, Side side) {
    auto words = seen.layout.text(label.first, label.last);
    while (!words.empty() && (words.back() == ':' || words.back() == ' ')) words.pop_back();
    return "« " + words + " » " + (side == Side::below ? "au-dessus" : "à gauche");
}

Evidence gather_evidence(const ExtractedDocument& document) {
    Evidence seen;
    seen.layout = lay_out(document);
    seen.labels = find_labels(seen.layout);
    recognise_type(seen);
    bool dollars = false;
    for (const auto& token : seen.layout.tokens)
        dollars = dollars || token.folded == "usd" || token.folded.starts_with('$');
    seen.values = find_values(seen.layout, seen.language == "en" && dollars);
    // A label made of words that turned out to be a value (a date's "du", an identifier) still counts; one inside a
    // value does not.
    std::erase_if(seen.labels,
                  [&](const Label& label) { return seen.values.taken[static_cast<std::size_t>(label.first)] == 'i'; });
    return seen;
}

}  // namespace daftar::documents
