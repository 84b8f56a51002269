#include "core/signing_key.hpp"

#include <gtest/gtest.h>
#include <sys/stat.h>

#include <cstdlib>

#include "core/sql_cell.hpp"

namespace daftar {
namespace {

struct SigningKeyFile : ::testing::Test {
    std::filesystem::path folder;
    void SetUp() override {
        std::string pattern = (std::filesystem::temp_directory_path() / "daftar-key-XXXXXX").string();
        folder = mkdtemp(pattern.data());
    }
    void TearDown() override { std::filesystem::remove_all(folder); }
};

TEST_F(SigningKeyFile, IsCreatedOncePrivatelyAndReadAgain) {
    const auto file = folder / "signing.key";
    const auto first = SigningKey::load_or_create(file), again = SigningKey::load_or_create(file);
    EXPECT_EQ(first.public_key(), again.public_key());
    struct stat status {};
    ASSERT_EQ(stat(file.c_str(), &status), 0);
    EXPECT_EQ(status.st_mode & 0777, 0600u);
}

TEST_F(SigningKeyFile, IsRefusedWhenOthersCanReadIt) {
    const auto file = folder / "signing.key";
    SigningKey::load_or_create(file);
    chmod(file.c_str(), 0644);
    EXPECT_THROW(SigningKey::load_or_create(file), std::runtime_error);
}

TEST(SigningKey, AgreesWithTheFirstVectorOfRfc8032) {
    const auto key =
        SigningKey::from_seed(*from_hex("9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60"));
    EXPECT_EQ(to_hex(key.public_key()), "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a");
    EXPECT_EQ(to_hex(key.sign("")),
              "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f0"
              "595bbe24655141438e7a100b");
}

TEST(SigningKey, AnAlteredMessageOrSignatureIsRefused) {
    const auto key = SigningKey::from_seed(std::string(32, 'k'));
    auto signature = key.sign("message");
    EXPECT_TRUE(is_signature_of(signature, "message", key.public_key()));
    EXPECT_FALSE(is_signature_of(signature, "massage", key.public_key()));
    EXPECT_FALSE(is_signature_of("short", "message", key.public_key()));
    signature[3] = static_cast<char>(signature[3] ^ 1);
    EXPECT_FALSE(is_signature_of(signature, "message", key.public_key()));
}

}  // namespace
}  // namespace daftar
