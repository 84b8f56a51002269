#include "identity/test_office.hpp"

namespace daftar::identity {
namespace {

class Users : public TestOffice {
protected:
    Id<TenantGroup> atlas = office("Cabinet Atlas"), rif = office("Cabinet Rif");
    Id<Organization> erables = residence(atlas, "Les Érables"), ailleurs = residence(rif, "Ailleurs");
    Id<User> director = person("direction@atlas.example"), rival = person("direction@rif.example"),
             syndic = person("syndic@atlas.example");
    Id<Role> directors = role(director, atlas, {}, RoleType::Admin), rivals = role(rival, rif, {}, RoleType::Admin),
             syndics = role(syndic, atlas, erables, RoleType::Syndic);
    std::string token = token_of("direction@atlas.example");

    Reply invite(const std::string& as, std::string_view email, std::string_view type,
                 const std::optional<Id<Organization>>& where) {
        Json body = Json::Object{{"email", email}, {"name", "Nouvelle Personne"}, {"role_type", type}};
        if (where) body["organization_id"] = where->text();
        return call_as(as, "POST", "/api/v1/users", to_text(body));
    }
    Reply give(const std::string& as, const Id<User>& user, std::string_view type,
               const std::optional<Id<Organization>>& where) {
        Json body = Json::Object{{"role_type", type}};
        if (where) body["organization_id"] = where->text();
        return call_as(as, "POST", "/api/v1/users/" + user.text() + "/roles", to_text(body));
    }
    std::string all_roles() {
        return books.sql(
            "select string_agg(user_id::text || role_type || coalesce(organization_id::text, '') || "
            "coalesce(revoked_at::text, ''), ',' order by id) from role");
    }
};

TEST_F(Users, AreInvitedByMailAndChooseTheirPassword) {
    const auto invited = invite(token, "Nouveau@atlas.example", "Accountant", erables);
    ASSERT_EQ(invited.status, 201) << invited.body;
    EXPECT_EQ(mail("invitation", "role"), "comptable");
    EXPECT_EQ(mail("invitation", "organization"), "Les Érables");
    EXPECT_EQ(login("nouveau@atlas.example").code, "invalid_credentials") << "no password yet";
    const auto link = token_in_mail("invitation");
    EXPECT_EQ(call("POST", "/api/v1/auth/password-reset/confirm",
                   to_text(Json::Object{{"token", link}, {"password", "cinq lapins mauves"}}))
                  .status,
              204);
    const auto signed_in = login("nouveau@atlas.example", "cinq lapins mauves");
    EXPECT_EQ(signed_in.status, 200) << signed_in.body;
    const auto list = call_as(token, "GET", "/api/v1/users");
    EXPECT_EQ(list.json.find("items")->if_array()->size(), 3u) << list.body;
    EXPECT_EQ(list.body.find("rif.example"), std::string::npos);
    EXPECT_EQ(call_as(token, "GET", "/api/v1/users?search=NOUVEAU").json.find("items")->if_array()->size(), 1u);
    EXPECT_EQ(call_as(token, "GET", "/api/v1/users?search=%25").json.find("items")->if_array()->size(), 0u)
        << "% is a letter";
    const auto first = call_as(token, "GET", "/api/v1/users?limit=2");
    EXPECT_EQ(call_as(token, "GET", "/api/v1/users?limit=2&cursor=" + first.text("next"))
                  .json.find("items")
                  ->if_array()
                  ->size(),
              1u);
}

TEST_F(Users, AreManagedByAdministratorsOnly) {
    const auto syndics_token = token_of("syndic@atlas.example");
    EXPECT_EQ(call_as(syndics_token, "GET", "/api/v1/users").status, 403);
    EXPECT_EQ(invite(syndics_token, "x@atlas.example", "Owner", {}).status, 403);
    EXPECT_EQ(give(syndics_token, syndic, "Admin", {}).status, 403);
    EXPECT_EQ(call("GET", "/api/v1/users").status, 401);
}

TEST_F(Users, NobodyRisesAboveHimselfOrReachesAnotherOffice) {
    const auto before = all_roles();
    EXPECT_EQ(give(token, director, "SuperAdmin", {}).code, "role_above_yours");
    EXPECT_EQ(give(token, director, "SuperAdmin", erables).code, "role_above_yours");
    EXPECT_EQ(invite(token, "x@atlas.example", "SuperAdmin", {}).code, "role_above_yours");
    EXPECT_EQ(give(token, director, "Accountant", ailleurs).status, 404);
    EXPECT_EQ(give(token, rival, "Accountant", erables).status, 404) << "an identifier of another office is not there";
    EXPECT_EQ(give(token, syndic, "Accountant", {}).code, "role_needs_organization");
    EXPECT_EQ(give(token, syndic, "Root", erables).status, 400);
    EXPECT_EQ(call_as(token, "DELETE", "/api/v1/roles/" + rivals.text()).status, 404);
    EXPECT_EQ(call_as(token, "PUT", "/api/v1/users/" + rival.text(), R"({"is_active":false})").status, 404);
    EXPECT_EQ(call_as(token, "POST", "/api/v1/users/" + syndic.text() + "/roles",
                      R"({"role_type":"Owner","organization_id":")" + erables.text() + R"(","tenant_group_id":")" +
                          rif.text() + "\"}")
                  .status,
              400)
        << "nothing is assigned that is not asked for";
    EXPECT_EQ(all_roles(), before);
    EXPECT_EQ(books.sql("select count(*) from app_user where not is_active"), "0");
}

TEST_F(Users, OfAnotherOfficeAreInvitedWithoutLosingAnythingOfTheirs) {
    ASSERT_EQ(invite(token, "direction@rif.example", "Accountant", erables).status, 201);
    EXPECT_EQ(books.sql("select name from app_user where id = '" + rival.text() + "'"), "Nom de direction@rif.example");
    EXPECT_EQ(token_in_mail("invitation"), "") << "no link that sets a password";
    EXPECT_EQ(call_as(token, "PUT", "/api/v1/users/" + rival.text(), R"({"is_active":false})").code,
              "belongs_to_others");
    EXPECT_EQ(call_as(token, "GET", "/api/v1/users").body.find("Cabinet Rif"), std::string::npos)
        << "his other roles are not shown";
    EXPECT_EQ(login("direction@rif.example").status, 200);
}

TEST_F(Users, AreKeptOutAndLetInAgain) {
    const auto session = login("syndic@atlas.example");
    EXPECT_EQ(call_as(token, "PUT", "/api/v1/users/" + syndic.text(), R"({"is_active":false})").status, 200);
    EXPECT_EQ(
        books.sql("select details from audit_event where action = 'UPDATE' and entity_type = 'User' and entity_id = '" +
                  syndic.text() + "'"),
        R"({"after": {"is_active": false}, "before": {"is_active": true}})");
    EXPECT_EQ(refresh(session.cookie).code, "session_ended");
    EXPECT_EQ(login("syndic@atlas.example").code, "invalid_credentials");
    EXPECT_EQ(call_as(token, "PUT", "/api/v1/users/" + syndic.text(), R"({"is_active":true})").status, 200);
    EXPECT_EQ(login("syndic@atlas.example").status, 200);
    EXPECT_EQ(call_as(token, "PUT", "/api/v1/users/" + director.text(), R"({"is_active":false})").code,
              "own_account_kept");
    EXPECT_EQ(call_as(token, "PUT", "/api/v1/users/" + syndic.text(), R"({"is_active":true,"email":"x@y.ma"})").status,
              400);
}

TEST_F(Users, RolesAreGivenTakenAndGivenBack) {
    const auto given = give(token, syndic, "Accountant", erables);
    ASSERT_EQ(given.status, 201) << given.body;
    EXPECT_EQ(books.sql("select organization_id from audit_event where entity_id = '" + given.text("role_id") + "'"),
              erables.text())
        << "the residence sees it";
    EXPECT_EQ(give(token, syndic, "Accountant", erables).text("role_id"), given.text("role_id")) << "twice is once";
    EXPECT_EQ(call_as(token, "DELETE", "/api/v1/roles/" + given.text("role_id")).status, 204);
    EXPECT_EQ(call_as(token, "DELETE", "/api/v1/roles/" + given.text("role_id")).status, 404);
    EXPECT_EQ(give(token, syndic, "Accountant", erables).text("role_id"), given.text("role_id"));
    EXPECT_EQ(call_as(token, "DELETE", "/api/v1/roles/" + directors.text()).code, "last_administrator");
    ASSERT_EQ(give(token, syndic, "Admin", {}).status, 201);
    const auto set_revoked = [&](const std::string& instant) {
        books.sql("update role set revoked_at = " + instant + " where id = '" + directors.text() + "' returning id");
    };
    set_revoked("now()");  // by another server
    EXPECT_EQ(call_as(token, "GET", "/api/v1/users").json.find("items")->if_array()->size(), 0u)
        << "the database asks again, before the token ends";
    set_revoked("null");
    EXPECT_EQ(call_as(token, "DELETE", "/api/v1/roles/" + directors.text()).status, 204);
    EXPECT_EQ(call_as(token, "GET", "/api/v1/users").code, "session_ended") << "his token ends with his role";
}

TEST_F(Users, TheAdministratorOfOneResidenceStaysInIt) {
    const auto other = residence(atlas, "Les Jardins");
    const auto local = person("local@atlas.example");
    role(local, atlas, erables, RoleType::Admin);
    const auto local_token = token_of("local@atlas.example");
    EXPECT_EQ(give(local_token, syndic, "Accountant", {}).status, 201);
    EXPECT_EQ(give(local_token, syndic, "Accountant", other).status, 403) << "not the open organization";
    EXPECT_EQ(call_as(local_token, "DELETE", "/api/v1/roles/" + directors.text()).status, 404);
    const auto list = call_as(local_token, "GET", "/api/v1/users");
    EXPECT_EQ(list.json.find("items")->if_array()->size(), 2u) << list.body;
    EXPECT_EQ(list.body.find("direction@"), std::string::npos);
    EXPECT_EQ(call_as(local_token, "GET", "/api/v1/organizations").json.find("items")->if_array()->size(), 0u);
    role(syndic, atlas, other, RoleType::Syndic);
    EXPECT_EQ(call_as(local_token, "PUT", "/api/v1/users/" + syndic.text(), R"({"is_active":false})").code,
              "belongs_to_others");
}

}  // namespace
}  // namespace daftar::identity
