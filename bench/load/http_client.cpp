#include "bench/load/http_client.hpp"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <strings.h>
#include <sys/socket.h>
#include <unistd.h>

#include <charconv>

namespace daftar::bench {

namespace {

/// The value of a header in the head of an answer; empty when it is not there.
std::string_view header(std::string_view head, std::string_view name) {
    for (std::size_t at = head.find("\r\n"); at != std::string_view::npos; at = head.find("\r\n", at + 2)) {
        const auto line = head.substr(at + 2, head.find("\r\n", at + 2) - at - 2);
        if (line.size() > name.size() && line[name.size()] == ':' &&
            strncasecmp(line.data(), name.data(), name.size()) == 0) {
            const auto value = line.find_first_not_of(" :", name.size());
            return value == std::string_view::npos ? std::string_view() : line.substr(value);
        }
    }
    return {};
}

std::size_t number(std::string_view text, int base = 10) {
    std::size_t value = 0;
    std::from_chars(text.data(), text.data() + text.size(), value, base);
    return value;
}

}  // namespace

bool HttpClient::connect_if_needed() {
    if (socket_ >= 0) return true;
    socket_ = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(port_);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    const int on = 1;
    setsockopt(socket_, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
    timeval patience{60, 0};
    setsockopt(socket_, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
    if (connect(socket_, reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0) return true;
    disconnect();
    return false;
}

void HttpClient::disconnect() {
    if (socket_ >= 0) close(socket_);
    socket_ = -1;
    buffer_.clear();
}

bool HttpClient::write_all(std::string_view data) {
    while (!data.empty()) {
        const auto written = ::send(socket_, data.data(), data.size(), MSG_NOSIGNAL);
        if (written <= 0) return false;
        data.remove_prefix(static_cast<std::size_t>(written));
    }
    return true;
}

bool HttpClient::read_more() {
    char piece[65536];
    const auto got = recv(socket_, piece, sizeof piece, 0);
    if (got <= 0) return false;
    buffer_.append(piece, static_cast<std::size_t>(got));
    return true;
}

int HttpClient::send(std::string_view method, std::string_view target, std::string_view content,
                     std::string_view extra_headers) {
    body_.clear();
    if (!connect_if_needed()) return 0;
    std::string request;
    request.reserve(content.size() + 512);
    request.append(method).append(" ").append(target).append(" HTTP/1.1\r\nHost: 127.0.0.1\r\n");
    if (!authorization_.empty()) request.append("Authorization: ").append(authorization_).append("\r\n");
    if (!content.empty()) request.append("Content-Type: application/json\r\n");
    request.append(extra_headers)
        .append("Content-Length: ")
        .append(std::to_string(content.size()))
        .append("\r\n\r\n")
        .append(content);

    std::size_t head_end = std::string::npos;
    bool answered = write_all(request);
    while (answered && (head_end = buffer_.find("\r\n\r\n")) == std::string::npos) answered = read_more();
    if (!answered) return disconnect(), 0;
    const auto head = buffer_.substr(0, head_end + 2);
    buffer_.erase(0, head_end + 4);

    if (header(head, "transfer-encoding").find("chunked") != std::string_view::npos) {
        for (std::size_t length = 1; length > 0;) {
            std::size_t line_end = std::string::npos;
            while (answered && (line_end = buffer_.find("\r\n")) == std::string::npos) answered = read_more();
            length = answered ? number(buffer_, 16) : 0;
            while (answered && buffer_.size() < line_end + 2 + length + 2) answered = read_more();
            if (!answered) return disconnect(), 0;
            body_.append(buffer_, line_end + 2, length);
            buffer_.erase(0, line_end + 2 + length + 2);
        }
    } else {
        const auto length = number(header(head, "content-length"));
        while (answered && buffer_.size() < length) answered = read_more();
        if (!answered) return disconnect(), 0;
        body_ = buffer_.substr(0, length);
        buffer_.erase(0, length);
    }
    const int status = static_cast<int>(number(std::string_view(head).substr(9, 3)));
    if (header(head, "connection").starts_with("close")) disconnect();
    return status;
}

}  // namespace daftar::bench
