#include "identity/revocation.hpp"
#include "identity/test_office.hpp"

namespace daftar::identity {
namespace {

class Session : public TestOffice {
protected:
    Id<TenantGroup> group = office("Cabinet Atlas");
    Id<Organization> erables = residence(group, "Les Érables");
    Id<User> syndic = person("syndic@cabinet.example");
    Id<Role> only = role(syndic, group, erables, RoleType::Syndic);
    Reply signed_in = login("syndic@cabinet.example");
};

TEST_F(Session, RenewsItsTokensAndRotatesTheCookie) {
    wait(899);
    const auto renewed = refresh(signed_in.cookie);
    ASSERT_EQ(renewed.status, 200) << renewed.body;
    EXPECT_NE(renewed.cookie, signed_in.cookie);
    wait(2);
    EXPECT_EQ(call_as(signed_in.text("access_token"), "GET", "/api/v1/auth/me").status, 401) << "15 minutes are over";
    EXPECT_EQ(call_as(renewed.text("access_token"), "GET", "/api/v1/auth/me").status, 200);
    EXPECT_EQ(refresh(renewed.cookie).status, 200);
}

TEST_F(Session, EndsForEverybodyWhenATokenIsUsedTwice) {
    const auto stolen = signed_in.cookie;
    const auto renewed = refresh(stolen);
    EXPECT_EQ(refresh(stolen).code, "session_ended");
    EXPECT_EQ(refresh(renewed.cookie).code, "session_ended") << "nobody knows which of the two is the thief";
    EXPECT_EQ(books.sql("select revoked_reason from sign_in_session"), "refresh token used twice");
    EXPECT_NE(mail("security_notice", "event").find("prudence"), std::string::npos);
    EXPECT_EQ(login("syndic@cabinet.example").status, 200);
}

TEST_F(Session, IsNotRenewedByAnotherSiteOrAPlantedCookie) {
    const auto& cookie = signed_in.cookie;
    const auto with = [&](const Headers& headers) { return call("POST", "/api/v1/auth/refresh", "{}", headers).code; };
    EXPECT_EQ(with({{"cookie", cookie}}), "cross_site_request");
    EXPECT_EQ(with({{"cookie", cookie}, {"x-requested-with", "XMLHttpRequest"}}), "cross_site_request");
    EXPECT_EQ(with({{"x-requested-with", "daftar"}}), "session_ended");
    EXPECT_EQ(with({{"cookie", cookie + "; " + cookie}, {"x-requested-with", "daftar"}}), "session_ended");
    const std::vector<std::string> planted_ones = {"daftar_refresh=", "daftar_refresh=x", "X" + cookie,
                                                   "daftar_refresh=" + std::string(100'000, 'a'),
                                                   "daftar_refresh=" + std::string(43, 'A')};
    for (const auto& planted : planted_ones)
        EXPECT_EQ(with({{"cookie", planted}, {"x-requested-with", "daftar"}}), "session_ended")
            << planted.substr(0, 60);
    EXPECT_EQ(with({{"cookie", "other=1; " + cookie + " ; more=2"}, {"x-requested-with", "daftar"}}), "")
        << "among others it is found";
}

TEST_F(Session, EndsWhenItsRoleIsRevokedOrItsAccountClosed) {
    books.sql("update role set revoked_at = now() where id = '" + only.text() + "'");
    EXPECT_EQ(refresh(signed_in.cookie).code, "session_ended");
    books.sql("update role set revoked_at = null where id = '" + only.text() + "'");
    const auto again = login("syndic@cabinet.example");
    books.sql("update app_user set is_active = false where id = '" + syndic.text() + "'");
    EXPECT_EQ(refresh(again.cookie).code, "session_ended");
    EXPECT_EQ(
        call_as(again.text("access_token"), "POST", "/api/v1/auth/switch-role", R"({"role_id":")" + only.text() + "\"}")
            .code,
        "session_ended")
        << "switching asks the database";
}

TEST_F(Session, EndsAfterTwoWeeksUnusedAndAfterThirtyDaysAnyway) {
    wait(14 * 24 * 3600 + 1);
    EXPECT_EQ(refresh(signed_in.cookie).code, "session_ended");
    auto used = login("syndic@cabinet.example");
    for (int days = 10; days < 30; days += 10) {
        wait(10 * 24 * 3600);
        used = refresh(used.cookie);
        EXPECT_EQ(used.status, 200);
    }
    wait(10 * 24 * 3600);
    EXPECT_EQ(refresh(used.cookie).code, "session_ended");
}

TEST_F(Session, IsLeftByLogoutEvenWithAnExpiredToken) {
    wait(3600);
    const auto out =
        call("POST", "/api/v1/auth/logout", "{}",
             {{"cookie", signed_in.cookie}, {"authorization", "Bearer " + signed_in.text("access_token")}});
    EXPECT_EQ(out.status, 200) << out.body;
    EXPECT_NE(out.set_cookie.find("Max-Age=0"), std::string::npos);
    EXPECT_EQ(refresh(signed_in.cookie).code, "session_ended");
    EXPECT_EQ(call("POST", "/api/v1/auth/logout", "{}").status, 200) << "leaving twice is no fault";
    EXPECT_EQ(books.sql("select count(*) from audit_event where action = 'LOGOUT'"), "1");
}

TEST_F(Session, LeavingIsWrittenDownOnceWithTokenAndCookie) {
    for (int time = 0; time < 2; ++time)
        EXPECT_EQ(call("POST", "/api/v1/auth/logout", "{}",
                       {{"cookie", signed_in.cookie}, {"authorization", "Bearer " + signed_in.text("access_token")}})
                      .status,
                  200);
    EXPECT_EQ(books.sql("select string_agg(action || ' ' || user_email, ',') from audit_event where action = 'LOGOUT'"),
              "LOGOUT syndic@cabinet.example");
}

TEST_F(Session, AreListedAndClosedByTheirOwnerOnly) {
    const auto phone = login("syndic@cabinet.example", good_password, "", {{"user-agent", "Téléphone \"<script>\""}});
    const auto other = person("autre@cabinet.example");
    role(other, group, erables, RoleType::Syndic);
    const auto others = login("autre@cabinet.example");
    const auto list = call_as(signed_in.text("access_token"), "GET", "/api/v1/auth/sessions");
    ASSERT_EQ(list.json.find("items")->if_array()->size(), 2u) << list.body;
    std::string foreign = books.sql("select id from sign_in_session where user_id = '" + other.text() + "'");
    EXPECT_EQ(call_as(signed_in.text("access_token"), "DELETE", "/api/v1/auth/sessions/" + foreign).status, 404);
    EXPECT_EQ(refresh(others.cookie).status, 200);
    for (const auto& one : *list.json.find("items")->if_array()) {
        if (to_text(*one.find("is_current")) == "true") continue;
        EXPECT_EQ(
            call_as(signed_in.text("access_token"), "DELETE", "/api/v1/auth/sessions/" + *one.find("id")->if_string())
                .status,
            204);
    }
    EXPECT_EQ(refresh(phone.cookie).code, "session_ended");
    EXPECT_EQ(refresh(signed_in.cookie).status, 200);
}

TEST_F(Session, TakesItsAccessTokenAlongWhenItEnds) {
    const auto me = [&](const Reply& session) {
        return call_as(session.text("access_token"), "GET", "/api/v1/auth/me").status;
    };
    const auto phone = login("syndic@cabinet.example"), tablet = login("syndic@cabinet.example");
    std::string id;
    const auto list = call_as(signed_in.text("access_token"), "GET", "/api/v1/auth/sessions");
    for (const auto& one : *list.json.find("items")->if_array())
        if (to_text(*one.find("is_current")) != "true") id = *one.find("id")->if_string();
    EXPECT_EQ(call_as(signed_in.text("access_token"), "DELETE", "/api/v1/auth/sessions/" + id).status, 204);
    EXPECT_EQ((std::multiset{me(phone), me(tablet)}), (std::multiset{200, 401}));
    EXPECT_EQ(call("POST", "/api/v1/auth/logout", "{}",
                   {{"cookie", signed_in.cookie}, {"authorization", "Bearer " + signed_in.text("access_token")}})
                  .status,
              200);
    EXPECT_EQ(me(signed_in), 401);

    const auto elsewhere = login("syndic@cabinet.example");
    const auto look = [&] {
        books.run(
            {}, [](Context& context) { revocations().refresh(context); }, Door::system);
        return me(elsewhere);
    };
    books.sql("update role set revoked_at = now() where id = '" + only.text() + "' returning id");
    EXPECT_EQ(me(elsewhere), 200) << "another server ended it";
    EXPECT_EQ(look(), 401);
    books.sql("update role set revoked_at = null where id = '" + only.text() + "' returning id");
    EXPECT_EQ(look(), 200) << "given back";
    books.sql("update app_user set is_active = false where id = '" + syndic.text() + "' returning id");
    EXPECT_EQ(look(), 401);
}

TEST_F(Session, CannotBeFixedByTheOneWhoSignsIn) {
    const auto second = login("syndic@cabinet.example", good_password, "", {{"cookie", signed_in.cookie}});
    EXPECT_NE(second.cookie, signed_in.cookie) << "a cookie brought along is never taken over";
    EXPECT_EQ(books.sql("select count(*) from sign_in_session"), "2");
}

}  // namespace
}  // namespace daftar::identity
