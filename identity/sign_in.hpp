// Signing in, and changing the active role.
#pragma once
#include <span>

#include "identity/session.hpp"

namespace daftar::identity {

extern const std::span<const Route> sign_in_routes;

}  // namespace daftar::identity
