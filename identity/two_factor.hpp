// The second step of signing in: an authenticator app, or a recovery code in its absence.
#pragma once
#include <span>

#include "core/operation.hpp"

namespace daftar::identity {

/// True when the text is the app's present code, not used before, or an unused recovery code; then it is spent.
bool spend_second_factor(Context& context, const Id<User>& user, std::string_view text);

extern const std::span<const Route> two_factor_routes;

}  // namespace daftar::identity
