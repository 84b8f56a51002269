// Starts tests/doubles/outside.mjs for a test and stops it afterwards.
#pragma once
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <filesystem>
#include <string>

namespace daftar {

/// The S3 bucket and the mail server of the tests. Needs `npm ci` in tests/doubles; without it, `is_there()` is false
/// and the test skips itself.
class OutsideWorld {
public:
    OutsideWorld() {
        if (!std::filesystem::exists("tests/doubles/node_modules/s3rver")) return;
        int ends[2];
        if (socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends) != 0) return;
        child_ = fork();
        if (child_ == 0) {
            dup2(ends[1], 0);
            dup2(ends[1], 1);
            execlp("node", "node", "tests/doubles/outside.mjs", nullptr);
            _exit(127);
        }
        close(ends[1]);
        talk_ = ends[0];
        const std::string ready = line();
        s3_port_ = number_after(ready, "\"s3\":");
        smtp_port_ = number_after(ready, "\"smtp\":");
        const auto path = ready.find("\"certificate\":\"");
        if (path != std::string::npos) certificate_ = ready.substr(path + 15, ready.find('"', path + 15) - path - 15);
    }
    ~OutsideWorld() {
        if (talk_ >= 0) shutdown(talk_, SHUT_WR);
        if (child_ > 0) waitpid(child_, nullptr, 0);
        if (talk_ >= 0) close(talk_);
    }
    OutsideWorld(const OutsideWorld&) = delete;
    OutsideWorld& operator=(const OutsideWorld&) = delete;

    bool is_there() const { return s3_port_ > 0; }
    std::string s3() const { return "http://127.0.0.1:" + std::to_string(s3_port_); }
    std::string smtp() const { return "smtp://127.0.0.1:" + std::to_string(smtp_port_); }
    /// File of the authority that vouches for the mail server.
    const std::string& certificate() const { return certificate_; }
    /// The next line it prints: a mail taken, as JSON.
    std::string line() {
        std::string out;
        for (char letter; read(talk_, &letter, 1) == 1 && letter != '\n';) out += letter;
        return out;
    }

private:
    static int number_after(const std::string& text, const std::string& mark) {
        const auto at = text.find(mark);
        return at == std::string::npos ? 0 : std::atoi(text.c_str() + at + mark.size());
    }
    std::string certificate_;
    pid_t child_ = -1;
    int talk_ = -1, s3_port_ = 0, smtp_port_ = 0;
};

}  // namespace daftar
