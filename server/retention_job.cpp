#include "server/retention_job.hpp"

#include "core/files.hpp"
#include "ledger/retention.hpp"
#include "server/retention_job.sql.hpp"

namespace daftar::server {

struct DeletedPaper {
    Uuid id;
    std::string filename;
    Bytes file_hash;
};
BOOST_DESCRIBE_STRUCT(DeletedPaper, (), (id, filename, file_hash))

namespace {

using ledger::RecordKind;

/// Papers of a night: the rest goes the next one, so that no transaction grows without end.
void delete_refused_papers(Context& context, const Date& before) {
    const auto papers =
        context.rows<sql::delete_refused_papers>(context.organization(), before, context.principal().time_zone);
    Json::Array hashes;
    for (const auto& paper : papers) {
        const auto hash = to_hex(paper.file_hash.value);
        hashes.push_back(hash);
        context.audit("DELETE", "Document", paper.id,
                      Json::Object{{"filename", paper.filename}, {"file", hash}, {"before", before.text()}});
    }
    // The bytes go in a transaction of their own: were this one undone, its papers would still have theirs.
    if (!hashes.empty()) context.enqueue_job(forget_files_job.kind, Json::Object{{"hashes", std::move(hashes)}});
}

void audit_deletion(Context& context, RecordKind kind, std::int64_t count, const Date& before) {
    if (count == 0) return;
    context.audit("DELETE", "Retention", context.organization().value,
                  Json::Object{{"kind", name_of(kind)}, {"count", count}, {"before", before.text()}});
}

void apply_retention(Context& context, const Json&) {
    const auto country = ledger::country_of_books(context);
    const auto today = context.today();
    const auto organization = context.organization();
    if (const auto before = ledger::deletable_before(country, RecordKind::refused_paper, today))
        delete_refused_papers(context, *before);
    if (const auto before = ledger::deletable_before(country, RecordKind::mail, today))
        audit_deletion(context, RecordKind::mail, context.run<sql::delete_old_mails>(organization, *before), *before);
    if (const auto before = ledger::deletable_before(country, RecordKind::job, today))
        audit_deletion(context, RecordKind::job, context.run<sql::delete_old_jobs>(organization, *before), *before);
    if (const auto before = ledger::deletable_before(country, RecordKind::request_key, today))
        audit_deletion(context, RecordKind::request_key, context.run<sql::delete_old_replies>(organization, *before),
                       *before);
}

void forget_files(Context& context, const Json& payload) {
    ensure(context.services().files, "no file store");
    for (const auto& hash : *payload.find("hashes")->if_array()) {
        const auto known = FileHash::parse(*hash.if_string());
        ensure(known.has_value(), "a file without its hash");
        const Bytes bytes{std::string(reinterpret_cast<const char*>(known->bytes.data()), known->bytes.size())};
        if (context.one<sql::file_is_free>(bytes)) context.services().files->remove(*known);
    }
}

void forget_expired(Context& context, const Json&) {
    const auto today = context.now().utc_date();
    if (const auto before = ledger::deletable_before("*", RecordKind::session, today)) {
        context.run<sql::delete_expired_sessions>(*before);
        context.run<sql::delete_expired_links>(*before);
    }
    if (const auto before = ledger::deletable_before("*", RecordKind::job, today))
        context.run<sql::delete_jobs_of_nobody>(*before);
}

}  // namespace

const JobHandler apply_retention_job{"apply_retention", apply_retention};
const JobHandler forget_files_job{"forget_files", forget_files};
const JobHandler forget_expired_job{"forget_expired", forget_expired};

}  // namespace daftar::server
