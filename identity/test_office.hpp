// For the tests of this folder: an office with people who really sign in, through App::handle on real PostgreSQL.
#pragma once
#include <gtest/gtest.h>

#include "identity/identity.hpp"
#include "tests/support/test_books.hpp"

namespace daftar::identity {

inline constexpr std::string_view good_password = "quatre chevaux verts";

class TestOffice : public testing::Test {
protected:
    tests::TestBooks books{{identity()}};
    Timestamp now = *Timestamp::parse("2026-03-02T10:00:00Z");

    struct Reply {
        int status = 0;
        std::string code, body, cookie;  ///< cookie: "name=value" to send back
        std::string set_cookie;
        Json json;
        std::string text(std::string_view name) const {
            const auto* found = json.find(name);
            return found && found->if_string() ? *found->if_string() : "";
        }
    };
    using Headers = std::vector<std::pair<std::string, std::string>>;

    TestOffice() {
        books.services().public_address = "http://127.0.0.1:8080";
        books.services().surroundings.now = [this] { return now; };
    }
    void wait(std::int64_t seconds) { now = now.plus_seconds(seconds); }

    Reply call(std::string_view method, std::string_view target, std::string_view body = "",
               const Headers& headers = {}) {
        const auto response = books.request({}, method, target, body, headers);
        Reply reply{response.status, "", response.body, "", "", {}};
        if (auto parsed = parse_json(response.body); std::holds_alternative<Json>(parsed))
            reply.json = std::get<Json>(std::move(parsed));
        if (response.status >= 400) reply.code = reply.text("code");
        for (const auto& [name, value] : response.headers)
            if (name == "Set-Cookie") {
                reply.set_cookie = value;
                reply.cookie = value.substr(0, value.find(';'));
            }
        return reply;
    }
    Reply call_as(const std::string& token, std::string_view method, std::string_view target,
                  std::string_view body = "", Headers headers = {}) {
        headers.emplace_back("authorization", "Bearer " + token);
        return call(method, target, body, headers);
    }
    Reply login(std::string_view email, std::string_view password = good_password, std::string_view code = "",
                const Headers& headers = {}) {
        return call("POST", "/api/v1/auth/login",
                    to_text(Json::Object{
                        {"email", email}, {"password", password}, {"totp_code", code.empty() ? Json() : Json(code)}}),
                    headers);
    }
    std::string token_of(std::string_view email) {
        const auto reply = login(email);
        EXPECT_EQ(reply.status, 200) << reply.body;
        return reply.text("access_token");
    }
    Reply refresh(const std::string& cookie) {
        return call("POST", "/api/v1/auth/refresh", "{}", {{"cookie", cookie}, {"x-requested-with", "daftar"}});
    }

    /// Someone with a password, without a role.
    Id<User> person(std::string_view email) {
        Id<User> id;
        books.run(
            {},
            [&](Context& context) {
                id = add_user(context,
                              {{std::string(email)}, "Nom de " + std::string(email), std::string(good_password)});
            },
            Door::system);
        return id;
    }
    Id<TenantGroup> office(std::string_view name) {
        Id<TenantGroup> id;
        books.run(
            {}, [&](Context& context) { id = create_tenant_group(context, name); }, Door::system);
        return id;
    }
    Id<Role> role(const Id<User>& user, const Id<TenantGroup>& group,
                  const std::optional<Id<Organization>>& organization, RoleType type) {
        Id<Role> id;
        books.run(
            {},
            [&](Context& context) {
                id = give_role(context, user, {group, organization}, type);
            },
            Door::system);
        return id;
    }
    Id<Organization> residence(const Id<TenantGroup>& group, std::string_view name) {
        Principal principal;
        principal.tenant_group = group;
        Id<Organization> id;
        books.run(
            principal,
            [&](Context& context) {
                id = create_organization(context, {std::string(name), Country::BE, {}, {}, {}, {}, {}});
            },
            Door::system);
        return id;
    }
    /// The value of the last mail of that template, "" when there is none.
    std::string mail(std::string_view mail_template, std::string_view value) {
        return books.sql("select coalesce((select payload #>> '{values," + std::string(value) +
                         "}' from job where kind = 'send_mail' and payload ->> 'template' = '" +
                         std::string(mail_template) + "' order by created_at desc, id desc limit 1), '')");
    }
    std::string token_in_mail(std::string_view mail_template) {
        const auto link = mail(mail_template, "link");
        const auto at = link.find("jeton=");
        return at == std::string::npos ? "" : link.substr(at + 6);
    }
};

}  // namespace daftar::identity
