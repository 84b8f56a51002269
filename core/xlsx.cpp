#include "core/xlsx.hpp"

#include <unistd.h>
#include <xlsxwriter.h>

#include <cmath>
#include <filesystem>
#include <fstream>
#include <map>
#include <memory>

#include "core/ensure.hpp"

namespace daftar {
namespace {

constexpr std::size_t links_max = 65'000;  // a sheet holds 65,530

void check(lxw_error error) { ensure(error == LXW_NO_ERROR, lxw_strerror(error)); }

/// The nearest double of units × 10^-scale: one correctly rounded division of two exact numbers.
double nearest(Decimal number) { return static_cast<double>(number.units) / std::pow(10.0, number.scale); }

/// "#,##0.00\ "DH"": digits and sign of the currency.
std::string number_format(const Currency& currency) {
    std::string format = "#,##0";
    if (currency.digits() > 0) format += "." + std::string(currency.digits(), '0');
    if (!currency.known()) return format;
    const std::string sign = currency.code() == "MAD"   ? "DH"
                             : currency.code() == "EUR" ? "€"
                                                        : std::string(currency.code());
    return format + "\\ \"" + sign + "\"";
}

std::string tab_name(const std::string& wanted) {
    std::string name;
    std::size_t letters = 0;
    for (const char letter : wanted) {
        if ((letter & 0xC0) != 0x80 && ++letters > 31) break;  // counts letters, not bytes
        name += std::string_view("[]:*?/\\").find(letter) == std::string_view::npos ? letter : ' ';
    }
    return name;
}

/// A file of ours below the temporary folder, gone with this object.
class TemporaryFile {
public:
    TemporaryFile() : path_((std::filesystem::temp_directory_path() / "daftar-XXXXXX").string()) {
        const int file = mkstemp(path_.data());
        if (file < 0)
            throw std::filesystem::filesystem_error("temporary file", path_, {errno, std::generic_category()});
        close(file);
    }
    ~TemporaryFile() {
        std::error_code ignored;
        std::filesystem::remove(path_, ignored);
    }
    TemporaryFile(const TemporaryFile&) = delete;
    TemporaryFile& operator=(const TemporaryFile&) = delete;
    const std::string& path() const { return path_; }
    std::string bytes() const {
        std::ifstream file(path_, std::ios::binary);
        return {std::istreambuf_iterator<char>(file), {}};
    }

private:
    std::string path_;
};

/// The formats of one workbook, each made once.
class Formats {
public:
    explicit Formats(lxw_workbook* workbook) : workbook_(workbook) {}

    lxw_format* of(XlsxRowKind kind, const std::string& number, unsigned indent, bool linked) {
        auto& format = made_[{static_cast<int>(kind), number, indent, linked}];
        if (format) return format;
        format = workbook_add_format(workbook_);
        if (!number.empty()) format_set_num_format(format, number.c_str());
        if (indent > 0) format_set_indent(format, static_cast<uint8_t>(indent));
        if (kind != XlsxRowKind::plain) format_set_bold(format);
        if (kind == XlsxRowKind::section || linked) format_set_font_color(format, 0x0E5A4A);
        if (kind == XlsxRowKind::subtotal) format_set_bg_color(format, 0xF3F0EA);
        if (kind == XlsxRowKind::total) {
            format_set_bg_color(format, 0xE4EFEC);
            format_set_top(format, LXW_BORDER_THIN);
        }
        return format;
    }
    lxw_format* title() {
        lxw_format* format = workbook_add_format(workbook_);
        format_set_bold(format);
        format_set_font_size(format, 13);
        return format;
    }
    lxw_format* header() {
        lxw_format* format = workbook_add_format(workbook_);
        format_set_bold(format);
        format_set_text_wrap(format);
        format_set_font_color(format, LXW_COLOR_WHITE);
        format_set_bg_color(format, 0x0E5A4A);
        format_set_align(format, LXW_ALIGN_VERTICAL_CENTER);
        return format;
    }

private:
    lxw_workbook* workbook_;
    std::map<std::tuple<int, std::string, unsigned, bool>, lxw_format*> made_;
};

class SheetWriter {
public:
    SheetWriter(lxw_workbook* workbook, Formats& formats, const XlsxSheet& sheet)
        : formats_(formats), sheet_(sheet), worksheet_(workbook_add_worksheet(workbook, tab_name(sheet.name).c_str())) {
        ensure(worksheet_ != nullptr, "two sheets of the same name, or one without a name");
        all_.resize(sheet.columns.size());
        since_section_.resize(sheet.columns.size());
    }

    void write() {
        for (const auto& line : sheet_.preamble) {
            check(worksheet_write_string(worksheet_, row_, 0, line.c_str(), row_ == 0 ? formats_.title() : nullptr));
            ++row_;
        }
        if (row_ > 0) ++row_;
        lxw_format* header = formats_.header();
        for (std::size_t column = 0; column < sheet_.columns.size(); ++column) {
            const auto at = static_cast<lxw_col_t>(column);
            worksheet_set_column(worksheet_, at, at, sheet_.columns[column].width, nullptr);
            check(worksheet_write_string(worksheet_, row_, at, sheet_.columns[column].title.c_str(), header));
        }
        first_data_row_ = section_row_ = row_ + 1;
        worksheet_freeze_panes(worksheet_, first_data_row_, 0);
        worksheet_repeat_rows(worksheet_, row_, row_);
        worksheet_fit_to_pages(worksheet_, 1, 0);
        worksheet_set_paper(worksheet_, 9);  // A4
        if (sheet_.columns.size() > 6) worksheet_set_landscape(worksheet_);
        worksheet_set_footer(worksheet_, "&L&A&RPage &P / &N");
        for (const auto& row : sheet_.rows) {
            ++row_;
            write_row(row);
        }
    }

private:
    struct Sum {
        Decimal number = {};
        Currency currency = {};
        bool money = false;
    };

    void write_row(const XlsxRow& row) {
        ensure(row.cells.size() <= sheet_.columns.size(), "a row has at most one cell per column");
        for (std::size_t column = 0; column < row.cells.size(); ++column) write_cell(row, column);
        if (row.kind == XlsxRowKind::section || row.kind == XlsxRowKind::subtotal) {
            section_row_ = row_ + 1;
            for (auto& sum : since_section_) sum.number = {};
        }
    }

    void write_cell(const XlsxRow& row, std::size_t column) {
        const auto& cell = row.cells[column];
        const auto at = static_cast<lxw_col_t>(column);
        const unsigned indent = column == 0 ? row.indent : 0;
        const bool linked = !cell.link.empty() && links_ < links_max;
        const auto format = [&](const std::string& number) { return formats_.of(row.kind, number, indent, linked); };
        if (linked) {
            // The address first: what is written after it in the same cell keeps it.
            if (worksheet_write_url(worksheet_, row_, at, cell.link.c_str(), format("")) == LXW_NO_ERROR) ++links_;
        }
        switch (cell.kind) {
            case XlsxCell::Kind::empty:
                if (row.kind != XlsxRowKind::plain) check(worksheet_write_blank(worksheet_, row_, at, format("")));
                break;
            case XlsxCell::Kind::text:
                check(worksheet_write_string(worksheet_, row_, at, cell.text.c_str(), format("")));
                break;
            case XlsxCell::Kind::money: {
                add(row, column, cell.money.decimal(), &cell.money.currency);
                check(worksheet_write_number(worksheet_, row_, at, nearest(cell.money.decimal()),
                                             format(number_format(cell.money.currency))));
                break;
            }
            case XlsxCell::Kind::decimal:
                add(row, column, cell.decimal, nullptr);
                check(worksheet_write_number(worksheet_, row_, at, nearest(cell.decimal), format("")));
                break;
            case XlsxCell::Kind::date: {
                lxw_datetime day{};
                day.year = cell.date.year(), day.month = static_cast<int>(cell.date.month()),
                day.day = static_cast<int>(cell.date.day_of_month());
                check(worksheet_write_datetime(worksheet_, row_, at, &day, format("dd/mm/yyyy")));
                break;
            }
            case XlsxCell::Kind::sum:
                write_sum(row, at, format);
                break;
            case XlsxCell::Kind::combination:
                write_combination(cell, at, format(number_format(cell.money.currency)));
                break;
        }
    }

    void add(const XlsxRow& row, std::size_t column, Decimal number, const Currency* currency) {
        if (row.kind != XlsxRowKind::plain) return;
        for (auto* sums : {&all_, &since_section_}) {
            auto& sum = (*sums)[column];
            sum.number = sum.number + number;
            if (currency) sum.currency = *currency, sum.money = true;
        }
    }

    void write_combination(const XlsxCell& cell, lxw_col_t column, lxw_format* format) {
        std::string formula = "=";
        for (const auto& term : cell.terms) {
            char name[LXW_MAX_CELL_NAME_LENGTH];
            lxw_rowcol_to_cell(name, first_data_row_ + static_cast<lxw_row_t>(term.row), column);
            if (term.minus || formula.size() > 1) formula += term.minus ? '-' : '+';
            formula += name;
        }
        check(worksheet_write_formula_num(worksheet_, row_, column, formula.c_str(), format,
                                          nearest(cell.money.decimal())));
    }

    template <class Format> void write_sum(const XlsxRow& row, lxw_col_t column, const Format& format) {
        const bool total = row.kind == XlsxRowKind::total;
        const auto& sum = (total ? all_ : since_section_)[column];
        const auto number = format(sum.money ? number_format(sum.currency) : "");
        const lxw_row_t first = total ? first_data_row_ : section_row_;
        if (first >= row_) return check(worksheet_write_number(worksheet_, row_, column, 0, number));
        // SUBTOTAL(9) adds like SUM and leaves out the subtotals in between.
        char range[LXW_MAX_CELL_RANGE_LENGTH];
        lxw_rowcol_to_range(range, first, column, row_ - 1, column);
        const std::string formula = "=SUBTOTAL(9," + std::string(range) + ")";
        check(worksheet_write_formula_num(worksheet_, row_, column, formula.c_str(), number, nearest(sum.number)));
    }

    Formats& formats_;
    const XlsxSheet& sheet_;
    lxw_worksheet* worksheet_;
    lxw_row_t row_ = 0, first_data_row_ = 0, section_row_ = 0;
    std::vector<Sum> all_, since_section_;
    std::size_t links_ = 0;
};

}  // namespace

std::string xlsx(const XlsxWorkbook& described) {
    const TemporaryFile file;
    lxw_workbook* workbook = workbook_new(file.path().c_str());
    ensure(workbook != nullptr, "no workbook");
    // workbook_close also frees the workbook; an exception before it must free it too.
    std::unique_ptr<lxw_workbook, void (*)(lxw_workbook*)> owned(workbook, lxw_workbook_free);
    std::string title = described.title, author = described.author, company = described.company;
    lxw_doc_properties properties{};
    properties.title = title.data(), properties.author = author.data(), properties.company = company.data();
    properties.created = described.created.microseconds / 1'000'000;
    check(workbook_set_properties(workbook, &properties));
    Formats formats(workbook);
    for (const auto& sheet : described.sheets) SheetWriter(workbook, formats, sheet).write();
    check(workbook_close(owned.release()));
    return file.bytes();
}

}  // namespace daftar
