// Giving one's password again, changing it, and choosing a new one with a link from a mail.
#pragma once
#include <span>

#include "core/operation.hpp"
#include "identity/password.hpp"

namespace daftar::identity {

/// Refused with wrong_password unless it is the password of the signed-in user; failures count like those of signing
/// in.
void require_own_password(Context& context, std::string_view password);

/// Keeps a new password, closes every session but one, and writes to the user. It must have been checked for weakness.
void keep_new_password(Context& context, const Id<User>& user, std::string_view password,
                       const Id<SignInSession>& except = {});

extern const std::span<const Route> password_routes;

}  // namespace daftar::identity
