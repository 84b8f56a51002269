// A PostgreSQL that somebody else runs: prepared once by its superuser, then owned by a role that is none.
#include <gtest/gtest.h>

#include <sstream>

#include "core/migrate.hpp"
#include "server/backup.hpp"
#include "server/modules.hpp"
#include "tests/support/test_books.hpp"

namespace daftar::server {
namespace {

namespace fs = std::filesystem;

class ExternalDatabase : public testing::Test {
protected:
    ~ExternalDatabase() override {
        for (const auto& name : made) books.sql("drop database if exists " + name + " with (force)");
        fs::remove_all(root);
    }

    /// An address of the test cluster with another database and role.
    std::string address(const std::string& database, const std::string& role) const {
        const std::unique_ptr<PQconninfoOption, decltype(&PQconninfoFree)> parts(
            PQconninfoParse(books.owner_conninfo().c_str(), nullptr), &PQconninfoFree);
        std::string text = "dbname=" + database + " user=" + role;
        for (const auto* part = parts.get(); part->keyword; ++part) {
            const std::string_view keyword = part->keyword;
            if (part->val && (keyword == "host" || keyword == "port"))
                text += " " + std::string(keyword) + "=" + part->val;
        }
        return text;
    }
    /// What the superuser does: an empty database, then `daftar roles`.
    std::string prepared(const std::string& purpose) {
        const auto name = "daftar_" + purpose + "_" + std::to_string(getpid());
        made.push_back(name);
        create_database(books.owner_conninfo(), name);
        const std::unique_ptr<PGconn, decltype(&PQfinish)> superuser(PQconnectdb(address(name, "postgres").c_str()),
                                                                     &PQfinish);
        const SqlResult done(PQexec(superuser.get(), roles_script().c_str()), &PQclear);
        EXPECT_EQ(PQresultStatus(done.get()), PGRES_COMMAND_OK) << PQerrorMessage(superuser.get());
        return name;
    }
    Settings settings_of(const std::string& database, const char* folder) {
        Settings settings = default_settings();
        settings.data = root / folder;
        settings.database_url = address(database, "daftar_server");
        settings.database_owner_url = address(database, "daftar_owner");
        settings.prepare_statements = false;  // as behind pgbouncer
        settings.http.workers = 2;
        return settings;
    }

    tests::TestBooks books{all_modules()};
    std::vector<std::string> made;
    const fs::path root = fs::path("/var/tmp") / ("daftar-external-" + std::to_string(getpid()));
};

TEST_F(ExternalDatabase, IsOwnedWithoutSuperuserAndRestoredIntoAnEmptyOne) {
    const auto database = prepared("external");
    fs::path backup;
    {
        Installation installation(settings_of(database, "data"));
        EXPECT_TRUE(installation.database_is_new());
        installation.services().files->put("un papier");
        backup = back_up(installation, root / "backups", {"une phrase", ""});
    }
    std::ostringstream out;
    EXPECT_EQ(restore(settings_of(prepared("restored"), "restored"), backup, {"une phrase", ""}, out), 0) << out.str();
    EXPECT_THROW(restore(settings_of(database, "again"), backup, {"une phrase", ""}, out), std::runtime_error)
        << "it holds books already";
    EXPECT_FALSE(fs::exists(root / "again" / "secret"));
}

TEST_F(ExternalDatabase, AnAccountWithoutRightsIsToldWhatToDo) {
    const auto database = prepared("foreign");
    try {
        migrate(address(database, "daftar_server"));
        FAIL() << "daftar_server owns nothing";
    } catch (const DatabaseError& error) {
        EXPECT_NE(std::string(error.what()).find("daftar roles"), std::string::npos) << error.what();
    }
}

}  // namespace
}  // namespace daftar::server
