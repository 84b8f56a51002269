// Text cut to a number of characters, never in the middle of one.
#pragma once
#include <string>
#include <string_view>

namespace daftar {

/// The first `characters_max` characters (code points) of UTF-8 text; bytes that are not UTF-8 become the replacement
/// character.
std::string first_characters(std::string_view text, std::size_t characters_max);

}  // namespace daftar
