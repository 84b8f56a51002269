// Carries accepted papers into the books: the papers' folder knows no trade, the accounting module no paper.
#pragma once
#include "documents/poster.hpp"

namespace daftar::server {

documents::Poster paper_poster();

}  // namespace daftar::server
