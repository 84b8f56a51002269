// What the zero-entry pipeline offers to the server: include this from outside.
#pragma once
#include "documents/paper.hpp"
#include "documents/poster.hpp"
#include "documents/review.hpp"

namespace daftar::documents {

/// Papers in, proposals out. `poster` carries what is accepted into the books.
Module documents(Poster poster);

}  // namespace daftar::documents
