// Electronic invoices (Factur-X, ZUGFeRD, CII, UBL, Peppol BIS 3): read exactly, nothing to guess.
#pragma once
#include <optional>
#include <string_view>

#include "documents/reading/reading.hpp"

namespace daftar::documents {

/// Nothing when the XML is broken or of another kind. Entities are not expanded and nothing is fetched.
std::optional<InvoiceReading> read_e_invoice(std::string_view xml);

/// The exact reading, with places on the page (and fields the XML leaves out) taken from what is printed.
InvoiceReading completed(InvoiceReading exact, InvoiceReading printed);

}  // namespace daftar::documents
