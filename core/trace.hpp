// What a thread is working on: stands in every line it logs.
#pragma once
#include <chrono>
#include <string>
#include <string_view>

#include "core/id.hpp"

namespace daftar {

/// One request or one job, from its start to its end. Kept per thread, because whoever logs is called far below whoever
/// knows.
struct Trace {
    std::string_view kind;  ///< "request_id" or "job_id"; "" when the thread is idle
    std::string id;
    std::string_view route;  ///< the pattern that matched, "/api/v1/accounts/{id}": it holds no value of anybody
    Uuid organization, user;
    int round_trips = 0;  ///< to the database
    std::chrono::microseconds database{};
};

Trace& current_trace();

/// Keeps the trace of this thread while it lives.
class Traced {
public:
    Traced(std::string_view kind, std::string id) {
        current_trace() = {};
        current_trace().kind = kind;
        current_trace().id = std::move(id);
    }
    ~Traced() { current_trace() = {}; }
    Traced(const Traced&) = delete;
    Traced& operator=(const Traced&) = delete;
};

}  // namespace daftar
