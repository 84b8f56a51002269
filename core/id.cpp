#include "core/id.hpp"

namespace daftar {
namespace {

int hex_digit(char c) {
    if (c >= '0' && c <= '9') return c - '0';
    if (c >= 'a' && c <= 'f') return c - 'a' + 10;
    if (c >= 'A' && c <= 'F') return c - 'A' + 10;
    return -1;
}

}  // namespace

std::optional<Uuid> Uuid::parse(std::string_view text) {
    if (text.size() != 36) return {};
    Uuid result;
    std::size_t byte = 0;
    for (std::size_t at = 0; at < 36;) {
        if (at == 8 || at == 13 || at == 18 || at == 23) {
            if (text[at++] != '-') return {};
            continue;
        }
        const int high = hex_digit(text[at]), low = hex_digit(text[at + 1]);
        if (high < 0 || low < 0) return {};
        result.bytes[byte++] = static_cast<std::uint8_t>(high * 16 + low);
        at += 2;
    }
    return result;
}

Uuid Uuid::version7(std::int64_t milliseconds, std::uint64_t random_high, std::uint64_t random_low) {
    Uuid result;
    for (int i = 0; i < 6; ++i)
        result.bytes[static_cast<std::size_t>(i)] = static_cast<std::uint8_t>(milliseconds >> (40 - 8 * i));
    result.bytes[6] = static_cast<std::uint8_t>(0x70 | (random_high >> 8 & 0x0f));
    result.bytes[7] = static_cast<std::uint8_t>(random_high);
    for (int i = 0; i < 8; ++i)
        result.bytes[static_cast<std::size_t>(8 + i)] = static_cast<std::uint8_t>(random_low >> (56 - 8 * i));
    result.bytes[8] = static_cast<std::uint8_t>(0x80 | (result.bytes[8] & 0x3f));
    return result;
}

std::string Uuid::text() const {
    static constexpr char hex[] = "0123456789abcdef";
    std::string result;
    result.reserve(36);
    for (std::size_t i = 0; i < 16; ++i) {
        if (i == 4 || i == 6 || i == 8 || i == 10) result += '-';
        result += hex[bytes[i] >> 4];
        result += hex[bytes[i] & 15];
    }
    return result;
}

}  // namespace daftar
