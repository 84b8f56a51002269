#include "core/pdf_canvas.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>

#include "core/ensure.hpp"

namespace daftar::pdf {
namespace {

cairo_status_t append(void* sink, const unsigned char* data, unsigned length) {
    static_cast<std::string*>(sink)->append(reinterpret_cast<const char*>(data), length);
    return CAIRO_STATUS_SUCCESS;
}

PangoWeight pango_weight(Weight weight) {
    switch (weight) {
        case Weight::regular:
            return PANGO_WEIGHT_NORMAL;
        case Weight::medium:
            return PANGO_WEIGHT_MEDIUM;
        case Weight::semibold:
            return PANGO_WEIGHT_SEMIBOLD;
        case Weight::bold:
            return PANGO_WEIGHT_BOLD;
    }
    return PANGO_WEIGHT_NORMAL;
}

int units(double points) { return static_cast<int>(std::lround(points * PANGO_SCALE)); }
double points(int units) { return static_cast<double>(units) / PANGO_SCALE; }

/// An address in a PDF is ASCII: the rest is percent-encoded.
std::string encoded(const std::string& address) {
    static constexpr char digits[] = "0123456789ABCDEF";
    std::string out;
    for (const unsigned char letter : address) {
        if (letter <= ' ' || letter >= 0x7f) {
            out += {'%', digits[letter >> 4], digits[letter & 15]};
        } else {
            out += static_cast<char>(letter);
        }
    }
    return out;
}

}  // namespace

double SetText::width() const {
    PangoRectangle logical;
    pango_layout_get_extents(layout_.get(), nullptr, &logical);
    return points(logical.width);
}

double SetText::height() const {
    PangoRectangle logical;
    pango_layout_get_extents(layout_.get(), nullptr, &logical);
    return points(logical.height);
}

double SetText::baseline() const { return points(pango_layout_get_baseline(layout_.get())); }

Canvas::Canvas(std::string& sink, bool right_to_left)
    : surface_(cairo_pdf_surface_create_for_stream(append, &sink, page_width, page_height)),
      cairo_(cairo_create(surface_)),
      pango_(pango_cairo_create_context(cairo_)),
      right_to_left_(right_to_left) {
    // Screen hinting would move letters to a pixel grid that paper does not have.
    cairo_font_options_t* options = cairo_font_options_create();
    cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE);
    cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF);
    pango_cairo_context_set_font_options(pango_, options);
    cairo_font_options_destroy(options);
    pango_cairo_context_set_resolution(pango_, 72);
    pango_context_set_round_glyph_positions(pango_, FALSE);
}

Canvas::~Canvas() {
    g_object_unref(pango_);
    cairo_destroy(cairo_);
    cairo_surface_finish(surface_);
    cairo_surface_destroy(surface_);
}

void Canvas::metadata(cairo_pdf_metadata_t key, const std::string& value) {
    if (!value.empty()) cairo_pdf_surface_set_metadata(surface_, key, value.c_str());
}

void Canvas::next_page() {
    cairo_show_page(cairo_);
    ++page_;
}

void Canvas::finish() {
    if (finished_) return;
    finished_ = true;
    cairo_show_page(cairo_);
    cairo_surface_finish(surface_);
    ensure(cairo_status(cairo_) == CAIRO_STATUS_SUCCESS, cairo_status_to_string(cairo_status(cairo_)));
    ensure(cairo_surface_status(surface_) == CAIRO_STATUS_SUCCESS, "the PDF surface failed");
}

SetText Canvas::set(std::string_view text, const TextStyle& style, double width) {
    PangoLayout* layout = pango_layout_new(pango_);
    PangoFontDescription* font = pango_font_description_new();
    pango_font_description_set_family_static(font, font_family);
    pango_font_description_set_absolute_size(font, units(style.size));
    pango_font_description_set_weight(font, pango_weight(style.weight));
    pango_layout_set_font_description(layout, font);
    pango_font_description_free(font);

    PangoAttrList* attributes = pango_attr_list_new();
    pango_attr_list_insert(attributes, pango_attr_font_features_new("tnum=1"));  // figures of equal width
    pango_layout_set_attributes(layout, attributes);
    pango_attr_list_unref(attributes);

    pango_layout_set_text(layout, text.data(), static_cast<int>(text.size()));
    pango_layout_set_wrap(layout, PANGO_WRAP_WORD_CHAR);
    pango_layout_set_line_spacing(layout, 1.18F);
    if (width > 0) pango_layout_set_width(layout, units(width));
    if (style.height_max > 0) {
        pango_layout_set_height(layout, units(style.height_max));
        pango_layout_set_ellipsize(layout, PANGO_ELLIPSIZE_END);
    }
    const bool text_goes_left = pango_layout_get_line_readonly(layout, 0)->resolved_dir == PANGO_DIRECTION_RTL;
    if (style.align == PdfAlign::center) {
        pango_layout_set_alignment(layout, PANGO_ALIGN_CENTER);
    } else if (!style.follow_text_direction) {
        // Pango counts "left" from the side where the text starts; a column starts where the page does.
        const bool to_the_left = (style.align == PdfAlign::start) != right_to_left_;
        pango_layout_set_alignment(layout, to_the_left != text_goes_left ? PANGO_ALIGN_LEFT : PANGO_ALIGN_RIGHT);
    }
    return {layout, style.color};
}

double Canvas::natural_width(std::string_view text, const TextStyle& style) { return set(text, style, 0).width(); }

void Canvas::text(const SetText& text, double x, double y, double width) {
    const Color color = text.color();
    cairo_set_source_rgb(cairo_, color.red, color.green, color.blue);
    cairo_move_to(cairo_, left(x, width), y);
    pango_cairo_show_layout(cairo_, text.layout());
}

double Canvas::lines(const SetText& text, int first, int last, double x, double y, double width) {
    const Color color = text.color();
    cairo_set_source_rgb(cairo_, color.red, color.green, color.blue);
    PangoLayoutIter* line = pango_layout_get_iter(text.layout());
    double top = 0, height = 0;
    for (int index = 0; index < last; ++index) {
        PangoRectangle logical;
        pango_layout_iter_get_line_extents(line, nullptr, &logical);
        if (index == first) top = points(logical.y);
        if (index >= first) {
            height = points(logical.y + logical.height) - top;
            cairo_move_to(cairo_, left(x, width) + points(logical.x),
                          y + points(pango_layout_iter_get_baseline(line)) - top);
            pango_cairo_show_layout_line(cairo_, pango_layout_iter_get_line_readonly(line));
        }
        if (!pango_layout_iter_next_line(line)) break;
    }
    pango_layout_iter_free(line);
    return height;
}

void Canvas::rectangle(double x, double y, double width, double height, Color fill, double radius) {
    using std::numbers::pi;
    const double x0 = left(x, width), r = std::min({radius, width / 2, height / 2});
    cairo_set_source_rgb(cairo_, fill.red, fill.green, fill.blue);
    if (r <= 0) {
        cairo_rectangle(cairo_, x0, y, width, height);
    } else {
        cairo_new_sub_path(cairo_);
        cairo_arc(cairo_, x0 + width - r, y + r, r, -pi / 2, 0);
        cairo_arc(cairo_, x0 + width - r, y + height - r, r, 0, pi / 2);
        cairo_arc(cairo_, x0 + r, y + height - r, r, pi / 2, pi);
        cairo_arc(cairo_, x0 + r, y + r, r, pi, 3 * pi / 2);
        cairo_close_path(cairo_);
    }
    cairo_fill(cairo_);
}

void Canvas::rule(double x, double y, double width, Color color, double thickness) {
    segment(x, y, x + width, y, color, thickness);
}

void Canvas::segment(double x1, double y1, double x2, double y2, Color color, double thickness) {
    cairo_set_source_rgb(cairo_, color.red, color.green, color.blue);
    cairo_set_line_width(cairo_, thickness);
    cairo_move_to(cairo_, left(x1, 0), y1);
    cairo_line_to(cairo_, left(x2, 0), y2);
    cairo_stroke(cairo_);
}

void Canvas::dot(double x, double y, double radius, Color color) {
    cairo_set_source_rgb(cairo_, color.red, color.green, color.blue);
    cairo_new_sub_path(cairo_);
    cairo_arc(cairo_, left(x, 0), y, radius, 0, 2 * std::numbers::pi);
    cairo_fill(cairo_);
}

void Canvas::link(const std::string& address, double x, double y, double width, double height) {
    if (address.empty()) return;
    const double x0 = left(x, width);
    links_.push_back({page_, encoded(address), x0, page_height - y - height, x0 + width, page_height - y});
}

}  // namespace daftar::pdf
