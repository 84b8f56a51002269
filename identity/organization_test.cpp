#include <atomic>
#include <thread>

#include "identity/test_office.hpp"

namespace daftar::identity {
namespace {

class Organizations : public TestOffice {
protected:
    Id<TenantGroup> atlas = office("Cabinet Atlas");
    Id<Organization> erables = residence(atlas, "Les Érables");
    Id<User> director = person("direction@atlas.example");
    Id<Role> directors = role(director, atlas, {}, RoleType::Admin);

    /// A token with the residence open.
    std::string open(const std::string& token, const Id<Role>& under, const Id<Organization>& organization) {
        return call_as(token, "POST", "/api/v1/auth/switch-role",
                       R"({"role_id":")" + under.text() + R"(","open_organization":")" + organization.text() + "\"}")
            .text("access_token");
    }
};

TEST_F(Organizations, OfTheOfficeAreListedForItsAdministrators) {
    residence(office("Cabinet Rif"), "Ailleurs");
    residence(atlas, "Anfa");
    const auto token = token_of("direction@atlas.example");
    const auto list = call_as(token, "GET", "/api/v1/organizations");
    ASSERT_EQ(list.json.find("items")->if_array()->size(), 2u) << list.body;
    EXPECT_EQ((*list.json.find("items")->if_array())[0].find("name")->if_string()[0], "Anfa");
    const auto first = call_as(token, "GET", "/api/v1/organizations?limit=1");
    EXPECT_EQ((*call_as(token, "GET", "/api/v1/organizations?limit=1&cursor=" + first.text("next"))
                    .json.find("items")
                    ->if_array())[0]
                  .find("name")
                  ->if_string()[0],
              "Les Érables");
}

TEST_F(Organizations, ChangeTheirSettingsAndNothingElse) {
    const auto token = open(token_of("direction@atlas.example"), directors, erables);
    const auto before = call_as(token, "GET", "/api/v1/organization");
    EXPECT_EQ(to_text(*before.json.find("version")), "1");
    const auto put = [&](std::string_view body, const Headers& headers = {}) {
        return call_as(token, "PUT", "/api/v1/organization", body, headers);
    };
    EXPECT_EQ(
        put(R"({"name":"Les Érables II","vat_regime":"deducting","identifiers":{"enterprise_number":"0123.456.789"}})",
            {{"if-match", "\"1\""}})
            .status,
        200);
    EXPECT_EQ(put(R"({"name":"X"})", {{"if-match", "\"1\""}}).code, "changed_meanwhile");
    EXPECT_EQ(put(R"({"name":"X","version":1})").code, "changed_meanwhile");
    for (const char* body : {R"({"currency":"MAD"})", R"({"chart":"ma-syndicat"})", R"({"country":"MA"})",
                             R"({"tenant_group_id":"01890000-0000-7000-8000-000000000001"})",
                             R"({"fiscal_year_start_month":13})", R"({"time_zone":"Mars/Olympus"})", R"({"name":""})",
                             R"({"identifiers":[1]})", R"({"identifiers":{"a":{"b":1}}})"})
        EXPECT_EQ(put(body).status, 400) << body;
    const auto after = call_as(token, "GET", "/api/v1/organization");
    EXPECT_EQ(after.text("name"), "Les Érables II");
    EXPECT_EQ(after.text("currency"), "EUR");
    EXPECT_EQ(to_text(*after.json.find("version")), "2");
    EXPECT_NE(call_as(token, "GET", "/api/v1/audit-logs?entity_type=Organization&action=UPDATE").body.find("deducting"),
              std::string::npos);
}

TEST_F(Organizations, AreCreatedInTheCallersOfficeOnly) {
    Principal principal;
    principal.user = director;
    principal.tenant_group = atlas;
    Id<Organization> made;
    books.run(principal, [&](Context& context) {
        made = create_organization(context, {"Résidence Anfa", Country::MA, {}, {}, {}, {}, {}});
        EXPECT_EQ(context.organization(), made) << "the caller can open its books now";
        EXPECT_EQ(context.currency().code(), "MAD");
    });
    EXPECT_EQ(books.sql("select chart || ' ' || time_zone from organization where id = '" + made.text() + "'"),
              "ma-syndicat Africa/Casablanca");
    principal.tenant_group = office("Cabinet Rif");
    EXPECT_THROW(books.run(principal,
                           [&](Context& context) {
                               create_organization(context, {"Intruse", Country::MA, {}, {}, {}, {}, {}});
                           }),
                 DatabaseError);
}

TEST_F(Organizations, AuditLogIsAsTheGuideShows) {
    const auto accountant = person("comptable@atlas.example");
    role(accountant, atlas, erables, RoleType::Accountant);
    for (int i = 0; i < 3; ++i) {
        wait(60);
        login("comptable@atlas.example");
    }
    const auto token = token_of("comptable@atlas.example");
    const auto list =
        call_as(token, "GET",
                "/api/v1/audit-logs?organization_id=" + erables.text() + "&action=LOGIN&user=Comptable@atlas.example");
    ASSERT_TRUE(list.json.if_array()) << list.body;
    ASSERT_EQ(list.json.if_array()->size(), 4u);
    std::string names;
    for (const auto& member : *list.json.if_array()->front().if_object()) names += member.first + " ";
    EXPECT_EQ(names, "timestamp user action entity_type entity_id details ip_address ");
    const auto first =
        books.request({}, "GET", "/api/v1/audit-logs?action=LOGIN&limit=3", "", {{"authorization", "Bearer " + token}});
    std::string link;
    for (const auto& [name, value] : first.headers)
        if (name == "Link") link = value;
    ASSERT_NE(link.find("rel=\"next\""), std::string::npos);
    const auto next = call_as(token, "GET", link.substr(1, link.find('>') - 1));
    EXPECT_EQ(next.json.if_array()->size(), 1u) << next.body;
    EXPECT_EQ(call_as(token, "GET", "/api/v1/audit-logs?start=2000-01-01&end=2000-12-31").body, "[]");
    for (const char* query :
         {"start=2026-13-01", "start=2026-02-01&end=2026-01-01", "limit=x", "cursor=abc", "entity_id=1", "colour=red"})
        EXPECT_EQ(call_as(token, "GET", std::string("/api/v1/audit-logs?") + query).status, 400) << query;
    EXPECT_EQ(call_as(token, "GET", "/api/v1/audit-logs?organization_id=" + residence(atlas, "Autre").text()).code,
              "wrong_organization");
}

TEST_F(Organizations, AuditExportCannotCarryFormulas) {
    const auto accountant = person("comptable@atlas.example");
    role(accountant, atlas, erables, RoleType::Accountant);
    books.sql("insert into audit_event (organization_id, user_email, action, entity_type, details) values ('" +
              erables.text() + R"x(', '=HYPERLINK("http://x")', 'CREATE', '@SUM(1)', '{"a": "b;\"c"}'))x");
    const auto csv = call_as(token_of("comptable@atlas.example"), "GET", "/api/v1/audit-logs.csv?action=CREATE");
    EXPECT_NE(csv.body.find(R"x(;"'=HYPERLINK(""http://x"")";"CREATE";"'@SUM(1)";)x"), std::string::npos) << csv.body;
}

TEST_F(Organizations, FirstAdministratorIsMadeOnce) {
    std::optional<std::string> refused;
    books.run(
        {}, [&](Context& context) { refused = create_first_admin_token(context); }, Door::system);
    EXPECT_FALSE(refused) << "there are people already";

    tests::TestBooks empty{{identity()}};
    std::optional<std::string> old, token;
    empty.run(
        {}, [&](Context& context) { old = create_first_admin_token(context); }, Door::system);
    empty.run(
        {}, [&](Context& context) { token = create_first_admin_token(context); }, Door::system);
    ASSERT_TRUE(old && token);
    const auto make = [&](const std::string& with, std::string_view password = good_password) {
        return tests::outcome(empty.request({}, "POST", "/api/v1/auth/first-admin",
                                            to_text(Json::Object{{"token", with},
                                                                 {"email", "chef@cabinet.ma"},
                                                                 {"name", "Chef"},
                                                                 {"password", password},
                                                                 {"office_name", "Cabinet Atlas"}})));
    };
    EXPECT_EQ(make("x"), "422 invalid_link");
    EXPECT_EQ(make(*old), "422 invalid_link");
    EXPECT_EQ(make(*token, "court"), "400 password_too_short");
    EXPECT_EQ(make(*token), "201");
    EXPECT_EQ(make(*token), "422 invalid_link");
    EXPECT_EQ(empty.sql("select string_agg(role_type, ',' order by role_type) from role"), "Admin,SuperAdmin");
    const auto login = empty.request({}, "POST", "/api/v1/auth/login",
                                     to_text(Json::Object{{"email", "chef@cabinet.ma"}, {"password", good_password}}));
    EXPECT_EQ(login.status, 200) << login.body;
}

TEST_F(Organizations, OfTwoFirstAdministratorsAtOnceOneIsMade) {
    tests::TestBooks empty{{identity()}};
    std::optional<std::string> token;
    empty.run(
        {}, [&](Context& context) { token = create_first_admin_token(context); }, Door::system);
    std::atomic<int> made = 0;
    const auto try_with = [&](const std::string& with, int person) {
        const auto answer = tests::outcome(
            empty.request({}, "POST", "/api/v1/auth/first-admin",
                          to_text(Json::Object{{"token", with},
                                               {"email", "chef" + std::to_string(person) + "@cabinet.ma"},
                                               {"name", "Chef"},
                                               {"password", good_password}})));
        if (answer == "201")
            ++made;
        else
            EXPECT_TRUE(answer == "422 invalid_link" || answer == "409 already_installed") << answer;
    };
    // The address of a second server that started in the same moment: its token is another.
    empty.sql(
        "insert into one_time_token (token_hash, purpose, issued_at, expires_at) select sha256('other'), purpose, "
        "issued_at, expires_at from one_time_token returning purpose");
    {
        std::vector<std::jthread> people;
        for (int person = 0; person < 8; ++person)
            people.emplace_back([&, person] { try_with(person % 2 ? *token : "other", person); });
    }
    EXPECT_EQ(made, 1);
    EXPECT_EQ(empty.sql("select count(*) from app_user"), "1");
}

TEST_F(Organizations, SupportComesForAReasonAndATime) {
    const auto helper = person("support@daftar.example");
    const auto home = office("Daftar");
    role(helper, home, {}, RoleType::SuperAdmin);
    const auto signed_in = login("support@daftar.example");
    const auto grant = [&](const std::string& token, const Id<Organization>& where, std::string_view reason,
                           int minutes) {
        return call_as(token, "POST", "/api/v1/auth/support-grants",
                       to_text(Json::Object{{"organization", where.text()}, {"reason", reason}, {"minutes", minutes}}));
    };
    EXPECT_EQ(grant(token_of("direction@atlas.example"), erables, "je suis curieux", 30).status, 403);
    const auto token = signed_in.text("access_token");
    EXPECT_EQ(grant(token, erables, "court", 30).status, 400);
    EXPECT_EQ(grant(token, erables, "Exercice à rouvrir, ticket 12", 241).status, 400);
    EXPECT_EQ(grant(token, {*Uuid::parse("01890000-0000-7000-8000-000000000001")}, "Exercice à rouvrir, ticket 12", 30)
                  .status,
              404);
    const auto opened = grant(token, erables, "Exercice à rouvrir, ticket 12", 10);
    ASSERT_EQ(opened.status, 200) << opened.body;
    EXPECT_EQ(to_text(*opened.json.find("expires_in")), "600") << "not a second longer than the grant";
    EXPECT_NE(opened.body.find("\"reopen_year\""), std::string::npos);
    EXPECT_EQ(call_as(opened.text("access_token"), "GET", "/api/v1/users").status, 200);

    const auto accountant = person("comptable@atlas.example");
    role(accountant, atlas, erables, RoleType::Accountant);
    const auto seen = call_as(token_of("comptable@atlas.example"), "GET", "/api/v1/audit-logs?action=SUPPORT_START");
    EXPECT_NE(seen.body.find("ticket 12"), std::string::npos) << "the residence sees who came and why: " << seen.body;

    wait(300);
    const auto renewed = refresh(opened.cookie);
    EXPECT_EQ(to_text(*renewed.json.find("expires_in")), "300");
    wait(301);
    EXPECT_EQ(call_as(renewed.text("access_token"), "GET", "/api/v1/auth/me").status, 401);
    const auto after = refresh(renewed.cookie);
    ASSERT_EQ(after.status, 200) << after.body;
    EXPECT_TRUE(after.json.find("user")->find("organization")->is_null()) << "back home";
}

}  // namespace
}  // namespace daftar::identity
