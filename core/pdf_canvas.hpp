// Drawing on the pages of one document: text set by Pango, shapes by Cairo, positions mirrored for right-to-left pages.
#pragma once
#include <cairo-pdf.h>
#include <pango/pangocairo.h>

#include <memory>
#include <string>
#include <string_view>

#include "core/pdf.hpp"
#include "core/pdf_style.hpp"

namespace daftar::pdf {

enum class Weight { regular, medium, semibold, bold };

struct TextStyle {
    double size = 9;  ///< points
    Weight weight = Weight::regular;
    Color color = ink;
    PdfAlign align = PdfAlign::start;
    bool follow_text_direction = false;  ///< an Arabic paragraph of a French page goes to the right
    double height_max = 0;               ///< longer text ends in "…"; 0 for no limit
};

/// A text set in a style and a width, ready to draw.
class SetText {
public:
    SetText(PangoLayout* layout, Color color) : layout_(layout), color_(color) {}
    double width() const;
    double height() const;
    double baseline() const;  ///< of the first line, from the top
    PangoLayout* layout() const { return layout_.get(); }
    Color color() const { return color_; }

private:
    struct Release {
        void operator()(PangoLayout* layout) const { g_object_unref(layout); }
    };
    std::unique_ptr<PangoLayout, Release> layout_;
    Color color_;
};

/// An area of a page that opens an address; PDF coordinates, from the bottom left.
struct Link {
    unsigned page;  ///< from 0
    std::string address;
    double left, bottom, right, top;
};

/// Pages being drawn into `sink`. Coordinates are points from the top and from the *starting* side of the page.
class Canvas {
public:
    Canvas(std::string& sink, bool right_to_left);
    ~Canvas();
    Canvas(const Canvas&) = delete;
    Canvas& operator=(const Canvas&) = delete;

    void metadata(cairo_pdf_metadata_t key, const std::string& value);
    void next_page();
    void finish();
    bool right_to_left() const { return right_to_left_; }

    SetText set(std::string_view text, const TextStyle& style, double width);
    /// Width that the text takes on one line.
    double natural_width(std::string_view text, const TextStyle& style);
    void text(const SetText& text, double x, double y, double width);
    /// Draws lines [first, last) of a text, for paragraphs cut by a page end; returns the height drawn.
    double lines(const SetText& text, int first, int last, double x, double y, double width);
    void rectangle(double x, double y, double width, double height, Color fill, double radius = 0);
    void rule(double x, double y, double width, Color color, double thickness = 0.6);
    void segment(double x1, double y1, double x2, double y2, Color color, double thickness);
    void dot(double x, double y, double radius, Color color);
    /// Makes an area of the current page open an address.
    void link(const std::string& address, double x, double y, double width, double height);
    /// Cairo 1.16 leaves a dangling object when links come without a structure tree, so they are added to the finished
    /// file.
    const std::vector<Link>& links() const { return links_; }

private:
    double left(double x, double width) const { return right_to_left_ ? page_width - x - width : x; }
    cairo_surface_t* surface_;
    cairo_t* cairo_;
    PangoContext* pango_;
    bool right_to_left_;
    bool finished_ = false;
    unsigned page_ = 0;
    std::vector<Link> links_;
};

}  // namespace daftar::pdf
