#include "core/signing_key.hpp"

#include <fcntl.h>
#include <openssl/sha.h>
#include <sodium.h>
#include <sys/stat.h>
#include <unistd.h>

#include <fstream>
#include <stdexcept>

#include "core/ensure.hpp"
#include "core/sql_cell.hpp"

namespace daftar {
namespace {

constexpr std::size_t key_id_digits = 16;

const unsigned char* bytes(std::string_view text) { return reinterpret_cast<const unsigned char*>(text.data()); }
unsigned char* bytes(std::string& text) { return reinterpret_cast<unsigned char*>(text.data()); }

[[noreturn]] void fail(const std::filesystem::path& file, const char* what) {
    throw std::runtime_error("signing key " + file.string() + ": " + what);
}

/// Writes a fresh seed; when another process was faster, its file stays.
void create(const std::filesystem::path& file) {
    std::string seed(crypto_sign_SEEDBYTES, '\0');
    randombytes_buf(seed.data(), seed.size());
    const auto text = to_hex(seed) + "\n";
    const auto temporary = file.string() + "." + std::to_string(getpid());
    const int descriptor = open(temporary.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, S_IRUSR | S_IWUSR);
    if (descriptor < 0) fail(file, "cannot be created");
    const bool written =
        write(descriptor, text.data(), text.size()) == static_cast<ssize_t>(text.size()) && fsync(descriptor) == 0;
    close(descriptor);
    const bool linked = written && (link(temporary.c_str(), file.c_str()) == 0 || errno == EEXIST);
    unlink(temporary.c_str());
    if (!linked) fail(file, "cannot be written");
}

}  // namespace

SigningKey SigningKey::load_or_create(const std::filesystem::path& file) {
    if (!std::filesystem::exists(file)) create(file);
    struct stat status {};
    if (stat(file.c_str(), &status) != 0) fail(file, "cannot be read");
    if ((status.st_mode & (S_IRWXG | S_IRWXO)) != 0) fail(file, "must be readable by its owner only (chmod 600)");
    std::ifstream in(file);
    std::string digits;
    in >> digits;
    const auto seed = from_hex(digits);
    if (!seed || seed->size() != crypto_sign_SEEDBYTES) fail(file, "does not hold 64 hexadecimal digits");
    return from_seed(*seed);
}

SigningKey SigningKey::from_seed(std::string_view seed) {
    ensure(sodium_init() >= 0, "libsodium");
    ensure(seed.size() == crypto_sign_SEEDBYTES, "a seed has 32 bytes");
    SigningKey key;
    key.public_key_.resize(crypto_sign_PUBLICKEYBYTES);
    key.secret_key_.resize(crypto_sign_SECRETKEYBYTES);
    crypto_sign_seed_keypair(bytes(key.public_key_), bytes(key.secret_key_), bytes(seed));
    return key;
}

std::string SigningKey::sign(std::string_view message) const {
    std::string signature(crypto_sign_BYTES, '\0');
    crypto_sign_detached(bytes(signature), nullptr, bytes(message), message.size(), bytes(secret_key_));
    return signature;
}

std::string SigningKey::id_of(std::string_view public_key) {
    std::string digest(SHA256_DIGEST_LENGTH, '\0');
    SHA256(bytes(public_key), public_key.size(), bytes(digest));
    return to_hex(digest).substr(0, key_id_digits);
}

bool is_signature_of(std::string_view signature, std::string_view message, std::string_view public_key) {
    if (signature.size() != crypto_sign_BYTES || public_key.size() != crypto_sign_PUBLICKEYBYTES) return false;
    return crypto_sign_verify_detached(bytes(signature), bytes(message), message.size(), bytes(public_key)) == 0;
}

}  // namespace daftar
