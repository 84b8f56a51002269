// Jobs of no organization, the nightly backup above all: one that failed must reach a person.
#include <gtest/gtest.h>

#include "server/modules.hpp"
#include "tests/support/test_books.hpp"

namespace daftar::server {
namespace {

TEST(InstallationJobs, AreSeenByASuperAdminOnly) {
    tests::TestBooks books(all_modules());
    const auto office = books.organization("Les Tilleuls");
    books.sql(
        "insert into job (id, kind, status, message) values (gen_random_uuid(), 'back_up', 'failed', 'disque plein'), "
        "(gen_random_uuid(), 'send_mail', 'failed', 'lien secret') returning id");
    const auto jobs = [&] { return to_text(books.expect(200, office, "GET", "/api/v1/jobs")); };
    EXPECT_EQ(jobs().find("disque plein"), std::string::npos);
    books.sql("insert into role (id, user_id, tenant_group_id, role_type) values (gen_random_uuid(), '" +
              office.user.text() + "', '" + office.tenant_group.text() + "', 'SuperAdmin') returning id");
    EXPECT_NE(jobs().find("disque plein"), std::string::npos);
    EXPECT_EQ(jobs().find("lien secret"), std::string::npos) << "mails hold links";
    const auto id = books.sql("select id from job where kind = 'back_up'");
    EXPECT_EQ(books.request(office, "POST", "/api/v1/jobs/" + id + "/retry", "{}").status, 204);
    EXPECT_EQ(books.sql("select status from job where kind = 'back_up'"), "queued");
}

}  // namespace
}  // namespace daftar::server
