// What corrections teach: where a supplier's papers carry a field. Kept per supplier, readable, forgotten on demand.
#pragma once
#include "documents/paper.hpp"

namespace daftar::documents {

struct TaughtAnchor {
    Id<registry::Party> supplier_id;
    std::string field, label;
    Decimal dx, dy;
    std::int32_t page = 1;
    Timestamp taught_at;
};
BOOST_DESCRIBE_STRUCT(TaughtAnchor, (), (supplier_id, field, label, dx, dy, page, taught_at))

/// Keeps the places of the fields that a person corrected on this paper.
void learn_from(Context& context, Id<registry::Party> supplier, const StoredPaper& paper,
                const ExtractedDocument& document);
/// Every layout learned, for the reader.
std::vector<LearnedLayout> learned_layouts(Context& context);

extern const std::span<const Route> learning_routes;

}  // namespace daftar::documents
