// One-time codes of an authenticator app (RFC 6238: SHA-1, 6 digits, 30 seconds).
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "core/date.hpp"

namespace daftar::identity {

inline constexpr std::size_t totp_secret_bytes = 20;

/// The step in which this code is good, within one step of `now` (clocks drift), after `last_step`: a code works once.
std::optional<std::int64_t> totp_step(std::string_view secret, std::string_view code, Timestamp now,
                                      std::int64_t last_step);

/// The code of an instant.
std::string totp_code(std::string_view secret, Timestamp now);

/// "otpauth://totp/…", to be shown as a QR code.
std::string totp_uri(std::string_view secret, std::string_view email);

/// Only digits, spaces left out; nothing when it is not six of them.
std::optional<std::string> as_totp_code(std::string_view text);

}  // namespace daftar::identity
