#include "core/http_message.hpp"

#include <charconv>
#include <optional>

namespace daftar {
namespace {

std::optional<std::string> percent_decoded(std::string_view text, bool plus_is_space) {
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '+' && plus_is_space) {
            out += ' ';
        } else if (text[i] == '%') {
            unsigned value = 0;
            if (i + 2 >= text.size()) return {};
            const auto [end, error] = std::from_chars(text.data() + i + 1, text.data() + i + 3, value, 16);
            if (error != std::errc() || end != text.data() + i + 3) return {};
            out += static_cast<char>(value);
            i += 2;
        } else {
            out += text[i];
        }
    }
    return out;
}

}  // namespace

bool read_target(std::string_view target, Request& request) {
    // The absolute form, as sent to proxies: what it names is us.
    for (const std::string_view scheme : {"http://", "https://"})
        if (target.starts_with(scheme)) {
            const auto path = target.find_first_of("/?", scheme.size());
            target = path == std::string_view::npos ? std::string_view("/") : target.substr(path);
        }
    const auto question = target.find('?');
    auto path = percent_decoded(target.substr(0, question), false);
    if (!path) return false;
    request.path = std::move(*path);
    request.query.clear();
    if (question == std::string_view::npos) return true;
    auto rest = target.substr(question + 1);
    while (!rest.empty()) {
        const auto ampersand = rest.find('&');
        const auto pair = rest.substr(0, ampersand);
        rest = ampersand == std::string_view::npos ? std::string_view() : rest.substr(ampersand + 1);
        if (pair.empty()) continue;
        const auto equals = pair.find('=');
        auto name = percent_decoded(pair.substr(0, equals), true);
        auto value =
            percent_decoded(equals == std::string_view::npos ? std::string_view() : pair.substr(equals + 1), true);
        if (!name || !value) return false;
        request.query.emplace_back(std::move(*name), std::move(*value));
    }
    return true;
}

std::string percent_encoded(std::string_view text) {
    static constexpr char hex[] = "0123456789ABCDEF";
    std::string out;
    for (const unsigned char c : text) {
        if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '.' ||
            c == '_' || c == '~') {
            out += static_cast<char>(c);
        } else {
            out += '%';
            out += hex[c >> 4];
            out += hex[c & 15];
        }
    }
    return out;
}

}  // namespace daftar
