// A person decides: correct the fields, accept into the books, put aside, read again.
#pragma once
#include "documents/paper.hpp"
#include "documents/poster.hpp"

namespace daftar::documents {

/// Functions that reach the books, handed over by the server before the first request.
void set_poster(Poster poster);

/// Posts a reviewed paper: what `POST /documents/{id}/accept` does.
Id<ledger::Entry> accept_paper(Context& context, Id<Paper> id);

extern const std::span<const Route> review_routes;

}  // namespace daftar::documents
