// From a request to its response: route, principal, transaction, idempotency, operation, errors.
#pragma once
#include <functional>
#include <span>

#include "core/group_commit.hpp"
#include "core/operation.hpp"
#include "core/rate_limit.hpp"

namespace daftar {

/// What a job does with its payload, in a transaction of its own under the organization that queued it.
struct JobHandler {
    std::string_view kind;
    void (*run)(Context&, const Json& payload);
};

/// What a folder offers to the server.
struct Module {
    std::string_view name;
    std::vector<std::span<const Route>> routes;
    std::vector<JobHandler> jobs;
};

/// Reads the access token of a request; throws Refused when it is missing, forged or expired.
using Authenticate = std::function<Principal(const Request&, const Services&)>;

class App {
public:
    App(ConnectionPool& pool, const Services& services, std::vector<Module> modules, Authenticate authenticate);

    /// Answers 429 with Retry-After beyond these limits. Without this call nothing is limited. To be called before
    /// `handle`.
    void limit_rates(const RateLimits& limits) { limiter_ = std::make_unique<RateLimiter>(limits); }
    /// Never throws: every failure is a problem+json response.
    Response handle(const Request& request);
    /// OpenAPI 3.1 of every route.
    Json openapi() const;
    const std::vector<Module>& modules() const { return modules_; }
    ConnectionPool& pool() { return pool_; }
    const Services& services() const { return services_; }

private:
    struct Match {
        const Route* route = nullptr;
        Json::Object parameters;
        std::string methods;  ///< "GET, POST": what this path takes
    };
    Match match(const Request& request) const;
    /// `may_be_done`: whether a connection lost from here on leaves open if it was done.
    Response run(const Route& route, const Principal& principal, const Json& input, const Request& request,
                 bool& may_be_done);

    ConnectionPool& pool_;
    const Services& services_;
    std::vector<Module> modules_;
    Authenticate authenticate_;
    std::optional<GroupCommit> group_commit_;
    std::unique_ptr<RateLimiter> limiter_;
};

/// application/problem+json (RFC 9457) with `code`, `request_id` and the located `problems`.
Response problem_response(int status, std::string_view code, std::string_view message, const Problems& problems,
                          const Request& request);

}  // namespace daftar
