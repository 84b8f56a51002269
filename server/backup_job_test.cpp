#include "server/backup_job.hpp"

#include <gtest/gtest.h>

#include <fstream>
#include <sstream>

#include "tests/doubles/outside.hpp"

namespace daftar::server {
namespace {

namespace fs = std::filesystem;

/// Sets variables of the environment for one test.
class Variables {
public:
    Variables(std::initializer_list<std::pair<const char*, std::string>> given) {
        for (const auto& [name, value] : given) {
            setenv(name, value.c_str(), 1);
            names_.push_back(name);
        }
    }
    ~Variables() {
        for (const auto* name : names_) unsetenv(name);
    }

private:
    std::vector<const char*> names_;
};

TEST(BackupPlan, IsReadFromTheEnvironmentOrRefused) {
    EXPECT_FALSE(backup_plan_of_environment());
    {
        const Variables set{
            {"DAFTAR_BACKUP_FOLDER", "/b"}, {"DAFTAR_BACKUP_TIME", "23:05"}, {"DAFTAR_BACKUP_PASSPHRASE", "x"}};
        const auto plan = backup_plan_of_environment();
        EXPECT_EQ(plan->hour, 23);
        EXPECT_EQ(plan->minute, 5);
        EXPECT_FALSE(plan->to_bucket);
    }
    for (const auto* time : {"24:00", "2:30", "02:60", "midi", "02h30"}) {
        const Variables set{
            {"DAFTAR_BACKUP_FOLDER", "/b"}, {"DAFTAR_BACKUP_TIME", time}, {"DAFTAR_BACKUP_PASSPHRASE", "x"}};
        EXPECT_THROW(backup_plan_of_environment(), std::runtime_error) << time;
    }
    const Variables open{{"DAFTAR_BACKUP_FOLDER", "/b"}};
    EXPECT_THROW(backup_plan_of_environment(), std::runtime_error) << "never in clear";
}

TEST(BackupJob, WritesToTheFolderAndTheBucketWhatRestoresWithProof) {
    const OutsideWorld world;
    if (!world.is_there()) GTEST_SKIP() << "tests/doubles is not installed";
    // PostgreSQL's user must reach the data folder: not below a private home.
    const fs::path root = fs::path("/var/tmp") / ("daftar-backup-" + std::to_string(getpid()));
    fs::create_directories(root);
    const Variables set{{"DAFTAR_BACKUP_FOLDER", (root / "backups").string()},
                        {"DAFTAR_BACKUP_PASSPHRASE", "une phrase"},
                        {"DAFTAR_S3_ENDPOINT", world.s3()},
                        {"DAFTAR_S3_BUCKET", "papers"},
                        {"DAFTAR_S3_ACCESS_KEY", "S3RVER"},
                        {"DAFTAR_S3_SECRET_KEY", "S3RVER"}};
    Settings settings = default_settings();
    settings.data = root / "data";
    settings.http.workers = 2;
    fs::path made;
    {
        Installation installation(settings);
        const auto paper = installation.services().files->put("un papier");
        EXPECT_FALSE(folder_file_store(settings.data / "papers")->has(paper)) << "papers go to the bucket";
        EXPECT_EQ(installation.services().files->get(paper), "un papier");

        const auto schedule = plan_backups(installation, *backup_plan_of_environment());
        EXPECT_EQ(schedule.hour * 60 + schedule.minute, 150);
        EXPECT_TRUE(schedule.for_installation);
        // Of one day of long ago the rule keeps the later backup, here and in the bucket.
        fs::create_directories(root / "backups");
        const auto earlier = root / "backups" / "daftar-2020-01-01T010000.tar.gpg",
                   later = root / "backups" / "daftar-2020-01-01T020000.tar.gpg";
        std::ofstream(earlier) << "une ancienne";
        std::ofstream(later) << "une autre";
        const auto gone = send_to_bucket(earlier), kept = send_to_bucket(later);
        installation.run_as_system([](Context& context) { context.enqueue_job(backup_job.kind, Json::Object{}); });
        JobRunner(installation.pool(), installation.services(), installation.app().modules(), 0).drain();
        EXPECT_FALSE(fs::exists(earlier));
        EXPECT_TRUE(fs::exists(later));
        EXPECT_THROW(fetch_from_bucket(gone, root / "nothing"), FileStoreError);
        fetch_from_bucket(kept, root / "something");
        fs::remove(later);
        for (const auto& file : fs::directory_iterator(root / "backups")) made = file.path();
    }
    ASSERT_EQ(made.extension(), ".gpg");
    std::ifstream in(made, std::ios::binary);
    std::stringstream content;
    content << in.rdbuf();
    const auto hash = FileHash::of(content.str());
    fs::remove(made);
    fetch_from_bucket(hash.text(), root / "fetched.gpg");

    settings.data = root / "restored";
    std::ostringstream out;
    EXPECT_EQ(restore(settings, root / "fetched.gpg", {"une phrase", ""}, out), 0) << out.str();
    fs::remove_all(root);
}

TEST(Backup, OnlyTheRecipientOpensWhatIsClosedWithHisKey) {
    const fs::path root = fs::path("/var/tmp") / ("daftar-recipient-" + std::to_string(getpid()));
    const auto keyring = root / "keys", stranger = root / "other-keys";
    for (const auto& folder : {keyring, stranger}) {
        fs::create_directories(folder);
        fs::permissions(folder, fs::perms::owner_all);
    }
    Settings settings = default_settings();
    settings.data = root / "data";
    settings.http.workers = 2;
    const BackupKey key{"", "sauvegardes@daftar.example"};
    {
        const Variables owner{{"GNUPGHOME", keyring.string()}};
        ASSERT_EQ(std::system("gpg --batch --quiet --passphrase '' --quick-gen-key sauvegardes@daftar.example 2>&1"),
                  0);
        Installation installation(settings);
        installation.services().files->put("un papier");
        back_up(installation, root / "backups", key);
    }
    const auto made = fs::directory_iterator(root / "backups")->path();
    const auto opened_with = [&](const fs::path& keys, const char* folder) {
        const Variables set{{"GNUPGHOME", keys.string()}};
        settings.data = root / folder;
        std::ostringstream out;
        return restore(settings, made, key, out);
    };
    EXPECT_THROW(opened_with(stranger, "stolen"), std::runtime_error);
    EXPECT_EQ(opened_with(keyring, "restored"), 0);
    EXPECT_EQ(folder_file_store(root / "restored" / "papers")->get(FileHash::of("un papier")), "un papier");
    for (const auto& folder : {keyring, stranger}) {
        const Variables set{{"GNUPGHOME", folder.string()}};
        EXPECT_EQ(std::system("gpgconf --kill gpg-agent"), 0);
    }
    fs::remove_all(root);
}

}  // namespace
}  // namespace daftar::server
