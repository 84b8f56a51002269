#include "core/metrics.hpp"

#include <algorithm>

namespace daftar {
namespace {

constexpr std::size_t series_max = 2'000;

}  // namespace

void Metrics::count(const Request& request, const Answered& answered) {
    const auto labels = "method=\"" + request.method + "\",address=\"" + std::string(address_of(request)) +
                        "\",status=\"" + std::to_string(answered.status / 100) + "xx\"";
    const auto bound = std::ranges::find_if(
        bounds_ms, [&](int milliseconds) { return answered.duration <= std::chrono::milliseconds(milliseconds); });
    const std::lock_guard lock(mutex_);
    if (series_.size() >= series_max && !series_.contains(labels)) return;
    auto& series = series_[labels];
    ++series.buckets[static_cast<std::size_t>(bound - bounds_ms.begin())];
    ++series.count;
    series.microseconds += static_cast<std::uint64_t>(answered.duration.count());
}

std::string Metrics::text() const {
    std::string out =
        "# HELP daftar_request_duration_seconds From the last byte of a request to its answer, by address.\n"
        "# TYPE daftar_request_duration_seconds histogram\n";
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
