// Posted entries read back as the canonical texts that the Merkle log sealed.
#pragma once
#include "ledger/canonical.hpp"
#include "ledger/merkle.hpp"

namespace daftar::ledger {

/// A posted entry as its rows stand now.
struct SealedEntry {
    std::int64_t leaf_index = 0;
    std::int64_t number = 0;
    std::int32_t line_count = 0;  ///< as recorded when it was posted
    CanonicalEntry entry;
    Hash recorded_hash{};  ///< as recorded when it was posted

    /// The canonical text that the rows give now; its leaf hash is `recorded_hash` unless a row was changed.
    std::string text() const { return with_number(canonical_text(entry), number); }
    bool is_intact() const { return leaf_hash(text()) == recorded_hash; }
    /// "BQ 12 du 2025-03-01"
    std::string name() const;
};

/// The entries with leaves [begin, end), in the order of the log. A removed entry is simply not there.
std::vector<SealedEntry> read_sealed(Context& context, std::int64_t begin, std::int64_t end);

/// How many entries the book holds; 0 before it is opened.
std::int64_t leaf_count(Context& context);

/// Calls `visit` with the entries of leaves [begin, end) in order, a few thousand rows at a time.
void each_sealed(Context& context, std::int64_t begin, std::int64_t end,
                 const std::function<void(const SealedEntry&)>& visit);

}  // namespace daftar::ledger
