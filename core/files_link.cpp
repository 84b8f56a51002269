#include "core/files_link.hpp"

#include <sodium.h>

#include <array>
#include <charconv>

namespace daftar {
namespace {

constexpr auto alphabet = sodium_base64_VARIANT_URLSAFE_NO_PADDING;

std::string signature(std::string_view secret, std::string_view subject, std::string_view expires) {
    const auto bytes = [](std::string_view text) { return reinterpret_cast<const unsigned char*>(text.data()); };
    // The first word keeps these signatures apart from every other use of the secret; the lengths keep the parts apart.
    const std::string message =
        "link " + std::to_string(subject.size()) + ":" + std::string(subject) + " " + std::string(expires);
    std::array<unsigned char, crypto_auth_hmacsha256_BYTES> code;
    crypto_auth_hmacsha256_state state;
    crypto_auth_hmacsha256_init(&state, bytes(secret), secret.size());
    crypto_auth_hmacsha256_update(&state, bytes(message), message.size());
    crypto_auth_hmacsha256_final(&state, code.data());
    std::string text(sodium_base64_encoded_len(code.size(), alphabet), '\0');
    sodium_bin2base64(text.data(), text.size(), code.data(), code.size(), alphabet);
    text.pop_back();  // the terminator
    return text;
}

}  // namespace

std::string sign_link(std::string_view secret, std::string_view subject, Timestamp expires) {
    const std::string seconds = std::to_string(expires.microseconds / 1'000'000);
    return seconds + "." + signature(secret, subject, seconds);
}

bool link_is_valid(std::string_view secret, std::string_view subject, std::string_view token, Timestamp now) {
    const auto dot = token.find('.');
    if (dot == std::string_view::npos) return false;
    const auto seconds = token.substr(0, dot), given = token.substr(dot + 1);
    const std::string expected = signature(secret, subject, seconds);
    if (given.size() != expected.size() || sodium_memcmp(given.data(), expected.data(), expected.size()) != 0)
        return false;
    std::int64_t expires = 0;
    const auto [end, error] = std::from_chars(seconds.data(), seconds.data() + seconds.size(), expires);
    return error == std::errc() && end == seconds.data() + seconds.size() && now.microseconds / 1'000'000 < expires;
}

}  // namespace daftar
