#include "core/http_headers.hpp"

#include <arpa/inet.h>

#include <algorithm>
#include <ctime>

#include "core/text.hpp"

namespace daftar {
namespace {

/// Calls `visit` with each member of a comma-separated list until it says true.
template <class Visit> bool any_member(std::string_view list, Visit visit) {
    while (!list.empty()) {
        const auto comma = list.find(',');
        if (visit(trimmed(list.substr(0, comma)))) return true;
        list = comma == std::string_view::npos ? std::string_view() : list.substr(comma + 1);
    }
    return false;
}

bool is_address(const std::string& text) {
    unsigned char bytes[sizeof(in6_addr)];
    return inet_pton(AF_INET, text.c_str(), bytes) == 1 || inet_pton(AF_INET6, text.c_str(), bytes) == 1;
}

/// "q=0", "q=0.0" …
bool is_refused(std::string_view parameters) {
    const auto weight = parameters.find("q=");
    return weight != std::string_view::npos &&
           parameters.substr(weight + 2).find_first_not_of("0. ") == std::string_view::npos;
}

}  // namespace

std::string lower(std::string_view text) {
    std::string out(text);
    for (auto& c : out) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    return out;
}

std::string media_type_of(std::string_view content_type) {
    return lower(trimmed(content_type.substr(0, content_type.find(';'))));
}

std::string_view reason_phrase(int status) {
    static constexpr std::pair<int, std::string_view> phrases[] = {
        {200, "OK"},
        {201, "Created"},
        {204, "No Content"},
        {206, "Partial Content"},
        {304, "Not Modified"},
        {400, "Bad Request"},
        {401, "Unauthorized"},
        {403, "Forbidden"},
        {404, "Not Found"},
        {405, "Method Not Allowed"},
        {406, "Not Acceptable"},
        {409, "Conflict"},
        {412, "Precondition Failed"},
        {413, "Content Too Large"},
        {414, "URI Too Long"},
        {415, "Unsupported Media Type"},
        {416, "Range Not Satisfiable"},
        {417, "Expectation Failed"},
        {422, "Unprocessable Content"},
        {429, "Too Many Requests"},
        {431, "Request Header Fields Too Large"},
        {500, "Internal Server Error"},
        {503, "Service Unavailable"},
        {505, "HTTP Version Not Supported"},
    };
    const auto* found = std::ranges::find(phrases, status, &std::pair<int, std::string_view>::first);
    return found == std::end(phrases) ? "Status" : found->second;
}

bool is_header_name(std::string_view name) {
    static constexpr std::string_view marks = "!#$%&'*+-.^_`|~";
    return !name.empty() && std::ranges::all_of(name, [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
               marks.find(c) != std::string_view::npos;
    });
}

std::string http_date() {
    static constexpr const char *days[] = {"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"},
                                *months[] = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                             "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    const auto now = std::time(nullptr);
    std::tm utc{};
    gmtime_r(&now, &utc);
    char text[40];
    std::snprintf(text, sizeof text, "%s, %02d %s %04d %02d:%02d:%02d GMT", days[utc.tm_wday], utc.tm_mday,
                  months[utc.tm_mon], utc.tm_year + 1900, utc.tm_hour, utc.tm_min, utc.tm_sec);
    return text;
}

void add_security_headers(Response& response, bool is_secure) {
    static const std::pair<const char*, const char*> headers[] = {
        {"X-Content-Type-Options", "nosniff"},
        {"X-Frame-Options", "DENY"},
        {"Referrer-Policy", "same-origin"},
        {"Permissions-Policy", "camera=(self), microphone=(), geolocation=()"},
        {"Cross-Origin-Opener-Policy", "same-origin"},
        {"Content-Security-Policy",
         "default-src 'self'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; "
         "font-src 'self' data:; "
         "worker-src 'self' blob:; connect-src 'self'; object-src 'none'; frame-ancestors 'none'; base-uri 'self'; "
         "form-action 'self'"},
    };
    for (const auto& [name, value] : headers) response.headers.emplace_back(name, value);
    if (is_secure) response.headers.emplace_back("Strict-Transport-Security", "max-age=31536000");
}

bool accepts_gzip(std::string_view accept_encoding) {
    return any_member(accept_encoding, [](std::string_view member) {
        const auto semicolon = member.find(';');
        const auto coding = trimmed(member.substr(0, semicolon));
        return (coding == "gzip" || coding == "*") &&
               (semicolon == std::string_view::npos || !is_refused(member.substr(semicolon)));
    });
}

bool names_tag(std::string_view if_none_match, std::string_view tag) {
    return any_member(if_none_match, [&](std::string_view member) {
        if (member.starts_with("W/")) member.remove_prefix(2);
        return member == "*" || member == tag;
    });
}

bool names_strong_tag(std::string_view if_match, std::string_view tag) {
    return any_member(if_match, [&](std::string_view member) { return member == "*" || member == tag; });
}

std::string client_address(const std::string& peer, std::string_view forwarded_for,
                           std::span<const std::string> trusted_proxies) {
    const auto is_ours = [&](std::string_view address) { return std::ranges::count(trusted_proxies, address) > 0; };
    auto address = peer;
    while (is_ours(address) && !forwarded_for.empty()) {
        const auto comma = forwarded_for.rfind(',');
        std::string before(trimmed(comma == std::string_view::npos ? forwarded_for : forwarded_for.substr(comma + 1)));
        forwarded_for = comma == std::string_view::npos ? std::string_view() : forwarded_for.substr(0, comma);
        if (!is_address(before)) break;
        address = std::move(before);
    }
    return address;
}

}  // namespace daftar
