// Jobs of no organization, the nightly backup above all: one that failed must reach a person.
#include <gtest/gtest.h>

#include "core/job_runner.hpp"
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

TEST(InstallationJobs, AFailedBackupIsWrittenToWhoeverKeepsTheInstallation) {
    tests::TestBooks books(all_modules());
    const auto office = books.organization("Les Tilleuls");
    const auto role = [&](const char* type) {
        books.sql("insert into role (id, user_id, tenant_group_id, role_type) values (gen_random_uuid(), '" +
                  office.user.text() + "', '" + office.tenant_group.text() + "', '" + type + "') returning id");
    };
    auto modules = books.app().modules();
    for (auto& module : modules)
        for (auto& job : module.jobs)
            if (job.kind == "back_up")
                job.run = [](Context&, const Json&) { throw std::runtime_error("disque plein"); };
    const auto fail = [&] {
        books.sql("insert into job (id, kind, attempts) values (gen_random_uuid(), 'back_up', 2) returning id");
        JobRunner(books.pool(), books.services(), modules, 0).drain();
        return books.sql(
            "select count(*)::text from outbox where recipient = (select email from app_user where id = '" +
            office.user.text() + "')");
    };
    EXPECT_EQ(fail(), "0") << "an accountant can do nothing about it";
    role("Admin");
    EXPECT_EQ(fail(), "1") << "there is no SuperAdmin";
    role("SuperAdmin");
    EXPECT_EQ(fail(), "2") << "one mail, though he has two roles";
    const auto text = books.sql("select text_body from outbox order by created_at desc limit 1");
    EXPECT_NE(text.find("disque plein"), std::string::npos) << text;
    EXPECT_NE(text.find("/reglages/travaux"), std::string::npos);
}

}  // namespace
}  // namespace daftar::server
