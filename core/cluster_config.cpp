#include "core/cluster_config.hpp"

#include <pwd.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <charconv>
#include <fstream>
#include <optional>

#include "core/cluster.hpp"

namespace daftar {
namespace fs = std::filesystem;

namespace {

constexpr int major_version_min = 15;  // ICU as a database's locale provider, NULLS NOT DISTINCT
constexpr std::uint64_t mebibyte = 1024 * 1024;

std::optional<DatabaseUser> user_named(const char* name) {
    const passwd* entry = getpwnam(name);
    if (!entry || entry->pw_uid == 0) return std::nullopt;
    return DatabaseUser{entry->pw_name, entry->pw_uid, entry->pw_gid};
}

int number_in(const std::string& text) {
    int number = 0;
    std::from_chars(text.data(), text.data() + text.size(), number);
    return number;
}

std::string first_line(const fs::path& file) {
    std::ifstream in(file);
    std::string line;
    std::getline(in, line);
    return line;
}

bool may_enter(const fs::path& folder, const DatabaseUser& user) {
    struct stat status {};
    if (stat(folder.c_str(), &status) != 0) return true;  // not there yet: it will be made for this user
    if (status.st_uid == user.user) return status.st_mode & S_IXUSR;
    if (status.st_gid == user.group) return status.st_mode & S_IXGRP;
    return status.st_mode & S_IXOTH;
}

}  // namespace

DatabaseUser database_user() {
    if (geteuid() != 0) {
        const passwd* entry = getpwuid(geteuid());
        return {entry ? entry->pw_name : std::to_string(geteuid()), geteuid(), getegid()};
    }
    for (const char* name : {"daftar", "postgres", "nobody"}) {
        if (auto user = user_named(name)) return *user;
    }
    throw ClusterUnavailable(
        "PostgreSQL refuse d'être lancé par root et aucun des utilisateurs daftar, postgres ou nobody n'existe.");
}

fs::path postgresql_programs(const fs::path& data) {
    const int made_with = number_in(first_line(data / "PG_VERSION"));
    fs::path best;
    int best_version = 0;
    std::error_code absent;
    for (const auto& folder : fs::directory_iterator("/usr/lib/postgresql", absent)) {
        const int version = number_in(folder.path().filename());
        const auto programs = folder.path() / "bin";
        if (!fs::exists(programs / "postgres") || !fs::exists(programs / "initdb")) continue;
        if (made_with ? version == made_with : version >= major_version_min && version > best_version) {
            best = programs;
            best_version = version;
        }
    }
    if (!best.empty()) return best;
    const auto wanted = made_with ? std::to_string(made_with) : std::to_string(major_version_min);
    throw ClusterUnavailable("PostgreSQL " + wanted +
                             " n'est pas installé sur cette machine. Installez-le : apt-get install postgresql-" +
                             wanted + " (ou lancez ./dev setup).");
}

std::uint64_t memory_available_bytes() {
    const auto machine =
        static_cast<std::uint64_t>(sysconf(_SC_PHYS_PAGES)) * static_cast<std::uint64_t>(sysconf(_SC_PAGE_SIZE));
    std::uint64_t container = 0;
    const auto limit = first_line("/sys/fs/cgroup/memory.max");  // "max" when there is no limit
    std::from_chars(limit.data(), limit.data() + limit.size(), container);
    return container ? std::min(machine, container) : machine;
}

std::string server_configuration(const ServerSettings& settings) {
    const auto megabytes = [&](std::uint64_t part, std::uint64_t least, std::uint64_t most) {
        return std::to_string(std::clamp(settings.memory_bytes / part / mebibyte, least, most)) + "MB";
    };
    std::string text = "# Written by daftar at every start. Your own settings go into custom.conf beside this file.\n";
    const auto set = [&](const char* name, const std::string& value) {
        text += std::string(name) + " = '" + value + "'\n";
    };
    set("listen_addresses", "");
    set("port", "5432");  // only names the socket file
    set("unix_socket_directories", settings.socket_folder.string());
    set("unix_socket_permissions", "0700");
    set("max_connections", "120");
    set("shared_buffers", megabytes(8, 64, 4096));
    set("effective_cache_size", megabytes(2, 256, 65536));
    set("maintenance_work_mem", megabytes(32, 64, 1024));
    set("work_mem", "16MB");
    set("max_locks_per_transaction", "256");
    set("max_wal_size", "2GB");
    set("checkpoint_timeout", "15min");
    set("wal_compression", "lz4");
    set("random_page_cost", "1.1");
    set("autovacuum_naptime", "10s");  // a young database plans by guesses until its first statistics
    set("jit", "off");                 // our queries are short: compiling them costs more than running them
    set("timezone", "UTC");
    set("log_timezone", "UTC");
    set("lc_messages", "C");
    set("logging_collector", "on");
    set("log_directory", "log");
    set("log_filename", "postgresql-%a.log");  // one file a weekday, overwritten a week later
    set("log_truncate_on_rotation", "on");
    set("log_min_duration_statement", settings.fast_for_tests ? "-1" : "500ms");
    set("fsync", settings.fast_for_tests ? "off" : "on");
    set("full_page_writes", settings.fast_for_tests ? "off" : "on");
    set("synchronous_commit", settings.fast_for_tests ? "off" : "on");
    text += "include_if_exists = 'custom.conf'\n";
    return text;
}

fs::path socket_folder_for(const fs::path& cluster, const fs::path& short_parent) {
    constexpr std::size_t path_bytes_max = 88;  // leaves room for "/.s.PGSQL.5432.lock"
    const auto inside = cluster / "socket";
    if (inside.string().size() <= path_bytes_max) return inside;
    return short_parent /
           ("daftar-" + std::to_string(geteuid()) + "-" + std::to_string(std::hash<std::string>{}(cluster.string())));
}

fs::path first_closed_folder(const fs::path& folder, const DatabaseUser& user) {
    fs::path upto;
    for (const auto& part : folder) {
        upto /= part;
        if (!may_enter(upto, user)) return upto;
    }
    return {};
}

}  // namespace daftar
