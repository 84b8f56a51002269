// Text with limits in its type.
#pragma once
#include <string>
#include <string_view>

namespace daftar {

/// UTF-8 text of Min to Max characters (code points), without control characters other than line breaks and tabs.
/// Spaces around it are removed when it is read.
template <std::size_t Min, std::size_t Max> struct Text {
    std::string value;

    Text() = default;
    Text(std::string in) : value(std::move(in)) {}
    Text(const char* in) : value(in) {}
    operator const std::string&() const { return value; }
    operator std::string_view() const { return value; }
    bool empty() const { return value.empty(); }
    friend auto operator<=>(const Text&, const Text&) = default;
};

/// Without spaces at either end.
inline std::string_view trimmed(std::string_view text) {
    const auto first = text.find_first_not_of(" \t\r\n");
    if (first == std::string_view::npos) return {};
    return text.substr(first, text.find_last_not_of(" \t\r\n") - first + 1);
}

}  // namespace daftar
