#include "identity/secret.hpp"

#include <openssl/evp.h>
#include <openssl/hmac.h>
#include <openssl/sha.h>
#include <sodium.h>

#include <cstring>

namespace daftar::identity {
namespace {

const unsigned char* bytes_of(std::string_view text) { return reinterpret_cast<const unsigned char*>(text.data()); }
// Chooses the fastest implementations of this processor; before main, so that no call can come earlier.
[[maybe_unused]] const bool sodium_is_ready = sodium_init() >= 0;

unsigned char* bytes_of(std::string& text) { return reinterpret_cast<unsigned char*>(text.data()); }

}  // namespace

std::string derived_key(const Services& services, std::string_view purpose) {
    ensure(services.secret.size() >= 32, "the installation has no secret");
    return mac(services.secret, purpose);
}

std::string random_bytes(const Context& context, std::size_t count) {
    std::string bytes(count, '\0');
    for (std::size_t at = 0; at < count; at += 8) {
        const auto bits = context.random();
        std::memcpy(bytes.data() + at, &bits, std::min<std::size_t>(8, count - at));
    }
    return bytes;
}

std::string new_secret_text(const Context& context) { return base64url(random_bytes(context, 32)); }

std::string base64url(std::string_view bytes) {
    constexpr int variant = sodium_base64_VARIANT_URLSAFE_NO_PADDING;
    std::string text(sodium_base64_encoded_len(bytes.size(), variant), '\0');
    sodium_bin2base64(text.data(), text.size(), bytes_of(bytes), bytes.size(), variant);
    text.pop_back();  // the terminating zero
    return text;
}

std::optional<std::string> from_base64url(std::string_view text) {
    std::string bytes(text.size(), '\0');
    std::size_t length = 0;
    const char* end = nullptr;
    if (sodium_base642bin(bytes_of(bytes), bytes.size(), text.data(), text.size(), nullptr, &length, &end,
                          sodium_base64_VARIANT_URLSAFE_NO_PADDING) != 0 ||
        end != text.data() + text.size())
        return {};
    bytes.resize(length);
    return bytes;
}

std::string base32(std::string_view bytes) {
    static constexpr char digits[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    std::string text;
    unsigned waiting = 0, bits = 0;
    for (const unsigned char byte : bytes) {
        waiting = (waiting << 8 | byte) & 0xffff;
        for (bits += 8; bits >= 5; bits -= 5) text += digits[waiting >> (bits - 5) & 31];
    }
    if (bits > 0) text += digits[waiting << (5 - bits) & 31];
    return text;
}

Bytes hash_of_secret(std::string_view secret) {
    Bytes digest{std::string(SHA256_DIGEST_LENGTH, '\0')};
    SHA256(bytes_of(secret), secret.size(), bytes_of(digest.value));
    return digest;
}

std::string mac(std::string_view key, std::string_view message) {
    std::string out(SHA256_DIGEST_LENGTH, '\0');
    unsigned length = 0;
    ensure(HMAC(EVP_sha256(), key.data(), static_cast<int>(key.size()), bytes_of(message), message.size(),
                bytes_of(out), &length) != nullptr,
           "HMAC");
    return out;
}

bool same_secret(std::string_view a, std::string_view b) {
    return a.size() == b.size() && sodium_memcmp(a.data(), b.data(), a.size()) == 0;
}

Bytes sealed(const Context& context, std::string_view key, std::string_view plain) {
    ensure(key.size() == crypto_secretbox_KEYBYTES, "length of a sealing key");
    const auto nonce = random_bytes(context, crypto_secretbox_NONCEBYTES);
    std::string box(crypto_secretbox_MACBYTES + plain.size(), '\0');
    crypto_secretbox_easy(bytes_of(box), bytes_of(plain), plain.size(), bytes_of(std::string_view(nonce)),
                          bytes_of(key));
    return {nonce + box};
}

std::optional<std::string> unsealed(std::string_view key, const Bytes& box) {
    const std::string_view all = box.value;
    if (key.size() != crypto_secretbox_KEYBYTES || all.size() < crypto_secretbox_NONCEBYTES + crypto_secretbox_MACBYTES)
        return {};
    const auto cipher = all.substr(crypto_secretbox_NONCEBYTES);
    std::string plain(cipher.size() - crypto_secretbox_MACBYTES, '\0');
    if (crypto_secretbox_open_easy(bytes_of(plain), bytes_of(cipher), cipher.size(), bytes_of(all), bytes_of(key)) != 0)
        return {};
    return plain;
}

}  // namespace daftar::identity
