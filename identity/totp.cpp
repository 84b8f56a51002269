#include "identity/totp.hpp"

#include <liboath/oath.h>

#include "core/ensure.hpp"
#include "core/http_message.hpp"
#include "identity/secret.hpp"

namespace daftar::identity {
namespace {

constexpr std::int64_t step_seconds = 30;
constexpr unsigned digits = 6;

std::int64_t step_of(Timestamp now) { return now.microseconds / 1'000'000 / step_seconds; }

std::string code_of_step(std::string_view secret, std::int64_t step) {
    char code[digits + 1] = {};
    ensure(oath_hotp_generate(secret.data(), secret.size(), static_cast<std::uint64_t>(step), digits, false,
                              OATH_HOTP_DYNAMIC_TRUNCATION, code) == OATH_OK,
           "TOTP");
    return code;
}

}  // namespace

std::optional<std::int64_t> totp_step(std::string_view secret, std::string_view code, Timestamp now,
                                      std::int64_t last_step) {
    std::optional<std::int64_t> found;
    const auto current = step_of(now);
    for (auto step = current - 1; step <= current + 1; ++step)  // all three, so that time tells nothing
        if (same_secret(code_of_step(secret, step), code) && step > last_step && !found) found = step;
    return found;
}

std::string totp_code(std::string_view secret, Timestamp now) { return code_of_step(secret, step_of(now)); }

std::string totp_uri(std::string_view secret, std::string_view email) {
    return "otpauth://totp/Daftar:" + percent_encoded(email) + "?secret=" + base32(secret) +
           "&issuer=Daftar&algorithm=SHA1&digits=6&period=30";
}

std::optional<std::string> as_totp_code(std::string_view text) {
    std::string code;
    for (const char c : text) {
        if (c >= '0' && c <= '9')
            code += c;
        else if (c != ' ')
            return {};
    }
    if (code.size() != digits) return {};
    return code;
}

}  // namespace daftar::identity
