#include "core/pdf.hpp"

#include "core/pdf_archive.hpp"
#include "core/pdf_flow.hpp"

namespace daftar {

void PdfDocument::heading(std::string text, unsigned level) {
    blocks_.push_back([text = std::move(text), level](pdf::Flow& flow) { pdf::draw_heading(flow, text, level); });
}

void PdfDocument::paragraph(PdfText text) {
    blocks_.push_back([text = std::move(text)](pdf::Flow& flow) { pdf::draw_paragraph(flow, text, false); });
}

void PdfDocument::note(PdfText text) {
    blocks_.push_back([text = std::move(text)](pdf::Flow& flow) { pdf::draw_paragraph(flow, text, true); });
}

void PdfDocument::figures(std::vector<PdfFigure> figures) {
    blocks_.push_back([figures = std::move(figures)](pdf::Flow& flow) { pdf::draw_figures(flow, figures); });
}

void PdfDocument::table(PdfTable table) {
    blocks_.push_back([table = std::move(table)](pdf::Flow& flow) { pdf::draw_table(flow, table); });
}

void PdfDocument::chart(PdfChart chart) {
    blocks_.push_back([chart = std::move(chart)](pdf::Flow& flow) { pdf::draw_chart(flow, chart); });
}

void PdfDocument::space(unsigned points) {
    blocks_.push_back([points](pdf::Flow& flow) { flow.advance(points); });
}

void PdfDocument::page_break() {
    blocks_.push_back([](pdf::Flow& flow) { flow.next_page(); });
}

void PdfDocument::attach(PdfAttachment attachment) { attachments_.push_back(std::move(attachment)); }

std::string PdfDocument::draw(Timestamp created, unsigned pages_expected, unsigned& pages_drawn,
                              std::vector<pdf::Link>& links) const {
    std::string file;
    pdf::Canvas canvas(file, letterhead_.language == "ar");
    canvas.metadata(CAIRO_PDF_METADATA_TITLE, letterhead_.title);
    canvas.metadata(CAIRO_PDF_METADATA_SUBJECT, letterhead_.subtitle);
    canvas.metadata(CAIRO_PDF_METADATA_AUTHOR,
                    letterhead_.author.empty() ? letterhead_.organization : letterhead_.author);
    canvas.metadata(CAIRO_PDF_METADATA_CREATOR, "Daftar");
    canvas.metadata(CAIRO_PDF_METADATA_CREATE_DATE, Timestamp{created.microseconds / 1'000'000 * 1'000'000}.text());

    pdf::Flow flow(canvas, letterhead_, pages_expected);
    for (const auto& block : blocks_) block(flow);
    pages_drawn = flow.finish();
    links = canvas.links();
    return file;
}

std::string PdfDocument::bytes(Timestamp created) const {
    unsigned pages = 1;
    std::vector<pdf::Link> links;
    std::string file = draw(created, 1, pages, links);
    if (pages > 1) file = draw(created, pages, pages, links);  // now that the total is known
    return pdf::completed(file, letterhead_, links, attachments_, created);
}

}  // namespace daftar
