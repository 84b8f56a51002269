// What a private cluster is made with: the program files, the operating-system user, the settings. No process is
// started here.
#pragma once
#include <sys/types.h>

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace daftar {

/// The operating-system user that owns the database files and runs PostgreSQL.
struct DatabaseUser {
    std::string name;
    uid_t user = 0;
    gid_t group = 0;
};

/// This process's own user; for root the first of `daftar`, `postgres`, `nobody` that exists. Throws
/// ClusterUnavailable.
DatabaseUser database_user();

/// The folder of `postgres` and `initdb`: of the major version that made `data` when it holds a cluster, else the
/// newest installed (15 at least). Throws ClusterUnavailable with the command that installs it.
std::filesystem::path postgresql_programs(const std::filesystem::path& data);

/// Memory of this machine or of its container, in bytes, whichever is smaller.
std::uint64_t memory_available_bytes();

struct ServerSettings {
    std::filesystem::path socket_folder;
    std::uint64_t memory_bytes = 0;
    bool fast_for_tests = false;
};

/// The text of postgresql.conf. Durable (fsync and synchronous_commit on) unless `fast_for_tests`.
std::string server_configuration(const ServerSettings& settings);

/// Where the socket goes: inside `cluster` when that path is short enough for a socket address (107 bytes), else in a
/// folder of a name derived from it below `short_parent`.
std::filesystem::path socket_folder_for(const std::filesystem::path& cluster,
                                        const std::filesystem::path& short_parent);

/// The first folder above `folder` (or itself) that `user` may not enter; empty when all can be entered.
std::filesystem::path first_closed_folder(const std::filesystem::path& folder, const DatabaseUser& user);

}  // namespace daftar
