#include "core/files_scan.hpp"

#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

#include <fcntl.h>

#include <memory>
#include <sstream>
#include <vector>

extern char** environ;

namespace daftar {
namespace {

using Verdict = ScanResult::Verdict;
constexpr std::size_t report_max = 2000;

struct Descriptor {
    int number = -1;
    ~Descriptor() {
        if (number >= 0) close(number);
    }
};

bool fill(int file, std::string_view content) {
    while (!content.empty()) {
        const ssize_t written = write(file, content.data(), content.size());
        if (written < 0 && errno == EINTR) continue;
        if (written <= 0) return false;
        content.remove_prefix(static_cast<std::size_t>(written));
    }
    return lseek(file, 0, SEEK_SET) == 0;
}

/// Reads what the child prints until it closes its output; false when the time is over.
bool read_report(int file, std::chrono::steady_clock::time_point deadline, std::string& report) {
    for (;;) {
        const auto left =
            std::chrono::duration_cast<std::chrono::milliseconds>(deadline - std::chrono::steady_clock::now()).count();
        if (left <= 0) return false;
        pollfd waited{file, POLLIN, 0};
        if (poll(&waited, 1, static_cast<int>(left)) <= 0) continue;
        char buffer[512];
        const ssize_t count = read(file, buffer, sizeof buffer);
        if (count <= 0) return true;
        if (report.size() < report_max) report.append(buffer, static_cast<std::size_t>(count));
    }
}

}  // namespace

ScanResult scan_file(const std::string& command, std::string_view content, std::chrono::milliseconds limit) {
    std::istringstream words(command);
    std::vector<std::string> arguments;
    for (std::string word; words >> word;) arguments.push_back(word);
    if (arguments.empty()) return {};
    std::vector<char*> pointers;
    for (auto& argument : arguments) pointers.push_back(argument.data());
    pointers.push_back(nullptr);

    // A file in memory is the child's input: no pipe to keep feeding, no copy on the disk.
    Descriptor input{memfd_create("scanned", MFD_CLOEXEC)}, read_end, write_end;
    int ends[2];
    if (input.number < 0 || !fill(input.number, content) || pipe2(ends, O_CLOEXEC) != 0)
        return {Verdict::failed, "no memory for the scan"};
    read_end.number = ends[0], write_end.number = ends[1];

    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_adddup2(&actions, input.number, 0);
    posix_spawn_file_actions_adddup2(&actions, write_end.number, 1);
    posix_spawn_file_actions_adddup2(&actions, write_end.number, 2);
    pid_t child = 0;
    const int error = posix_spawnp(&child, pointers[0], &actions, nullptr, pointers.data(), environ);
    posix_spawn_file_actions_destroy(&actions);
    if (error != 0) return {Verdict::failed, arguments[0] + ": " + std::generic_category().message(error)};
    close(write_end.number);
    write_end.number = -1;

    ScanResult result;
    const bool in_time = read_report(read_end.number, std::chrono::steady_clock::now() + limit, result.report);
    if (!in_time) kill(child, SIGKILL);
    int status = 0;
    while (waitpid(child, &status, 0) < 0 && errno == EINTR) {}
    if (!in_time) return {Verdict::failed, "the scanner took too long"};
    if (!WIFEXITED(status) || WEXITSTATUS(status) > 1)
        result.verdict = Verdict::failed;
    else if (WEXITSTATUS(status) == 1)
        result.verdict = Verdict::infected;
    return result;
}

}  // namespace daftar
