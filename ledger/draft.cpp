#include "ledger/draft.hpp"

#include "core/changes.hpp"
#include "ledger/draft.sql.hpp"
#include "ledger/papers.hpp"

namespace daftar::ledger {

struct DraftView {
    Id<Draft> id;
    NewEntry content;
    std::int64_t version = 1;
    Timestamp created_at;
};
BOOST_DESCRIBE_STRUCT(DraftView, (), (id, content, version, created_at))

namespace {

struct DraftKey {
    Id<Draft> id;
};
BOOST_DESCRIBE_STRUCT(DraftKey, (), (id))

struct ChangedDraft {
    Id<Draft> id;
    NewEntry content;
};
BOOST_DESCRIBE_STRUCT(ChangedDraft, (), (id, content))

Page<DraftView> list_drafts(Context& context) { return {context.rows<sql::list_drafts>(context.organization()), {}}; }

DraftView get_draft(Context& context, const DraftKey& key) {
    return context.found<sql::find_draft>(context.organization(), key.id);
}

DraftView change_draft(Context& context, const ChangedDraft& changed) {
    require_papers(context, changed.content, "content.");
    const auto before = context.found<sql::find_draft>(context.organization(), changed.id);
    require_match(context, before.version);
    if (!context.maybe<sql::update_draft>(context.organization(), changed.id, changed.content, before.version))
        throw Refused(CommonRefusal::changed_meanwhile);
    context.audit("UPDATE", "Draft", changed.id.value, changes(before.content, changed.content));
    return context.one<sql::find_draft>(context.organization(), changed.id);
}

void delete_draft(Context& context, const DraftKey& key) {
    const auto before = context.found<sql::find_draft>(context.organization(), key.id);
    if (context.run<sql::delete_draft>(context.organization(), key.id) == 0) throw Refused(CommonRefusal::not_found);
    context.audit("DELETE", "Draft", key.id.value, Json::Object{{"before", as_json(before.content)}});
}

}  // namespace

Id<Draft> save_draft(Context& context, const NewEntry& entry) {
    require_papers(context, entry, "");
    const auto id = context.new_id<Draft>();
    context.later<sql::insert_draft>(context.organization(), id, entry, context.principal().user);
    context.audit("CREATE", "Draft", id.value, Json::Object{{"after", as_json(entry)}});
    return id;
}

NewEntry take_draft(Context& context, Id<Draft> id) {
    return from_json_text<NewEntry>(context.found<sql::take_draft>(context.organization(), id), context.currency());
}

constexpr Route routes[] = {
    {"GET", "/api/v1/accounting/drafts", "write_entries", operation<list_drafts>},
    {"GET", "/api/v1/accounting/drafts/{id}", "write_entries", operation<get_draft>},
    {"PUT", "/api/v1/accounting/drafts/{id}", "write_entries", operation<change_draft>},
    {"DELETE", "/api/v1/accounting/drafts/{id}", "write_entries", operation<delete_draft>},
};
const std::span<const Route> draft_routes = routes;

}  // namespace daftar::ledger
