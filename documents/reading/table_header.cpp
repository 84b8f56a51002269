#include "documents/reading/table_header.hpp"

#include <algorithm>

namespace daftar::documents {
namespace {

/// The columns that a line's words announce; a header may take two printed lines, so the next one completes it.
std::vector<Column> columns_on(const Evidence& seen, const Line& line) {
    std::vector<Column> columns;
    int last_segment = -1;
    for (int t = line.first; t <= line.last;) {
        int taken = 0;
        const int segment = seen.layout.tokens[static_cast<std::size_t>(t)].segment;
        const auto name =
            column_of(seen.layout, t, seen.layout.segments[static_cast<std::size_t>(segment)].last, taken);
        if (name.empty() || taken == 0) {
            // "Montant € HT": the words behind a name belong to its column.
            if (segment == last_segment)
                columns.back().area = joined(columns.back().area, seen.layout.tokens[static_cast<std::size_t>(t)].area);
            ++t;
            continue;
        }
        columns.push_back({name, seen.layout.area(t, t + taken - 1)});
        last_segment = segment;
        t += taken;
    }
    return columns;
}

}  // namespace

const Column* Header::find(std::string_view name) const {
    for (const auto& column : columns)
        if (column.name == name) return &column;
    return nullptr;
}

std::vector<Header> find_headers(const Evidence& seen) {
    std::vector<Header> headers;
    const auto& lines = seen.layout.lines;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        auto columns = columns_on(seen, lines[i]);
        Area area = lines[i].area;
        for (std::size_t near = i + 1; near < lines.size() && near <= i + 2; ++near) {
            if (lines[near].area.page != area.page || lines[near].area.y0 - area.y1 > 0.8f * area.height()) break;
            const auto more = columns_on(seen, lines[near]);
            const int words = lines[near].last - lines[near].first + 1;
            const bool amounts =
                std::any_of(seen.values.numbers.begin(), seen.values.numbers.end(), [&](const NumberValue& n) {
                    return n.is_money() && n.first >= lines[near].first && n.last <= lines[near].last;
                });
            if (more.empty() || columns.empty() || words > 8 || amounts) break;
            for (const auto& column : more)
                if (std::none_of(columns.begin(), columns.end(),
                                 [&](const Column& other) { return shared_width(other.area, column.area) > 0; }))
                    columns.push_back(column);
            area = joined(area, lines[near].area);
        }
        std::sort(columns.begin(), columns.end(),
                  [](const Column& a, const Column& b) { return a.area.x0 < b.area.x0; });
        const auto has = [&](std::string_view name) {
            return std::any_of(columns.begin(), columns.end(), [&](const Column& c) { return c.name == name; });
        };
        const bool money =
            std::any_of(seen.values.numbers.begin(), seen.values.numbers.end(), [&](const NumberValue& n) {
                return n.is_money() && n.number.decimals == 2 && same_row(n.area, lines[i].area) > 0.5f;
            });
        const bool enough = has("amount") && columns.size() >= 2 &&
                            (has("description") || has("quantity") || has("unit_price") || columns.size() >= 4);
        const bool prices = !has("amount") && has("description") && (has("unit_price")) && columns.size() >= 2;
        if (!money && (enough || prices)) headers.push_back({columns, area});
    }
    return headers;
}

bool ends_table(const Evidence& seen, const Line& line) {
    return std::any_of(seen.labels.begin(), seen.labels.end(), [&](const Label& label) {
        if (label.first < line.first || label.last > line.last) return false;
        const auto& tokens = seen.layout.tokens;
        const int segment = tokens[static_cast<std::size_t>(label.first)].segment;
        // "Bedrag exclusief btw": a word may stand before the one that is known.
        if (label.first > seen.layout.segments[static_cast<std::size_t>(segment)].first + 1) return false;
        const bool total = label.meaning == Meaning::excluding_tax || label.meaning == Meaning::including_tax ||
                           label.meaning == Meaning::due || (label.meaning == Meaning::total && label.weight > 55) ||
                           (label.meaning == Meaning::tax && label.weight > 70);
        return total && label.weight >= 60;
    });
}

}  // namespace daftar::documents
