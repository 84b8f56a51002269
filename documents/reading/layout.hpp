// The words of a document in reading order: lines, and the runs of words on them that belong together.
#pragma once
#include <string>
#include <vector>

#include "documents/extract/extracted_document.hpp"
#include "documents/reading/reading.hpp"

namespace daftar::documents {

/// A rectangle on a page, points from the top-left corner.
struct Area {
    int page = 0;  ///< number, from 1
    float x0 = 0, y0 = 0, x1 = 0, y1 = 0;

    float height() const { return y1 - y0; }
    float width() const { return x1 - x0; }
    float middle_x() const { return (x0 + x1) / 2; }
    float middle_y() const { return (y0 + y1) / 2; }
};
Area joined(const Area& left, const Area& right);
/// Overlap of the vertical extents, as a share of the smaller one.
float same_row(const Area& left, const Area& right);
/// Overlap of the horizontal extents in points, negative when apart.
float shared_width(const Area& left, const Area& right);
Box box_of(const Area& area);

struct Token {
    std::string text;    ///< as printed
    std::string folded;  ///< see fold()
    Area area;
    int confidence = 1000;  ///< per mille
    float size = 0;         ///< font size, or the height when unknown
    int line = 0;
    int segment = 0;
};

/// Words of one line that are no further apart than words of a sentence are.
struct Segment {
    int first = 0, last = 0;  ///< tokens, both included
    int line = 0;
    Area area;
};

struct Line {
    int first = 0, last = 0;  ///< tokens, both included
    int first_segment = 0, last_segment = 0;
    Area area;
};

/// A page turned so that its words stand upright. Words printed another way, such as the small print along a margin,
/// are laid out on a sheet of their own behind the pages, so that they do not run through the lines.
struct Sheet {
    int page = 1;   ///< of the document, from 1
    int turns = 0;  ///< clockwise quarter turns from the page as it is shown
};

struct Layout {
    std::vector<Token> tokens;  ///< page by page, line by line, from left to right
    std::vector<Line> lines;
    std::vector<Segment> segments;
    std::vector<Area> pages;  ///< one a sheet; `Area::page` counts sheets, of which the first are the pages
    std::vector<Sheet> sheets;
    int printed_pages = 0;    ///< without the sheets of margins
    float text_size = 10;     ///< the commonest font size
    bool recognised = false;  ///< some words come from pixels

    /// Printed words with a space between.
    std::string text(int first, int last) const;
    Area area(int first, int last) const;
    /// Lowest confidence among the tokens, per mille.
    int confidence(int first, int last) const;
    /// The space before a token on its line, in points; a large number for the first of a line.
    float space_before(int token) const;
};

Layout lay_out(const ExtractedDocument& document);

/// The place on the page as it is shown, and its page; and back.
struct ShownPlace {
    int page = 0;
    Box box;
};
ShownPlace shown_place(const Layout& layout, int sheet, const Box& upright);
Box upright_place(const Layout& layout, int page, const Box& shown);

}  // namespace daftar::documents
