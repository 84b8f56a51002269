// The first administrator of an empty installation: a one-time address instead of a default password.
#pragma once
#include <span>

#include "core/operation.hpp"

namespace daftar::identity {

/// A token for `{public_address}/bienvenue?jeton=…`, good for a day and once; nothing when somebody can sign in
/// already. Runs as the system role. Tokens made before are good for nothing from then on.
std::optional<std::string> create_first_admin_token(Context& context);

extern const std::span<const Route> first_admin_routes;

}  // namespace daftar::identity
