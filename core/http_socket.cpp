#include "core/http_socket.hpp"

#include <algorithm>
#include <array>

#include "core/app.hpp"
#include "core/http_headers.hpp"
#include "core/log.hpp"
#include "core/text.hpp"

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

constexpr std::size_t head_bytes_max = 64 * 1024;

/// A last answer as it goes over the line.
std::string text_of(Response response) {
    add_security_headers(response, false);
    auto out = "HTTP/1.1 " + std::to_string(response.status) + " " + std::string(reason_phrase(response.status)) +
               "\r\nConnection: close\r\nDate: " + http_date() + "\r\nContent-Type: " + response.content_type +
               "\r\nContent-Length: " + std::to_string(response.body.size()) + "\r\n";
    for (const auto& [header, value] : response.headers) out += header + ": " + value + "\r\n";
    return out + "\r\n" + response.body;
}

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
    if (refusal.status == 405) response.headers.emplace_back("Allow", "GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS");
    return text_of(std::move(response));
}

std::string answer_to_plain_speech() {
    return text_of(
        problem_response(400, "tls_expected", "Ce port parle TLS : l'adresse commence par https://.", {}, {}));
}

HeadWatch::Seen HeadWatch::look(std::string_view bytes) {
    if (is_over_) return Seen::nothing;
    constexpr std::string_view end_mark = "\r\n\r\n";
    const auto from = head_.size() < end_mark.size() ? 0 : head_.size() - end_mark.size() + 1;
    head_.append(bytes);
    const auto end = head_.find(end_mark, from);
    is_over_ = end != std::string::npos || head_.size() > head_bytes_max;
    if (end == std::string::npos) return Seen::nothing;
    const bool body_has_begun = end + end_mark.size() < head_.size();
    head_.resize(end + 2);  // every line with its end
    for (auto& c : head_) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    const std::string_view head(head_), line = head.substr(0, head.find("\r\n"));
    const auto version = line.substr(line.rfind(' ') + 1);
    if (!version.starts_with("http/")) return Seen::nothing;  // the parser says what is wrong
    if (!version.starts_with("http/1.")) return Seen::other_version;
    if (version == "http/1.0") return Seen::nothing;
    if (head.find("\r\nhost:") == std::string_view::npos) return Seen::without_host;
    constexpr std::string_view expect = "\r\nexpect:";
    const auto at = head.find(expect);
    if (at == std::string_view::npos || body_has_begun) return Seen::nothing;
    const auto value = head.substr(at + expect.size());
    return trimmed(value.substr(0, value.find("\r\n"))) == "100-continue" ? Seen::awaits_go_on : Seen::nothing;
}

std::string answer_to_head(HeadWatch::Seen seen) {
    if (seen == HeadWatch::Seen::other_version)
        return text_of(
            problem_response(505, "version_not_supported", "Cette version de HTTP n'est pas comprise.", {}, {}));
    return text_of(problem_response(400, "host_missing", "La demande ne nomme aucun serveur (en-tête Host).", {}, {}));
}

void say_plainly(int socket, const std::string& text) {
    ::send(socket, text.data(), text.size(), MSG_DONTWAIT | MSG_NOSIGNAL);
    read_away(socket);
}

void read_away(int socket) {
    constexpr int pieces_max = 64;
    ::shutdown(socket, SHUT_WR);
    std::array<char, 16 * 1024> piece;
    for (int i = 0; i<pieces_max&& ::recv(socket, piece.data(), piece.size(), MSG_DONTWAIT)> 0; ++i) {}
}

}  // namespace daftar
