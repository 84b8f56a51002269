// What identity offers: signing in, users and roles, organizations, the audit log.
#pragma once
#include "core/app.hpp"
#include "identity/access_token.hpp"
#include "identity/first_admin.hpp"
#include "identity/organization.hpp"
#include "identity/permissions.hpp"
#include "identity/role.hpp"
#include "identity/user.hpp"

namespace daftar::identity {

Module identity();

}  // namespace daftar::identity
