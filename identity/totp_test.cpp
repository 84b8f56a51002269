#include "identity/totp.hpp"

#include <gtest/gtest.h>

#include "identity/secret.hpp"

namespace daftar::identity {
namespace {

const std::string secret = "12345678901234567890";
Timestamp at(std::int64_t seconds) { return Timestamp{}.plus_seconds(seconds); }

TEST(Totp, GivesTheCodesOfTheStandard) {
    // RFC 6238, appendix B, the last six digits
    EXPECT_EQ(totp_code(secret, at(59)), "287082");
    EXPECT_EQ(totp_code(secret, at(1111111109)), "081804");
    EXPECT_EQ(totp_code(secret, at(1111111111)), "050471");
    EXPECT_EQ(totp_code(secret, at(1234567890)), "005924");
    EXPECT_EQ(totp_code(secret, at(20000000000)), "353130");
}

TEST(Totp, AcceptsOneStepOfDriftAndNoMore) {
    const auto code = totp_code(secret, at(3000));  // step 100
    for (const auto seconds : {2970, 2999, 3000, 3029, 3059})
        EXPECT_EQ(totp_step(secret, code, at(seconds), 0), 100) << seconds;
    for (const auto seconds : {2969, 3060, 0, 9000}) EXPECT_FALSE(totp_step(secret, code, at(seconds), 0)) << seconds;
}

TEST(Totp, WorksOnce) {
    const auto code = totp_code(secret, at(3000));
    EXPECT_FALSE(totp_step(secret, code, at(3000), 100));
    EXPECT_FALSE(totp_step(secret, code, at(3000), 101)) << "nor an older code after a newer one";
    EXPECT_EQ(totp_step(secret, totp_code(secret, at(3030)), at(3030), 100), 101);
}

TEST(Totp, ReadsSixDigitsOnly) {
    EXPECT_EQ(as_totp_code("123 456"), "123456");
    for (const char* text : {"", "12345", "1234567", "12345a", "١٢٣٤٥٦", "-12345"})
        EXPECT_FALSE(as_totp_code(text)) << text;
}

TEST(Totp, IsHandedToAnAppAsAnAddress) {
    EXPECT_EQ(
        totp_uri(secret, "a+b@x.ma"),
        "otpauth://totp/"
        "Daftar:a%2Bb%40x.ma?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=Daftar&algorithm=SHA1&digits=6&period=30");
    EXPECT_EQ(base32("f"), "MY");
    EXPECT_EQ(base32("foobar"), "MZXW6YTBOI");
}

}  // namespace
}  // namespace daftar::identity
