// Links to one paper's file, signed and short-lived: for whoever opens it without the page's access token (another
// window, a viewer). A link opens that file until it expires, and nothing else.
#include "core/files_link.hpp"
#include "documents/paper.hpp"

namespace daftar::documents {

struct PaperLink {
    std::string url;  ///< path on this server
    Timestamp expires_at;
};
BOOST_DESCRIBE_STRUCT(PaperLink, (), (url, expires_at))

namespace {

constexpr std::int64_t link_seconds = 5 * 60;

struct LinkedPaper {
    Id<Organization> organization;
    Id<Paper> id;
    Text<1, 100> token;
};
BOOST_DESCRIBE_STRUCT(LinkedPaper, (), (organization, id, token))

std::string subject(const Id<Organization>& organization, const Id<Paper>& paper) {
    return "paper " + organization.text() + " " + paper.text();
}

PaperLink make_link(Context& context, const PaperKey& key) {
    require_paper(context, key.id);
    const auto expires = context.now().plus_seconds(link_seconds);
    const auto token = sign_link(context.services().secret, subject(context.organization(), key.id), expires);
    return {"/api/v1/files/" + context.organization().text() + "/" + key.id.text() + "?token=" + token, expires};
}

File open_link(Context& context, const LinkedPaper& linked) {
    if (!link_is_valid(context.services().secret, subject(linked.organization, linked.id), linked.token.value,
                       context.now()))
        throw Refused(Refusal::link_expired);
    Principal reader;  // of this one file: the link says so
    reader.organization = linked.organization;
    context.enter(reader);
    return file_of_paper(context, linked.id);
}

}  // namespace

constexpr Route routes[] = {
    {"POST", "/api/v1/documents/{id}/link", "read_documents", operation<make_link>},
    {"GET", "/api/v1/files/{organization}/{id}", access::anyone, operation<open_link>},
};
const std::span<const Route> paper_link_routes = routes;

}  // namespace daftar::documents
