#include "core/access_log.hpp"

#include "core/text_cut.hpp"
#include "core/trace.hpp"

namespace daftar {
namespace {

constexpr std::chrono::milliseconds slow_request{500};
constexpr std::size_t path_characters_max = 200;

bool is_health_check(std::string_view path) { return path == "/health" || path == "/ready" || path == "/metrics"; }

}  // namespace

std::string_view address_of(const Request& request) {
    if (const auto route = current_trace().route; !route.empty()) return route;
    return request.path.starts_with("/api/") ? "unknown" : "web";
}

LogLevel level_of(const Request& request, const Answered& answered) {
    if (answered.status >= 500) return LogLevel::error;
    if (answered.status >= 400 || answered.duration > slow_request) return LogLevel::warning;
    return is_health_check(request.path) ? LogLevel::debug : LogLevel::info;
}

void log_request(const Request& request, const Answered& answered) {
    const auto& trace = current_trace();
    // A path without its query: links carry their secret there. The pattern stands for what the API knows.
    const auto address =
        trace.route.empty() ? first_characters(request.path, path_characters_max) : std::string(trace.route);
    log_line(level_of(request, answered), "request",
             {{"method", request.method},
              {"route", address},
              {"status", std::int64_t{answered.status}},
              {"duration_ms", answered.duration},
              {"bytes_in", static_cast<std::int64_t>(request.body.size())},
              {"bytes_out", static_cast<std::int64_t>(answered.bytes)},
              {"round_trips", std::int64_t{trace.round_trips}},
              {"database_ms", trace.database},
              {"address", request.remote_address}});
}

}  // namespace daftar
