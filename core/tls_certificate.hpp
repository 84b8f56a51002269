// The server's side of TLS: certificate and key from two PEM files, read again when they change.
#pragma once
#include <sys/stat.h>

#include <array>
#include <asio/ssl.hpp>
#include <chrono>
#include <memory>
#include <mutex>
#include <string>

namespace daftar {

/// Whoever renews certificates writes over the two files. Each handshake looks at them, at most once a second; a pair
/// that does not fit (half of it is written yet) leaves the present one in use.
class TlsCertificate {
public:
    /// Throws when the files are no certificate and its key.
    TlsCertificate(std::string certificate_file, std::string key_file);
    /// What RESTinio's sockets are made with. It asks this object for the certificate of each connection.
    std::shared_ptr<asio::ssl::context> context() const { return context_; }
    /// Reads the files now, whether they changed or not; false (and a line in the log) when they cannot be used.
    bool renew();

private:
    /// Of both files: when written, how long, which inode (a file moved into place may be older).
    using Stamp = std::array<std::int64_t, 6>;
    Stamp stamp() const;
    std::shared_ptr<asio::ssl::context> read() const;
    bool take(Stamp seen);
    static int choose(SSL* connection, int* alert, void* certificate);

    std::string certificate_file_, key_file_;
    std::mutex mutex_;
    std::shared_ptr<asio::ssl::context> context_, current_;
    Stamp seen_{};
    std::chrono::steady_clock::time_point looked_at_{};
};

}  // namespace daftar
