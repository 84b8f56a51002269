#include "core/metrics.hpp"

#include <algorithm>

namespace daftar {
namespace {

constexpr std::size_t series_max = 2'000;

/// "/api/v1/accounts/0190…" counts as "/api/v1/accounts/{}": a segment with a digit is an identifier, but for the
/// version.
std::string address_class(std::string_view path) {
    if (!path.starts_with("/api/")) return "web";
    std::string out;
    for (std::size_t at = 0; at < path.size();) {
        const auto end = std::min(path.find('/', at + 1), path.size());
        const auto segment = path.substr(at, end - at);
        const bool identifier = segment != "/v1" && std::ranges::any_of(segment, [](char c) {
                                    return (c >= '0' && c <= '9') || c == '"' || c == '\\' || c == '\n';
                                });
        out += identifier ? "/{}" : std::string(segment);
        at = end;
    }
    return out;
}

}  // namespace

void Metrics::count(const Request& request, int status, std::chrono::microseconds duration) {
    const auto address = status == 404 ? "unknown" : address_class(request.path);
    const auto labels = "method=\"" + request.method + "\",address=\"" + address + "\",status=\"" +
                        std::to_string(status / 100) + "xx\"";
    const auto bound = std::ranges::find_if(
        bounds_ms, [&](int milliseconds) { return duration <= std::chrono::milliseconds(milliseconds); });
    const std::lock_guard lock(mutex_);
    if (series_.size() >= series_max && !series_.contains(labels)) return;
    auto& series = series_[labels];
    ++series.buckets[static_cast<std::size_t>(bound - bounds_ms.begin())];
    ++series.count;
    series.microseconds += static_cast<std::uint64_t>(duration.count());
}

std::string Metrics::text() const {
    std::string out = "# TYPE daftar_request_duration_seconds histogram\n";
    const std::lock_guard lock(mutex_);
    for (const auto& [labels, series] : series_) {
        std::uint64_t below = 0;
        const auto line = [&](const std::string& bound) {
            out += "daftar_request_duration_seconds_bucket{" + labels + ",le=\"" + bound + "\"} " +
                   std::to_string(below) + "\n";
        };
        for (std::size_t i = 0; i < bounds_ms.size(); ++i) {
            below += series.buckets[i];
            line(std::to_string(bounds_ms[i] / 1000) + "." + std::to_string(1000 + bounds_ms[i] % 1000).substr(1));
        }
        below = series.count;
        line("+Inf");
        const auto fraction = std::to_string(1'000'000 + series.microseconds % 1'000'000).substr(1);
        out += "daftar_request_duration_seconds_sum{" + labels + "} " +
               std::to_string(series.microseconds / 1'000'000) + "." + fraction + "\n";
        out += "daftar_request_duration_seconds_count{" + labels + "} " + std::to_string(series.count) + "\n";
    }
    return out;
}

}  // namespace daftar
