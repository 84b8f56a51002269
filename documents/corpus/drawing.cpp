#include <cairo-pdf.h>

#include <array>
#include <functional>
#include <vector>

#include "documents/corpus/corpus.hpp"
#include "documents/corpus/sheet.hpp"

namespace daftar::documents {
namespace {

constexpr double margin = 42, right_edge = Sheet::width - margin;

struct Cell {
    std::string text;
    double x;  ///< left edge, or right edge of a number
    Align align = Align::left;
};

class Paper {
public:
    Paper(Sheet& sheet, const MadeInvoice& invoice, const PaperStyle& style, bool unseen)
        : sheet_(sheet),
          invoice_(invoice),
          style_(style),
          words_(wording_of(invoice.language, style.wording, unseen)),
          size_(style.size),
          leading_(style.size * 1.45) {}

    void draw() {
        double y = draw_issuer();
        y = draw_customer(y + leading_);
        y = draw_title_and_meta(y + leading_);
        y = draw_table(y + leading_);
        y = draw_totals(y + leading_);
        draw_end(y + 1.5 * leading_);
    }

private:
    bool credit() const { return invoice_.kind == MadeKind::credit_note; }
    std::string amount(Decimal value) const { return printed_amount(value, style_.amounts, invoice_.currency); }
    std::string date(const Date& value) const { return printed_date(value, style_.dates, invoice_.language); }

    static std::string announced(const std::string& kind, const std::string& value) {
        if (kind == "ma_ice") return "ICE : " + value;
        if (kind == "ma_if") return "IF : " + value;
        if (kind == "ma_rc") return "RC : " + value;
        if (kind == "ma_patente") return "Patente : " + value;
        if (kind == "fr_siret")
            return "SIRET : " + value.substr(0, 3) + " " + value.substr(3, 3) + " " + value.substr(6, 3) + " " +
                   value.substr(9);
        if (value.starts_with("BE"))
            return "TVA BE " + value.substr(2, 4) + "." + value.substr(6, 3) + "." + value.substr(9);
        return "TVA " + value;
    }

    std::vector<std::string> issuer_lines() const {
        const auto& issuer = invoice_.issuer;
        std::vector<std::string> lines{
            issuer.street, issuer.town,
            (invoice_.language == "en" ? "Phone: " : "Tél : ") + issuer.phone + "  " + issuer.mail};
        if (!issuer.site.empty()) lines.push_back(issuer.site);
        std::string identifiers;
        for (const auto& [kind, value] : issuer.identifiers)
            identifiers += (identifiers.empty() ? "" : "  ") + announced(kind, value);
        lines.push_back(identifiers);
        return lines;
    }

    double draw_issuer() {
        double y = margin;
        if (style_.issuer == IssuerPlace::footer) return y;
        const auto align = style_.issuer == IssuerPlace::top_left    ? Align::left
                           : style_.issuer == IssuerPlace::top_right ? Align::right
                                                                     : Align::center;
        const double x = align == Align::left ? margin : align == Align::right ? right_edge : Sheet::width / 2;
        sheet_.text(x, y, invoice_.issuer.name, size_ * 1.6, true, align);
        y += size_ * 2.2;
        for (const auto& line : issuer_lines()) {
            sheet_.text(x, y, line, size_, false, align);
            y += leading_;
        }
        return y;
    }

    double draw_customer(double y) {
        const bool right =
            style_.customer == CustomerPlace::right_labelled || style_.customer == CustomerPlace::right_plain;
        const bool labelled =
            style_.customer == CustomerPlace::right_labelled || style_.customer == CustomerPlace::left_labelled;
        const double x = right ? 330 : margin;
        const double top = y;
        if (labelled) {
            sheet_.text(x, y, std::string(words_.customer) + " :", size_, true);
            y += leading_;
        }
        std::vector<std::string> lines{invoice_.customer.name, invoice_.customer.street, invoice_.customer.town};
        if (!invoice_.customer.identifiers.empty())
            lines.push_back(announced(invoice_.customer.identifiers[0].first, invoice_.customer.identifiers[0].second));
        for (const auto& line : lines) {
            sheet_.text(x, y, line, size_);
            y += leading_;
        }
        if (style_.ruled && labelled) sheet_.rectangle(x - 6, top - 4, 230, y - top + 6);
        return y;
    }

    std::vector<std::pair<std::string, std::string>> meta() const {
        std::vector<std::pair<std::string, std::string>> rows{{words_.date, date(invoice_.issue_date)},
                                                              {words_.due_date, date(invoice_.due_date)}};
        if (style_.meta != MetaPlace::in_title)
            rows.insert(rows.begin(), {credit() ? credit_number_label() : words_.number, invoice_.number});
        rows.push_back({words_.customer_number, invoice_.customer_number});
        if (invoice_.period_start)
            rows.push_back({words_.period, date(*invoice_.period_start) + (invoice_.language == "fr" ? " au " : " - ") +
                                               date(*invoice_.period_end)});
        return rows;
    }
    std::string credit_number_label() const {
        return invoice_.language == "fr"   ? "Avoir N°"
               : invoice_.language == "nl" ? "Creditnota nr."
                                           : "Credit note no.";
    }

    double draw_title_and_meta(double y) {
        std::string title = credit() ? words_.credit_note : words_.invoice;
        if (style_.meta == MetaPlace::in_title) title += (invoice_.language == "fr" ? " N° " : " ") + invoice_.number;
        if (style_.spaced_title) {
            std::string spaced;
            for (const char c : title)
                spaced +=
                    (spaced.empty() || (static_cast<unsigned char>(c) & 0xc0) == 0x80 ? "" : " ") + std::string(1, c);
            title = spaced;
        }
        sheet_.text(margin, y, title, size_ * 1.8, true);
        y += size_ * 2.8;
        const auto rows = meta();
        if (style_.meta == MetaPlace::row_of_cells) {
            const double wide = (right_edge - margin) / static_cast<double>(rows.size());
            for (std::size_t i = 0; i < rows.size(); ++i) {
                sheet_.text(margin + 4 + wide * static_cast<double>(i), y, rows[i].first, size_, true);
                sheet_.text(margin + 4 + wide * static_cast<double>(i), y + leading_ * 1.1, rows[i].second,
                            i + 1 == rows.size() && invoice_.period_start ? size_ * 0.75 : size_);
            }
            if (style_.ruled) sheet_.rectangle(margin, y - 3, right_edge - margin, leading_ * 2.4);
            return y + leading_ * 2.6;
        }
        const double x = style_.meta == MetaPlace::right_lines ? 330 : margin;
        for (const auto& [label, value] : rows) {
            sheet_.text(x, y, label + " :", size_);
            sheet_.text(x + 125, y, value, size_, false);
            y += leading_;
        }
        return y;
    }

    std::vector<Cell> header() const {
        const auto& w = words_;
        switch (style_.columns) {
            case Columns::label_quantity_price_amount:
                return {{w.label, margin + 3},
                        {w.quantity, 370, Align::right},
                        {w.price, 455, Align::right},
                        {w.amount, right_edge - 3, Align::right}};
            case Columns::quantity_label_price_amount:
                return {{w.quantity, margin + 40, Align::right},
                        {w.label, margin + 55},
                        {w.price, 450, Align::right},
                        {w.amount, right_edge - 3, Align::right}};
            case Columns::code_label_quantity_price_rate_amount:
                return {{w.code, margin + 3},
                        {w.label, margin + 60},
                        {w.quantity, 335, Align::right},
                        {w.price, 410, Align::right},
                        {w.rate, 460, Align::right},
                        {w.amount, right_edge - 3, Align::right}};
            case Columns::label_amount:
                return {{w.label, margin + 3}, {w.amount, right_edge - 3, Align::right}};
            case Columns::label_rate_quantity_price_amount:
                return {{w.label, margin + 3},
                        {w.rate, 320, Align::right},
                        {w.quantity, 385, Align::right},
                        {w.price, 460, Align::right},
                        {w.amount, right_edge - 3, Align::right}};
        }
        return {};
    }

    std::vector<std::string> row(std::size_t number) const {
        const auto& line = invoice_.lines[number];
        auto quantity = line.quantity.text();
        if (const auto point = quantity.find('.');
            point != std::string::npos && style_.amounts != AmountFormat::english)
            quantity[point] = ',';
        const auto price = amount(line.unit_price), total = amount(line.amount), rate = line.rate.text() + " %";
        switch (style_.columns) {
            case Columns::label_quantity_price_amount:
                return {line.label, quantity, price, total};
            case Columns::quantity_label_price_amount:
                return {quantity, line.label, price, total};
            case Columns::code_label_quantity_price_rate_amount:
                return {"P" + std::to_string(1040 + number * 7), line.label, quantity, price, rate, total};
            case Columns::label_amount:
                return {line.label, total};
            case Columns::label_rate_quantity_price_amount:
                return {line.label, rate, quantity, price, total};
        }
        return {};
    }

    double draw_table(double y) {
        const auto cells = header();
        for (const auto& cell : cells) sheet_.text(cell.x, y, cell.text, size_, true, cell.align);
        y += leading_ * 1.2;
        sheet_.line(margin, y - 2, right_edge, y - 2);
        const double top = y;
        for (std::size_t i = 0; i < invoice_.lines.size(); ++i) {
            const auto texts = row(i);
            for (std::size_t c = 0; c < cells.size(); ++c)
                sheet_.text(cells[c].x, y + 2, texts[c], size_, false, cells[c].align);
            y += leading_ * 1.25;
        }
        if (style_.ruled) sheet_.rectangle(margin, top - leading_ * 1.3, right_edge - margin, y - top + leading_ * 1.3);
        return y;
    }

    std::vector<std::pair<std::string, Decimal>> totals() const {
        std::vector<std::pair<std::string, Decimal>> rows;
        if (invoice_.discount.units != 0) rows.push_back({words_.discount, -invoice_.discount});
        rows.push_back({words_.excluding_tax, invoice_.total_excluding_tax});
        if (invoice_.taxes.size() == 1 && !style_.tax_table)
            rows.push_back({std::string(words_.tax) + " " + invoice_.taxes[0].rate.text() + " %", invoice_.total_tax});
        else
            rows.push_back({words_.tax, invoice_.total_tax});
        rows.push_back({words_.including_tax, invoice_.total_including_tax});
        if (invoice_.paid.units != 0) rows.push_back({words_.paid, invoice_.paid});
        if (invoice_.previous.units != 0) rows.push_back({words_.previous, invoice_.previous});
        if (!(invoice_.due == invoice_.total_including_tax)) rows.push_back({words_.due, invoice_.due});
        return rows;
    }

    double draw_tax_table(double y) {
        const double xs[] = {margin + 60, margin + 160, margin + 275};
        sheet_.text(xs[0], y, words_.rate, size_, true, Align::right);
        sheet_.text(xs[1], y, words_.base, size_, true, Align::right);
        sheet_.text(xs[2], y, words_.tax, size_, true, Align::right);
        for (const auto& tax : invoice_.taxes) {
            y += leading_;
            sheet_.text(xs[0], y, tax.rate.text() + " %", size_, false, Align::right);
            sheet_.text(xs[1], y, amount(tax.base), size_, false, Align::right);
            sheet_.text(xs[2], y, amount(tax.tax), size_, false, Align::right);
        }
        return y + leading_;
    }

    double draw_totals(double y) {
        const bool beside = style_.totals == TotalsPlace::right_lines;
        double tax_bottom = y;
        if (style_.tax_table) tax_bottom = draw_tax_table(y);
        if (!beside) y = tax_bottom + leading_ * 0.5;
        const auto rows = totals();
        if (style_.totals == TotalsPlace::bottom_row) {
            const double wide = (right_edge - margin) / static_cast<double>(rows.size());
            for (std::size_t i = 0; i < rows.size(); ++i) {
                const double edge = margin + wide * static_cast<double>(i + 1) - 4;
                sheet_.text(edge, y, rows[i].first, size_ * 0.85, true, Align::right);
                sheet_.text(edge, y + leading_, amount(rows[i].second), size_, false, Align::right);
            }
            return y + leading_ * 2.4;
        }
        const double label_x = beside ? 345 : style_.totals == TotalsPlace::left_lines ? margin : margin;
        const double value_x = beside                                     ? right_edge - 3
                               : style_.totals == TotalsPlace::left_lines ? margin + 240
                                                                          : right_edge - 3;
        for (const auto& [label, value] : rows) {
            sheet_.text(label_x, y, label, size_, true);
            sheet_.text(value_x, y, amount(value), size_, true, Align::right);
            y += leading_ * 1.15;
        }
        return std::max(y, tax_bottom);
    }

    void draw_end(double y) {
        if (style_.amount_words && invoice_.language == "fr" && invoice_.total_including_tax < Decimal{999999, 0}) {
            sheet_.text(margin, y,
                        std::string(credit() ? "Arrêté le présent avoir" : "Arrêtée la présente facture") +
                            " à la somme de " + french_words(invoice_.total_including_tax, invoice_.currency) + ".",
                        size_ * 0.9);
            y += leading_ * 1.3;
        }
        if (!invoice_.structured_communication.empty()) {
            const auto& c = invoice_.structured_communication;
            sheet_.text(margin, y,
                        "Communication : +++" + c.substr(0, 3) + "/" + c.substr(3, 4) + "/" + c.substr(7) + "+++",
                        size_);
            y += leading_;
        }
        std::string iban;
        for (std::size_t i = 0; i < invoice_.issuer.iban.size(); ++i)
            iban += (i > 0 && i % 4 == 0 ? " " : "") + std::string(1, invoice_.issuer.iban[i]);
        sheet_.text(margin, y, "IBAN : " + iban, size_);
        if (style_.issuer != IssuerPlace::footer) return;
        double bottom = Sheet::height - 75;
        sheet_.text(Sheet::width / 2, bottom, invoice_.issuer.name, size_ * 1.2, true, Align::center);
        bottom += leading_;
        for (const auto& line : issuer_lines()) {
            sheet_.text(Sheet::width / 2, bottom, line, size_ * 0.8, false, Align::center);
            bottom += size_ * 1.1;
        }
    }

    Sheet& sheet_;
    const MadeInvoice& invoice_;
    const PaperStyle& style_;
    const Wording& words_;
    double size_, leading_;
};

cairo_status_t append_bytes(void* sink, const unsigned char* bytes, unsigned int count) {
    static_cast<std::string*>(sink)->append(reinterpret_cast<const char*>(bytes), count);
    return CAIRO_STATUS_SUCCESS;
}

}  // namespace

std::string draw_pdf(const MadeInvoice& invoice, const PaperStyle& style, bool unseen) {
    std::string out;
    cairo_surface_t* surface = cairo_pdf_surface_create_for_stream(append_bytes, &out, Sheet::width, Sheet::height);
    cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_CREATE_DATE, "2026-01-01T00:00:00Z");
    cairo_t* cairo = cairo_create(surface);
    Sheet sheet(cairo, style.font);
    Paper(sheet, invoice, style, unseen).draw();
    cairo_destroy(cairo);
    cairo_surface_finish(surface);
    cairo_surface_destroy(surface);
    return out;
}

std::string draw_scan(const MadeInvoice& invoice, const PaperStyle& style, bool unseen, const ScanStyle& scan,
                      std::uint64_t seed) {
    const double scale = scan.dots_per_inch / 72.0;
    cairo_surface_t* surface = cairo_image_surface_create(CAIRO_FORMAT_RGB24, static_cast<int>(Sheet::width * scale),
                                                          static_cast<int>(Sheet::height * scale));
    cairo_t* cairo = cairo_create(surface);
    cairo_set_source_rgb(cairo, 0.97, 0.97, 0.97);
    cairo_paint(cairo);
    cairo_set_source_rgb(cairo, 0.08, 0.08, 0.08);
    cairo_scale(cairo, scale, scale);
    cairo_translate(cairo, Sheet::width / 2, Sheet::height / 2);
    cairo_rotate(cairo, scan.lean_degrees * 3.14159265358979 / 180);
    cairo_translate(cairo, -Sheet::width / 2, -Sheet::height / 2);
    Sheet sheet(cairo, style.font);
    Paper(sheet, invoice, style, unseen).draw();
    cairo_destroy(cairo);
    cairo_surface_flush(surface);
    if (scan.noise > 0) {
        Dice dice(seed);
        auto* pixels = cairo_image_surface_get_data(surface);
        const auto count = static_cast<std::size_t>(cairo_image_surface_get_stride(surface)) *
                           static_cast<std::size_t>(cairo_image_surface_get_height(surface));
        for (std::size_t i = 0; i + 3 < count; i += 4) {
            const int grey = pixels[i] + dice.between(-scan.noise, scan.noise);
            for (std::size_t c = 0; c < 3; ++c)
                pixels[i + c] = static_cast<unsigned char>(grey < 0 ? 0 : grey > 255 ? 255 : grey);
        }
        cairo_surface_mark_dirty(surface);
    }
    std::string out;
    cairo_surface_write_to_png_stream(surface, append_bytes, &out);
    cairo_surface_destroy(surface);
    return out;
}

}  // namespace daftar::documents
