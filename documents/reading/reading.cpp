#include "documents/reading/reading.hpp"

#include "documents/reading/dating.hpp"
#include "documents/reading/e_invoice.hpp"
#include "documents/reading/evidence.hpp"
#include "documents/reading/learned.hpp"
#include "documents/reading/lines.hpp"
#include "documents/reading/parties.hpp"
#include "documents/reading/shown_places.hpp"
#include "documents/reading/totals.hpp"

namespace daftar::documents {
namespace {

constexpr float ticket_width = 260;  // points: the paper of a till is 58 or 80 millimetres wide

InvoiceReading read_pages(const ExtractedDocument& document, const ReadingKnowledge& known) {
    InvoiceReading out;
    const auto seen = gather_evidence(document);
    out.type = seen.type;
    out.type_confidence = seen.type_confidence;
    out.language = seen.language;
    decide_parties(seen, known, out);
    decide_numbers(seen, out);
    decide_dates(seen, known, out);
    decide_currency(seen, known, out);
    decide_totals(seen, out);
    apply_learned_layout(seen, known, out);
    decide_lines(seen, out);
    const bool narrow = !seen.layout.pages.empty() && seen.layout.pages[0].width() < ticket_width;
    if (out.type == DocumentType::unknown && (seen.layout.recognised || narrow) && out.total_including_tax &&
        !out.number && !out.due_date && !out.structured_communication)
        out.type = DocumentType::receipt;
    const bool asks_for_payment = out.due_date || out.structured_communication || out.payment_iban;
    if (out.type == DocumentType::unknown && out.total_including_tax && out.issue_date &&
        (out.number || asks_for_payment)) {
        // Without a title, but with everything an invoice has.
        out.type = bills_utility(seen) ? DocumentType::utility_bill : DocumentType::supplier_invoice;
        out.type_confidence = 700;
    }
    show_places(out, seen.layout);
    return out;
}

}  // namespace

InvoiceReading read_invoice(const ExtractedDocument& document, const ReadingKnowledge& known) {
    auto printed = read_pages(document, known);
    for (const auto& file : document.embedded_files)
        if (auto exact = read_e_invoice(file.content)) return completed(std::move(*exact), std::move(printed));
    return printed;
}

}  // namespace daftar::documents
