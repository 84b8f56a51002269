#include "core/migrate.hpp"

#include <openssl/sha.h>

#include "core/database.hpp"
#include "embedded/migrations.hpp"
#include "embedded/roles.hpp"

namespace daftar {
namespace {

constexpr std::string_view insufficient_privilege = "42501";

using Handle = std::unique_ptr<PGconn, decltype(&PQfinish)>;

Handle connect(const std::string& conninfo) {
    Handle connection(PQconnectdb(conninfo.c_str()), &PQfinish);
    if (PQstatus(connection.get()) != CONNECTION_OK) throw DatabaseError(PQerrorMessage(connection.get()), "", "");
    PQsetNoticeProcessor(
        connection.get(), [](void*, const char*) {}, nullptr);
    return connection;
}

SqlResult execute(PGconn* connection, const std::string& text) {
    SqlResult result(PQexec(connection, text.c_str()), &PQclear);
    const auto status = PQresultStatus(result.get());
    if (status == PGRES_COMMAND_OK || status == PGRES_TUPLES_OK) return result;
    const char* state = PQresultErrorField(result.get(), PG_DIAG_SQLSTATE);
    if (state && std::string_view(state) == insufficient_privilege)
        throw DatabaseError(
            std::string(
                "Ce compte n'a pas les droits du propriétaire de la base, ou les rôles de Daftar manquent. Une fois, "
                "en superutilisateur de cette base : daftar roles | psql … (") +
                PQerrorMessage(connection) + ")",
            state, "");
    throw DatabaseError(PQerrorMessage(connection), state ? state : "", "");
}

std::string digest_of(std::string_view text) {
    std::string digest(SHA256_DIGEST_LENGTH, '\0');
    SHA256(reinterpret_cast<const unsigned char*>(text.data()), text.size(),
           reinterpret_cast<unsigned char*>(digest.data()));
    return to_hex(digest);
}

std::string quoted(PGconn* connection, const std::string& name) {
    const std::unique_ptr<char, decltype(&PQfreemem)> text(PQescapeIdentifier(connection, name.c_str(), name.size()),
                                                           &PQfreemem);
    return text.get();
}

constexpr std::string_view owner_script = R"(
do $$ begin
  if not exists (select from pg_roles where rolname = 'daftar_owner') then create role daftar_owner login bypassrls; end if;
  -- Bypasses row security to dump and to migrate the data of every organization; acts as either role.
  grant daftar_app, daftar_system to daftar_owner with admin option;  -- migrations give functions to daftar_system
  execute format('alter database %I owner to daftar_owner', current_database());
end $$;
-- Then their passwords: \password daftar_owner, \password daftar_server
)";

void make_roles(PGconn* connection) { execute(connection, std::string(roles[0].text)); }

}  // namespace

void create_database(const std::string& maintenance_conninfo, const std::string& name) {
    const auto connection = connect(maintenance_conninfo);
    const char* parameters[] = {name.c_str()};
    const SqlResult found(PQexecParams(connection.get(), "select from pg_database where datname = $1", 1, nullptr,
                                       parameters, nullptr, nullptr, 0),
                          &PQclear);
    if (PQntuples(found.get()) == 0) execute(connection.get(), "create database " + quoted(connection.get(), name));
}

void create_server_roles(const std::string& conninfo) { make_roles(connect(conninfo).get()); }

std::string roles_script() {
    std::string script(roles[0].text);
    script += owner_script;
    return script;
}

int migrate(const std::string& conninfo, const std::function<void(const std::string&)>& report) {
    const auto connection = connect(conninfo);
    execute(connection.get(), "select pg_advisory_lock(hashtext('daftar migrate'))");
    execute(connection.get(),
            "create table if not exists schema_migration (name text primary key, digest text not null, applied_at "
            "timestamptz not null default clock_timestamp())");
    const auto rows = execute(connection.get(), "select name, digest from schema_migration");
    std::map<std::string, std::string> applied;
    for (int row = 0; row < PQntuples(rows.get()); ++row)
        applied[PQgetvalue(rows.get(), row, 0)] = PQgetvalue(rows.get(), row, 1);

    make_roles(connection.get());
    // An owner that is no superuser may give functions only to a role that could have made them.
    execute(connection.get(), "grant create on schema public to daftar_system");
    int count = 0;
    for (const auto& migration : migrations) {
        const std::string name(migration.name), digest = digest_of(migration.text);
        if (const auto found = applied.find(name); found != applied.end()) {
            if (found->second != digest)
                throw DatabaseError("La migration " + name + " a été modifiée après avoir été appliquée.", "", "");
            applied.erase(found);
            continue;
        }
        if (report) report(name);
        execute(connection.get(), "begin");
        execute(connection.get(), std::string(migration.text));
        execute(connection.get(),
                "insert into schema_migration (name, digest) values ('" + name + "', '" + digest + "')");
        execute(connection.get(), "commit");
        ++count;
    }
    execute(connection.get(), "revoke create on schema public from daftar_system");
    if (!applied.empty())
        throw DatabaseError("La base est plus récente que ce programme (" + applied.begin()->first + ").", "", "");
    return count;
}

}  // namespace daftar
