// Papers that entries name: they must be those of the same books.
#pragma once
#include "core/context.hpp"

namespace daftar::ledger {

struct NewEntry;

/// Where a paper is named, and which.
using NamedPaper = std::pair<std::string, Uuid>;

/// Refuses papers that are not there, each at its place.
void require_papers(Context& context, const std::vector<NamedPaper>& named);
/// The papers of an entry and of its lines.
void name_papers(const NewEntry& entry, const std::string& path, std::vector<NamedPaper>& named);
/// Both for one entry.
void require_papers(Context& context, const NewEntry& entry, const std::string& path);

}  // namespace daftar::ledger
