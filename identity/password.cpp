#include "identity/password.hpp"

#include <sodium.h>
#include <unicode/normalizer2.h>
#include <unicode/unistr.h>

#include <set>

#include "core/ensure.hpp"

namespace daftar::identity {
namespace {

constexpr auto passes = crypto_pwhash_OPSLIMIT_INTERACTIVE;
constexpr auto memory_bytes = crypto_pwhash_MEMLIMIT_INTERACTIVE;
constexpr int length_min = 12;
constexpr std::size_t different_characters_min = 5;

icu::UnicodeString one_form(std::string_view text) {
    UErrorCode status = U_ZERO_ERROR;
    const auto* form = icu::Normalizer2::getNFKCInstance(status);
    const auto result =
        form->normalize(icu::UnicodeString::fromUTF8({text.data(), static_cast<std::int32_t>(text.size())}), status);
    ensure(U_SUCCESS(status), "Unicode normalization");
    return result;
}
std::string one_form_utf8(std::string_view text) {
    std::string out;
    one_form(text).toUTF8String(out);
    return out;
}

}  // namespace

std::string hash_of_password(std::string_view password) {
    const auto text = one_form_utf8(password);
    char hash[crypto_pwhash_STRBYTES] = {};
    if (crypto_pwhash_str_alg(hash, text.data(), text.size(), passes, memory_bytes, crypto_pwhash_ALG_ARGON2ID13) != 0)
        throw std::bad_alloc();
    return hash;
}

bool is_password(const std::optional<std::string>& hash, std::string_view password) {
    static const std::string nobodys = hash_of_password("nobody's password");
    const auto text = one_form_utf8(password);
    const bool fits = crypto_pwhash_str_verify((hash ? *hash : nobodys).c_str(), text.data(), text.size()) == 0;
    return fits && hash.has_value();
}

bool is_outdated_hash(const std::string& hash) {
    return crypto_pwhash_str_needs_rehash(hash.c_str(), passes, memory_bytes) != 0;
}

std::optional<Problem> weakness_of_password(std::string_view password, std::string_view email, std::string_view path) {
    auto text = one_form(password);
    if (text.countChar32() < length_min)
        return Problem{std::string(path), "password_too_short",
                       "Au moins 12 caractères : une phrase est le plus simple."};
    std::set<UChar32> different;
    for (std::int32_t at = 0; at < text.length(); at = text.moveIndex32(at, 1)) different.insert(text.char32At(at));
    if (different.size() < different_characters_min)
        return Problem{std::string(path), "password_too_simple",
                       "Ce mot de passe répète trop peu de caractères différents."};
    const auto local = email.substr(0, email.find('@'));
    text.toLower();
    const auto name = icu::UnicodeString::fromUTF8({local.data(), static_cast<std::int32_t>(local.size())});
    constexpr int rest_min = 8;  // the address may be a part of a longer phrase
    if (name.length() >= 3 && text.indexOf(name) >= 0 && text.length() - name.length() < rest_min)
        return Problem{std::string(path), "password_like_address", "Ce mot de passe ressemble trop à votre adresse."};
    return {};
}

}  // namespace daftar::identity
