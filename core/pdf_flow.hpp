// The pages of a document filled from top to bottom: letterhead, running header, footer, and each kind of block.
#pragma once
#include "core/pdf_canvas.hpp"

namespace daftar::pdf {

class Flow {
public:
    /// `pages_expected` is printed as the total; the document is drawn twice to know it.
    Flow(Canvas& canvas, const PdfLetterhead& letterhead, unsigned pages_expected);

    Canvas& canvas() { return canvas_; }
    double y() const { return y_; }
    void advance(double height) { y_ += height; }
    double room() const { return body_bottom - y_; }
    /// True at the top of a page that holds nothing yet.
    bool at_top() const { return y_ <= top_ + 0.5; }
    /// Starts a new page when less than `height` is left, unless the page is empty.
    bool need(double height);
    void next_page();
    unsigned finish();

private:
    void first_header();
    void running_header();
    void footer();

    Canvas& canvas_;
    const PdfLetterhead& letterhead_;
    unsigned pages_expected_;
    unsigned page_ = 1;
    double y_ = 0, top_ = 0;
};

void draw_heading(Flow& flow, const std::string& text, unsigned level);
void draw_paragraph(Flow& flow, const PdfText& text, bool small);
void draw_figures(Flow& flow, const std::vector<PdfFigure>& figures);
void draw_table(Flow& flow, const PdfTable& table);
void draw_chart(Flow& flow, const PdfChart& chart);

}  // namespace daftar::pdf
