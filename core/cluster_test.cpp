// The private cluster with a real PostgreSQL: created, found again, killed, refused to a second server.
#include "core/cluster.hpp"

#include <gtest/gtest.h>
#include <libpq-fe.h>
#include <signal.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <fstream>
#include <thread>

#include "core/cluster_config.hpp"

namespace daftar {
namespace {
namespace fs = std::filesystem;
using namespace std::chrono_literals;

class ClusterTest : public testing::Test {
protected:
    void SetUp() override {
        char name[] = "/var/tmp/daftar-cluster-XXXXXX";
        folder_ = mkdtemp(name);
        chmod(folder_.c_str(), 0755);
    }
    void TearDown() override { fs::remove_all(folder_); }

    ClusterSettings settings() const { return {folder_ / "data", true}; }

    fs::path folder_;
};

/// The first value of a query, or "" with a failed connection or query.
std::string ask(const std::string& conninfo, const char* query) {
    PGconn* connection = PQconnectdb(conninfo.c_str());
    PGresult* result = PQexec(connection, query);
    std::string value = PQntuples(result) == 1 ? PQgetvalue(result, 0, 0) : "";
    PQclear(result);
    PQfinish(connection);
    return value;
}

std::string ask_until_it_answers(const std::string& conninfo, const char* query) {
    for (int attempt = 0; attempt < 300; ++attempt) {
        if (auto value = ask(conninfo, query); !value.empty()) return value;
        std::this_thread::sleep_for(100ms);
    }
    return "";
}

pid_t postmaster_of(const fs::path& folder) {
    std::ifstream file(folder / "data/postgresql/data/postmaster.pid");
    pid_t process = 0;
    file >> process;
    return process;
}

TEST_F(ClusterTest, KeepsItsContentOverAStopAndIsPrivate) {
    {
        PrivateCluster cluster(settings());
        const auto address = cluster.conninfo("postgres", PrivateCluster::superuser);
        ask(address, "CREATE TABLE kept AS SELECT 42 AS number");
        EXPECT_EQ(ask(address, "SHOW data_checksums"), "on");
        EXPECT_EQ(ask(address, "SHOW listen_addresses"), "");
        EXPECT_EQ(ask(address, "SELECT 'état' < 'etb'"), "t");  // French order, not the order of code points
        struct stat status {};
        ASSERT_EQ(stat((folder_ / "data/postgresql").c_str(), &status), 0);
        EXPECT_EQ(status.st_mode & 0777, 0700u);
        EXPECT_NE(status.st_uid, 0u);
        cluster.stop();
        EXPECT_EQ(ask(address, "SELECT 1"), "");
        cluster.stop();
    }
    PrivateCluster cluster(settings());
    EXPECT_EQ(ask(cluster.conninfo("postgres", PrivateCluster::superuser), "SELECT number FROM kept"), "42");
}

TEST_F(ClusterTest, RefusesASecondServerOnTheSameFolder) {
    PrivateCluster first(settings());
    try {
        PrivateCluster second(settings());
        FAIL() << "two servers on one data folder";
    } catch (const ClusterUnavailable& refused) {
        EXPECT_NE(std::string(refused.what()).find("utilise déjà le dossier"), std::string::npos) << refused.what();
    }
    EXPECT_EQ(ask(first.conninfo("postgres", PrivateCluster::superuser), "SELECT 1"), "1");
}

TEST_F(ClusterTest, AWorkerJoinsWhatAServerRuns) {
    PrivateCluster server(settings());
    auto joining = settings();
    joining.join = true;
    {
        PrivateCluster worker(joining);
        EXPECT_TRUE(worker.is_joined());
        EXPECT_EQ(ask(worker.conninfo("postgres", PrivateCluster::superuser), "SELECT 1"), "1");
    }
    const auto address = server.conninfo("postgres", PrivateCluster::superuser);
    EXPECT_EQ(ask(address, "SELECT 1"), "1") << "who leaves stops nothing";
    server.stop();
    PrivateCluster alone(joining);
    EXPECT_FALSE(alone.is_joined());
    EXPECT_EQ(ask(address, "SELECT 1"), "1");
}

TEST_F(ClusterTest, StartsPostgresAgainWhenItIsKilled) {
    PrivateCluster cluster(settings());
    const auto address = cluster.conninfo("postgres", PrivateCluster::superuser);
    ask(address, "CREATE TABLE kept AS SELECT 42 AS number");
    ask(address, "CHECKPOINT");
    const pid_t before = postmaster_of(folder_);
    ASSERT_EQ(kill(before, SIGKILL), 0);
    EXPECT_EQ(ask_until_it_answers(address, "SELECT number FROM kept"), "42");
    EXPECT_NE(postmaster_of(folder_), before);
}

TEST_F(ClusterTest, PostgresEndsWithAKilledServerAndTheNextServerRecovers) {
    int ready[2];
    ASSERT_EQ(pipe(ready), 0);
    const pid_t server = fork();
    if (server == 0) {
        PrivateCluster cluster(settings());
        ask(cluster.conninfo("postgres", PrivateCluster::superuser), "CREATE TABLE kept AS SELECT 42 AS number");
        ask(cluster.conninfo("postgres", PrivateCluster::superuser), "CHECKPOINT");
        if (write(ready[1], "x", 1) != 1) _exit(1);
        for (;;) pause();
    }
    close(ready[1]);
    char letter = 0;
    ASSERT_EQ(read(ready[0], &letter, 1), 1);
    close(ready[0]);
    kill(server, SIGKILL);
    waitpid(server, nullptr, 0);

    PrivateCluster cluster(settings());
    EXPECT_EQ(ask(cluster.conninfo("postgres", PrivateCluster::superuser), "SELECT number FROM kept"), "42");
}

TEST_F(ClusterTest, IgnoresAPidFileWhoseNumberBelongsToAnotherProgram) {
    { PrivateCluster cluster(settings()); }
    {
        std::ofstream stale(folder_ / "data/postgresql/data/postmaster.pid");
        stale << getpid() << "\n" << (folder_ / "data/postgresql/data").string() << "\n0\n5432\n\n\n0 0\nready\n";
    }
    PrivateCluster cluster(settings());
    EXPECT_EQ(ask(cluster.conninfo("postgres", PrivateCluster::superuser), "SELECT 1"), "1");
}

TEST_F(ClusterTest, SaysWhichFolderIsClosedToTheDatabaseUser) {
    if (geteuid() != 0) GTEST_SKIP() << "only root hands the database to another user";
    chmod(folder_.c_str(), 0700);
    try {
        PrivateCluster cluster(settings());
        FAIL() << "PostgreSQL cannot enter a closed folder";
    } catch (const ClusterUnavailable& refused) {
        EXPECT_NE(std::string(refused.what()).find(folder_.string()), std::string::npos) << refused.what();
    }
}

TEST_F(ClusterTest, ALongFolderNameStillHasAUsableSocket) {
    auto deep = settings();
    deep.folder = folder_ / std::string(80, 'd');
    PrivateCluster cluster(deep);
    EXPECT_EQ(ask(cluster.conninfo("postgres", PrivateCluster::superuser), "SELECT 1"), "1");
}

TEST(ClusterConfiguration, IsDurableUnlessForTests) {
    const auto durable = server_configuration({"/run/daftar", std::uint64_t{8} << 30, false});
    EXPECT_NE(durable.find("fsync = 'on'"), std::string::npos);
    EXPECT_NE(durable.find("synchronous_commit = 'on'"), std::string::npos);
    EXPECT_NE(durable.find("shared_buffers = '1024MB'"), std::string::npos);
    EXPECT_NE(server_configuration({"/run/daftar", 0, true}).find("fsync = 'off'"), std::string::npos);
    EXPECT_NE(server_configuration({"/run/daftar", 0, true}).find("shared_buffers = '64MB'"), std::string::npos);
}

}  // namespace
}  // namespace daftar
