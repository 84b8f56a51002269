#include "modules/accounting/report_sheets.hpp"

#include <algorithm>

namespace daftar::accounting {
namespace {

constexpr unsigned text_width_weighted = 24;  // a text column that wide shares the width that is left over
constexpr std::size_t columns_roomy = 7;      // so many fit on a page beside a column of names
constexpr unsigned text_weight = 2;           // each unit keeps 40 points however full the table is

std::string number_text(Decimal number) {
    auto text = number.text();
    std::ranges::replace(text, '.', ',');
    return text;
}

bool is_number(const XlsxCell& cell) {
    using Kind = XlsxCell::Kind;
    return cell.kind == Kind::money || cell.kind == Kind::decimal || cell.kind == Kind::sum ||
           cell.kind == Kind::combination;
}

template <class Test> bool holds(const XlsxSheet& sheet, std::size_t column, Test test) {
    return std::ranges::any_of(sheet.rows, [&](const XlsxRow& row) {
        return row.kind != XlsxRowKind::section && column < row.cells.size() && test(row.cells[column]);
    });
}

/// The sheet as it fits on a page: of many columns, those without an amount in any line stay off the paper.
XlsxSheet fitted(XlsxSheet sheet) {
    for (auto column = sheet.columns.size(); column-- > 1 && sheet.columns.size() > columns_roomy;) {
        if (holds(sheet, column, [](const XlsxCell& cell) {
                return cell.kind != XlsxCell::Kind::empty && cell.kind != XlsxCell::Kind::sum;
            }))
            continue;
        const auto at = static_cast<std::ptrdiff_t>(column);
        sheet.columns.erase(sheet.columns.begin() + at);
        for (auto& row : sheet.rows)
            if (column < row.cells.size()) row.cells.erase(row.cells.begin() + at);
    }
    return sheet;
}

/// Prints the rows of one sheet, adding up as it goes.
class Printer {
public:
    explicit Printer(const XlsxSheet& sheet) : all_(sheet.columns.size()), since_section_(sheet.columns.size()) {}

    PdfRow row(const XlsxRow& row) {
        static constexpr PdfRowKind kinds[] = {PdfRowKind::plain, PdfRowKind::section, PdfRowKind::subtotal,
                                               PdfRowKind::total};
        PdfRow printed{{}, kinds[static_cast<int>(row.kind)], row.indent};
        for (std::size_t column = 0; column < all_.size(); ++column)
            printed.cells.push_back(column < row.cells.size() ? cell(row, column) : PdfText{});
        if (row.kind == XlsxRowKind::section || row.kind == XlsxRowKind::subtotal)
            std::ranges::fill(since_section_, Money());
        return printed;
    }

private:
    PdfText cell(const XlsxRow& row, std::size_t column) {
        const auto& cell = row.cells[column];
        switch (cell.kind) {
            case XlsxCell::Kind::empty:
                return {};
            case XlsxCell::Kind::text:
                return {cell.text, cell.link};
            case XlsxCell::Kind::date:
                return {french(cell.date), cell.link};
            case XlsxCell::Kind::decimal:
                return {number_text(cell.decimal), cell.link};
            case XlsxCell::Kind::sum:
                return {bare(row.kind == XlsxRowKind::total ? all_[column] : since_section_[column]), cell.link};
            case XlsxCell::Kind::money:
                if (row.kind == XlsxRowKind::plain) add(cell.money, column);
                return {bare(cell.money), cell.link};
            case XlsxCell::Kind::combination:
                return {bare(cell.money), cell.link};
        }
        return {};
    }
    void add(const Money& amount, std::size_t column) {
        for (auto* sums : {&all_, &since_section_}) {
            auto& sum = (*sums)[column];
            sum = sum.is_zero() ? amount : sum + amount;
        }
    }

    std::vector<Money> all_, since_section_;
};

}  // namespace

std::string bare(const Money& amount) {
    auto text = french(amount);
    if (const auto sign = text.rfind("\u00a0"); sign != std::string::npos) text.resize(sign);
    return text;
}

std::string currency_sign(const Currency& currency) {
    const auto text = french(Money(0, currency));
    const auto sign = text.rfind("\u00a0");
    return sign == std::string::npos ? std::string(currency.code()) : text.substr(sign + 2);
}

RefusalText text_of(ReportRefusal refusal) {
    switch (refusal) {
        case ReportRefusal::report_too_long:
            return {422,
                    "Ce rapport a trop de lignes pour ce format : choisissez un compte, une période plus courte ou "
                    "un export de l'année."};
    }
    return {422, ""};
}

ReportPeriod period_between(Context& context, const Date& start, const Date& end) {
    ReportPeriod period{start, end, start.text() + "-" + end.text(), {}, {}, false};
    for (const auto& year : ledger::all_years(context))
        if (year.start_date <= start && end <= year.end_date) {
            period.is_closed = year.status == ledger::YearStatus::closed;
            if (year.start_date == start && year.end_date == end) period.label = std::to_string(start.year());
        }
    period.previous_start = start.plus_months(-12);
    period.previous_end = end.plus_days(1).plus_months(-12).plus_days(-1);
    return period;
}

PdfTable printed_table(const XlsxSheet& whole) {
    const XlsxSheet sheet = fitted(whole);
    const unsigned weight = sheet.columns.size() > columns_roomy ? 1 : text_weight;
    PdfTable table{{}, {}, "Aucune ligne sur cette période."};
    for (std::size_t column = 0; column < sheet.columns.size(); ++column) {
        const auto& described = sheet.columns[column];
        const bool numeric = holds(sheet, column, is_number);
        table.columns.push_back({described.title, numeric ? PdfAlign::end : PdfAlign::start,
                                 !numeric && described.width >= text_width_weighted ? weight : 0});
    }
    Printer printer(sheet);
    for (const auto& row : sheet.rows) table.rows.push_back(printer.row(row));
    return table;
}

void print_report(Context& context, ReportSheets report, PdfDocument& document) {
    std::size_t lines = 0;
    for (const auto& sheet : report.sheets) lines += sheet.rows.size();
    if (lines > paper_lines_max) throw Refused(ReportRefusal::report_too_long);
    if (!report.figures.empty()) document.figures(std::move(report.figures));
    for (auto& chart : report.charts)
        if (!chart.labels.empty()) document.chart(std::move(chart));
    for (const auto& sheet : report.sheets) {
        if (report.sheets.size() > 1) document.heading(sheet.name);
        document.table(printed_table(sheet));
    }
    std::string note = "Montants en " + currency_sign(context.currency()) + ".";
    for (const auto& more : report.notes) note += " " + more;
    document.note({std::move(note)});
}

File paper_of(Context& context, ReportSheets report) {
    const auto subject = report_subject(context);
    auto head = letterhead(context, subject, report.title, report.period, report_proof(context));
    if (!report.object.empty()) head.subtitle = report.object + " · " + head.subtitle;
    PdfDocument document(std::move(head));
    const auto file = report.file;
    const auto period = report.period;
    print_report(context, std::move(report), document);
    return {std::string(pdf_type), file_name(file, period, subject, ".pdf"), document.bytes(context.now()), true};
}

File workbook_of(Context& context, ReportSheets report) {
    const auto subject = report_subject(context);
    const auto proof = report_proof(context);
    auto book = workbook(context, subject, report.title);
    for (auto& sheet : report.sheets) {
        if (sheet.rows.size() > workbook_lines_max) throw Refused(ReportRefusal::report_too_long);
        sheet.preamble = preamble(subject, report.title, report.period);
        if (!report.object.empty()) sheet.preamble[1] += " · " + report.object;
        if (!proof.root.empty())
            sheet.preamble.push_back("Preuve du registre : " + proof.root + " · " + std::to_string(proof.entry_count) +
                                     " écritures au " + french(proof.date.utc_date()));
        book.sheets.push_back(std::move(sheet));
    }
    return {std::string(xlsx_type), file_name(report.file, report.period, subject, ".xlsx"), xlsx(book), false};
}

}  // namespace daftar::accounting
