// White words in a coloured box, as heads of tables and "à payer" boxes often are.
#pragma once
#include "documents/extract/child/extraction.hpp"

namespace daftar::documents {

/// Turns the dark areas of a page that carry lighter words into dark words on white, which recognition reads.
void turn_light_on_dark(GreyImage& image);

}  // namespace daftar::documents
