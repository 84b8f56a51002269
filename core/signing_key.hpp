// The Ed25519 key of this installation, kept outside the database.
#pragma once
#include <array>
#include <filesystem>
#include <string>
#include <string_view>

namespace daftar {

/// Signs statements that even the owner of the database must not be able to forge.
class SigningKey {
public:
    /// Reads the key file (a seed in hexadecimal), or creates it, readable by its owner only (0600). Throws
    /// std::runtime_error when the file cannot be read, is malformed, or is readable by others.
    static SigningKey load_or_create(const std::filesystem::path& file);
    /// From 32 secret bytes, for tests.
    static SigningKey from_seed(std::string_view seed);

    /// 64 bytes; the same for the same message.
    std::string sign(std::string_view message) const;
    /// 32 bytes.
    const std::string& public_key() const { return public_key_; }
    /// First 16 hexadecimal digits of the SHA-256 of the public key: names the key on paper.
    std::string id() const { return id_of(public_key_); }
    static std::string id_of(std::string_view public_key);

private:
    std::string public_key_, secret_key_;
};

/// False as well when the key or the signature has a wrong length.
bool is_signature_of(std::string_view signature, std::string_view message, std::string_view public_key);

}  // namespace daftar
