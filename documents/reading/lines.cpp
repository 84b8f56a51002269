#include "documents/reading/lines.hpp"

#include <algorithm>
#include <cmath>

#include "documents/reading/fold.hpp"
#include "documents/reading/plain_lines.hpp"
#include "documents/reading/roles.hpp"
#include "documents/reading/table_header.hpp"

namespace daftar::documents {
namespace {

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
                part->confidence = seen.layout.recognised ? 985 : 990;  // of its neighbours, recognition may lose one
                part->checks.push_back("quantity_times_price");
            }
        else if (row.quantity->number.other && magnitude(*row.quantity->number.other * row.price->number.value -
                                                         row.amount->number.value) <= Decimal{1, 2})
            line.quantity->value = *row.quantity->number.other;  // "1.000" pieces
    }
    return line;
}

/// The rows of one table, which may go on on the pages after its first.
struct Table {
    std::vector<LineReading> rows;
    Decimal adjustments{0, 2};
    bool ended = false;  ///< its totals were met

    Decimal sum() const {
        Decimal sum = adjustments;
        for (const auto& line : rows) sum = sum + line.amount.value;
        return sum;
    }
};

/// Reads what stands under the header on `page`, from `top` down.
void read_rows(const Evidence& seen, const std::vector<Header>& headers, const Header& header, int page, float top,
               Table& table) {
    float bottom = top;
    for (const auto& line : seen.layout.lines) {
        if (line.area.page != page || line.area.y0 < top - 2) continue;
        if (std::any_of(headers.begin(), headers.end(), [&](const Header& other) {
                return other.area.page == page && other.area.y0 > top && line.area.y0 >= other.area.y0 - 1;
            }))
            return;
        if (line.area.y0 - bottom > 220) return;
        const auto row = row_of(seen, header, line);
        if (ends_table(seen, line) && !(row && multiplies(*row))) {
            table.ended = true;
            return;
        }
        if (row) {
            if (row->label_first < 0 && table.rows.empty() && !row->quantity) continue;
            if (is_adjustment(seen, line, *row)) {
                table.adjustments = table.adjustments + row->amount->number.value;
                continue;
            }
            table.rows.push_back(reading_of(seen, *row));
            bottom = line.area.y1;
        } else if (!table.rows.empty() && table.rows.back().label.value.empty()) {
            const auto text = seen.layout.text(line.first, line.last);
            if (has_letter(text))
                table.rows.back().label = make_reading<TextReading>(text, line.area, 700, "ligne voisine");
        }
    }
}

bool same_columns(const Header& left, const Header& right) {
    return std::equal(left.columns.begin(), left.columns.end(), right.columns.begin(), right.columns.end(),
                      [](const Column& a, const Column& b) { return a.name == b.name; });
}

/// Under the header that the page repeats, or from the top of the page when it repeats none.
void read_next_page(const Evidence& seen, const std::vector<Header>& headers, const Header& header, int page,
                    Table& table) {
    for (const auto& other : headers)
        if (other.area.page == page && same_columns(other, header))
            return read_rows(seen, headers, other, page, other.area.y1, table);
    read_rows(seen, headers, header, page, 0, table);
}

/// Of a table with "Total HT" and "Total TTC" the first is tried before the last, which otherwise is the amount.
std::vector<Header> with_net_columns(const std::vector<Header>& headers) {
    std::vector<Header> out;
    for (const auto& header : headers) {
        const auto is_amount = [](const Column& column) { return column.name == "amount"; };
        if (std::ranges::count_if(header.columns, is_amount) > 1) {
            auto net = header;
            std::find_if(net.columns.rbegin(), net.columns.rend(), is_amount)->name = "gross";
            out.push_back(std::move(net));
        }
        out.push_back(header);
    }
    return out;
}

bool gives_total(const InvoiceReading& out, const Table& table) {
    const auto sum = magnitude(table.sum());
    // One line that equals the total may be the total itself.
    const bool counts = table.rows.size() > 1 || (table.rows.size() == 1 && !table.rows[0].amount.checks.empty());
    return counts && ((out.total_excluding_tax && sum == out.total_excluding_tax->value) ||
                      (out.total_including_tax && sum == out.total_including_tax->value));
}

}  // namespace

void decide_lines(const Evidence& seen, InvoiceReading& out) {
    const auto headers = find_headers(seen);
    std::vector<LineReading> best;
    bool proven = false;
    const auto pages = seen.layout.printed_pages;
    for (const auto& header : with_net_columns(headers)) {
        Table table;
        read_rows(seen, headers, header, header.area.page, header.area.y1, table);
        bool adds_up = gives_total(out, table);
        Table longer = table;
        for (int page = header.area.page + 1; page <= pages && !adds_up && !longer.ended; ++page) {
            read_next_page(seen, headers, header, page, longer);
            if (!gives_total(out, longer)) continue;
            adds_up = true;
            table = longer;
        }
        if ((adds_up && !proven) || (!proven && table.rows.size() > best.size())) {
            best = std::move(table.rows);
            proven = adds_up;
        }
    }
    if (!proven)
        if (auto plain = lines_without_header(seen, out); !plain.empty()) {
            best = std::move(plain);
            proven = true;
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
