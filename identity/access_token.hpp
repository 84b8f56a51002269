// The signed access token of a session: read without touching the database.
#pragma once
#include "core/context.hpp"

namespace daftar::identity {

/// Access tokens live this long; what was revoked meanwhile stops then at the latest.
inline constexpr std::int64_t access_token_seconds = 15 * 60;

/// A JSON Web Token (RFC 7519) of exactly one form: HS256, signed with a key derived from the installation's secret.
/// The header is compared as text, so that no other algorithm can be asked for.
std::string access_token(const Principal& principal, const Services& services, Timestamp expires_at);

/// Who the bearer token of a request speaks for. Refused with sign_in_required when it is missing, malformed, forged or
/// expired.
Principal authenticate(const Request& request, const Services& services);

}  // namespace daftar::identity
