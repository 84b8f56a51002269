#include "core/text_cut.hpp"

#include <unicode/unistr.h>

#include <algorithm>

namespace daftar {

std::string first_characters(std::string_view text, std::size_t characters_max) {
    constexpr std::size_t bytes_a_character = 4;
    const auto enough = std::min(text.size(), (characters_max + 1) * bytes_a_character);
    auto whole = icu::UnicodeString::fromUTF8({text.data(), static_cast<std::int32_t>(enough)});
    if (static_cast<std::size_t>(whole.countChar32()) > characters_max)
        whole.truncate(whole.moveIndex32(0, static_cast<std::int32_t>(characters_max)));
    std::string out;
    whole.toUTF8String(out);
    return out;
}

}  // namespace daftar
