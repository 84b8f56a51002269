#include "identity/test_office.hpp"

namespace daftar::identity {
namespace {

class SignIn : public TestOffice {
protected:
    Id<TenantGroup> group = office("Cabinet Atlas");
    Id<Organization> erables = residence(group, "Résidence Les Érables"),
                     jardins = residence(group, "Résidence Les Jardins");
    Id<User> accountant = person("comptable@cabinet.example");
    Id<Role> first = role(accountant, group, erables, RoleType::Accountant),
             second = role(accountant, group, jardins, RoleType::Syndic);
};

TEST_F(SignIn, AnswersAsTheGuideShows) {
    const auto reply = login("Comptable@Cabinet.example");
    ASSERT_EQ(reply.status, 200) << reply.body;
    EXPECT_EQ(reply.text("token_type"), "Bearer");
    EXPECT_EQ(to_text(*reply.json.find("expires_in")), "900");
    const auto me = call_as(reply.text("access_token"), "GET", "/api/v1/auth/me");
    EXPECT_EQ(to_text(me.json), to_text(*reply.json.find("user")));
    EXPECT_EQ(me.text("id"), accountant.text());
    EXPECT_EQ(me.text("email"), "comptable@cabinet.example");
    EXPECT_EQ(me.text("active_role"), first.text());
    const auto& roles = *me.json.find("roles")->if_array();
    ASSERT_EQ(roles.size(), 2u);
    EXPECT_EQ(to_text(roles[0]), to_text(Json::Object{{"role_id", first.text()},
                                                      {"role_type", "Accountant"},
                                                      {"organization_id", erables.text()},
                                                      {"organization_name", "Résidence Les Érables"}}));
    const auto* organization = me.json.find("organization");
    ASSERT_TRUE(organization && organization->if_object()) << me.body;
    EXPECT_EQ(to_text(*organization->find("currency")), "\"EUR\"");
    EXPECT_EQ(to_text(*organization->find("chart")), "\"be-acp\"");
    EXPECT_NE(me.body.find("\"write_entries\""), std::string::npos);
}

TEST_F(SignIn, SetsACookieThatScriptsAndOtherSitesCannotUse) {
    const auto plain = login("comptable@cabinet.example").set_cookie;
    for (const char* part : {"; HttpOnly", "; SameSite=Strict", "; Path=/api/v1/auth"})
        EXPECT_NE(plain.find(part), std::string::npos) << plain;
    EXPECT_EQ(plain.find("Secure"), std::string::npos);
    books.services().public_address = "https://copro.example";
    const auto secure = login("comptable@cabinet.example").set_cookie;
    EXPECT_TRUE(secure.starts_with("__Secure-daftar_refresh=")) << secure;
    EXPECT_NE(secure.find("; Secure"), std::string::npos);
}

TEST_F(SignIn, SwitchesToAnotherOfHisRolesAndStaysThere) {
    const auto signed_in = login("comptable@cabinet.example");
    const auto switched = call_as(signed_in.text("access_token"), "POST", "/api/v1/auth/switch-role",
                                  R"({"role_id":")" + second.text() + "\"}");
    ASSERT_EQ(switched.status, 200) << switched.body;
    EXPECT_EQ(call_as(switched.text("access_token"), "GET", "/api/v1/auth/me").text("active_role"), second.text());
    EXPECT_FALSE(switched.cookie.empty());
    const auto renewed = refresh(switched.cookie);
    ASSERT_EQ(renewed.status, 200) << renewed.body;
    EXPECT_EQ(renewed.json.find("user")->find("active_role")->if_string()[0], second.text());
    EXPECT_EQ(login("comptable@cabinet.example").json.find("user")->find("active_role")->if_string()[0], second.text())
        << "and at the next sign-in";
}

TEST_F(SignIn, SwitchesToNobodyElsesRole) {
    const auto other = person("autre@cabinet.example");
    const auto others = role(other, group, erables, RoleType::Admin);
    const auto token = token_of("comptable@cabinet.example");
    EXPECT_EQ(call_as(token, "POST", "/api/v1/auth/switch-role", R"({"role_id":")" + others.text() + "\"}").code,
              "no_such_role");
    books.sql("update role set revoked_at = now() where id = '" + second.text() + "'");
    EXPECT_EQ(call_as(token, "POST", "/api/v1/auth/switch-role", R"({"role_id":")" + second.text() + "\"}").code,
              "no_such_role");
    for (const char* body : {R"({"role_id":"x"})", R"({})", R"({"role_id":null})",
                             R"({"role_id":"01890000-0000-7000-8000-000000000001","role_type":"SuperAdmin"})"})
        EXPECT_EQ(call_as(token, "POST", "/api/v1/auth/switch-role", body).status, 400) << body;
}

TEST_F(SignIn, RefusesEverythingWrongInTheSameWords) {
    const auto closed = person("ferme@cabinet.example");
    role(closed, group, erables, RoleType::Syndic);
    books.sql("update app_user set is_active = false where id = '" + closed.text() + "'");
    person("sansrole@cabinet.example");
    const auto known = login("comptable@cabinet.example", "mauvais mot de passe");
    EXPECT_EQ(known.status, 401);
    EXPECT_EQ(known.code, "invalid_credentials");
    for (const char* email : {"inconnu@cabinet.example", "ferme@cabinet.example", "sansrole@cabinet.example",
                              "pas une adresse", "' or 1=1 --"}) {
        const auto reply = login(email);
        EXPECT_EQ(reply.status, 401) << email;
        EXPECT_EQ(reply.body, known.body) << email;
    }
}

TEST_F(SignIn, RefusesMalformedBodiesWithTheirPlaces) {
    const auto reply = call("POST", "/api/v1/auth/login", R"({"email":5,"password":"","role":"SuperAdmin"})");
    EXPECT_EQ(reply.status, 400);
    EXPECT_EQ(reply.json.find("problems")->if_array()->size(), 3u) << reply.body;
    EXPECT_EQ(login("a@b.ma", std::string(201, 'x')).status, 400) << "nobody makes us hash a book";
    EXPECT_EQ(call("POST", "/api/v1/auth/login", "[]").status, 400);
    EXPECT_EQ(call("POST", "/api/v1/auth/login", "").status, 400);
}

TEST_F(SignIn, IsNotForFormsOfOtherSitesNorForDryRuns) {
    EXPECT_EQ(login("comptable@cabinet.example", good_password, "", {{"content-type", "text/plain"}}).code,
              "unsupported_media_type");
    EXPECT_EQ(login("comptable@cabinet.example", good_password, "", {{"sec-fetch-site", "cross-site"}}).code,
              "cross_site_request");
    EXPECT_EQ(login("comptable@cabinet.example", good_password, "", {{"daftar-dry-run", "true"}}).code,
              "dry_run_impossible");
    EXPECT_EQ(
        login("comptable@cabinet.example", good_password, "", {{"content-type", "application/json; charset=utf-8"}})
            .status,
        200);
}

TEST_F(SignIn, LocksAnAccountForLongerAndLonger) {
    for (int i = 0; i < 5; ++i) EXPECT_EQ(login("comptable@cabinet.example", "faux").code, "invalid_credentials");
    EXPECT_EQ(login("comptable@cabinet.example").code, "too_many_attempts") << "not even with the right password";
    wait(14);
    EXPECT_EQ(login("comptable@cabinet.example").status, 429);
    wait(1);
    EXPECT_EQ(login("comptable@cabinet.example", "faux").code, "invalid_credentials");
    wait(29);
    EXPECT_EQ(login("comptable@cabinet.example").status, 429);
    wait(1);
    EXPECT_EQ(login("comptable@cabinet.example").status, 200);
    EXPECT_EQ(login("comptable@cabinet.example", "faux").code, "invalid_credentials") << "forgotten after a success";
}

TEST_F(SignIn, LocksUnknownAccountsAlike) {
    for (int i = 0; i < 5; ++i) login("inconnu@cabinet.example", "faux");
    EXPECT_EQ(login("inconnu@cabinet.example", "faux").code, "too_many_attempts");
    EXPECT_EQ(login("comptable@cabinet.example").status, 200);
}

TEST_F(SignIn, LocksAnAddressThatTriesManyAccounts) {
    for (int i = 0; i < 30; ++i)
        EXPECT_EQ(login("compte" + std::to_string(i) + "@cabinet.example", "faux").status, 401);
    EXPECT_EQ(login("comptable@cabinet.example").code, "too_many_attempts");
    wait(15);
    EXPECT_EQ(login("comptable@cabinet.example").status, 200);
}

TEST_F(SignIn, KeepsNoPlainSecret) {
    const auto reply = login("comptable@cabinet.example");
    const auto secret = reply.cookie.substr(reply.cookie.find('=') + 1);
    EXPECT_EQ(books.sql("select count(*) from refresh_token where token_hash = sha256('" + secret +
                        "') and position('" + secret + "'::bytea in token_hash) = 0"),
              "1");
    EXPECT_TRUE(books.sql("select password_hash from credential where user_id = '" + accountant.text() + "'")
                    .starts_with("$argon2id$"));
    EXPECT_EQ(books.sql("select action || ' ' || user_email || ' ' || role_type || ' ' || organization_id from "
                        "audit_event where action = 'LOGIN'"),
              "LOGIN comptable@cabinet.example Accountant " + erables.text());
}

TEST_F(SignIn, NeverKeepsATokenForAnIdempotencyKey) {
    const auto token = token_of("comptable@cabinet.example");
    EXPECT_EQ(call_as(token, "POST", "/api/v1/auth/switch-role", R"({"role_id":")" + second.text() + "\"}",
                      {{"idempotency-key", "k1"}})
                  .status,
              200);
    EXPECT_EQ(books.sql("select count(*) from idempotency_key"), "0");
}

TEST_F(SignIn, AnAdministratorOfTheOfficeOpensTheBooksOfOneResidence) {
    const auto director = person("direction@cabinet.example");
    const auto admin = role(director, group, {}, RoleType::Admin);
    const auto foreign = residence(office("Cabinet Rif"), "Ailleurs");
    const auto token = token_of("direction@cabinet.example");
    EXPECT_TRUE(call_as(token, "GET", "/api/v1/auth/me").json.find("organization")->is_null());
    EXPECT_EQ(call_as(token, "GET", "/api/v1/audit-logs").status, 403);
    const auto open = [&](const Id<Organization>& id) {
        return call_as(token, "POST", "/api/v1/auth/switch-role",
                       R"({"role_id":")" + admin.text() + R"(","open_organization":")" + id.text() + "\"}");
    };
    EXPECT_EQ(open(foreign).status, 404);
    const auto opened = open(jardins);
    ASSERT_EQ(opened.status, 200) << opened.body;
    EXPECT_EQ(call_as(opened.text("access_token"), "GET", "/api/v1/audit-logs").status, 200);
    EXPECT_EQ(refresh(opened.cookie).json.find("user")->find("organization")->find("id")->if_string()[0],
              jardins.text());
}

}  // namespace
}  // namespace daftar::identity
