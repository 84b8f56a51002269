// Commits that reach the disk in groups, against a real PostgreSQL.
#include "core/group_commit.hpp"

#include <gtest/gtest.h>
#include <sys/stat.h>
#include <unistd.h>

#include <atomic>
#include <thread>

#include "core/cluster.hpp"

namespace daftar {
namespace {

class GroupCommitTest : public testing::Test {
protected:
    GroupCommitTest()
        : folder_(make_folder()),
          cluster_({folder_ / "data", true}),
          pool_(cluster_.conninfo("postgres", PrivateCluster::superuser), 8),
          commits_([this] {  // test clusters do not wait for the disk of themselves
              return std::make_unique<Connection>(pool_.conninfo() + " options='-c synchronous_commit=on'");
          }) {
        ask("create role daftar_app");
        ask("create table note (text text)");
        ask("grant insert on note to daftar_app");
    }
    ~GroupCommitTest() override {
        cluster_.stop();
        std::filesystem::remove_all(folder_);
    }
    static std::filesystem::path make_folder() {
        char name[] = "/var/tmp/daftar-cluster-XXXXXX";
        std::filesystem::path folder = mkdtemp(name);
        chmod(folder.c_str(), 0755);
        return folder;
    }
    std::string ask(const std::string& text) {
        Connection connection(cluster_.conninfo("postgres", PrivateCluster::superuser), false);
        connection.enqueue({"test.ask", text}, {});
        const auto result = connection.flush();
        return PQntuples(result.get()) > 0 ? PQgetvalue(result.get(), 0, 0) : "";
    }
    /// A note whose commit does not wait for the disk; where the log stood after it.
    std::string write_note() {
        auto connection = pool_.acquire();
        Transaction transaction(*connection, Door::app, {}, false, Flush::later);
        transaction.run({"test.write", "insert into note values ('x')"}, {});
        transaction.commit();
        connection->enqueue({"test.position", "select pg_current_wal_insert_lsn()"}, {});
        return PQgetvalue(connection->flush().get(), 0, 0);
    }

    std::filesystem::path folder_;
    PrivateCluster cluster_;
    ConnectionPool pool_;
    GroupCommit commits_;
};

TEST_F(GroupCommitTest, TellsOnlyWhatIsOnDisk) {
    const auto line = commits_.line();
    const auto position = write_note();
    commits_.wait(line);
    EXPECT_EQ(ask("select pg_current_wal_flush_lsn() >= '" + position + "'"), "t");
}

TEST_F(GroupCommitTest, ServesManyAtOnce) {
    std::atomic<int> kept = 0;
    std::vector<std::thread> writers;
    for (int writer = 0; writer < 8; ++writer)
        writers.emplace_back([&] {
            for (int note = 0; note < 50; ++note) {
                const auto line = commits_.line();
                write_note();
                commits_.wait(line);
                ++kept;
            }
        });
    for (auto& writer : writers) writer.join();
    EXPECT_EQ(kept, 400);
    EXPECT_EQ(ask("select count(*) from note"), "400");
}

TEST_F(GroupCommitTest, NeverVouchesForWhatADatabaseLostMayHaveForgotten) {
    const auto line = commits_.line();
    write_note();
    ask("select pg_terminate_backend(pid) from pg_stat_activity where backend_type = 'client backend' and pid <> "
        "pg_backend_pid()");
    EXPECT_THROW(commits_.wait(line), DatabaseError);
    EXPECT_THROW(commits_.wait(line), DatabaseError);  // another that committed before the loss
    const auto next = commits_.line();
    EXPECT_NE(next, line);
    commits_.wait(next);
}

}  // namespace
}  // namespace daftar
