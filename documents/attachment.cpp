#include "documents/attachment.hpp"

#include "core/job_runner.hpp"
#include "documents/attachment.sql.hpp"
#include "documents/paper.hpp"
#include "documents/paper.sql.hpp"
#include "ledger/entry_list.hpp"

namespace daftar::documents {
namespace {

struct Attachment {
    Id<ledger::Entry> id;
    Id<Paper> document_id;
};
BOOST_DESCRIBE_STRUCT(Attachment, (), (id, document_id))

/// The entry stays as it was posted; the paper stands beside it from now on. Refused: a paper that is being read or was
/// put aside, and one that the entry has already.
Created<ledger::EntryView> attach_paper(Context& context, const Attachment& attachment) {
    (void)context.found<sql::entry_exists>(context.organization(), attachment.id);
    const auto paper = context.found<sql::lock_paper>(context.organization(), attachment.document_id);
    if (context.maybe<sql::is_attached>(context.organization(), attachment.id, attachment.document_id))
        throw Refused(Refusal::already_attached);
    if (paper.status == PaperStatus::reading || paper.status == PaperStatus::refused)
        throw Refused(Refusal::not_in_review);
    context.later<sql::insert_attachment>(context.organization(), attachment.id, attachment.document_id,
                                          context.principal().user);
    if (paper.status != PaperStatus::posted)
        context.later<sql::mark_attached>(context.organization(), attachment.document_id, attachment.id);
    context.audit("ATTACH", "JournalEntry", attachment.id.value,
                  Json::Object{{"document_id", attachment.document_id.text()}, {"filename", paper.filename}});
    publish(context, "document", Json::Object{{"id", attachment.document_id.text()}, {"status", "posted"}});
    return {ledger::read_entry(context, attachment.id)};
}

constexpr Route routes[] = {
    {"POST", "/api/v1/accounting/journal-entries/{id}/documents", "accept_documents", operation<attach_paper>},
};

}  // namespace

const std::span<const Route> attachment_routes = routes;

}  // namespace daftar::documents
