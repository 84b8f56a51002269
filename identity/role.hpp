// Roles: who may act where, as what.
#pragma once
#include <span>

#include "core/operation.hpp"
#include "identity/email_address.hpp"

namespace daftar::identity {

enum class RoleType { SuperAdmin, Admin, Syndic, Accountant, BoardMember, Owner, Agent };
BOOST_DESCRIBE_ENUM(RoleType, SuperAdmin, Admin, Syndic, Accountant, BoardMember, Owner, Agent)

/// Where a role is to hold: an organization, or a whole tenant group.
struct RolePlace {
    Id<TenantGroup> tenant_group;
    std::optional<Id<Organization>> organization;
};

/// Where the caller may give that role: in the organization he has open, in the one he names, or in his whole tenant
/// group. Refused when the role is above his, or when he administers no such place.
RolePlace place_for_role(Context& context, RoleType type, const std::optional<Id<Organization>>& organization);

/// Gives the role, or gives it back when it was revoked. The caller has checked that it may be given.
Id<Role> give_role(Context& context, const Id<User>& user, const RolePlace& place, RoleType type);

/// Notes it in the audit log of the organization where the role holds, whatever books the caller has open.
void audit_role(Context& context, std::string_view action, const Id<Role>& role,
                const std::optional<Id<Organization>>& organization, Json details);

/// "comptable", for a sentence.
std::string_view french_name(RoleType type);

extern const std::span<const Route> role_routes;

}  // namespace daftar::identity
