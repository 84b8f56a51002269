#include <gtest/gtest.h>

#include "server/modules.hpp"
#include "tests/support/test_books.hpp"

namespace daftar::server {
namespace {

TEST(Outbox, MailsOfNoOrganizationAreReadByWhoKeepsTheOffice) {
    tests::TestBooks books(all_modules());
    const auto office = books.organization("Les Tilleuls");
    const auto email = books.sql("select email from app_user where id = '" + office.user.text() + "'");
    const auto mail = [&](const std::string& to, const char* text, const char* status) {
        books.sql(
            "insert into outbox (id, recipient, subject, text_body, html_body, status) values (gen_random_uuid(), '" +
            to + "', 'Mot de passe', '" + text + "', '', '" + status + "') returning id");
    };
    const auto role = [&](const std::string& group, const char* type) {
        books.sql("insert into role (id, user_id, tenant_group_id, role_type) values (gen_random_uuid(), '" +
                  office.user.text() + "', '" + group + "', '" + type + "') returning id");
    };
    const auto shown = [&](const char* type) {
        return to_text(books.expect(200, books.as(office, type), "GET", "/api/v1/outbox"));
    };
    mail(email, "gardé", "kept");
    mail(email, "parti", "sent");
    mail("inconnu@example.org", "étranger", "kept");

    EXPECT_EQ(shown("Admin").find("gardé"), std::string::npos) << "an administrator of these books only";
    role(office.tenant_group.text(), "Admin");
    EXPECT_NE(shown("Admin").find("gardé"), std::string::npos) << "there is no SuperAdmin";
    EXPECT_EQ(shown("Admin").find("parti"), std::string::npos) << "it reached its reader";
    EXPECT_EQ(shown("Admin").find("étranger"), std::string::npos);
    EXPECT_EQ(books.request(office, "GET", "/api/v1/outbox").status, 403);

    role(books.sql("insert into tenant_group (id, name) values (gen_random_uuid(), 'Autre cabinet') returning id"),
         "Admin");
    EXPECT_EQ(shown("Admin").find("gardé"), std::string::npos) << "its link would open another office's books";
}

}  // namespace
}  // namespace daftar::server
