#include "documents/paper.hpp"

#include "banking/statement_import.hpp"
#include "core/files.hpp"
#include "core/files_type.hpp"
#include "core/job_runner.hpp"
#include "documents/paper.sql.hpp"

namespace daftar::documents {
namespace {

struct Upload {
    std::optional<Text<1, 200>> filename;
};
BOOST_DESCRIBE_STRUCT(Upload, (), (filename))

struct Received {
    Id<Paper> id;
    PaperStatus status = PaperStatus::reading;
    std::string filename;
};
BOOST_DESCRIBE_STRUCT(Received, (), (id, status, filename))

struct PaperFilter {
    std::optional<PaperStatus> status;
    std::optional<Text<1, 40>> type;
    std::optional<Text<1, 100>> search;
    std::optional<std::int32_t> limit;  ///< 1 to 200, 50 when absent
    std::optional<Text<1, 100>> cursor;
};
BOOST_DESCRIBE_STRUCT(PaperFilter, (), (status, type, search, limit, cursor))

/// Electronic invoices are XML too: a bank's file says so in its first bytes.
bool is_statement(FileType type, std::string_view bytes) {
    if (type == FileType::text || type == FileType::xlsx) return true;
    return type == FileType::xml && bytes.substr(0, 4'000).find("BkToCstmr") != std::string_view::npos;
}

/// What was sent as a paper and is none, in the words of the person who sent it; nothing when it may be one. A web page
/// named .pdf would else be taken for a bank's text file and be called an unreadable statement.
std::optional<std::string> why_no_paper(FileType type, std::string_view bytes, std::string_view filename) {
    if (const auto brand = bytes.size() > 12 ? bytes.substr(4, 8) : "";
        brand == "ftypheic" || brand == "ftypheix" || brand == "ftypmif1")
        return "Cette photo est au format HEIC : choisissez « Le plus compatible » dans les réglages de l'appareil "
               "photo, "
               "ou envoyez-la en JPEG.";
    if (type != FileType::text && type != FileType::xml) return {};
    const auto small = [](std::string_view text) {
        std::string out(text);
        std::ranges::transform(out, out.begin(), [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
        return out;
    };
    const auto head = small(bytes.substr(0, 1'024));
    if (head.find("<svg") != std::string::npos)
        return "Ce fichier est un dessin SVG : enregistrez-le en PDF, puis déposez le PDF.";
    if (head.find("<html") != std::string::npos || head.find("<!doctype html") != std::string::npos)
        return "Ce fichier est une page web : imprimez-la en PDF, puis déposez le PDF.";
    const auto name = small(filename);
    for (const std::string_view end : {".pdf", ".png", ".jpg", ".jpeg", ".tif", ".tiff"})
        if (name.ends_with(end))
            return "Ce fichier porte le nom d'un PDF ou d'une image, mais n'en contient pas : il est peut-être abîmé.";
    return {};
}

Bytes hash_bytes(const FileHash& hash) {
    return {std::string(reinterpret_cast<const char*>(hash.bytes.data()), hash.bytes.size())};
}

Created<Received> upload(Context& context, const Upload& request) {
    const std::string filename = request.filename ? request.filename->value : "papier";
    const auto id = receive_paper(context, context.request().body, filename);
    const auto paper = context.one<sql::find_paper>(context.organization(), id);
    return {{id, paper.status, filename}};
}

Page<PaperSummary> list_papers(Context& context, const PaperFilter& filter) {
    std::optional<Timestamp> before;
    std::optional<Uuid> before_id;
    if (filter.cursor) {
        const auto dot = filter.cursor->value.rfind('_');
        before = Timestamp::parse(filter.cursor->value.substr(0, dot));
        before_id = dot == std::string::npos ? std::nullopt : Uuid::parse(filter.cursor->value.substr(dot + 1));
        if (!before || !before_id) throw Refused(CommonRefusal::invalid_cursor);
    }
    const auto limit = std::clamp(filter.limit.value_or(50), 1, 200);
    Page<PaperSummary> page{context.rows<sql::list_papers>(context.organization(), filter.status, filter.type,
                                                           filter.search, before, before_id, limit),
                            {}};
    if (static_cast<int>(page.items.size()) == limit)
        page.next = page.items.back().received_at.text() + "_" + page.items.back().id.text();
    return page;
}

File download(Context& context, const PaperKey& key) { return file_of_paper(context, key.id); }

}  // namespace

void require_paper(Context& context, const Id<Paper>& id) {
    (void)context.found<sql::find_paper>(context.organization(), id);
}

File file_of_paper(Context& context, const Id<Paper>& id) {
    const auto paper = context.found<sql::find_paper>(context.organization(), id);
    const auto hash = FileHash::parse(to_hex(paper.file_hash.value));
    ensure(context.services().files && hash, "no file store");
    auto bytes = context.services().files->get(*hash);
    const bool shown = may_be_shown(file_type(bytes));
    return {paper.media_type, paper.filename, std::move(bytes), shown};
}

Id<Paper> receive_paper(Context& context, std::string_view bytes, std::string_view filename) {
    if (bytes.empty()) throw Refused(Refusal::empty_file);
    const auto type = file_type(bytes);
    if (const auto why = why_no_paper(type, bytes, filename))
        throw Refused(Refusal::unsupported_type, *why, {{"filename", "unsupported_type", *why}});
    if (type == FileType::unknown || type == FileType::zip) throw Refused(Refusal::unsupported_type);
    ensure(context.services().files, "no file store");
    const auto hash = FileHash::of(bytes);
    context.later<sql::hold_file>(hash_bytes(hash));
    if (const auto same = context.maybe<sql::same_file>(context.organization(), hash_bytes(hash)))
        throw Refused(Refusal::duplicate_document, "",
                      {{"filename", "duplicate_document", "Voir le papier " + same->text() + "."}});
    try {
        context.services().files->put(bytes);
    } catch (const FileNotClean& scanned) {
        throw Refused(scanned.infected ? Refusal::infected_file : Refusal::scan_failed);
    }
    const auto id = context.new_id<Paper>();
    const bool statement = is_statement(type, bytes);
    if (statement) banking::import_statements(context, bytes, {Text<1, 200>(std::string(filename)), {}, {}});
    context.later<sql::insert_paper>(context.organization(), id, filename, media_type(type), hash_bytes(hash),
                                     bytes.size(), statement ? PaperStatus::posted : PaperStatus::reading,
                                     statement ? std::optional<std::string>("bank_statement") : std::nullopt,
                                     context.principal().user);
    if (!statement) context.enqueue_job(read_paper_job.kind, Json::Object{{"id", id.text()}});
    context.audit("RECEIVE", "Document", id.value, Json::Object{{"filename", filename}});
    return id;
}

constexpr Route routes[] = {
    {"POST", "/api/v1/documents", "accept_documents", operation<upload>, true},
    {"GET", "/api/v1/documents", "read_documents", operation<list_papers>},
    {"GET", "/api/v1/documents/{id}/file", "read_documents", operation<download>},
};
const std::span<const Route> paper_routes = routes;

}  // namespace daftar::documents
