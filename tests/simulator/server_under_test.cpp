#include "tests/simulator/server_under_test.hpp"

#include <fcntl.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <fstream>
#include <iterator>
#include <stdexcept>
#include <thread>

#include "bench/load/http_client.hpp"

namespace daftar::simulator {
namespace fs = std::filesystem;
using namespace std::chrono_literals;

ServerUnderTest::ServerUnderTest(fs::path program)
    : program_(std::move(program)), port_(static_cast<std::uint16_t>(30000 + getpid() % 20000)) {
    char name[] = "/var/tmp/daftar-simulator-XXXXXX";
    if (!mkdtemp(name)) throw std::runtime_error("no folder for the simulator");
    folder_ = name;
    fs::permissions(folder_, fs::perms(0755));
    start();
}

ServerUnderTest::~ServerUnderTest() {
    stop();
    std::error_code left;
    fs::remove_all(folder_, left);
}

pid_t ServerUnderTest::launch(std::vector<std::string> arguments) {
    arguments.insert(arguments.begin(), program_.string());
    arguments.insert(arguments.end(), {"--data", (folder_ / "data").string()});
    std::vector<char*> pointers;
    for (auto& argument : arguments) pointers.push_back(argument.data());
    pointers.push_back(nullptr);
    const auto log_file = (folder_ / "log").string();
    const pid_t child = fork();
    if (child == 0) {
        const int log = open(log_file.c_str(), O_WRONLY | O_CREAT | O_APPEND, 0644);
        dup2(log, 1);
        dup2(log, 2);
        execv(pointers[0], pointers.data());
        _exit(127);
    }
    return child;
}

void ServerUnderTest::start() {
    process_ = launch({"serve", "--listen", "127.0.0.1:" + std::to_string(port_)});
    bench::HttpClient http(port_, "");
    for (int attempt = 0; attempt < 1200; ++attempt) {
        if (http.send("GET", "/ready", "") == 200) return;
        if (waitpid(process_, nullptr, WNOHANG) == process_) break;
        std::this_thread::sleep_for(50ms);
    }
    throw std::runtime_error("the server does not start:\n" + log());
}

void ServerUnderTest::kill_server() {
    kill(process_, SIGKILL);
    waitpid(process_, nullptr, 0);
    start();
}

bool ServerUnderTest::kill_postgres() {
    std::ifstream file(folder_ / "data/postgresql/data/postmaster.pid");
    pid_t postmaster = 0;
    return file >> postmaster && postmaster > 1 && kill(postmaster, SIGKILL) == 0;
}

void ServerUnderTest::stop() {
    if (process_ <= 0) return;
    kill(process_, SIGTERM);
    waitpid(process_, nullptr, 0);
    process_ = 0;
}

int ServerUnderTest::run(std::vector<std::string> arguments) {
    int status = 0;
    waitpid(launch(std::move(arguments)), &status, 0);
    return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

std::string ServerUnderTest::log() const {
    std::ifstream file(folder_ / "log");
    return {std::istreambuf_iterator<char>(file), {}};
}

}  // namespace daftar::simulator
