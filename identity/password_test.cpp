#include "identity/password.hpp"

#include <gtest/gtest.h>

#include <chrono>

namespace daftar::identity {
namespace {

TEST(Password, IsKeptAsAnArgon2idHashThatFitsItAlone) {
    const auto hash = hash_of_password("quatre chevaux verts");
    EXPECT_TRUE(hash.starts_with("$argon2id$"));
    EXPECT_TRUE(is_password(hash, "quatre chevaux verts"));
    EXPECT_FALSE(is_password(hash, "quatre chevaux vert"));
    EXPECT_FALSE(is_password(hash, ""));
    EXPECT_FALSE(is_outdated_hash(hash));
    EXPECT_NE(hash, hash_of_password("quatre chevaux verts")) << "salted";
}

TEST(Password, IsTheSameFromEveryKeyboard) {
    const auto composed = hash_of_password("d\xc3\xa9j\xc3\xa0 vu quelque part");
    EXPECT_TRUE(is_password(composed, "de\xcc\x81ja\xcc\x80 vu quelque part"));
}

TEST(Password, OfNobodyTakesAsLongAndNeverFits) {
    is_password({}, "warm up");
    const auto time = [](const std::optional<std::string>& hash) {
        const auto start = std::chrono::steady_clock::now();
        EXPECT_FALSE(is_password(hash, "nobody's password"));
        return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
    };
    const auto hash = hash_of_password("quatre chevaux verts");
    double known = 1e9, unknown = 1e9;
    for (int i = 0; i < 3; ++i) known = std::min(known, time(hash)), unknown = std::min(unknown, time({}));
    EXPECT_LT(known, 3 * unknown);
    EXPECT_LT(unknown, 3 * known);
}

TEST(Password, MustBeStrongEnoughToBeNew) {
    const auto code = [](std::string_view password) {
        const auto weakness = weakness_of_password(password, "karim.alaoui@cabinet.ma", "password");
        return weakness ? weakness->code : "";
    };
    EXPECT_EQ(code("court"), "password_too_short");
    EXPECT_EQ(code("éééééééééàà"), "password_too_short") << "11 characters, 22 bytes";
    EXPECT_EQ(code("aaaaaaaaaaaa"), "password_too_simple");
    EXPECT_EQ(code("121212121212"), "password_too_simple");
    EXPECT_EQ(code("Karim.Alaoui1"), "password_like_address");
    EXPECT_EQ(code("quatre chevaux verts"), "");
    EXPECT_EQ(code("karim.alaoui mange des figues"), "");
    EXPECT_EQ(code("كلمة مرور طويلة"), "");
}

}  // namespace
}  // namespace daftar::identity
