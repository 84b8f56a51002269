#include "identity/identity.hpp"

#include "identity/audit_log.hpp"
#include "identity/change_password.hpp"
#include "identity/session.hpp"
#include "identity/sign_in.hpp"
#include "identity/support_grant.hpp"
#include "identity/two_factor.hpp"

namespace daftar::identity {

Module identity() {
    return {"identity",
            {sign_in_routes, session_routes, two_factor_routes, password_routes, first_admin_routes, user_routes,
             role_routes, organization_routes, support_grant_routes, audit_log_routes},
            {}};
}

}  // namespace daftar::identity
