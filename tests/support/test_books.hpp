// Real PostgreSQL for tests: one private cluster a process, a fresh migrated database a `TestBooks`.
#pragma once
#include <memory>

#include "core/app.hpp"

namespace daftar::tests {

/// An office with as many organizations as a test wants, and an App that serves them without a network.
class TestBooks {
public:
    explicit TestBooks(std::vector<Module> modules);
    ~TestBooks();

    /// A new organization with open books, in a tenant group of its own unless one is given.
    Principal organization(std::string_view name, std::string_view chart = "be-acp", int year = 2025,
                           Id<TenantGroup> group = {});
    /// The same organization seen under another role type.
    Principal as(const Principal& principal, std::string_view role_type);
    /// Through `App::handle`. A body goes with POST and PUT; further headers as pairs.
    Response request(const Principal& principal, std::string_view method, std::string_view target,
                     std::string_view body = "", const std::vector<std::pair<std::string, std::string>>& headers = {});
    /// The body of a response that must have this status.
    Json expect(int status, const Principal& principal, std::string_view method, std::string_view target,
                std::string_view body = "");
    /// An operation called directly, in a transaction that is committed.
    void run(const Principal& principal, const std::function<void(Context&)>& act, Door door = Door::app);
    /// SQL as the cluster's superuser; the first column of the first row.
    std::string sql(const std::string& statement);

    /// Migrations on this filled database; how many were applied.
    int migrate_again();

    App& app();
    Services& services();
    ConnectionPool& pool();
    std::string owner_conninfo() const;
    void set_now(Timestamp now);

private:
    struct Inside;
    std::unique_ptr<Inside> inside_;
};

/// "422 lines_must_balance": status and code of a response, for short assertions.
std::string outcome(const Response& response);

}  // namespace daftar::tests
