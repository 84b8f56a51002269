// The real server as a child process on a data folder of its own, which can be killed and started again.
#pragma once
#include <sys/types.h>

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace daftar::simulator {

class ServerUnderTest {
public:
    /// Starts the program with a fresh data folder and waits until it is ready. Throws std::runtime_error with its log.
    explicit ServerUnderTest(std::filesystem::path program);
    /// Stops the server in order and deletes its folder.
    ~ServerUnderTest();
    ServerUnderTest(const ServerUnderTest&) = delete;
    ServerUnderTest& operator=(const ServerUnderTest&) = delete;

    std::uint16_t port() const { return port_; }
    /// kill -9 of the server, then a new start on the same folder.
    void kill_server();
    /// kill -9 of PostgreSQL's first process; the server starts it again by itself. False when it was not running.
    bool kill_postgres();
    void stop();
    /// Runs the program with these arguments and `--data`; its exit status. Its output goes into the log.
    int run(std::vector<std::string> arguments);
    /// What the last `run` and the server printed.
    std::string log() const;

private:
    void start();
    pid_t launch(std::vector<std::string> arguments);

    std::filesystem::path program_, folder_;
    std::uint16_t port_ = 0;
    pid_t process_ = 0;
};

}  // namespace daftar::simulator
