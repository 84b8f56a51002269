// What the server counts, in the text format of Prometheus.
#pragma once
#include <array>
#include <chrono>
#include <map>
#include <mutex>
#include <string>

#include "core/access_log.hpp"

namespace daftar {

class Metrics {
public:
    void count(const Request& request, const Answered& answered);
    std::string text() const;

private:
    static constexpr std::array<int, 8> bounds_ms = {1, 5, 10, 25, 50, 100, 500, 2'000};
    struct Series {
        std::array<std::uint64_t, bounds_ms.size() + 1> buckets{};
        std::uint64_t count = 0, microseconds = 0;
    };
    mutable std::mutex mutex_;
    std::map<std::string, Series> series_;  // by labels: method, pattern of the address, class of status
};

}  // namespace daftar
