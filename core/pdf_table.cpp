// Tables: widths from their content, rows over pages, the header again on each.
#include <algorithm>
#include <numeric>

#include "core/ensure.hpp"
#include "core/pdf_flow.hpp"

namespace daftar::pdf {
namespace {

constexpr double pad_x = 5, pad_y = 3.6, indent_step = 10;
constexpr double amount_width_min = 34;  // an empty column of amounts still shows that something could stand there
/// Rows measured to find the width of a column; a longer table rarely holds a wider figure than its totals do.
constexpr std::size_t rows_measured = 400;

TextStyle cell_style(PdfRowKind kind, PdfAlign align, bool linked) {
    TextStyle style{.size = 8.5, .align = align, .height_max = 260};
    if (kind == PdfRowKind::section) style.weight = Weight::semibold, style.color = brand;
    if (kind == PdfRowKind::subtotal) style.weight = Weight::semibold;
    if (kind == PdfRowKind::total) style.weight = Weight::bold;
    if (linked && kind == PdfRowKind::plain) style.color = brand;
    return style;
}

const TextStyle header_style(PdfAlign align) {
    return {.size = 7.5, .weight = Weight::semibold, .color = muted, .align = align};
}

class Table {
public:
    Table(Flow& flow, const PdfTable& table) : flow_(flow), canvas_(flow.canvas()), table_(table) { measure(); }

    void draw() {
        header();
        if (table_.rows.empty()) return empty();
        unsigned plain_rows = 0;  // since the last header or section, for the stripes
        for (std::size_t index = 0; index < table_.rows.size(); ++index) {
            const auto& row = table_.rows[index];
            const auto set = set_row(row);
            double together = set.height;
            // A section is not left alone at the foot of a page, nor a total alone at the head of the next.
            for (std::size_t next = index + 1; next < table_.rows.size() && keeps_with(next - 1, next); ++next)
                together += set_row(table_.rows[next]).height;
            if (together < 400 ? flow_.need(together) : flow_.need(set.height)) {
                header();
                plain_rows = 0;
            }
            if (row.kind != PdfRowKind::plain) plain_rows = 0;
            draw_row(row, set, row.kind == PdfRowKind::plain && plain_rows++ % 2 == 1);
        }
        flow_.advance(10);
    }

private:
    struct SetRow {
        std::vector<SetText> cells;
        double height;
        double baseline;  ///< shared by the cells: Arabic and Latin letters stand on one line
    };

    bool keeps_with(std::size_t before, std::size_t after) const {
        const auto last = table_.rows[after].kind;
        return table_.rows[before].kind == PdfRowKind::section || last == PdfRowKind::subtotal ||
               last == PdfRowKind::total;
    }

    void measure() {
        const std::size_t columns = table_.columns.size();
        widths_.assign(columns, 0);
        unsigned weights = 0;
        for (std::size_t column = 0; column < columns; ++column) {
            const auto& described = table_.columns[column];
            weights += described.weight;
            if (described.weight > 0) continue;
            double& width = widths_[column];
            width = widest_word(described.title, header_style(described.align));
            std::size_t measured = 0;
            for (const auto& row : table_.rows) {
                if (row.kind == PdfRowKind::section) continue;
                ensure(row.cells.size() == columns, "a table row has one cell per column");
                if (++measured > rows_measured && row.kind == PdfRowKind::plain) continue;
                const auto& cell = row.cells[column];
                const double indent = column == 0 ? row.indent * indent_step : 0;
                width = std::max(
                    width, indent + canvas_.natural_width(cell.text, cell_style(row.kind, described.align, false)));
            }
            width = std::max(width, described.align == PdfAlign::end ? amount_width_min : 0.0) + 2 * pad_x + 0.5;
        }
        share_out(weights);
    }

    /// A title may stand on several lines: it needs the room of its longest word.
    double widest_word(std::string_view title, const TextStyle& style) {
        double width = 0;
        while (!title.empty()) {
            const auto end = title.find(' ');
            width = std::max(width, canvas_.natural_width(title.substr(0, end), style));
            title.remove_prefix(end == std::string_view::npos ? title.size() : end + 1);
        }
        return width;
    }

    /// Gives the width left to the weighted columns; when the others leave too little, everything shrinks to fit.
    void share_out(unsigned weights) {
        const double fixed = std::accumulate(widths_.begin(), widths_.end(), 0.0);
        constexpr double least_per_weight = 40;
        double left = body_width - fixed;
        if (weights > 0 && left < weights * least_per_weight) left = weights * least_per_weight;
        for (std::size_t column = 0; column < widths_.size(); ++column) {
            const auto weight = table_.columns[column].weight;
            if (weight > 0) widths_[column] = left * weight / weights;
        }
        const double total = std::accumulate(widths_.begin(), widths_.end(), 0.0);
        if (total > body_width)
            for (double& width : widths_) width *= body_width / total;
        table_width_ = std::min(total, body_width);
    }

    SetRow set_row(const PdfRow& row) {
        SetRow set{{}, 0, 0};
        for (std::size_t column = 0; column < row.cells.size(); ++column) {
            const bool section = row.kind == PdfRowKind::section;
            if (section && column > 0) break;
            const double indent = column == 0 ? row.indent * indent_step : 0;
            const double width = (section ? table_width_ : widths_[column]) - 2 * pad_x - indent;
            const auto& cell = row.cells[column];
            set.cells.push_back(canvas_.set(
                cell.text,
                cell_style(row.kind, section ? PdfAlign::start : table_.columns[column].align, !cell.link.empty()),
                width));
            set.baseline = std::max(set.baseline, set.cells.back().baseline());
        }
        for (const auto& cell : set.cells)
            set.height = std::max(set.height, set.baseline - cell.baseline() + cell.height());
        set.height += 2 * pad_y + (row.kind == PdfRowKind::section ? 4 : 0);
        return set;
    }

    void draw_row(const PdfRow& row, const SetRow& set, bool shaded) {
        const double y = flow_.y();
        if (row.kind == PdfRowKind::total) {
            canvas_.rectangle(margin, y, table_width_, set.height, brand_tint);
            canvas_.rule(margin, y, table_width_, brand, 1);
        } else if (row.kind == PdfRowKind::subtotal) {
            canvas_.rectangle(margin, y, table_width_, set.height, panel);
            canvas_.rule(margin, y, table_width_, hairline);
        } else if (shaded) {
            canvas_.rectangle(margin, y, table_width_, set.height, zebra);
        }
        double x = margin;
        for (std::size_t column = 0; column < set.cells.size(); ++column) {
            const double indent = column == 0 ? row.indent * indent_step : 0;
            const double width = row.kind == PdfRowKind::section ? table_width_ : widths_[column];
            const double top =
                y + pad_y + (row.kind == PdfRowKind::section ? 4 : 0) + set.baseline - set.cells[column].baseline();
            canvas_.text(set.cells[column], x + pad_x + indent, top, width - 2 * pad_x - indent);
            canvas_.link(row.cells[column].link, x, y, width, set.height);
            x += width;
        }
        if (row.kind == PdfRowKind::section) canvas_.rule(margin, y + set.height, table_width_, brand_tint);
        flow_.advance(set.height);
    }

    void header() {
        std::vector<SetText> titles;
        double height = 0;
        for (std::size_t column = 0; column < widths_.size(); ++column) {
            titles.push_back(canvas_.set(table_.columns[column].title, header_style(table_.columns[column].align),
                                         widths_[column] - 2 * pad_x));
            height = std::max(height, titles.back().height());
        }
        flow_.need(height + 2 * pad_y + 40);
        double x = margin;
        for (std::size_t column = 0; column < widths_.size(); ++column) {
            canvas_.text(titles[column], x + pad_x, flow_.y() + pad_y + height - titles[column].height(),
                         widths_[column] - 2 * pad_x);
            x += widths_[column];
        }
        flow_.advance(height + 2 * pad_y);
        canvas_.rule(margin, flow_.y(), table_width_, brand, 1);
    }

    void empty() {
        const auto text = canvas_.set(table_.empty, {.size = 8.5, .color = muted}, body_width - 2 * pad_x);
        canvas_.text(text, margin + pad_x, flow_.y() + pad_y + 2, body_width - 2 * pad_x);
        flow_.advance(text.height() + 2 * pad_y + 12);
    }

    Flow& flow_;
    Canvas& canvas_;
    const PdfTable& table_;
    std::vector<double> widths_;
    double table_width_ = body_width;
};

}  // namespace

void draw_table(Flow& flow, const PdfTable& table) {
    ensure(!table.columns.empty(), "a table has columns");
    Table(flow, table).draw();
}

}  // namespace daftar::pdf
