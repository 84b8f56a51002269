// Takes jobs from the queue in PostgreSQL and runs them, each in a transaction of its own.
#pragma once
#include <condition_variable>
#include <mutex>
#include <thread>

#include "core/app.hpp"

namespace daftar {

/// How far the job of this thread has come: `done` of `of` parts. The open pages of its organization hear of it
/// ("job" event), at most twice a second. Throws JobCancelled, to be let through, once a person cancelled the job.
/// Outside a job it does nothing. May be called while the work lasts, however often.
void report_progress(Context& context, int done, int of);

struct JobCancelled {};

/// What is left to do for a cancelled job of `kind` (with the same payload) is the handler of this kind, if any.
inline std::string tidying_kind(std::string_view kind) { return std::string(kind) + ":cancelled"; }

/// Something that happens by itself: every day from an hour on, for every organization or once for all.
struct Schedule {
    std::string_view kind;          ///< of the job to queue
    int hour = 3;                   ///< in the time zone of each organization
    int minute = 0;                 ///< of a job for the installation
    bool for_installation = false;  ///< one job of no organization, by UTC
};

/// At least once: a job is tried three times with growing pauses, then stays as failed for a person to see. A job whose
/// worker dies is taken up again when its lease ends, five minutes at most. Handlers are idempotent. What a cancelled
/// job did is rolled back.
class JobRunner {
public:
    /// `listen_conninfo` reaches PostgreSQL itself, where the pool's goes through pgbouncer.
    JobRunner(ConnectionPool& pool, const Services& services, const std::vector<Module>& modules, std::size_t threads,
              std::vector<Schedule> schedules = {}, std::string listen_conninfo = {});
    ~JobRunner();
    /// Finishes the jobs under way. May be called again.
    void stop();
    /// Runs what waits, in this thread, until the queue is empty: for tests and the demonstration.
    void drain();

private:
    bool run_one();
    Principal principal_of(Connection& connection, const struct ClaimedJob& job);
    void run_handler(Connection& connection, const struct ClaimedJob& job, const Principal& principal);
    void work();
    void listen();
    void each_minute();

    ConnectionPool& pool_;
    const Services& services_;
    std::map<std::string_view, JobHandler> handlers_;
    std::vector<Schedule> schedules_;
    std::string listen_conninfo_;
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
