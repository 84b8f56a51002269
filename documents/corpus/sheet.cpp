#include "documents/corpus/sheet.hpp"

#include <pango/pangocairo.h>

namespace daftar::documents {

double Sheet::text(double x, double y, const std::string& words, double size, bool bold, Align align) {
    PangoLayout* layout = pango_cairo_create_layout(cairo_);
    PangoFontDescription* font = pango_font_description_from_string(font_.c_str());
    pango_font_description_set_absolute_size(font, size * PANGO_SCALE);
    if (bold) pango_font_description_set_weight(font, PANGO_WEIGHT_BOLD);
    pango_layout_set_font_description(layout, font);
    pango_layout_set_text(layout, words.c_str(), -1);
    int pixels_wide = 0, pixels_high = 0;
    pango_layout_get_size(layout, &pixels_wide, &pixels_high);
    const double wide = static_cast<double>(pixels_wide) / PANGO_SCALE;
    cairo_move_to(cairo_, align == Align::left ? x : align == Align::right ? x - wide : x - wide / 2, y);
    pango_cairo_show_layout(cairo_, layout);
    pango_font_description_free(font);
    g_object_unref(layout);
    return wide;
}

void Sheet::line(double x0, double y0, double x1, double y1) {
    cairo_set_line_width(cairo_, 0.6);
    cairo_move_to(cairo_, x0, y0);
    cairo_line_to(cairo_, x1, y1);
    cairo_stroke(cairo_);
}

void Sheet::rectangle(double x, double y, double wide, double high) {
    cairo_set_line_width(cairo_, 0.6);
    cairo_rectangle(cairo_, x, y, wide, high);
    cairo_stroke(cairo_);
}

}  // namespace daftar::documents
