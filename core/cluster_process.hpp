// Running PostgreSQL's programs as the database user, without a shell.
#pragma once
#include <chrono>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "core/cluster_config.hpp"

namespace daftar {

struct ProgramStart {
    std::vector<std::string> arguments;  ///< the program's full path first
    std::filesystem::path working_folder;
    std::filesystem::path output;  ///< standard output and error, overwritten
    /// Signal that the program receives when the *thread* that started it ends; 0 for none.
    int signal_when_parent_dies = 0;
};

/// Starts the program in a session of its own as `user` (no change of user when it is ours). Throws on failure to fork.
pid_t start_program(const ProgramStart& start, const DatabaseUser& user);

/// Waits for the program's end, at most `time_limit`; its wait status, or nothing when it still runs.
std::optional<int> wait_for_end(pid_t process, std::chrono::milliseconds time_limit);

/// The postmaster of `data` that still runs (by its pid file, verified in /proc), if any.
std::optional<pid_t> running_postmaster(const std::filesystem::path& data);

/// Ends a postmaster that a killed server left behind: fast shutdown, then an immediate one; true when it is gone.
bool end_left_postmaster(pid_t postmaster);

}  // namespace daftar
