// Lines of a paper whose table has no header: told by their sum alone.
#pragma once
#include "documents/reading/evidence.hpp"

namespace daftar::documents {

/// The amounts in one column above the totals whose sum is the total without tax, or with tax; nothing when no such
/// sum is found.
std::vector<LineReading> lines_without_header(const Evidence& seen, const InvoiceReading& out);

}  // namespace daftar::documents
