#include "server/retention_job.hpp"

#include <gtest/gtest.h>

#include "core/files.hpp"
#include "core/job_runner.hpp"
#include "server/modules.hpp"
#include "tests/support/test_books.hpp"

namespace daftar::server {
namespace {

class RetentionJob : public testing::Test {
protected:
    RetentionJob() {
        files = folder_file_store(folder);
        books.services().files = files.get();
        books.set_now(*Timestamp::parse("2026-02-01T03:00:00Z"));
    }
    ~RetentionJob() override { std::filesystem::remove_all(folder); }

    /// A paper of a day and a status, its bytes in the store.
    FileHash paper(const Principal& office, const std::string& content, const std::string& status,
                   const std::string& day) {
        const auto hash = files->put(content);
        books.sql(
            "insert into document (organization_id, id, filename, media_type, file_hash, size_bytes, status, "
            "received_at) values ('" +
            office.organization.text() + "', gen_random_uuid(), '" + content + "', 'text/plain', '\\x" + hash.text() +
            "', 1, '" + status + "', '" + day + " 12:00+00') returning id");
        return hash;
    }
    void night(const Principal& office) {
        books.run(office, [](Context& context) { context.enqueue_job(apply_retention_job.kind, Json::Object{}); });
        JobRunner(books.pool(), books.services(), books.app().modules(), 0).drain();
    }
    std::string count(const std::string& what) { return books.sql("select count(*) from " + what); }

    const std::filesystem::path folder =
        std::filesystem::temp_directory_path() / ("daftar-retention-" + std::to_string(getpid()));
    std::unique_ptr<FileStore> files;
    tests::TestBooks books{all_modules()};
    Principal office = books.organization("Les Tilleuls", "be-acp", 2025);
};

TEST_F(RetentionJob, OldRefusedPapersGoWithTheirBytesAndTheRestStays) {
    const auto old = paper(office, "ancien", "refused", "2022-05-01");
    const auto kept = paper(office, "récent", "refused", "2023-05-01");  // 2023 + 3 years is not over
    const auto posted = paper(office, "comptabilisé", "posted", "2001-05-01");
    const auto waiting = paper(office, "en attente", "review", "2001-05-01");
    const auto shared = paper(office, "partagé", "refused", "2022-05-01");
    const auto neighbour = books.organization("Voisine", "be-acp", 2025);
    paper(neighbour, "partagé", "posted", "2022-05-01");

    night(office);

    EXPECT_FALSE(files->has(old));
    EXPECT_TRUE(files->has(kept));
    EXPECT_TRUE(files->has(posted));
    EXPECT_TRUE(files->has(waiting));
    EXPECT_TRUE(files->has(shared)) << "another residence has the same bytes";
    EXPECT_EQ(count("document where organization_id = '" + office.organization.text() + "'"), "3");
    EXPECT_EQ(count("audit_event where action = 'DELETE' and entity_type = 'Document'"), "2");
    EXPECT_EQ(count("job where status <> 'done'"), "0");
    night(office);
    EXPECT_EQ(count("document"), "4") << "a second night finds nothing more";
}

TEST_F(RetentionJob, OldMailsJobsAndRepliesGoAudited) {
    const auto id = "'" + office.organization.text() + "'";
    for (const auto* day : {"2018-06-01", "2020-06-01"})
        books.sql(
            "insert into outbox (organization_id, id, recipient, subject, text_body, status, created_at) values "
            "(" +
            id + ", gen_random_uuid(), 'a@b.be', 'Appel', 'x', 'sent', '" + day + "') returning id");
    for (const auto* status : {"done", "queued"})
        books.sql(
            "insert into job (id, organization_id, kind, status, finished_at, run_at) values (gen_random_uuid(), " +
            id + ", 'old', '" + status + "', '2024-06-01', '2030-01-01') returning id");
    books.sql(
        "insert into idempotency_key (organization_id, key, request_hash, status, content_type, body, created_at) "
        "values (" +
        id + ", 'k', '\\x00', 201, 'application/json', '{}', '2024-06-01') returning key");

    night(office);

    EXPECT_EQ(count("outbox"), "1") << "seven years in Belgium";
    EXPECT_EQ(count("job where kind = 'old' and status = 'queued'"), "1") << "what waits is not finished";
    EXPECT_EQ(count("job where kind = 'old' and status = 'done'"), "0");
    EXPECT_EQ(count("idempotency_key where key = 'k'"), "0");
    EXPECT_EQ(books.sql("select string_agg(details->>'kind', ',' order by id) from audit_event where entity_type = "
                        "'Retention'"),
              "mail,job,request_key");
}

TEST_F(RetentionJob, TheDatabaseItselfRefusesToLosePostedPapers) {
    paper(office, "comptabilisé", "posted", "2001-05-01");
    EXPECT_THROW(books.sql("delete from document where status = 'posted' returning id"), std::exception);
    EXPECT_EQ(count("document"), "1");
}

}  // namespace
}  // namespace daftar::server
