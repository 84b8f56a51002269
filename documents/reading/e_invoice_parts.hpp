// Exact values out of XML text, shared by the two e-invoice syntaxes.
#pragma once
#include <optional>
#include <string>

#include "documents/reading/reading.hpp"
#include "documents/reading/xml_tree.hpp"

namespace daftar::documents {

/// Cross-industry invoice (Factur-X, ZUGFeRD 2, XRechnung CII) and its predecessor of ZUGFeRD 1.
InvoiceReading read_cii(const XmlElement& root);
/// UBL 2.1 Invoice or CreditNote (Peppol BIS 3).
InvoiceReading read_ubl(const XmlElement& root);

std::optional<TextReading> exact_text(const std::string& text);
std::optional<AmountReading> exact_amount(const std::string& text);
/// "2018-12-31", "20181231" or "2018-12-31T00:00:00".
std::optional<DateReading> exact_date(const std::string& text);
/// A payment reference that is a Belgian structured communication.
void read_payment_reference(const std::string& text, InvoiceReading& out);
/// The rate in percent; 0 for the categories of VAT that have none (O, E, AE, K, G, Z). Negative: a standard rate that
/// is not told.
Decimal rate_of_category(const std::string& category, const std::string& rate);
/// Adds an identifier of a kind told by its scheme or shape; empty text is skipped.
void add_exact_identifier(PartyReading& party, const std::string& text, const std::string& scheme);
/// 381, 261, 262, 396, 532 are credit notes (UNTDID 1001).
DocumentType type_of_code(const std::string& code);
/// A negative invoice is a credit note, a negative credit note an invoice; amounts are read as positive.
void make_positive(InvoiceReading& out);

}  // namespace daftar::documents
