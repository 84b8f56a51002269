#include "documents/reading/learned.hpp"

#include <algorithm>
#include <cmath>

#include "documents/reading/dates.hpp"
#include "documents/reading/fold.hpp"
#include "documents/reading/roles.hpp"

namespace daftar::documents {
namespace {

float points(Decimal value) {
    float out = static_cast<float>(value.units);
    for (int i = 0; i < value.scale; ++i) out /= 10;
    return out;
}

/// Words of the anchor without their digits: what stays the same on the issuer's next paper.
std::string anchor_text(const Layout& layout, int first, int last) {
    std::string out;
    for (int t = first; t <= last; ++t) {
        const auto word = label_word(layout.tokens[static_cast<std::size_t>(t)].text);
        if (!word.empty() && !has_digit(word) && month_of(word) == 0) out += (out.empty() ? "" : " ") + word;
    }
    return out;
}

struct Spot {
    int page = 0;
    float x = 0, y = 0;
    bool found = false;
};

/// Where the anchor says the value begins on this document.
Spot spot_of(const Layout& layout, const LearnedAnchor& anchor) {
    const int page = anchor.page == -1 ? layout.printed_pages : anchor.page;
    if (anchor.label.empty()) return {page, points(anchor.dx), points(anchor.dy), page <= layout.printed_pages};
    for (const bool exact_page : {true, false})  // a longer table may push the totals to another page
        for (const auto& segment : layout.segments) {
            if ((segment.area.page == page) != exact_page) continue;
            if (anchor_text(layout, segment.first, segment.last) != anchor.label) continue;
            return {segment.area.page, segment.area.x0 + points(anchor.dx), segment.area.y0 + points(anchor.dy), true};
        }
    return {};
}

template <class Value> const Value* value_at(const std::vector<Value>& values, const Spot& spot) {
    const Value* best = nullptr;
    float best_distance = 30;  // points: a longer value moves the start of a right-aligned column
    for (const auto& value : values) {
        if (value.area.page != spot.page) continue;
        const float distance = std::abs(value.area.y0 - spot.y) * 3 +
                               std::min(std::abs(value.area.x0 - spot.x), std::abs(value.area.x1 - spot.x));
        if (distance < best_distance) {
            best_distance = distance;
            best = &value;
        }
    }
    return best;
}

constexpr const char* reason = "place apprise d'une correction";

void set_amount(const Evidence& seen, const Spot& spot, std::optional<AmountReading>& field) {
    const auto* value = value_at(seen.values.numbers, spot);
    if (!value || value->number.percent) return;
    const auto amount = magnitude(value->number.value);
    if (field && field->value == amount)
        field->confidence = std::max(field->confidence, 992);
    else
        field = make_reading<AmountReading>(amount, value->area, bounded(960, value->confidence, false), reason);
}

void set_date(const Evidence& seen, const Spot& spot, std::optional<DateReading>& field) {
    if (const auto* value = value_at(seen.values.dates, spot))
        field = make_reading<DateReading>(value->date, value->area, bounded(985, value->confidence, false), reason);
}

void set_text(const Evidence& seen, const Spot& spot, std::optional<TextReading>& field) {
    // A code at the right edge of the page begins elsewhere when it is longer: then the nearest start of a segment is
    // meant.
    const Token* nearest = nullptr;
    for (const auto& token : seen.layout.tokens) {
        if (token.area.page != spot.page || std::abs(token.area.y0 - spot.y) > 5) continue;
        const auto& own = seen.layout.segments[static_cast<std::size_t>(token.segment)];
        const float off = std::abs(token.area.x0 - spot.x);
        const bool begins = &token == &seen.layout.tokens[static_cast<std::size_t>(own.first)];
        if (off > (begins && has_digit(token.text) ? 40 : 6)) continue;
        if (!nearest || off < std::abs(nearest->area.x0 - spot.x)) nearest = &token;
    }
    if (nearest) {
        const auto& token = *nearest;
        const auto& segment = seen.layout.segments[static_cast<std::size_t>(token.segment)];
        const int first = static_cast<int>(&token - seen.layout.tokens.data());
        int last = first;  // "FA-118 du 12/03": words and dates after the code are not of it
        while (last < segment.last && seen.values.taken[static_cast<std::size_t>(last) + 1] != 'd' &&
               (has_digit(seen.layout.tokens[static_cast<std::size_t>(last) + 1].text) ||
                !has_digit(seen.layout.text(first, last))))
            ++last;
        auto text = seen.layout.text(first, last);
        field = make_reading<TextReading>(text, seen.layout.area(first, last), bounded(980, token.confidence, false),
                                          reason);
    }
}

}  // namespace

void apply_learned_layout(const Evidence& seen, const ReadingKnowledge& known, InvoiceReading& out) {
    if (out.issuer.known_id.empty()) return;
    for (const auto& layout : known.layouts) {
        if (layout.issuer_id != out.issuer.known_id) continue;
        for (const auto& anchor : layout.anchors) {
            const auto spot = spot_of(seen.layout, anchor);
            if (!spot.found) continue;
            const auto& field = anchor.field;
            if (field == "number")
                set_text(seen, spot, out.number);
            else if (field == "order_number")
                set_text(seen, spot, out.order_number);
            else if (field == "customer_number")
                set_text(seen, spot, out.customer_number);
            else if (field == "issue_date")
                set_date(seen, spot, out.issue_date);
            else if (field == "due_date")
                set_date(seen, spot, out.due_date);
            else if (field == "period_start")
                set_date(seen, spot, out.period_start);
            else if (field == "period_end")
                set_date(seen, spot, out.period_end);
            else if (field == "total_excluding_tax")
                set_amount(seen, spot, out.total_excluding_tax);
            else if (field == "total_tax")
                set_amount(seen, spot, out.total_tax);
            else if (field == "total_including_tax")
                set_amount(seen, spot, out.total_including_tax);
            else if (field == "amount_due")
                set_amount(seen, spot, out.amount_due);
            else if (field == "amount_paid")
                set_amount(seen, spot, out.amount_paid);
            else if (field == "previous_balance")
                set_amount(seen, spot, out.previous_balance);
        }
    }
}

bool is_learned(std::string_view field) {
    for (const std::string_view known :
         {"number", "issue_date", "due_date", "total_excluding_tax", "total_tax", "total_including_tax", "amount_due"})
        if (field == known) return true;
    return false;
}

std::optional<PrintedPlace> find_printed(const ExtractedDocument& document, std::string_view field,
                                         const std::string& value) {
    const auto seen = gather_evidence(document);
    const auto place = [&](const Area& area) {
        const auto [page, box] = shown_place(seen.layout, area.page, documents::box_of(area));
        return PrintedPlace{page, box};
    };
    std::optional<PrintedPlace> found;
    if (field.ends_with("_date")) {
        for (const auto& date : seen.values.dates)
            if (date.date.text() == value) return place(date.area);
        return std::nullopt;
    }
    if (field.starts_with("total_") || field.starts_with("amount_")) {
        const auto amount = Decimal::parse(value);
        for (const auto& number : seen.values.numbers)
            if (amount && number.is_money() && magnitude(number.number.value) == magnitude(*amount))
                found = place(number.area);
        return found;
    }
    const auto plain = [](const std::string& text) {
        auto out = fold(text);
        std::erase(out, ' ');
        return out;
    };
    const auto wanted = plain(value);
    for (const auto& segment : seen.layout.segments)
        for (int first = segment.first; first <= segment.last; ++first)
            for (int last = first; last <= std::min(segment.last, first + 8); ++last)
                if (!wanted.empty() && plain(seen.layout.text(first, last)) == wanted)
                    return place(seen.layout.area(first, last));
    return std::nullopt;
}

LearnedAnchor learn_anchor(const ExtractedDocument& document, const std::string& field, int page, const Box& box) {
    const auto layout = lay_out(document);
    const auto upright = upright_place(layout, page, box);
    const float x = points(upright.x), y = points(upright.y);
    const auto tenths = [](float length) { return Decimal{std::lround(length * 10), 1}; };
    LearnedAnchor anchor{field, "", tenths(x), tenths(y), page};
    // The nearest words to the left on the row, else above: those that carry letters and no digits, and stand only
    // once.
    float best = 400;
    for (const auto& segment : layout.segments) {
        if (segment.area.page != page) continue;
        const auto text = anchor_text(layout, segment.first, segment.last);
        if (text.size() < 2) continue;
        const bool left = std::abs(segment.area.y0 - y) < 6 && segment.area.x0 < x - 1;
        const bool above = segment.area.y1 <= y + 1 && y - segment.area.y0 < 45 && std::abs(segment.area.x0 - x) < 60;
        if (!left && !above) continue;
        const float distance =
            left ? (x - segment.area.x0) * 0.5f : (y - segment.area.y0) * 3 + std::abs(segment.area.x0 - x);
        const auto copies = std::count_if(layout.segments.begin(), layout.segments.end(), [&](const Segment& other) {
            return anchor_text(layout, other.first, other.last) == text;
        });
        if (distance >= best || copies > 1) continue;
        best = distance;
        anchor.label = text;
        anchor.dx = tenths(x - segment.area.x0);
        anchor.dy = tenths(y - segment.area.y0);
    }
    return anchor;
}

}  // namespace daftar::documents
