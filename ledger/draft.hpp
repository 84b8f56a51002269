// Drafts: entries that are not yet in the books. They have no number and may change.
#pragma once
#include "ledger/entry.hpp"

namespace daftar::ledger {

/// Keeps an entry as a draft, balanced or not.
Id<Draft> save_draft(Context& context, const NewEntry& entry);
/// Removes a draft and returns its content, to be posted in the same transaction. 404 when it is not there.
NewEntry take_draft(Context& context, Id<Draft> id);

extern const std::span<const Route> draft_routes;

}  // namespace daftar::ledger
