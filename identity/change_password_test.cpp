#include "identity/test_office.hpp"

namespace daftar::identity {
namespace {

class ChangePassword : public TestOffice {
protected:
    const std::string email = "syndic@cabinet.example";
    Id<TenantGroup> group = office("Cabinet Atlas");
    Id<User> syndic = person(email);

    ChangePassword() { role(syndic, group, residence(group, "Les Érables"), RoleType::Syndic); }
    Reply ask(std::string_view address) {
        return call("POST", "/api/v1/auth/password-reset", to_text(Json::Object{{"email", address}}));
    }
    Reply confirm(std::string_view token, std::string_view password) {
        return call("POST", "/api/v1/auth/password-reset/confirm",
                    to_text(Json::Object{{"token", token}, {"password", password}}));
    }
};

TEST_F(ChangePassword, ByALinkThatWorksOnceAndClosesEverySession) {
    const auto before = login(email);
    const auto asked = ask("SYNDIC@cabinet.example");
    EXPECT_EQ(asked.status, 200) << asked.body;
    EXPECT_TRUE(mail("password_reset", "link").starts_with("http://127.0.0.1:8080/mot-de-passe?jeton="));
    const auto token = token_in_mail("password_reset");
    EXPECT_EQ(confirm(token, "court").code, "password_too_short") << "and the link stays good";
    EXPECT_EQ(confirm(token, "cinq lapins mauves").status, 204);
    EXPECT_EQ(confirm(token, "six lapins mauves !").code, "invalid_link");
    EXPECT_EQ(login(email).code, "invalid_credentials");
    EXPECT_EQ(login(email, "cinq lapins mauves").status, 200);
    EXPECT_EQ(refresh(before.cookie).code, "session_ended");
}

TEST_F(ChangePassword, AnswersTheSameForEveryAddress) {
    const auto known = ask(email);
    for (const char* address : {"inconnu@cabinet.example", "pas une adresse", "a@b.ma\r\nBcc: x@y.z"})
        EXPECT_EQ(ask(address).body, known.body) << address;
    EXPECT_EQ(books.sql("select count(*) from job where kind = 'send_mail'"), "1");
}

TEST_F(ChangePassword, WritesToOneAddressThreeTimesAnHourAtMost) {
    for (int i = 0; i < 6; ++i) ask(email);
    EXPECT_EQ(books.sql("select count(*) from job where kind = 'send_mail'"), "3");
    wait(3601);
    ask(email);
    EXPECT_EQ(books.sql("select count(*) from job where kind = 'send_mail'"), "4");
}

TEST_F(ChangePassword, LinksExpireAndCannotBeGuessed) {
    ask(email);
    const auto token = token_in_mail("password_reset");
    auto altered = token;
    altered[5] = altered[5] == 'A' ? 'B' : 'A';
    EXPECT_EQ(confirm(altered, "cinq lapins mauves").code, "invalid_link");
    EXPECT_EQ(confirm("", "cinq lapins mauves").status, 400);
    EXPECT_EQ(books.sql("select count(*) from one_time_token where position('" + token + "'::bytea in token_hash) > 0"),
              "0");
    wait(3600);
    EXPECT_EQ(confirm(token, "cinq lapins mauves").code, "invalid_link");
}

TEST_F(ChangePassword, OfAClosedAccountIsImpossible) {
    ask(email);
    books.sql("update app_user set is_active = false");
    EXPECT_EQ(confirm(token_in_mail("password_reset"), "cinq lapins mauves").code, "invalid_link");
    const auto mails = books.sql("select count(*) from job");
    ask(email);
    EXPECT_EQ(books.sql("select count(*) from job"), mails);
}

TEST_F(ChangePassword, BySomeoneSignedInNeedsTheOldOneAndKeepsHisSession) {
    const auto here = login(email), elsewhere = login(email);
    const auto change = [&](std::string_view current, std::string_view next) {
        return call_as(here.text("access_token"), "POST", "/api/v1/auth/password",
                       to_text(Json::Object{{"current_password", current}, {"new_password", next}}));
    };
    EXPECT_EQ(change("pas le mien du tout", "cinq lapins mauves").code, "wrong_password");
    EXPECT_EQ(change(good_password, "syndic123456").code, "password_like_address");
    EXPECT_EQ(change(good_password, "cinq lapins mauves").status, 204);
    EXPECT_EQ(refresh(elsewhere.cookie).code, "session_ended");
    EXPECT_EQ(refresh(here.cookie).status, 200);
    EXPECT_EQ(login(email, "cinq lapins mauves").status, 200);
    for (int i = 0; i < 5; ++i) change("pas le mien du tout", "cinq lapins verts");
    EXPECT_EQ(change("cinq lapins mauves", "cinq lapins verts").code, "too_many_attempts")
        << "a stolen page cannot guess either";
}

}  // namespace
}  // namespace daftar::identity
