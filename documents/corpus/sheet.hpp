// One A4 page to draw on: text placed by its baseline box, lines, and the same page as pixels.
#pragma once
#include <cairo.h>

#include <string>

namespace daftar::documents {

enum class Align { left, right, center };

class Sheet {
public:
    /// Draws with `font` into a surface that the caller keeps.
    Sheet(cairo_t* cairo, std::string font) : cairo_(cairo), font_(std::move(font)) {}

    /// `y` is the top of the text. Returns its width in points.
    double text(double x, double y, const std::string& words, double size, bool bold = false,
                Align align = Align::left);
    void line(double x0, double y0, double x1, double y1);
    void rectangle(double x, double y, double width, double height);

    static constexpr double width = 595, height = 842;

private:
    cairo_t* cairo_;
    std::string font_;
};

}  // namespace daftar::documents
