#include "tests/support/test_books.hpp"

#include <gtest/gtest.h>
#include <unistd.h>

#include <atomic>
#include <filesystem>

#include "core/cluster.hpp"
#include "core/migrate.hpp"
#include "identity/access_token.hpp"
#include "identity/permissions.hpp"
#include "ledger/books.hpp"

namespace daftar::tests {
namespace {

/// The cluster of this process, thrown away at its end. The migrated template is copied for every test.
struct SharedCluster {
    std::filesystem::path folder;
    std::unique_ptr<PrivateCluster> cluster;

    SharedCluster() {
        std::string pattern = (std::filesystem::temp_directory_path() / "daftar-test-XXXXXX").string();
        folder = mkdtemp(pattern.data());
        std::filesystem::permissions(folder, std::filesystem::perms::owner_all | std::filesystem::perms::group_exec |
                                                 std::filesystem::perms::others_exec);
        cluster = std::make_unique<PrivateCluster>(ClusterSettings{folder, true});
        create_database(conninfo("postgres"), "template_daftar");
        migrate(conninfo("template_daftar"));
    }
    ~SharedCluster() {
        cluster.reset();
        std::error_code ignored;
        std::filesystem::remove_all(folder, ignored);
    }
    std::string conninfo(std::string_view database) const {
        return cluster->conninfo(database, PrivateCluster::superuser);
    }
};

SharedCluster& shared_cluster() {
    static SharedCluster cluster;
    return cluster;
}

std::string run_sql(const std::string& conninfo, const std::string& statement) {
    const std::unique_ptr<PGconn, decltype(&PQfinish)> connection(PQconnectdb(conninfo.c_str()), &PQfinish);
    const SqlResult result(PQexec(connection.get(), statement.c_str()), &PQclear);
    const auto status = PQresultStatus(result.get());
    if (status != PGRES_TUPLES_OK && status != PGRES_COMMAND_OK)
        throw std::runtime_error(PQerrorMessage(connection.get()));
    return PQntuples(result.get()) > 0 ? PQgetvalue(result.get(), 0, 0) : "";
}

}  // namespace

struct TestBooks::Inside {
    std::string database;
    Services services;
    std::unique_ptr<ConnectionPool> pool;
    std::unique_ptr<App> app;
    std::map<std::string, Principal> principals;  // by the token that a request carries
};

TestBooks::TestBooks(std::vector<Module> modules) : inside_(std::make_unique<Inside>()) {
    static std::atomic<int> count = 0;
    auto& cluster = shared_cluster();
    inside_->database = "books_" + std::to_string(++count);
    run_sql(cluster.conninfo("postgres"), "create database " + inside_->database + " template template_daftar");
    inside_->pool = std::make_unique<ConnectionPool>(cluster.cluster->conninfo(inside_->database, "daftar_server"), 8);
    inside_->services.secret = std::string(32, 's');
    auto* inside = inside_.get();
    inside_->app = std::make_unique<App>(*inside_->pool, inside_->services, std::move(modules),
                                         [inside](const Request& request, const Services& services) {
                                             if (request.header("authorization").starts_with("Bearer "))
                                                 return identity::authenticate(request, services);
                                             const auto found =
                                                 inside->principals.find(std::string(request.header("authorization")));
                                             if (found == inside->principals.end())
                                                 throw Refused(CommonRefusal::sign_in_required);
                                             return found->second;
                                         });
}

TestBooks::~TestBooks() {
    inside_->app.reset();
    inside_->pool.reset();
    run_sql(shared_cluster().conninfo("postgres"), "drop database if exists " + inside_->database + " with (force)");
}

Principal TestBooks::organization(std::string_view name, std::string_view chart, int year, Id<TenantGroup> group) {
    Principal principal;
    principal.tenant_group = group;
    const std::string country = chart.starts_with("ma") ? "MA" : chart.starts_with("fr") ? "FR" : "BE";
    const std::string currency = country == "MA" ? "MAD" : "EUR";
    if (!principal.tenant_group)
        principal.tenant_group = {*Uuid::parse(
            sql("insert into tenant_group (id, name) values (gen_random_uuid(), 'Cabinet') returning id"))};
    principal.organization = {*Uuid::parse(sql(
        "insert into organization (id, tenant_group_id, name, country, currency, chart) values (gen_random_uuid(), '" +
        principal.tenant_group.text() + "', '" + std::string(name) + "', '" + country + "', '" + currency + "', '" +
        std::string(chart) + "') returning id"))};
    principal.email = std::string("comptable-") + principal.organization.text() + "@example.com";
    principal.user = {*Uuid::parse(sql("insert into app_user (id, email, name) values (gen_random_uuid(), '" +
                                       principal.email + "', 'Test') returning id"))};
    principal.currency = *Currency::from_code(currency);
    principal = as(principal, "Accountant");
    run(principal, [&](Context& context) { ledger::open_books(context, chart, year); });
    return principal;
}

Principal TestBooks::as(const Principal& principal, std::string_view role_type) {
    Principal other = principal;
    other.role_type = role_type;
    other.role = {*Uuid::parse(
        sql("insert into role (id, user_id, tenant_group_id, organization_id, role_type) values (gen_random_uuid(), '" +
            principal.user.text() + "', '" + principal.tenant_group.text() + "', '" + principal.organization.text() +
            "', '" + std::string(role_type) +
            "') on conflict (user_id, tenant_group_id, organization_id, role_type) do update set role_type = "
            "excluded.role_type returning id"))};
    other.permissions = &identity::permissions_of(role_type, true);
    inside_->principals["Test " + other.role.text()] = other;
    return other;
}

Response TestBooks::request(const Principal& principal, std::string_view method, std::string_view target,
                            std::string_view body, const std::vector<std::pair<std::string, std::string>>& headers) {
    Request request;
    request.method = method;
    EXPECT_TRUE(read_target(target, request));
    request.body = body;
    request.remote_address = "127.0.0.1";
    request.id = "test";
    if (principal.role) request.headers["authorization"] = "Test " + principal.role.text();
    for (const auto& [name, value] : headers) request.headers[name] = value;
    return app().handle(request);
}

Json TestBooks::expect(int status, const Principal& principal, std::string_view method, std::string_view target,
                       std::string_view body) {
    const auto response = request(principal, method, target, body);
    EXPECT_EQ(response.status, status) << method << " " << target << "\n" << response.body;
    if (response.body.empty()) return {};
    auto parsed = parse_json(response.body);
    EXPECT_TRUE(std::holds_alternative<Json>(parsed)) << response.body;
    return std::get<Json>(parsed);
}

void TestBooks::run(const Principal& principal, const std::function<void(Context&)>& act, Door door) {
    Request request;
    request.id = "test";
    auto connection = pool().acquire();
    Context context(*connection, door, principal, inside_->services, request, false);
    act(context);
    context.commit();
}

std::string TestBooks::sql(const std::string& statement) { return run_sql(owner_conninfo(), statement); }
std::string TestBooks::owner_conninfo() const { return shared_cluster().conninfo(inside_->database); }
int TestBooks::migrate_again() { return migrate(owner_conninfo()); }
App& TestBooks::app() { return *inside_->app; }
Services& TestBooks::services() { return inside_->services; }
ConnectionPool& TestBooks::pool() { return *inside_->pool; }
void TestBooks::set_now(Timestamp now) {
    inside_->services.surroundings.now = [now] { return now; };
}

std::string outcome(const Response& response) {
    auto text = std::to_string(response.status);
    const auto parsed = parse_json(response.body);
    if (const auto* json = std::get_if<Json>(&parsed))
        if (const auto* code = json->find("code"))
            if (const auto* name = code->if_string(); name && response.status >= 400) text += " " + *name;
    return text;
}

}  // namespace daftar::tests
