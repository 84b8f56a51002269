#include "documents/learning.hpp"

#include "documents/learning.sql.hpp"

namespace daftar::documents {
namespace {

struct LearningFilter {
    std::optional<Id<registry::Party>> supplier_id;
};
BOOST_DESCRIBE_STRUCT(LearningFilter, (), (supplier_id))

struct LearningKey {
    Id<registry::Party> supplier_id;
};
BOOST_DESCRIBE_STRUCT(LearningKey, (), (supplier_id))

std::vector<TaughtAnchor> list_learned(Context& context, const LearningFilter& filter) {
    return context.rows<sql::learned_anchors>(context.organization(), filter.supplier_id);
}

std::vector<TaughtAnchor> forget(Context& context, const LearningKey& key) {
    registry::party(context, key.supplier_id);
    context.later<sql::forget_anchors>(context.organization(), key.supplier_id);
    context.audit("FORGET", "Party", key.supplier_id.value);
    return list_learned(context, {key.supplier_id});
}

}  // namespace

void learn_from(Context& context, Id<registry::Party> supplier, const StoredPaper& paper,
                const ExtractedDocument& document) {
    for (const auto& field : paper.fields) {
        const bool given = field.confidence == 1000 && field.page > 0 && field.width.units > 0;
        if (!given || !is_learned(field.name)) continue;
        const auto anchor =
            learn_anchor(document, field.name, field.page, {field.x, field.y, field.width, field.height});
        context.later<sql::teach_anchor>(context.organization(), supplier, anchor.field, anchor.label, anchor.dx,
                                         anchor.dy, anchor.page, context.principal().user);
        context.audit("LEARN", "Party", supplier.value, Json::Object{{"field", anchor.field}, {"label", anchor.label}});
    }
}

std::vector<LearnedLayout> learned_layouts(Context& context) {
    std::vector<LearnedLayout> layouts;
    for (auto& anchor : list_learned(context, {})) {
        const auto supplier = anchor.supplier_id.text();
        if (layouts.empty() || layouts.back().issuer_id != supplier) layouts.push_back({supplier, {}});
        layouts.back().anchors.push_back(
            {std::move(anchor.field), std::move(anchor.label), anchor.dx, anchor.dy, anchor.page});
    }
    return layouts;
}

constexpr Route routes[] = {
    {"GET", "/api/v1/learned-layouts", "read_documents", operation<list_learned>},
    {"DELETE", "/api/v1/learned-layouts/{supplier_id}", "accept_documents", operation<forget>},
};
const std::span<const Route> learning_routes = routes;

}  // namespace daftar::documents
