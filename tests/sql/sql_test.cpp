// Prepares every embedded statement and compares its columns with the struct that reads them.
#include <gtest/gtest.h>

#include "server/modules.hpp"
#include "tests/support/test_books.hpp"

namespace daftar {
namespace {

using Handle = std::unique_ptr<PGconn, decltype(&PQfinish)>;

TEST(Sql, EveryStatementIsUnderstoodAndFitsItsStruct) {
    tests::TestBooks books(server::all_modules());
    const Handle connection(PQconnectdb(books.owner_conninfo().c_str()), &PQfinish);
    ASSERT_GT(all_statements().size(), 200u);
    std::size_t compared = 0;
    for (const auto& statement : all_statements()) {
        const std::string name(statement.name);
        const SqlResult prepared(
            PQprepare(connection.get(), name.c_str(), std::string(statement.text).c_str(), 0, nullptr), &PQclear);
        if (PQresultStatus(prepared.get()) != PGRES_COMMAND_OK) {
            ADD_FAILURE() << name << ": " << PQerrorMessage(connection.get());
            continue;
        }
        const auto fields = row_fields_of(statement.name);
        if (!fields) continue;
        const SqlResult described(PQdescribePrepared(connection.get(), name.c_str()), &PQclear);
        for (const auto& difference : differences(described.get(), fields()))
            ADD_FAILURE() << name << ": " << difference;
        ++compared;
    }
    EXPECT_GT(compared, 100u);
}

TEST(Sql, MigrationsMayBeAppliedAgainToAFilledDatabase) {
    tests::TestBooks books(server::all_modules());
    books.organization("Les Érables");
    EXPECT_EQ(books.migrate_again(), 0);
    EXPECT_EQ(books.sql("select count(*) from organization"), "1");
}

TEST(Sql, EveryTableOfAnOrganizationHasForcedRowSecurity) {
    tests::TestBooks books(server::all_modules());
    EXPECT_EQ(
        books.sql(
            "select coalesce(string_agg(c.relname, ', '), '') from pg_class c join pg_attribute a on a.attrelid = "
            "c.oid and "
            "a.attname = 'organization_id' where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace and not "
            "(c.relrowsecurity and c.relforcerowsecurity)"),
        "");
}

}  // namespace
}  // namespace daftar
