// Short-lived links to one thing: whoever holds the link may open it until it expires, and nothing else.
#pragma once
#include <string>
#include <string_view>

#include "core/date.hpp"

namespace daftar {

/// "1767225600.kX3…": expiry and HMAC-SHA-256 of it and the subject. `subject` says all that the link opens, for
/// instance "file <organization> <hash>"; `secret` is the installation's.
std::string sign_link(std::string_view secret, std::string_view subject, Timestamp expires);
/// True when the token was signed for this subject and has not expired.
bool link_is_valid(std::string_view secret, std::string_view subject, std::string_view token, Timestamp now);

}  // namespace daftar
