// Secrets: made, hashed, sealed, compared without telling by time.
#pragma once
#include <string>
#include <string_view>

#include "core/context.hpp"

namespace daftar::identity {

/// 32 bytes for one purpose, derived from the installation's secret.
std::string derived_key(const Services& services, std::string_view purpose);

/// Unpredictable bytes from the surroundings.
std::string random_bytes(const Context& context, std::size_t count);
/// 256 unpredictable bits as 43 characters for a cookie or a link.
std::string new_secret_text(const Context& context);

/// base64url without padding.
std::string base64url(std::string_view bytes);
/// Nothing when the text is not canonical base64url.
std::optional<std::string> from_base64url(std::string_view text);
/// RFC 4648 base32 without padding, as authenticator apps want it.
std::string base32(std::string_view bytes);

/// What is stored of a secret text that has 80 unpredictable bits or more.
Bytes hash_of_secret(std::string_view secret);
/// HMAC-SHA-256.
std::string mac(std::string_view key, std::string_view message);
/// Takes the same time wherever they differ.
bool same_secret(std::string_view a, std::string_view b);

/// Encrypted and authenticated with the key; bound to nothing else.
Bytes sealed(const Context& context, std::string_view key, std::string_view plain);
/// Nothing when it was sealed with another key or altered.
std::optional<std::string> unsealed(std::string_view key, const Bytes& box);

}  // namespace daftar::identity
