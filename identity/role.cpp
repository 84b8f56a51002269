#include "identity/role.hpp"

#include "identity/permissions.hpp"
#include "identity/refusal.hpp"
#include "identity/revocation.hpp"
#include "identity/role.sql.hpp"

namespace daftar::identity {

struct ManagedPlace {
    std::optional<Id<TenantGroup>> managed_group;
    std::optional<Id<Organization>> managed_organization;
    bool is_super_admin = false;
};
BOOST_DESCRIBE_STRUCT(ManagedPlace, (), (managed_group, managed_organization, is_super_admin))

struct RoleToRevoke {
    Id<Role> id;
    Id<User> user_id;
    Id<TenantGroup> tenant_group_id;
    std::optional<Id<Organization>> organization_id;
    RoleType role_type{};
};
BOOST_DESCRIBE_STRUCT(RoleToRevoke, (), (id, user_id, tenant_group_id, organization_id, role_type))

struct NewRole {
    Id<User> id;  ///< of the person, from the path
    RoleType role_type{};
    std::optional<Id<Organization>> organization_id;  ///< none: the open one, or the whole office for an Admin
};
BOOST_DESCRIBE_STRUCT(NewRole, (), (id, role_type, organization_id))

struct GivenRole {
    Id<Role> role_id;
    Id<User> user_id;
    RoleType role_type{};
    std::optional<Id<Organization>> organization_id;
};
BOOST_DESCRIBE_STRUCT(GivenRole, (), (role_id, user_id, role_type, organization_id))

struct RoleNamed {
    Id<Role> id;
};
BOOST_DESCRIBE_STRUCT(RoleNamed, (), (id))

namespace {

Created<GivenRole> add_role(Context& context, const NewRole& input) {
    const auto place = place_for_role(context, input.role_type, input.organization_id);
    // Only someone he already administers: others are invited by their address, so that identifiers cannot be tried.
    if (!context.one<sql::is_known_person>(input.id)) throw Refused(CommonRefusal::not_found);
    const auto role = give_role(context, input.id, place, input.role_type);
    audit_role(context, "CREATE", role, place.organization,
               Json::Object{{"user_id", input.id.text()}, {"role_type", name_of(input.role_type)}});
    return {{role, input.id, input.role_type, place.organization}};
}

void remove_role(Context& context, const RoleNamed& input) {
    const auto role = context.found<sql::role_to_revoke>(input.id);
    if (role.role_type == RoleType::SuperAdmin && !context.one<sql::managed_place>().is_super_admin)
        throw Refused(Refusal::role_above_yours);
    const bool administers_group =
        !role.organization_id && (role.role_type == RoleType::Admin || role.role_type == RoleType::SuperAdmin);
    if (administers_group && context.one<sql::administrators_left>(role.tenant_group_id, role.id, role.role_type) == 0)
        throw Refused(Refusal::last_administrator);
    context.run<sql::revoke_role>(role.id, context.now());
    revocations().add(role.id.value);
    audit_role(context, "DELETE", role.id, role.organization_id,
               Json::Object{{"user_id", role.user_id.text()}, {"role_type", name_of(role.role_type)}});
}

constexpr Route table[] = {
    {"POST", "/api/v1/users/{id}/roles", permission::manage_users, operation<&add_role>},
    {"DELETE", "/api/v1/roles/{id}", permission::manage_users, operation<&remove_role>},
};

}  // namespace

RolePlace place_for_role(Context& context, RoleType type, const std::optional<Id<Organization>>& organization) {
    const auto& principal = context.principal();
    const auto managed = context.one<sql::managed_place>();
    if (type == RoleType::SuperAdmin && !managed.is_super_admin) throw Refused(Refusal::role_above_yours);
    const auto named = organization             ? organization
                       : principal.organization ? std::optional(principal.organization)
                                                : std::nullopt;
    if (named) return {{context.found<sql::organization_to_manage>(*named)}, named};
    if (type != RoleType::Admin && type != RoleType::SuperAdmin) throw Refused(Refusal::role_needs_organization);
    if (!managed.managed_group) throw Refused(Refusal::role_above_yours);
    return {*managed.managed_group, {}};
}

Id<Role> give_role(Context& context, const Id<User>& user, const RolePlace& place, RoleType type) {
    return {context.one<sql::upsert_role>(context.new_id<Role>(), user, place.tenant_group, place.organization, type)};
}

void audit_role(Context& context, std::string_view action, const Id<Role>& role,
                const std::optional<Id<Organization>>& organization, Json details) {
    const auto before = context.principal();
    auto there = before;
    if (organization) there.organization = *organization;
    context.enter(there);
    context.audit(action, "Role", role.value, std::move(details));
    context.enter(before);
}

std::string_view french_name(RoleType type) {
    switch (type) {
        case RoleType::SuperAdmin:
            return "super-administrateur";
        case RoleType::Admin:
            return "administrateur";
        case RoleType::Syndic:
            return "syndic";
        case RoleType::Accountant:
            return "comptable";
        case RoleType::BoardMember:
            return "membre du conseil";
        case RoleType::Owner:
            return "copropriétaire";
        case RoleType::Agent:
            return "agent";
    }
    return "";
}

const std::span<const Route> role_routes = table;

}  // namespace daftar::identity
