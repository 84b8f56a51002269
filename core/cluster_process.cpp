#include "core/cluster_process.hpp"

#include <fcntl.h>
#include <grp.h>
#include <signal.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <fstream>
#include <system_error>
#include <thread>

namespace daftar {
namespace fs = std::filesystem;
using namespace std::chrono_literals;

namespace {

// Runs between fork and exec in a process that has threads: system calls only, no allocation, no lock.
[[noreturn]] void become(char* const* arguments, const char* folder, const char* output, const DatabaseUser& user,
                         int parent_signal, pid_t parent) {
    setsid();  // Ctrl-C in the terminal is for the server, which then stops PostgreSQL in order
    const int out = open(output, O_WRONLY | O_CREAT | O_TRUNC | O_NOFOLLOW, 0600);
    const int in = open("/dev/null", O_RDONLY);
    if (out < 0 || in < 0) _exit(126);
    if (geteuid() == 0 && (fchown(out, user.user, user.group) != 0 || setgroups(1, &user.group) != 0 ||
                           setgid(user.group) != 0 || setuid(user.user) != 0)) {
        _exit(126);
    }
    dup2(in, 0);
    dup2(out, 1);
    dup2(out, 2);
    close_range(3, ~0U, 0);
    if (chdir(folder) != 0) _exit(126);
    if (parent_signal) {
        prctl(PR_SET_PDEATHSIG, parent_signal);  // after setuid, which clears it
        if (getppid() != parent) _exit(126);     // the parent died before it could be asked
    }
    sigset_t none;
    sigemptyset(&none);
    sigprocmask(SIG_SETMASK, &none, nullptr);
    signal(SIGPIPE, SIG_DFL);
    static char locale[] = "LC_ALL=C.UTF-8", path[] = "PATH=/usr/bin:/bin";
    static char* const environment[] = {locale, path, nullptr};
    execve(arguments[0], arguments, environment);
    _exit(127);
}

bool process_exists(pid_t process) { return kill(process, 0) == 0 || errno == EPERM; }

}  // namespace

pid_t start_program(const ProgramStart& start, const DatabaseUser& user) {
    std::vector<char*> arguments;
    for (const auto& argument : start.arguments) arguments.push_back(const_cast<char*>(argument.c_str()));
    arguments.push_back(nullptr);
    const auto folder = start.working_folder.string();
    const auto output = start.output.string();
    const pid_t parent = getpid();
    const pid_t child = fork();
    if (child < 0) throw std::system_error(errno, std::generic_category(), "fork");
    if (child == 0)
        become(arguments.data(), folder.c_str(), output.c_str(), user, start.signal_when_parent_dies, parent);
    return child;
}

std::optional<int> wait_for_end(pid_t process, std::chrono::milliseconds time_limit) {
    const auto deadline = std::chrono::steady_clock::now() + time_limit;
    for (;;) {
        int status = 0;
        const pid_t ended = waitpid(process, &status, WNOHANG);
        if (ended == process) return status;
        if (ended < 0 && errno != EINTR) return 0;  // already waited for
        if (std::chrono::steady_clock::now() >= deadline) return std::nullopt;
        std::this_thread::sleep_for(20ms);
    }
}

std::optional<pid_t> running_postmaster(const fs::path& data) {
    std::ifstream file(data / "postmaster.pid");
    pid_t process = 0;
    if (!(file >> process) || process <= 1) return std::nullopt;
    // A number alone proves nothing: after a reboot or in a container it may name any other program.
    std::error_code unreadable;
    const auto proc = fs::path("/proc") / std::to_string(process);
    const auto program = fs::read_symlink(proc / "exe", unreadable);
    const auto folder = fs::read_symlink(proc / "cwd", unreadable);
    if (unreadable || program.filename() != "postgres" || !fs::equivalent(folder, data, unreadable))
        return std::nullopt;
    return process;
}

bool end_left_postmaster(pid_t postmaster) {
    for (const auto& [signal_number, patience] : {std::pair{SIGINT, 30s}, std::pair{SIGQUIT, 10s}}) {
        kill(postmaster, signal_number);
        const auto deadline = std::chrono::steady_clock::now() + patience;
        while (std::chrono::steady_clock::now() < deadline) {
            if (!process_exists(postmaster)) return true;
            std::this_thread::sleep_for(20ms);
        }
    }
    return false;
}

}  // namespace daftar
