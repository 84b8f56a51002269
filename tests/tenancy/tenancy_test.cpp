// Another tenant sees and changes nothing: every route and every table is tried, those of tomorrow as well.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <set>

#include "banking/banking.hpp"
#include "core/signing_key.hpp"
#include "identity/identity.hpp"
#include "ledger/ledger.hpp"
#include "modules/accounting/accounting.hpp"
#include "registry/registry.hpp"
#include "tests/support/test_books.hpp"
#include "tests/tenancy/made_up_input.hpp"

namespace daftar::tests {
namespace {

constexpr std::string_view mark = "SECRET-OF-A";

/// Writes one row for an organization into every tenant table, past checks and triggers: what matters is who sees it.
constexpr std::string_view fill_every_table = R"(
do $$
declare checked record; tenant record; columns text; literals text;
begin
  for checked in select c.conrelid::regclass as relation, c.conname from pg_constraint c
                 join pg_class r on r.oid = c.conrelid join pg_namespace n on n.oid = r.relnamespace
                 where c.contype = 'c' and c.conrelid <> 0 and n.nspname = 'public' loop
    execute format('alter table %s drop constraint %I', checked.relation, checked.conname);
  end loop;
  perform set_config('session_replication_role', 'replica', true);
  for tenant in select attrelid::regclass as relation from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace
                where a.attname = 'organization_id' and not a.attisdropped and c.relkind in ('r', 'p') and n.nspname = 'public' loop
    select string_agg(quote_ident(attname), ', '),
           string_agg(case when attname = 'organization_id' then quote_literal('%ORGANIZATION%')
                           when attname = 'user_id' then quote_literal('%USER%')
                           else case format_type(atttypid, null)
                             when 'uuid' then quote_literal(gen_random_uuid()) when 'text' then quote_literal('%MARK%')
                             when 'date' then '''2025-01-15''' when 'timestamp with time zone' then 'clock_timestamp()' when 'boolean' then 'true'
                             when 'jsonb' then '''{"mark": "%MARK%"}''' when 'bytea' then '''\x00''' when 'text[]' then '''{%MARK%}'''
                             when 'uuid[]' then '''{}''' when 'tsvector' then '''''' else '1' end end, ', ')
      into columns, literals
      from pg_attribute where attrelid = tenant.relation and attnum > 0 and not attisdropped and attgenerated = '' and attidentity = ''
        and format_type(atttypid, null) <> 'xid8';
    execute format('insert into %s (%s) values (%s) on conflict do nothing', tenant.relation, columns, literals);
  end loop;
end $$)";

std::string replaced(std::string text, std::string_view from, std::string_view to) {
    for (std::size_t at; (at = text.find(from)) != std::string::npos;) text.replace(at, from.size(), to);
    return text;
}

std::vector<std::string> split(const std::string& text) {
    std::vector<std::string> parts;
    for (std::size_t at = 0; at < text.size();) {
        const auto comma = std::min(text.find(',', at), text.size());
        parts.push_back(text.substr(at, comma - at));
        at = comma + 1;
    }
    return parts;
}

class Tenancy : public testing::Test {
protected:
    const SigningKey key = SigningKey::from_seed(std::string(32, 'k'));
    TestBooks books{
        {identity::identity(), ledger::ledger(), registry::registry(), banking::banking(), accounting::accounting()}};
    Principal a = books.organization(mark), b = books.organization("Voisine", "be-acp", 2025),
              c = books.organization("Même cabinet", "be-acp", 2025, a.tenant_group);
    std::vector<std::string> tables =
        split(books.sql("select string_agg(attrelid::regclass::text, ',' order by attrelid::regclass::text) from "
                        "pg_attribute a join pg_class c on c.oid = a.attrelid "
                        "join pg_namespace n on n.oid = c.relnamespace where attname = 'organization_id' and not "
                        "attisdropped and relkind in ('r', 'p') and nspname = 'public'"));

    Tenancy() { books.services().signing_key = &key; }
    void fill() {
        books.sql(replaced(replaced(replaced(std::string(fill_every_table), "%ORGANIZATION%", a.organization.text()),
                                    "%USER%", a.user.text()),
                           "%MARK%", mark));
    }
    std::string all_of_a() {
        std::string query;
        for (const auto& table : tables)
            query += (query.empty() ? "select md5(" : " || ") +
                     ("(select coalesce(string_agg(t::text, '|' order by t::text), '') from " + table) +
                     " t where organization_id = '" + a.organization.text() + "')";
        return books.sql(
            query + " || (select coalesce(string_agg(r::text, '|' order by id), '') from role r where user_id = '" +
            a.user.text() + "') || (select o::text from organization o where id = '" + a.organization.text() +
            "') || (select u::text from app_user u where id = '" + a.user.text() + "'))");
    }
    /// Identifiers of A, a few of every table.
    std::vector<std::string> ids_of_a() {
        std::vector<std::string> ids = {a.organization.text(), a.user.text(), a.role.text(), a.tenant_group.text()};
        for (const auto& table : tables) {
            if (books.sql("select count(*) from pg_attribute where attrelid = '" + table +
                          "'::regclass and attname = 'id' and atttypid = 'uuid'::regtype") == "0")
                continue;
            for (auto& id :
                 split(books.sql("select string_agg(id::text, ',') from (select id from " + table +
                                 " where organization_id = '" + a.organization.text() + "' order by id limit 2) s")))
                ids.push_back(std::move(id));
        }
        return ids;
    }
    /// The role under which the neighbour may call a route.
    std::optional<Principal> caller_for(const Principal& neighbour, std::string_view permission) {
        for (const char* role : {"Accountant", "Syndic", "Admin", "SuperAdmin"})
            if (permission == access::signed_in || identity::permissions_of(role).contains(permission))
                return books.as(neighbour, role);
        return {};
    }
};

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

TEST_F(Tenancy, NoRouteShowsOrChangesAnythingOfAnother) {
    fill();
    const auto ids = ids_of_a();
    const auto before = all_of_a();
    const auto described = books.app().openapi();
    const auto& book = *described.find("components")->find("schemas");
    int tried = 0;
    for (const auto& module : books.app().modules())
        for (const auto& table : module.routes)
            for (const auto& route : table) {
                if (route.permission == access::anyone) continue;
                SCOPED_TRACE(std::string(route.method) + " " + std::string(route.path));
                const auto caller = caller_for(b, route.permission);
                ASSERT_TRUE(caller) << "no role has the permission " << route.permission;
                auto method = std::string(route.method);
                for (auto& letter : method)
                    letter = static_cast<char>(std::tolower(static_cast<unsigned char>(letter)));
                const auto& operation = *described.find("paths")->find(route.path)->find(method);
                const bool has_identifier = route.path.find("id}") != std::string_view::npos;
                for (std::size_t i = 0; i < (has_identifier ? ids.size() : 1); ++i) {
                    const auto& id = ids[i];
                    auto target = std::string(route.path);
                    for (auto open = target.find('{'); open != std::string::npos; open = target.find('{', open)) {
                        const auto name = target.substr(open + 1, target.find('}', open) - open - 1);
                        target.replace(open, name.size() + 2,
                                       name.ends_with("id") ? id
                                       : name == "year"     ? "2025"
                                                            : "550000");
                    }
                    std::string body;
                    if (const auto* request_body = operation.find("requestBody")) {
                        const auto* json = request_body->find("content")->find("application/json");
                        if (json)
                            write_json(made_up_value(*json->find("schema"), book, id), body);
                        else
                            body = "Date;Montant\n01/01/2025;1,00\n";
                    }
                    const auto response = books.request(*caller, route.method, target, body);
                    ++tried;
                    EXPECT_EQ(response.body.find(mark), std::string::npos) << target << "\n"
                                                                           << response.body.substr(0, 2000);
                    EXPECT_LT(response.status, 500) << target << "\n" << body << "\n" << response.body;
                    if (has_identifier) {
                        EXPECT_GE(response.status, 400) << target << "\n" << response.body.substr(0, 2000);
                    }
                }
                const auto named = books.request(
                    *caller, route.method,
                    replaced(std::string(route.path), "{", "%7B") + "?organization_id=" + a.organization.text());
                EXPECT_EQ(outcome(named), "403 wrong_organization") << "the guide's parameter never opens other books";
                EXPECT_EQ(books.request({}, route.method, route.path).status, 401);
            }
    EXPECT_GT(tried, 200);
    EXPECT_EQ(all_of_a(), before) << "something of the other tenant was changed";
}

}  // namespace
}  // namespace daftar::tests
