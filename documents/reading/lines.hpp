// The table of an invoice: what was delivered, how much of it, at what price.
#pragma once
#include "documents/reading/evidence.hpp"

namespace daftar::documents {

/// Writes lines and, against the totals decided before, the check lines_add_up.
void decide_lines(const Evidence& seen, InvoiceReading& out);

}  // namespace daftar::documents
