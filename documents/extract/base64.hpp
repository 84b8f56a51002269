// Base64 (RFC 4648, with padding) for bytes inside JSON.
#pragma once
#include <string>
#include <string_view>

namespace daftar::documents {

std::string encode_base64(std::string_view bytes);
/// Characters outside the alphabet are skipped.
std::string decode_base64(std::string_view text);

}  // namespace daftar::documents
