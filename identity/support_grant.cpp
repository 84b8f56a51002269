#include "identity/support_grant.hpp"

#include "identity/permissions.hpp"
#include "identity/refusal.hpp"
#include "identity/session.hpp"
#include "identity/support_grant.sql.hpp"

namespace daftar::identity {

struct GrantedBooks {
    Id<Organization> id;
    Id<TenantGroup> tenant_group_id;
    Currency currency;
    std::string time_zone;
};
BOOST_DESCRIBE_STRUCT(GrantedBooks, (), (id, tenant_group_id, currency, time_zone))

struct NewSupportGrant {
    Id<Organization> organization;  ///< not `organization_id`, which names the one that is open
    Text<10, 500> reason;
    std::int32_t minutes = 0;

    std::optional<Problem> broken_rule() const {
        if (minutes < 5 || minutes > 240) return Problem{"minutes", "out_of_range", "De 5 à 240 minutes."};
        return {};
    }
};
BOOST_DESCRIBE_STRUCT(NewSupportGrant, (), (organization, reason, minutes))

struct SupportGrantNamed {
    Uuid id;
};
BOOST_DESCRIBE_STRUCT(SupportGrantNamed, (), (id))

struct SupportGrantView {
    Uuid id;
    Id<Organization> organization_id;
    std::string user, reason;
    Timestamp started_at, ends_at;
    std::optional<Timestamp> ended_at;
};
BOOST_DESCRIBE_STRUCT(SupportGrantView, (), (id, organization_id, user, reason, started_at, ends_at, ended_at))

namespace {

WithHeaders<SignedIn> open_grant(Context& context, const NewSupportGrant& input) {
    require_own_page(context);
    const auto before = context.principal();
    const auto now = context.now();
    const auto ends_at = now.plus_seconds(input.minutes * 60);
    const auto role = context.maybe<sql::super_admin_role>(before.user);
    if (!role) throw Refused(CommonRefusal::not_allowed);
    const auto grant = context.new_id<Job>().value;
    const auto books = context.found<sql::open_support_grant>(grant, input.organization, input.reason, now, ends_at);
    if (context.run<sql::act_under_grant>(before.session, before.user, *role, grant, now) == 0)
        throw Refused(Refusal::session_ended);
    context.enter(principal_of(
        before.user, before.email,
        {{*role}, "SuperAdmin", books.tenant_group_id, books.id, books.currency, books.time_zone}, before.session));
    context.audit("SUPPORT_START", "SupportGrant", grant,
                  Json::Object{{"reason", input.reason.value}, {"ends_at", ends_at.text()}});
    return answer_with_tokens(context, ends_at);
}

void end_grant(Context& context, const SupportGrantNamed& input) {
    if (context.run<sql::end_support_grant>(input.id, context.principal().user, context.now()) == 0)
        throw Refused(CommonRefusal::not_found);
    context.audit("SUPPORT_END", "SupportGrant", input.id);
}

/// Who came for support, when and why: for the people of the organization.
Page<SupportGrantView> grants(Context& context) {
    return {context.rows<sql::support_grants>(context.organization()), {}};
}

constexpr Route table[] = {
    {.method = "POST",
     .path = "/api/v1/auth/support-grants",
     .permission = permission::support,
     .operation = operation<&open_grant>,
     .secret_reply = true},
    {"DELETE", "/api/v1/auth/support-grants/{id}", access::signed_in, operation<&end_grant>},
    {"GET", "/api/v1/support-grants", permission::read_audit, operation<&grants>},
};

}  // namespace

const std::span<const Route> support_grant_routes = table;

}  // namespace daftar::identity
