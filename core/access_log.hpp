// One line a request: who asked what, how it ended and how long it took.
#pragma once
#include "core/http_message.hpp"
#include "core/log.hpp"

namespace daftar {

/// How a request was answered, once its answer is on its way.
struct Answered {
    int status = 0;
    std::size_t bytes = 0;                  ///< of the body sent
    std::chrono::microseconds duration{0};  ///< from the request's last byte, the wait for a worker included
};

/// The pattern of the API that matched; "web" for pages, "unknown" for what the API has not.
std::string_view address_of(const Request& request);
/// Health checks that went well are left to level debug.
LogLevel level_of(const Request& request, const Answered& answered);
void log_request(const Request& request, const Answered& answered);

}  // namespace daftar
