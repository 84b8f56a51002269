// Who is signed in: the answer of /auth/me, and a part of every answer that signs in.
#pragma once
#include "core/operation.hpp"

namespace daftar::identity {

struct RoleView {
    Id<Role> role_id;
    std::string role_type;
    std::optional<Id<Organization>> organization_id;  ///< none when the role holds for the whole office
    std::string organization_name;                    ///< or the office's
};
BOOST_DESCRIBE_STRUCT(RoleView, (), (role_id, role_type, organization_id, organization_name))

/// The books that are open.
struct OpenOrganization {
    Id<Organization> id;
    std::string name, country;
    Currency currency;
    std::string chart, vat_regime, time_zone;
    std::int32_t fiscal_year_start_month = 1;
};
BOOST_DESCRIBE_STRUCT(OpenOrganization, (),
                      (id, name, country, currency, chart, vat_regime, time_zone, fiscal_year_start_month))

struct Me {
    Id<User> id;
    std::string email, name, language;
    std::vector<RoleView> roles;
    Id<Role> active_role;
    std::optional<OpenOrganization> organization;
    std::vector<std::string> permissions;  ///< of the active role
    bool totp_enabled = false;
    std::optional<Timestamp> support_until;  ///< while acting under a support grant
};
BOOST_DESCRIBE_STRUCT(Me, (),
                      (id, email, name, language, roles, active_role, organization, permissions, totp_enabled,
                       support_until))

/// The guide's `GET /auth/me`.
Me me(Context& context);

}  // namespace daftar::identity
