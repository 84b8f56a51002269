// Takes jobs from the queue in PostgreSQL and runs them, each in a transaction of its own.
#pragma once
#include <condition_variable>
#include <mutex>
#include <thread>

#include "core/app.hpp"

namespace daftar {

/// Something that happens by itself: every day from an hour on, for every organization or once for all.
struct Schedule {
    std::string_view kind;          ///< of the job to queue
    int hour = 3;                   ///< in the time zone of each organization
    int minute = 0;                 ///< of a job for the installation
    bool for_installation = false;  ///< one job of no organization, by UTC
};

/// At least once: a job is tried three times with growing pauses, then stays as failed for a person to see. A job whose
/// worker dies is taken up again when its lease ends, five minutes at most. Handlers are idempotent.
class JobRunner {
public:
    JobRunner(ConnectionPool& pool, const Services& services, const std::vector<Module>& modules, std::size_t threads,
              std::vector<Schedule> schedules = {});
    ~JobRunner();
    /// Finishes the jobs under way. May be called again.
    void stop();
    /// Runs what waits, in this thread, until the queue is empty: for tests and the demonstration.
    void drain();

private:
    bool run_one();
    void work();
    void listen();
    void each_minute();

    ConnectionPool& pool_;
    const Services& services_;
    std::map<std::string_view, JobHandler> handlers_;
    std::vector<Schedule> schedules_;
    std::mutex mutex_;
    std::condition_variable wake_;
    std::set<Id<Job>> running_;  ///< under way in this process: their leases are renewed
    bool stopping_ = false;
    std::vector<std::thread> threads_;
};

/// Tells the open pages of the organization that something changed (server-sent event), once the transaction is
/// committed.
void publish(Context& context, std::string_view type, const Json& details);

extern const std::span<const Route> job_routes;

}  // namespace daftar
