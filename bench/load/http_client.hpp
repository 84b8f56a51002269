// One keep-alive HTTP/1.1 connection to loopback, blocking: what a client of the bench needs and nothing more.
#pragma once
#include <cstdint>
#include <string>
#include <string_view>

namespace daftar::bench {

class HttpClient {
public:
    /// Connects when first used. `authorization` is the whole value of the header, or empty.
    HttpClient(std::uint16_t port, std::string authorization) : port_(port), authorization_(std::move(authorization)) {}
    ~HttpClient() { disconnect(); }
    HttpClient(const HttpClient&) = delete;
    HttpClient& operator=(const HttpClient&) = delete;

    /// The status of the answer; 0 when the connection failed. `body` then holds the last answer's body.
    int send(std::string_view method, std::string_view target, std::string_view content,
             std::string_view extra_headers = {});
    const std::string& body() const { return body_; }
    void authorize(std::string authorization) { authorization_ = std::move(authorization); }

private:
    bool connect_if_needed();
    void disconnect();
    bool write_all(std::string_view data);
    bool read_more();

    std::uint16_t port_;
    std::string authorization_;
    int socket_ = -1;
    std::string buffer_;  ///< bytes read and not yet used
    std::string body_;
};

}  // namespace daftar::bench
