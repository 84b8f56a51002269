// Printable documents: letterhead, text, key figures, tables over pages, charts. French, Arabic (right to left),
// English.
#pragma once
#include <functional>
#include <string>
#include <vector>

#include "core/date.hpp"
#include "core/decimal.hpp"

namespace daftar {

namespace pdf {
class Flow;
struct Link;
}  // namespace pdf

/// What stands on top of the first page and, shortened, on the following ones.
struct PdfLetterhead {
    std::string organization = {};
    std::vector<std::string> address = {};  ///< one line each: street, town, identifiers
    std::string title = {};
    std::string subtitle = {};    ///< period or object; may be empty
    std::string reference = {};   ///< printed under the date; may be empty
    Date date = {};               ///< date of the document
    std::string author = {};      ///< metadata only: the office that issues it
    std::string language = "fr";  ///< fr, en or ar; Arabic mirrors the whole page
    std::string proof = {};       ///< footer: root of the ledger, its date and number of entries; may be empty
};

enum class PdfAlign { start, center, end };

/// A text that may carry the address of what explains it.
struct PdfText {
    std::string text = {};
    std::string link = {};  ///< https address or application address; empty for none
};

/// A number that people look at first. `value` is already written in the reader's language.
struct PdfFigure {
    std::string label = {};
    std::string value = {};
    std::string note = {};  ///< comparison or precision, small; may be empty
    std::string link = {};
    bool needs_attention = false;  ///< marked with the accent colour and a sign, never colour alone
};

struct PdfColumn {
    std::string title = {};
    PdfAlign align = PdfAlign::start;  ///< amounts go to `end`, in tabular figures
    unsigned weight = 0;               ///< share of the width left over; 0 takes the width of its content
};

enum class PdfRowKind {
    plain,
    section,   ///< only its first cell is read; stays with the row that follows
    subtotal,  ///< stays with the row before
    total      ///< stays with the row before
};

struct PdfRow {
    std::vector<PdfText> cells = {};
    PdfRowKind kind = PdfRowKind::plain;
    unsigned indent = 0;  ///< levels by which the first cell is pushed in
};

/// A table that runs over pages and repeats its header. Every row has one cell per column, except sections.
struct PdfTable {
    std::vector<PdfColumn> columns = {};
    std::vector<PdfRow> rows = {};
    std::string empty = {};  ///< sentence printed when there is no row
};

enum class PdfChartKind { bars, lines, ranking };

struct PdfSeries {
    std::string name = {};
    std::vector<Decimal> values = {};  ///< one per label
};

/// `bars` groups series side by side, `lines` joins points, `ranking` draws horizontal bars of the first series.
struct PdfChart {
    PdfChartKind kind = PdfChartKind::bars;
    std::string title = {};
    std::vector<std::string> labels = {};
    std::vector<PdfSeries> series = {};
    std::string unit = {};  ///< printed once beside the title: "DH", "€"
};

/// A file carried inside the document (PDF/A-3).
struct PdfAttachment {
    std::string name = {};         ///< file name shown to the reader
    std::string media_type = {};   ///< "application/xml"
    std::string description = {};  ///< one sentence
    std::string bytes = {};
    std::string relationship =
        "Data";  ///< Source, Data, Alternative, Supplement or Unspecified (ISO 32000-2, AFRelationship)
};

/// Collects blocks, then draws them on A4 pages. The same content and `created` give the same bytes.
class PdfDocument {
public:
    explicit PdfDocument(PdfLetterhead letterhead) : letterhead_(std::move(letterhead)) {}

    void heading(std::string text, unsigned level = 1);
    void paragraph(PdfText text);
    void note(PdfText text);  ///< smaller and grey
    void figures(std::vector<PdfFigure> figures);
    void table(PdfTable table);
    void chart(PdfChart chart);
    void space(unsigned points);
    void page_break();
    /// Turns the result into PDF/A-3b form with the file inside.
    void attach(PdfAttachment attachment);

    /// The file. `created` is written in its metadata.
    std::string bytes(Timestamp created) const;

private:
    using Block = std::function<void(pdf::Flow&)>;  // draws itself where the page has room

    std::string draw(Timestamp created, unsigned pages_expected, unsigned& pages_drawn,
                     std::vector<pdf::Link>& links) const;

    PdfLetterhead letterhead_;
    std::vector<Block> blocks_;
    std::vector<PdfAttachment> attachments_;
};

}  // namespace daftar
