#include "core/http_socket.hpp"

#include <sys/socket.h>

#include <algorithm>

#include "core/app.hpp"
#include "core/http_headers.hpp"
#include "core/log.hpp"

namespace daftar {
namespace {

struct ParserRefusal {
    std::string_view name;  ///< of http_parser's error
    int status;
    const char *code, *sentence;
};

/// RESTinio's own limits fail as callbacks (HPE_CB_…). What is not listed is a malformed request.
constexpr ParserRefusal refusals[] = {
    {"HPE_INVALID_METHOD", 405, "method_not_allowed", "Cette méthode n'existe pas."},
    {"HPE_INVALID_VERSION", 505, "version_not_supported", "Cette version de HTTP n'est pas comprise."},
    {"HPE_HEADER_OVERFLOW", 431, "headers_too_large", "Les en-têtes de la demande sont trop grands."},
    {"HPE_CB_header_field", 431, "headers_too_large", "Les en-têtes de la demande sont trop grands."},
    {"HPE_CB_header_value", 431, "headers_too_large", "Les en-têtes de la demande sont trop grands."},
    {"HPE_CB_url", 414, "url_too_long", "Cette adresse est trop longue."},
    {"HPE_CB_headers_complete", 413, "body_too_large", "Le corps de la demande est trop grand."},
    {"HPE_CB_body", 413, "body_too_large", "Le corps de la demande est trop grand."},
    {"HPE_", 400, "malformed_request", "Cette demande n'est pas du HTTP bien formé."},
};

}  // namespace

std::string answer_to_parser_error(std::string_view message) {
    const auto at = message.find("parser error HPE_");
    if (at == std::string_view::npos) return {};
    const auto name = message.substr(at + std::string_view("parser error ").size());
    const auto& refusal =
        *std::ranges::find_if(refusals, [&](const auto& known) { return name.starts_with(known.name); });
    log_line(LogLevel::warning, "malformed request",
             {{"status", std::int64_t{refusal.status}}, {"reason", std::string(name.substr(0, name.find(':')))}});
    auto response = problem_response(refusal.status, refusal.code, refusal.sentence, {}, {});
    add_security_headers(response, false);
    if (refusal.status == 405) response.headers.emplace_back("Allow", "GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS");
    auto out = "HTTP/1.1 " + std::to_string(refusal.status) + " " + std::string(reason_phrase(refusal.status)) +
               "\r\nConnection: close\r\nContent-Type: " + response.content_type +
               "\r\nContent-Length: " + std::to_string(response.body.size()) + "\r\n";
    for (const auto& [header, value] : response.headers) out += header + ": " + value + "\r\n";
    return out + "\r\n" + response.body;
}

void AnsweringSocket::say(const std::string& answer) {
    constexpr int pieces_max = 64;
    ::send(native_handle(), answer.data(), answer.size(), MSG_DONTWAIT | MSG_NOSIGNAL);
    ::shutdown(native_handle(), SHUT_WR);
    char piece[16 * 1024];
    for (int i = 0; i<pieces_max&& ::recv(native_handle(), piece, sizeof piece, MSG_DONTWAIT)> 0; ++i) {}
}

}  // namespace daftar
