#include "documents/extract/process.hpp"

#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <chrono>

namespace daftar::documents {
namespace {

struct Handle {
    int number = -1;
    ~Handle() { reset(); }
    Handle() = default;
    Handle(const Handle&) = delete;
    Handle& operator=(const Handle&) = delete;
    void reset() {
        if (number >= 0) close(number);
        number = -1;
    }
};

/// Sockets rather than pipes: sending with MSG_NOSIGNAL lets a child die without a signal in our many-threaded process.
bool make_pair(Handle& ours, Handle& theirs) {
    int ends[2];
    if (socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends) != 0) return false;
    ours.number = ends[0];
    theirs.number = ends[1];
    return fcntl(ours.number, F_SETFL, O_NONBLOCK) == 0;
}

bool spawn(pid_t& child, const std::string& program, const std::vector<std::string>& arguments, int input, int output) {
    std::vector<char*> argument_pointers{const_cast<char*>(program.c_str())};
    for (const auto& argument : arguments) argument_pointers.push_back(const_cast<char*>(argument.c_str()));
    argument_pointers.push_back(nullptr);
    char one_thread[] = "OMP_THREAD_LIMIT=1";
    char* environment[] = {one_thread, nullptr};

    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_adddup2(&actions, input, STDIN_FILENO);
    posix_spawn_file_actions_adddup2(&actions, output, STDOUT_FILENO);
    posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
    posix_spawn_file_actions_addclosefrom_np(&actions, 3);
    posix_spawnattr_t attributes;
    posix_spawnattr_init(&attributes);
    sigset_t none, defaults;
    sigemptyset(&none);
    sigemptyset(&defaults);
    for (const int number : {SIGPIPE, SIGTERM, SIGINT, SIGHUP}) sigaddset(&defaults, number);
    posix_spawnattr_setsigmask(&attributes, &none);
    posix_spawnattr_setsigdefault(&attributes, &defaults);
    posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF);
    const int result =
        posix_spawn(&child, program.c_str(), &actions, &attributes, argument_pointers.data(), environment);
    posix_spawnattr_destroy(&attributes);
    posix_spawn_file_actions_destroy(&actions);
    return result == 0;
}

/// Feeds and drains until the child closes its output. False when time or size ran out.
bool exchange(Handle& to_child, Handle& from_child, std::span<const std::byte> input, std::string& output,
              int seconds_max, std::size_t output_bytes_max, const std::function<void(std::string_view)>& watch) {
    constexpr std::int64_t look_every = 250;  // milliseconds
    const auto deadline = std::chrono::steady_clock::now() + std::chrono::seconds(seconds_max);
    char block[65536];
    for (;;) {
        const auto left =
            std::chrono::duration_cast<std::chrono::milliseconds>(deadline - std::chrono::steady_clock::now()).count();
        if (left <= 0) return false;
        pollfd waits[2] = {{from_child.number, POLLIN, 0}, {to_child.number, POLLOUT, 0}};
        const auto wait = static_cast<int>(watch ? std::min<std::int64_t>(left, look_every) : left);
        if (poll(waits, to_child.number >= 0 ? 2 : 1, wait) < 0 && errno != EINTR) return false;
        if (to_child.number >= 0 && waits[1].revents != 0) {
            const auto sent = send(to_child.number, input.data(), input.size(), MSG_NOSIGNAL);
            if (sent > 0) input = input.subspan(static_cast<std::size_t>(sent));
            if (input.empty() || (sent < 0 && errno != EAGAIN && errno != EINTR)) to_child.reset();
        }
        if (waits[0].revents != 0) {
            const auto got = recv(from_child.number, block, sizeof block, 0);
            if (got == 0) return true;
            if (got < 0 && errno != EAGAIN && errno != EINTR) return true;
            if (got > 0) output.append(block, static_cast<std::size_t>(got));
            if (output.size() > output_bytes_max) return false;
        }
        if (watch) watch(output);
    }
}

}  // namespace

ChildOutcome run_process(const std::string& program, const std::vector<std::string>& arguments,
                         std::span<const std::byte> input, int seconds_max, std::size_t output_bytes_max,
                         const std::function<void(std::string_view)>& watch) {
    ChildOutcome outcome;
    Handle to_child, child_input, from_child, child_output;
    if (!make_pair(to_child, child_input) || !make_pair(from_child, child_output)) return outcome;
    pid_t child = -1;
    outcome.started = spawn(child, program, arguments, child_input.number, child_output.number);
    if (!outcome.started) return outcome;
    child_input.reset();
    child_output.reset();
    int status = 0;
    const auto end = [&] {
        kill(child, SIGKILL);  // it has said all it had to say; a child that lingers must not be waited for
        while (waitpid(child, &status, 0) < 0 && errno == EINTR) {}
    };
    try {
        outcome.overran = !exchange(to_child, from_child, input, outcome.output, seconds_max, output_bytes_max, watch);
    } catch (...) {
        end();
        throw;
    }
    end();
    if (WIFSIGNALED(status)) outcome.signal = WTERMSIG(status);
    if (WIFEXITED(status)) outcome.exit_code = WEXITSTATUS(status);
    return outcome;
}

}  // namespace daftar::documents
