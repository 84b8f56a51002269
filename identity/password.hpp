// Passwords: Argon2id, and what is too weak to be one.
#pragma once
#include <optional>
#include <string>
#include <string_view>

#include "core/problem.hpp"
#include "core/text.hpp"

namespace daftar::identity {

/// A password on its way in: long enough for a passphrase, short enough not to be a burden.
using PasswordText = Text<1, 200>;

/// Argon2id with 64 MiB and two passes (libsodium's "interactive" cost): about a tenth of a second. The text is first
/// brought to one Unicode form (NFKC), because keyboards differ.
std::string hash_of_password(std::string_view password);

/// Compares in the same time whether there is a hash or not, so that an unknown account cannot be told by the clock.
bool is_password(const std::optional<std::string>& hash, std::string_view password);

/// True when the hash was made with other costs than today's.
bool is_outdated_hash(const std::string& hash);

/// What keeps it from being a new password: at least 12 characters, not made of the address, not a handful of letters
/// repeated.
std::optional<Problem> weakness_of_password(std::string_view password, std::string_view email, std::string_view path);

}  // namespace daftar::identity
