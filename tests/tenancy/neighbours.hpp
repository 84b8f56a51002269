// Two offices, and a residence of the same office as the first: who sees what of whom.
#pragma once
#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <set>

#include "core/files.hpp"
#include "core/signing_key.hpp"
#include "identity/permissions.hpp"
#include "server/modules.hpp"
#include "tests/support/test_books.hpp"

namespace daftar::tests {

inline constexpr std::string_view mark = "SECRET-OF-A";

/// Writes one row for an organization into every tenant table, past checks and triggers: what matters is who sees it.
inline constexpr std::string_view fill_every_table = R"(
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

inline std::string replaced(std::string text, std::string_view from, std::string_view to) {
    for (std::size_t at; (at = text.find(from)) != std::string::npos;) text.replace(at, from.size(), to);
    return text;
}

inline std::vector<std::string> split(const std::string& text) {
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
    const std::filesystem::path folder =
        std::filesystem::temp_directory_path() / ("daftar-tenancy-" + std::to_string(getpid()));
    const std::unique_ptr<FileStore> files = folder_file_store(folder);
    TestBooks books{server::all_modules()};
    Principal a = books.organization(mark), b = books.organization("Voisine", "be-acp", 2025),
              c = books.organization("Même cabinet", "be-acp", 2025, a.tenant_group);
    std::vector<std::string> tables =
        split(books.sql("select string_agg(attrelid::regclass::text, ',' order by attrelid::regclass::text) from "
                        "pg_attribute a join pg_class c on c.oid = a.attrelid "
                        "join pg_namespace n on n.oid = c.relnamespace where attname = 'organization_id' and not "
                        "attisdropped and relkind in ('r', 'p') and nspname = 'public'"));

    Tenancy() {
        books.services().signing_key = &key;
        books.services().files = files.get();
    }
    ~Tenancy() override { std::filesystem::remove_all(folder); }

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

}  // namespace daftar::tests
