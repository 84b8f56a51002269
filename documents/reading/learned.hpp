// What a person's correction taught about an issuer's layout.
#pragma once
#include "documents/reading/evidence.hpp"

namespace daftar::documents {

/// When the issuer is known and has a learned layout: each anchor that is found again gives its field the value printed
/// there.
void apply_learned_layout(const Evidence& seen, const ReadingKnowledge& known, InvoiceReading& out);

}  // namespace daftar::documents
