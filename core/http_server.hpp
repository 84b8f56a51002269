// The network front: asynchronous I/O threads accept and write, a bounded pool of workers runs the business code.
#pragma once
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>

#include "core/access_log.hpp"

namespace daftar {

struct HttpSettings {
    std::string address = "127.0.0.1";
    std::uint16_t port = 8080;  ///< 0 takes a free one
    std::size_t io_threads = 1, workers = 16;
    std::size_t queue_max = 2'000;             ///< requests waiting for a worker; more are answered 503
    std::size_t body_bytes_max = 25 << 20;     ///< of one request: 413 above
    std::size_t bodies_bytes_max = 512 << 20;  ///< of all requests in flight: 503 above
    std::string certificate_file, key_file;    ///< PEM; TLS when both are given
    bool is_secure = false;                    ///< reached by TLS, ours or a proxy's: browsers are told to stay there
    std::vector<std::string> trusted_proxies;  ///< whose X-Forwarded-For is believed
};

/// Sends one piece of an open stream; false once the reader is gone.
using StreamSender = std::function<bool(std::string)>;

/// What the front hands requests to. Both run on worker threads.
struct HttpHandlers {
    std::function<Response(const Request&)> handle;
    /// For the addresses that stay open (server-sent events): keeps the sender and answers nothing, or refuses at once.
    std::function<std::optional<Response>(const Request&, StreamSender)> open_stream;
    std::string stream_path;
    /// Told of every answer, also of those that never reached `handle`; the trace of the request stands in this thread.
    std::function<void(const Request&, const Answered&)> answered = [](const Request&, const Answered&) {};
};

class HttpServer {
public:
    /// Starts listening; throws std::runtime_error with a French sentence when the address cannot be had.
    HttpServer(HttpSettings settings, HttpHandlers handlers);
    ~HttpServer();
    std::uint16_t port() const;
    /// Reads the certificate's files now; a change is otherwise noticed by itself. False without TLS, or when they
    /// cannot be used: then the earlier certificate stays.
    bool renew_certificate();
    /// Finishes the requests under way, then closes. May be called again.
    void stop();

private:
    struct Running;
    std::unique_ptr<Running> running_;
};

}  // namespace daftar
