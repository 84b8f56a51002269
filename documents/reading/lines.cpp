#include "documents/reading/lines.hpp"

#include <algorithm>
#include <cmath>
#include <string_view>

#include "documents/reading/fold.hpp"
#include "documents/reading/roles.hpp"

namespace daftar::documents {
namespace {

struct Column {
    std::string_view name;
    Area area;
};

struct Header {
    std::vector<Column> columns;  ///< from left to right
    Area area;

    const Column* find(std::string_view name) const {
        for (const auto& column : columns)
            if (column.name == name) return &column;
        return nullptr;
    }
};

/// The columns that a line's words announce; a header may take two printed lines, so the next one completes it.
std::vector<Column> columns_on(const Evidence& seen, const Line& line) {
    std::vector<Column> columns;
    for (int t = line.first; t <= line.last;) {
        int taken = 0;
        const int segment = seen.layout.tokens[static_cast<std::size_t>(t)].segment;
        const auto name =
            column_of(seen.layout, t, seen.layout.segments[static_cast<std::size_t>(segment)].last, taken);
        if (name.empty() || taken == 0) {
            ++t;
            continue;
        }
        columns.push_back({name, seen.layout.area(t, t + taken - 1)});
        t += taken;
    }
    return columns;
}

/// A header names an amount and at least one more column, and has no amounts of its own.
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

struct Row {
    const NumberValue* amount = nullptr;
    const NumberValue* quantity = nullptr;
    const NumberValue* price = nullptr;
    const NumberValue* rate = nullptr;
    int label_first = -1, label_last = -1;
    Area area;
};

float distance(const Area& value, const Area& column) {
    if (shared_width(value, column) > 0) return 0;
    return std::min({std::abs(value.x1 - column.x1), std::abs(value.x0 - column.x0),
                     std::abs(value.middle_x() - column.middle_x())});
}

/// The column that a value stands under; ties go to the nearest middle.
const Column* column_under(const Header& header, const Area& value) {
    const Column* best = nullptr;
    float best_distance = 45;
    for (const auto& column : header.columns) {
        const float d = distance(value, column.area) + 0.02f * std::abs(value.middle_x() - column.area.middle_x());
        if (d < best_distance) {
            best_distance = d;
            best = &column;
        }
    }
    return best;
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

/// Quantity × price gives the amount: surely a line, whatever its label says.
bool multiplies(const Row& row) {
    return row.quantity && row.price &&
           magnitude(row.quantity->number.value * row.price->number.value - row.amount->number.value) <= Decimal{1, 2};
}

/// A discount or charge on the whole paper, printed under the lines: part of the sum, not a line.
bool is_adjustment(const Evidence& seen, const Line& line, const Row& row) {
    if (row.quantity || row.price) return false;
    return std::any_of(seen.labels.begin(), seen.labels.end(), [&](const Label& label) {
        return label.meaning == Meaning::discount && label.first >= line.first && label.last <= line.last &&
               label.begins_segment;
    });
}

const NumberValue* by_product(const std::vector<const NumberValue*>& numbers, const NumberValue& amount,
                              const NumberValue*& price) {
    for (const auto* quantity : numbers)
        for (const auto* each : numbers) {
            if (quantity == each || quantity == &amount || each == &amount || quantity->area.x0 > amount.area.x0 ||
                each->area.x0 > amount.area.x0)
                continue;
            if (quantity->number.percent || each->number.percent || quantity->number.currency.size()) continue;
            if (magnitude(quantity->number.value * each->number.value - amount.number.value) <= Decimal{1, 2} &&
                each->number.decimals >= quantity->number.decimals && quantity->area.x0 != each->area.x0) {
                price = each;
                return quantity;
            }
        }
    return nullptr;
}

std::optional<Row> row_of(const Evidence& seen, const Header& header, const Line& line) {
    Row row;
    std::vector<const NumberValue*> numbers;
    for (const auto& value : seen.values.numbers)
        if (value.first >= line.first && value.last <= line.last) numbers.push_back(&value);
    const NumberValue* rightmost = nullptr;
    for (const auto* value : numbers) {
        if (value->is_money() && (!rightmost || value->area.x0 > rightmost->area.x0)) rightmost = value;
        const auto* column = column_under(header, value->area);
        if (!column) continue;
        if (value->number.percent && column->name != "discount") {
            row.rate = value;
        } else if (column->name == "amount" && (value->is_money() || value->number.decimals == 0)) {
            if (!row.amount || value->area.x0 > row.amount->area.x0) row.amount = value;
        } else if (column->name == "unit_price") {
            row.price = value;
        } else if (column->name == "quantity" && !value->is_money()) {
            row.quantity = value;
        } else if (column->name == "quantity" && !row.quantity && value->number.currency.empty()) {
            row.quantity = value;
        } else if (column->name == "tax_rate" &&
                   is_digits(seen.layout.tokens[static_cast<std::size_t>(value->first)].folded.substr(0, 1)) &&
                   value->number.value <= Decimal{30, 0}) {
            row.rate = value;
        }
    }
    if (!row.amount && !header.find("amount")) row.amount = rightmost;
    if (!row.amount) return std::nullopt;
    if (!multiplies(row)) {
        const NumberValue* price = nullptr;
        if (const auto* quantity = by_product(numbers, *row.amount, price)) {
            row.quantity = quantity;
            row.price = price;
        }
    }
    // The label: the words left of the first number that has a part, without a leading position or article code.
    float left = row.amount->area.x0;
    for (const auto* part : {row.quantity, row.price, row.rate})
        if (part) left = std::min(left, part->area.x0);
    const auto* description = header.find("description");
    for (int t = line.first; t <= line.last; ++t) {
        const auto& token = seen.layout.tokens[static_cast<std::size_t>(t)];
        const bool right_of_all =
            description && description->area.x0 > left - 5 && token.area.x0 >= description->area.x0 - 8;
        if (token.area.x1 > left + 1 && !right_of_all) break;
        if (row.label_first < 0) {
            const auto* under = column_under(header, token.area);
            if (under && (under->name == "reference" || under->name == "quantity" || under->name == "unit") &&
                description && token.area.x1 < description->area.x0 + 2)
                continue;
            if (!has_letter(token.text)) continue;
            row.label_first = t;
        }
        if (row.label_first >= 0) row.label_last = t;
    }
    row.area = line.area;
    return row;
}

LineReading reading_of(const Evidence& seen, const Row& row) {
    LineReading line;
    const auto& layout = seen.layout;
    if (row.label_first >= 0) {
        auto text = layout.text(row.label_first, row.label_last);
        line.label = make_reading<TextReading>(text, layout.area(row.label_first, row.label_last),
                                               bounded(900, layout.confidence(row.label_first, row.label_last), false),
                                               "colonne du libellé");
    }
    const auto amount_of = [&](const NumberValue& value, int confidence, const char* reason) {
        return make_reading<AmountReading>(value.number.value, value.area, bounded(confidence, value.confidence, false),
                                           reason);
    };
    line.amount = amount_of(*row.amount, 900, "colonne du montant");
    if (row.quantity) line.quantity = amount_of(*row.quantity, 850, "colonne de la quantité");
    if (row.price) line.unit_price = amount_of(*row.price, 850, "colonne du prix");
    if (row.rate) line.tax_rate = amount_of(*row.rate, 900, "colonne de la TVA");
    if (row.quantity && row.price) {
        if (multiplies(row))
            for (auto* part : {&*line.quantity, &*line.unit_price, &line.amount}) {
                part->confidence = 990;
                part->checks.push_back("quantity_times_price");
            }
        else if (row.quantity->number.other && magnitude(*row.quantity->number.other * row.price->number.value -
                                                         row.amount->number.value) <= Decimal{1, 2})
            line.quantity->value = *row.quantity->number.other;  // "1.000" pieces
    }
    return line;
}

}  // namespace

void decide_lines(const Evidence& seen, InvoiceReading& out) {
    const auto headers = find_headers(seen);
    std::vector<LineReading> best;
    bool proven = false;
    for (const auto& header : headers) {
        std::vector<LineReading> found;
        Decimal adjustments{0, 2};
        float bottom = header.area.y1;
        for (const auto& line : seen.layout.lines) {
            if (line.area.page != header.area.page || line.area.y0 < header.area.y1 - 2) continue;
            if (std::any_of(headers.begin(), headers.end(), [&](const Header& other) {
                    return other.area.page == line.area.page && other.area.y0 > header.area.y0 + 2 &&
                           line.area.y0 >= other.area.y0 - 1;
                }))
                break;
            if (line.area.y0 - bottom > 220) break;
            const auto row = row_of(seen, header, line);
            if (ends_table(seen, line) && !(row && multiplies(*row))) break;
            if (row) {
                if (row->label_first < 0 && found.empty() && !row->quantity) continue;
                if (is_adjustment(seen, line, *row)) {
                    adjustments = adjustments + row->amount->number.value;
                    continue;
                }
                found.push_back(reading_of(seen, *row));
                bottom = line.area.y1;
            } else if (!found.empty() && found.back().label.value.empty()) {
                const auto text = seen.layout.text(line.first, line.last);
                if (has_letter(text))
                    found.back().label = make_reading<TextReading>(text, line.area, 700, "ligne voisine");
            }
        }
        Decimal sum = adjustments;
        for (const auto& line : found) sum = sum + line.amount.value;
        // One line that equals the total may be the total itself.
        const bool counts = found.size() > 1 || (found.size() == 1 && !found[0].amount.checks.empty());
        const bool adds_up = counts && ((out.total_excluding_tax && magnitude(sum) == out.total_excluding_tax->value) ||
                                        (out.total_including_tax && magnitude(sum) == out.total_including_tax->value));
        if ((adds_up && !proven) || (!proven && found.size() > best.size())) {
            best = std::move(found);
            proven = adds_up;
        }
    }
    out.lines = std::move(best);
    if (proven) {
        out.checks.push_back({"lines_add_up", true, "La somme des lignes donne le total."});
        for (auto& line : out.lines) {
            line.amount.checks.push_back("lines_add_up");
            line.amount.confidence = std::max(line.amount.confidence, 990);
        }
    }
    for (auto& line : out.lines)
        line.amount.value = out.type == DocumentType::credit_note ? magnitude(line.amount.value) : line.amount.value;
}

}  // namespace daftar::documents
