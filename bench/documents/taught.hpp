// What an organization knows of an issuer once a person has corrected one of his papers.
#pragma once
#include "bench/documents/scores.hpp"

namespace daftar::documents {

/// The issuer is a supplier with his identifier, and every field that was read wrong has been shown its place.
ReadingKnowledge taught_by(const ExtractedDocument& document, const InvoiceReading& reading, const Truth& truth);

}  // namespace daftar::documents
