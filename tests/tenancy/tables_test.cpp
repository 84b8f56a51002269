// Another tenant reaches no row of any table, those of tomorrow as well.
#include <gmock/gmock.h>

#include "tests/tenancy/neighbours.hpp"

namespace daftar::tests {
namespace {

TEST_F(Tenancy, EveryTableOfAnOrganizationForcesRowSecurity) {
    EXPECT_GT(tables.size(), 20u);
    for (const auto& table : tables)
        EXPECT_EQ(books.sql("select relrowsecurity and relforcerowsecurity from pg_class where oid = '" + table +
                            "'::regclass"),
                  "t")
            << table;
}

TEST_F(Tenancy, WhatTheApplicationMayTouchIsUnderRowSecurityOrSharedByAll) {
    const std::set<std::string> shared = {};  // reference data without a tenant would be named here, with select only
    for (const auto& table : split(books.sql("select coalesce(string_agg(c.oid::regclass::text, ','), '') from "
                                             "pg_class c join pg_namespace n on n.oid = c.relnamespace "
                                             "where nspname = 'public' and relkind in ('r', 'p', 'v', 'm', 'f') and "
                                             "not (relrowsecurity and relforcerowsecurity) and "
                                             "(has_any_column_privilege('daftar_app', c.oid, 'select, insert, update') "
                                             "or has_table_privilege('daftar_app', c.oid, 'delete, truncate'))")))
        EXPECT_TRUE(shared.contains(table)) << table << " is open to every tenant";
    EXPECT_EQ(books.sql("select rolsuper or rolbypassrls from pg_roles where rolname = 'daftar_app'"), "f");
    EXPECT_EQ(books.sql("select count(*) from pg_class c join pg_roles r on r.oid = c.relowner where r.rolname in "
                        "('daftar_app', 'daftar_server')"),
              "0")
        << "owners could drop their policies";
    EXPECT_EQ(
        books.sql("select coalesce(string_agg(p.oid::regprocedure::text, ', '), '') from pg_proc p join pg_namespace n "
                  "on n.oid = p.pronamespace "
                  "where nspname = 'public' and prosecdef and has_function_privilege('public', p.oid, 'execute')"),
        "")
        << "functions that look past row security are given to no one by default";
    EXPECT_EQ(
        books.sql(
            "select coalesce(string_agg(p.oid::regprocedure::text, ', '), '') from pg_proc p join pg_namespace n on "
            "n.oid = p.pronamespace "
            "where nspname = 'public' and prosecdef and not coalesce(p.proconfig::text, '') like '%search_path=%'"),
        "")
        << "nor can their names be hijacked";
}

TEST_F(Tenancy, NoNeighbourReachesARowOfAnyTable) {
    fill();
    const auto before = all_of_a();
    for (const auto& neighbour : {b, c, books.as(b, "Admin"), books.as(c, "SuperAdmin"), Principal()}) {
        const std::unique_ptr<PGconn, decltype(&PQfinish)> connection(PQconnectdb(books.owner_conninfo().c_str()),
                                                                      &PQfinish);
        auto as_neighbour = [&](const std::string& statement) -> std::string {
            // Each time a transaction of its own under the neighbour's settings; the one before is rolled back.
            const auto tenant = neighbour.tenant();
            const SqlResult left(PQexec(connection.get(), "rollback"), &PQclear);
            const SqlResult entered(
                PQexec(connection.get(),
                       ("begin; set local role daftar_app; select set_config('app.organization', '" +
                        tenant.organization + "', true), set_config('app.user', '" + tenant.user +
                        "', true), set_config('app.tenant_group', '" + tenant.tenant_group + "', true)")
                           .c_str()),
                &PQclear);
            const SqlResult result(PQexec(connection.get(), statement.c_str()), &PQclear);
            const std::string state = PQresultErrorField(result.get(), PG_DIAG_SQLSTATE)
                                          ? PQresultErrorField(result.get(), PG_DIAG_SQLSTATE)
                                          : "";
            if (!state.empty()) return state;
            return PQntuples(result.get()) > 0 ? PQgetvalue(result.get(), 0, 0) : PQcmdTuples(result.get());
        };
        const std::string denied = "42501";
        for (const auto& table : tables) {
            SCOPED_TRACE(table + " by " + neighbour.role_type);
            const auto where = " where organization_id = '" + a.organization.text() + "'";
            EXPECT_THAT((std::vector<std::string>{"0", denied}),
                        testing::Contains(as_neighbour("select count(*) from " + table + where)));
            EXPECT_THAT(
                (std::vector<std::string>{"0", denied}),
                testing::Contains(as_neighbour("update " + table + " set organization_id = organization_id" + where)));
            EXPECT_THAT((std::vector<std::string>{"0", denied}),
                        testing::Contains(as_neighbour("delete from " + table + where)));
        }
        if (neighbour.tenant_group != a.tenant_group) {
            EXPECT_EQ(as_neighbour("select count(*) from tenant_group where id = '" + a.tenant_group.text() + "'"),
                      "0");
        }
        EXPECT_EQ(as_neighbour("select count(*) from organization where id = '" + a.organization.text() + "'"), "0");
        EXPECT_EQ(as_neighbour("select count(*) from app_user where id = '" + a.user.text() + "'"), "0");
        for (const char* table : {"credential", "one_time_token", "login_attempt"})
            EXPECT_THAT((std::vector<std::string>{"0", denied}),
                        testing::Contains(as_neighbour(std::string("select count(*) from ") + table)));
    }
    EXPECT_EQ(all_of_a(), before);
}

}  // namespace
}  // namespace daftar::tests
