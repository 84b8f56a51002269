// An installation opened: database up to date, connections, services. Every command works through it.
#pragma once
#include <memory>

#include "core/app.hpp"
#include "core/cluster.hpp"
#include "core/files.hpp"
#include "core/signing_key.hpp"
#include "server/settings.hpp"

namespace daftar::server {

class Installation {
public:
    /// Starts the private cluster when there is no external database, creates and migrates the database.
    explicit Installation(Settings settings, const std::function<void(const std::string&)>& report = {});

    const Settings& settings() const { return settings_; }
    const Services& services() const { return services_; }
    ConnectionPool& pool() { return *pool_; }
    App& app() { return *app_; }
    /// Connection string of the owner: migrations and backups.
    const std::string& owner_conninfo() const { return owner_conninfo_; }
    /// Connection string of a session that keeps its notifications: never through pgbouncer's transaction mode.
    const std::string& listen_conninfo() const { return listen_conninfo_; }
    bool database_is_new() const { return database_is_new_; }
    /// Runs `act` in a committed transaction of the system role, or under a principal.
    void run(const Principal& principal, Door door, const std::function<void(Context&)>& act);
    void run_as_system(const std::function<void(Context&)>& act) { run({}, Door::system, act); }

private:
    Settings settings_;
    std::unique_ptr<PrivateCluster> cluster_;
    std::string owner_conninfo_, listen_conninfo_;
    bool database_is_new_ = false;
    std::unique_ptr<FileStore> files_;
    std::unique_ptr<SigningKey> signing_key_;
    Services services_;
    std::unique_ptr<ConnectionPool> pool_;
    std::unique_ptr<App> app_;
};

}  // namespace daftar::server
