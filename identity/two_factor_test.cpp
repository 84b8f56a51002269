#include "identity/test_office.hpp"
#include "identity/totp.hpp"

namespace daftar::identity {
namespace {

/// The bytes of a base32 text, as an authenticator app reads it.
std::string from_base32(std::string_view text) {
    std::string bytes;
    unsigned waiting = 0, bits = 0;
    for (const char c : text) {
        waiting = (waiting << 5 | static_cast<unsigned>(c >= 'A' ? c - 'A' : c - '2' + 26)) & 0xffff;
        if ((bits += 5) < 8) continue;
        bits -= 8;
        bytes += static_cast<char>(waiting >> bits & 0xff);
    }
    return bytes;
}

class TwoFactor : public TestOffice {
protected:
    const std::string email = "syndic@cabinet.example", password_again = R"({"password":"quatre chevaux verts"})";
    Id<TenantGroup> group = office("Cabinet Atlas");
    Id<User> syndic = person(email);
    std::string token, secret;
    std::vector<std::string> recovery_codes;

    TwoFactor() {
        role(syndic, group, residence(group, "Les Érables"), RoleType::Syndic);
        token = token_of(email);
    }
    std::string code() { return totp_code(secret, now); }
    Reply confirm(const std::string& given) {
        return call_as(token, "POST", "/api/v1/auth/totp/confirm", to_text(Json::Object{{"code", given}}));
    }
    void enrol() {
        secret = from_base32(call_as(token, "POST", "/api/v1/auth/totp", password_again).text("secret"));
        ASSERT_EQ(secret.size(), totp_secret_bytes);
        const auto confirmed = confirm(code());
        ASSERT_EQ(confirmed.status, 200) << confirmed.body;
        for (const auto& one : *confirmed.json.find("recovery_codes")->if_array())
            recovery_codes.push_back(*one.if_string());
        wait(30);
    }
};

TEST_F(TwoFactor, AsksForACodeThatWorksOnce) {
    enrol();
    EXPECT_EQ(login(email).code, "totp_required");
    EXPECT_EQ(login(email, "faux", code()).code, "invalid_credentials") << "the code says nothing about the password";
    const auto once = code();
    EXPECT_EQ(login(email, good_password, once).status, 200);
    EXPECT_EQ(login(email, good_password, once).code, "totp_invalid");
    wait(30);
    EXPECT_EQ(login(email, good_password, code()).status, 200);
}

TEST_F(TwoFactor, LocksAfterWrongCodesToo) {
    enrol();
    for (int i = 0; i < 5; ++i) EXPECT_EQ(login(email, good_password, "000000").code, "totp_invalid");
    EXPECT_EQ(login(email, good_password, code()).code, "too_many_attempts");
}

TEST_F(TwoFactor, AcceptsEachRecoveryCodeOnceHoweverItIsTyped) {
    enrol();
    ASSERT_EQ(recovery_codes.size(), 10u);
    EXPECT_EQ(login(email, good_password, recovery_codes[0]).status, 200);
    EXPECT_EQ(login(email, good_password, recovery_codes[0]).code, "totp_invalid");
    auto loose = recovery_codes[1];
    std::erase(loose, '-');
    for (auto& c : loose) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    EXPECT_EQ(login(email, good_password, loose).status, 200);
    EXPECT_EQ(login(email, good_password, "AAAA-AAAA-AAAA-AAAA").code, "totp_invalid");
    const auto renewed = call_as(token, "POST", "/api/v1/auth/totp/recovery-codes", password_again);
    EXPECT_EQ(renewed.status, 200) << renewed.body;
    EXPECT_EQ(login(email, good_password, recovery_codes[3]).code, "totp_invalid") << "the old ones are gone";
}

TEST_F(TwoFactor, IsChangedOnlyWithThePassword) {
    const std::string wrong = R"({"password":"pas le mien du tout"})";
    EXPECT_EQ(call_as(token, "POST", "/api/v1/auth/totp", wrong).code, "wrong_password");
    EXPECT_EQ(confirm("123456").code, "totp_not_enrolled");
    enrol();
    EXPECT_EQ(call_as(token, "POST", "/api/v1/auth/totp", password_again).code, "totp_already_enabled");
    EXPECT_EQ(call_as(token, "POST", "/api/v1/auth/totp/disable", wrong).code, "wrong_password");
    EXPECT_EQ(login(email).code, "totp_required");
    EXPECT_EQ(call_as(token, "POST", "/api/v1/auth/totp/disable", password_again).status, 204);
    EXPECT_EQ(login(email).status, 200);
    EXPECT_EQ(call_as(token, "POST", "/api/v1/auth/totp/disable", password_again).code, "totp_not_enabled");
}

TEST_F(TwoFactor, IsNotOnBeforeTheAppHasProvenItself) {
    secret = from_base32(call_as(token, "POST", "/api/v1/auth/totp", password_again).text("secret"));
    EXPECT_EQ(login(email).status, 200);
    EXPECT_EQ(confirm("12345").code, "totp_invalid");
    EXPECT_EQ(confirm(totp_code(secret, now.plus_seconds(600))).code, "totp_invalid");
    EXPECT_EQ(login(email).status, 200);
}

TEST_F(TwoFactor, KeepsItsSecretSealed) {
    enrol();
    EXPECT_EQ(books.sql("select length(totp_secret) > 40 from credential where user_id = '" + syndic.text() + "'"),
              "t");
    EXPECT_EQ(books.sql("select position(decode('" + to_hex(secret) +
                        "', 'hex') in totp_secret) from credential where user_id = '" + syndic.text() + "'"),
              "0");
}

}  // namespace
}  // namespace daftar::identity
