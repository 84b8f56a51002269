// From reviewed fields to an invoice that can be posted. Pure: no SQL, no clock.
#pragma once
#include "documents/poster.hpp"

namespace daftar::documents {

/// The fields of a reading in the order of the review screen, those that were not found with an empty value.
std::vector<PaperField> fields_of(const InvoiceReading& reading, std::string_view category);
std::vector<PaperTax> taxes_of(const InvoiceReading& reading);

/// What keeps a paper from being posted: located at the field's name. Empty when it may be posted.
Problems problems_of(const std::vector<PaperField>& fields, std::string_view type, Currency books);

/// The value of a field as its kind requires it; nothing when the text is not of that kind. Amounts are read in French
/// and in computer notation ("1 200,50", "1200.50"), dates as 31/12/2025 or 2025-12-31.
std::optional<std::string> canonical_value(std::string_view field, std::string_view text);

/// The invoice of a paper without problems. VAT is split by rate when the rates explain the totals; else the paper is
/// one line, with the rate when it is one of whole percent, without VAT otherwise.
InvoiceToPost invoice_of(Uuid document, std::string_view type, const std::vector<PaperField>& fields,
                         const std::vector<PaperTax>& taxes);

/// The category of expense that the words of a paper speak of: "electricity", "water", "lift" …; "other" when none
/// does.
std::string category_of(std::string_view words);

}  // namespace daftar::documents
