// How this installation runs: from the command line and the environment.
#pragma once
#include <filesystem>
#include <optional>
#include <string>

#include "core/files.hpp"
#include "core/http_server.hpp"
#include "core/log.hpp"

namespace daftar::server {

struct Settings {
    std::filesystem::path data;               ///< data folder
    std::string database_url;                 ///< of an external PostgreSQL; "" runs the private cluster
    std::string database_owner_url;           ///< its owner, not through pgbouncer: migrates, dumps, listens
    bool prepare_statements = true;           ///< off behind pgbouncer's transaction mode
    bool demonstration = false;               ///< a database of its own with made residences and printed sign-ins
    bool allow_remote_demonstration = false;  ///< demo accounts beyond loopback
    LogSettings log;
    HttpSettings http;
    std::string public_address;  ///< without one: `know_public_address`
    std::filesystem::path web;   ///< folder of the built web application
    std::size_t job_threads = 2;
    bool join_running_server = true;  ///< every command but `serve` works beside a server of the same data folder
    std::string scan_command;         ///< DAFTAR_VIRUS_SCAN: reads a file on its input, exit 0 clean, 1 infected
    bool rate_limits = true;          ///< off only for load tests

    /// Without one of its own, the only address is the owner's as well.
    const std::string& owner_url() const { return database_owner_url.empty() ? database_url : database_owner_url; }
    std::string database() const { return demonstration ? "daftar_demo" : "daftar"; }
};

/// Default values, completed from DAFTAR_DATA, DAFTAR_DATABASE_URL, DAFTAR_DATABASE_OWNER_URL, DAFTAR_PUBLIC_ADDRESS,
/// DAFTAR_VIRUS_SCAN, DAFTAR_WEB.
Settings default_settings();
/// The bucket of DAFTAR_S3_ENDPOINT, …_BUCKET, …_REGION, …_ACCESS_KEY and …_SECRET_KEY; nothing when no endpoint is
/// set. Throws when the others are missing.
std::optional<S3Settings> bucket_of_environment(const std::string& prefix);
/// Splits "127.0.0.1:8080" or ":8080" into address and port; throws std::runtime_error with a French sentence.
void set_listen(Settings& settings, const std::string& text);
/// The address seen from outside, when it was not given, is the one listened on; whether it is reached by TLS follows.
void know_public_address(Settings& settings);
/// The installation's 32 secret bytes, made at first use with mode 0600.
std::string load_or_create_secret(const std::filesystem::path& folder);

}  // namespace daftar::server
