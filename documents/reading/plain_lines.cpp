#include "documents/reading/plain_lines.hpp"

#include <algorithm>
#include <cmath>

#include "documents/reading/fold.hpp"
#include "documents/reading/roles.hpp"
#include "documents/reading/table_header.hpp"

namespace daftar::documents {
namespace {

constexpr float same_column = 8;   // points between the right edges of amounts of one column
constexpr float longest_gap = 45;  // points without a line inside a list

/// The amount of money at the end of a line that begins with words.
const NumberValue* amount_at_end(const Evidence& seen, const Line& line) {
    if (!has_letter(seen.layout.tokens[static_cast<std::size_t>(line.first)].text)) return nullptr;
    for (const auto& value : seen.values.numbers)
        if (value.last == line.last && value.first > line.first && value.is_money()) return &value;
    return nullptr;
}

LineReading reading_of(const Evidence& seen, const Line& line, const NumberValue& amount) {
    LineReading out;
    const int last = amount.first - 1;
    out.label =
        make_reading<TextReading>(seen.layout.text(line.first, last), seen.layout.area(line.first, last),
                                  bounded(900, seen.layout.confidence(line.first, last), false), "devant son montant");
    out.amount = make_reading<AmountReading>(amount.number.value, amount.area, bounded(900, amount.confidence, false),
                                             "liste au-dessus des totaux");
    return out;
}

/// From the line `above` up: the list whose sum is the total.
std::vector<LineReading> list_above(const Evidence& seen, const InvoiceReading& out, int above) {
    std::vector<LineReading> list;
    Decimal sum{0, 2};
    float edge = -1;
    const auto& lines = seen.layout.lines;
    for (int at = above; at >= 0; --at) {
        const auto& line = lines[static_cast<std::size_t>(at)];
        const auto& under = lines[static_cast<std::size_t>(at) + 1];
        if (line.area.page != under.area.page || under.area.y0 - line.area.y1 > longest_gap) break;
        if (ends_table(seen, line)) break;
        const auto* amount = amount_at_end(seen, line);
        if (!amount) continue;
        if (edge >= 0 && std::abs(amount->area.x1 - edge) > same_column) break;
        edge = amount->area.x1;
        sum = sum + amount->number.value;
        list.insert(list.begin(), reading_of(seen, line, *amount));
        const auto total = magnitude(sum);
        const bool found = (out.total_excluding_tax && total == out.total_excluding_tax->value) ||
                           (out.total_including_tax && total == out.total_including_tax->value);
        if (found && list.size() > 1) return list;
    }
    return {};
}

}  // namespace

std::vector<LineReading> lines_without_header(const Evidence& seen, const InvoiceReading& out) {
    const auto& lines = seen.layout.lines;
    for (std::size_t at = 1; at < lines.size(); ++at)
        if (ends_table(seen, lines[at]))
            if (auto list = list_above(seen, out, static_cast<int>(at) - 1); !list.empty()) return list;
    return {};
}

}  // namespace daftar::documents
