// Type 3 fonts, as browsers write them for variable fonts: without a name, of a size and an orientation that Poppler
// misjudges.
#pragma once
#include <vector>

#include "documents/extract/child/pdf.hpp"
#include "documents/extract/extracted_document.hpp"

namespace daftar::documents {

/// Gives the words in such fonts (`nameless`, one a word) their real size, and turned ones their real orientation.
void correct_nameless(std::vector<Word>& words, const std::vector<bool>& nameless, PageSize shown);

}  // namespace daftar::documents
