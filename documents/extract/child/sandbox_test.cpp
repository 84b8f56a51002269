// Each attempt runs in a process of its own that has entered the sandbox; its exit code tells what happened.
#include "documents/extract/child/sandbox.hpp"

#include <fcntl.h>
#include <gtest/gtest.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <functional>

namespace daftar::documents {
namespace {

constexpr int done = 0, refused = 1, no_sandbox = 2;

/// What `attempt` (true when it succeeded) gives inside the sandbox.
int inside(const SandboxLimits& limits, const std::function<bool()>& attempt) {
    const pid_t child = fork();
    if (child == 0) {
        if (!enter_sandbox(limits)) _exit(no_sandbox);
        _exit(attempt() ? done : refused);
    }
    int status = 0;
    waitpid(child, &status, 0);
    return WIFEXITED(status) ? WEXITSTATUS(status) : 100 + WTERMSIG(status);
}

TEST(Sandbox, OrdinaryWorkGoesOn) {
    EXPECT_EQ(inside({}, [] { return std::string(100'000, 'x').size() == 100'000; }), done);
    EXPECT_EQ(inside({}, [] { return open("/usr/share", O_RDONLY | O_DIRECTORY) >= 0; }), done);
}

TEST(Sandbox, NothingLeavesTheProcess) {
    EXPECT_EQ(inside({}, [] { return socket(AF_INET, SOCK_STREAM, 0) >= 0; }), refused);
    EXPECT_EQ(inside({}, [] { return socket(AF_UNIX, SOCK_STREAM, 0) >= 0; }), refused);
    EXPECT_EQ(inside({}, [] { return open("sandbox-was-here", O_WRONLY | O_CREAT, 0600) >= 0; }), refused);
    EXPECT_EQ(inside({}, [] { return open("/dev/null", O_RDWR) >= 0; }), refused);
    EXPECT_EQ(inside({}, [] { return fork() >= 0; }), refused);
    EXPECT_EQ(inside({},
                     [] {
                         char program[] = "/bin/true";
                         char* arguments[] = {program, nullptr};
                         execv(program, arguments);
                         return false;
                     }),
              refused);
}

TEST(Sandbox, SecretsCannotBeRead) {
    EXPECT_EQ(inside({}, [] { return open("/etc/passwd", O_RDONLY) >= 0; }), refused);
}

TEST(Sandbox, MemoryAndTimeAreLimited) {
    EXPECT_EQ(inside({200, 0}, [] { return malloc(std::size_t{400} << 20) != nullptr; }), refused);
    EXPECT_GT(inside({0, 1},
                     [] {
                         volatile unsigned counter = 0;
                         for (;;) counter = counter + 1;
                         return true;
                     }),
              100);
}

}  // namespace
}  // namespace daftar::documents
