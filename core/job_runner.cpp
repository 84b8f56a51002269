#include "core/job_runner.hpp"

#include <poll.h>

#include "core/job_runner.sql.hpp"
#include "core/log.hpp"
#include "core/trace.hpp"

namespace daftar {

struct ClaimedJob {
    Id<Job> id;
    std::optional<Id<Organization>> organization_id;
    std::optional<Id<User>> user_id;
    std::string kind;
    Json payload;
    std::int32_t attempts = 0;
    bool is_cancelled = false;  ///< what it left behind is to be tidied up
};
BOOST_DESCRIBE_STRUCT(ClaimedJob, (), (id, organization_id, user_id, kind, payload, attempts, is_cancelled))

struct JobPrincipal {
    Currency currency;
    Id<TenantGroup> tenant_group_id;
    std::string time_zone, email;
};
BOOST_DESCRIBE_STRUCT(JobPrincipal, (), (currency, tenant_group_id, time_zone, email))

struct JobView {
    Id<Job> id;
    std::string kind, status;
    std::int32_t attempts = 0, progress = 0;
    std::string message;
    Timestamp created_at;
    std::optional<Timestamp> started_at, finished_at;
};
BOOST_DESCRIBE_STRUCT(JobView, (), (id, kind, status, attempts, progress, message, created_at, started_at, finished_at))

namespace {

constexpr int attempts_max = 3;  // as in fail_job

using namespace std::chrono_literals;

/// A request nobody sent: jobs have no address.
const Request& no_request() {
    static const Request request = [] {
        Request none;
        none.id = "job";
        return none;
    }();
    return request;
}

void log_job(const ClaimedJob& job, const char* outcome, const std::string& failure,
             std::chrono::steady_clock::time_point start) {
    const auto duration = std::chrono::steady_clock::now() - start;
    log_line(failure.empty() ? LogLevel::info : LogLevel::warning, "job",
             {{"kind", job.kind},
              {"outcome", outcome},
              {"attempt", std::int64_t{job.attempts}},
              {"duration_ms", std::chrono::duration_cast<std::chrono::microseconds>(duration)},
              {"reason", failure}});
}

void announce(Context& context, const Id<Job>& job, std::string_view status) {
    if (context.organization())
        publish(context, "job", Json::Object{{"id", job.text()}, {"status", std::string(status)}});
}

/// The job that this thread runs, with a connection of its own to tell how far it is: what the job's transaction writes
/// is seen by nobody before it commits.
class RunningJob {
public:
    RunningJob(const ConnectionPool& pool, Id<Job> id) : pool_(pool), id_(id) { current = this; }
    ~RunningJob() { current = nullptr; }
    RunningJob(const RunningJob&) = delete;
    RunningJob& operator=(const RunningJob&) = delete;

    void report(Context& of_job, int done, int of) {
        const auto now = std::chrono::steady_clock::now();
        if (of < 1 || now - told_at_ < 500ms) return;
        told_at_ = now;
        if (!line_) line_ = std::make_unique<Connection>(pool_.conninfo(), false);
        const int percent = std::clamp(done, 0, of) * 100 / of;
        Context context(*line_, Door::app, of_job.principal(), of_job.services(), no_request(), false);
        if (context.run<sql::report_progress>(id_, percent) == 0) throw JobCancelled{};
        if (context.organization())
            publish(context, "job",
                    Json::Object{
                        {"id", id_.text()}, {"status", "running"}, {"progress", percent}, {"done", done}, {"of", of}});
        context.commit();
    }

    static thread_local RunningJob* current;

private:
    const ConnectionPool& pool_;
    Id<Job> id_;
    std::unique_ptr<Connection> line_;
    std::chrono::steady_clock::time_point told_at_ = std::chrono::steady_clock::now();
};
thread_local RunningJob* RunningJob::current = nullptr;

struct JobFilter {
    std::optional<Text<1, 20>> status;
};
BOOST_DESCRIBE_STRUCT(JobFilter, (), (status))

struct JobKey {
    Id<Job> id;
};
BOOST_DESCRIBE_STRUCT(JobKey, (), (id))

Page<JobView> list_jobs(Context& context, const JobFilter& filter) {
    return {context.rows<sql::list_jobs>(context.organization(), filter.status), {}};
}

void retry_job(Context& context, const JobKey& key) {
    if (context.run<sql::retry_job>(context.organization(), key.id) == 0) throw Refused(CommonRefusal::not_found);
    context.audit("RETRY", "Job", key.id.value);
}

void cancel_job(Context& context, const JobKey& key) {
    if (context.run<sql::cancel_job>(context.organization(), key.id) == 0) throw Refused(CommonRefusal::not_found);
    context.audit("CANCEL", "Job", key.id.value);
    context.later<sql::wake_workers>(key.id.text());
    announce(context, key.id, "cancelled");
}

}  // namespace

void publish(Context& context, std::string_view type, const Json& details) {
    context.later<sql::publish_event>(
        to_text(Json::Object{{"organization", context.organization().text()}, {"type", type}, {"details", details}}));
}

void report_progress(Context& context, int done, int of) {
    if (RunningJob::current) RunningJob::current->report(context, done, of);
}

JobRunner::JobRunner(ConnectionPool& pool, const Services& services, const std::vector<Module>& modules,
                     std::size_t threads, std::vector<Schedule> schedules, std::string listen_conninfo)
    : pool_(pool),
      services_(services),
      schedules_(std::move(schedules)),
      listen_conninfo_(listen_conninfo.empty() ? pool.conninfo() : std::move(listen_conninfo)) {
    for (const auto& module : modules)
        for (const auto& job : module.jobs) handlers_.emplace(job.kind, job);
    if (threads == 0) return;
    for (std::size_t i = 0; i < threads; ++i) threads_.emplace_back([this] { work(); });
    threads_.emplace_back([this] { listen(); });
}

JobRunner::~JobRunner() { stop(); }

void JobRunner::stop() {
    {
        const std::lock_guard lock(mutex_);
        stopping_ = true;
    }
    wake_.notify_all();
    for (auto& thread : threads_)
        if (thread.joinable()) thread.join();
}

void JobRunner::drain() {
    while (run_one()) {}
}

bool JobRunner::run_one() {
    auto connection = pool_.acquire();
    std::optional<ClaimedJob> job;
    {
        Context system(*connection, Door::system, {}, services_, no_request(), false);
        job = system.maybe<sql::claim_job>();
        system.commit();
    }
    if (!job) return false;
    {
        const std::lock_guard lock(mutex_);
        running_.insert(job->id);
    }
    const std::shared_ptr<void> ended(nullptr, [&](void*) {
        const std::lock_guard lock(mutex_);
        running_.erase(job->id);
    });
    const Traced traced("job_id", job->id.text());
    current_trace().organization = job->organization_id.value_or(Id<Organization>()).value;
    current_trace().user = job->user_id.value_or(Id<User>()).value;
    const auto start = std::chrono::steady_clock::now();
    Principal principal;
    std::string failure;
    bool is_final = false, is_cancelled = false;
    try {
        principal = principal_of(*connection, *job);
        run_handler(*connection, *job, principal);
        log_job(*job, "done", failure, start);
        return true;
    } catch (const JobCancelled&) {
        is_cancelled = true;
    } catch (const Refused& refused) {
        failure = refused.message;
        is_final = true;
    } catch (const std::exception& error) {
        failure = error.what();
    }
    log_job(*job, is_cancelled ? "cancelled" : "failed", failure, start);
    if (!connection->is_usable()) return true;  // its lease ends, then another attempt begins
    if (job->is_cancelled) return true;         // so does its tidying
    Context system(*connection, Door::system, principal, services_, no_request(), false);
    if (!is_cancelled) system.later<sql::fail_job>(job->id, failure, is_final);
    system.later<sql::release_cancelled>(job->id);
    announce(system, job->id, is_cancelled ? "cancelled" : "failed");
    system.commit();
    // What a failed job leaves behind – a paper that waits to be read – is the business of this handler, if any.
    const auto given_up = handlers_.find(job->kind + ":given_up");
    if (is_cancelled || given_up == handlers_.end() || !(is_final || job->attempts >= attempts_max)) return true;
    try {
        Context context(*connection, job->organization_id ? Door::app : Door::system, principal, services_,
                        no_request(), false);
        given_up->second.run(context, job->payload);
        context.commit();
    } catch (const std::exception& error) {
        log_job(*job, "failed", error.what(), start);
    }
    return true;
}

Principal JobRunner::principal_of(Connection& connection, const ClaimedJob& job) {
    Principal principal;
    if (job.organization_id) {
        Context system(connection, Door::system, {}, services_, no_request(), true);
        const auto found = system.one<sql::job_principal>(*job.organization_id, job.user_id);
        system.commit();
        principal.organization = *job.organization_id;
        principal.tenant_group = found.tenant_group_id;
        principal.currency = found.currency;
        principal.time_zone = found.time_zone;
        principal.email = found.email;
    }
    principal.user = job.user_id.value_or(Id<User>());
    principal.role_type = "Job";
    return principal;
}

void JobRunner::run_handler(Connection& connection, const ClaimedJob& job, const Principal& principal) {
    const auto handler = handlers_.find(job.is_cancelled ? tidying_kind(job.kind) : job.kind);
    Context context(connection, job.organization_id ? Door::app : Door::system, principal, services_, no_request(),
                    false);
    if (job.is_cancelled) {
        if (handler != handlers_.end()) handler->second.run(context, job.payload);
        context.later<sql::finish_tidying>(job.id);
        return context.commit();
    }
    ensure(handler != handlers_.end(), "no handler for this kind of job");
    const RunningJob running(pool_, job.id);
    handler->second.run(context, job.payload);
    if (context.run<sql::finish_job>(job.id) == 0) throw JobCancelled{};
    announce(context, job.id, "done");
    context.commit();
}

void JobRunner::work() {
    while (true) {
        bool worked = false;
        try {
            worked = run_one();
        } catch (const std::exception& error) {
            log_line(LogLevel::error, "job queue", {{"reason", error.what()}});
        }
        std::unique_lock lock(mutex_);
        if (stopping_) return;
        if (!worked) wake_.wait_for(lock, 2s);  // notifications may be lost behind a pooler: look by ourselves as well
        if (stopping_) return;
    }
}

void JobRunner::listen() {
    std::unique_ptr<PGconn, decltype(&PQfinish)> connection(nullptr, &PQfinish);
    Timestamp last_schedule{};
    while (true) {
        {
            const std::lock_guard lock(mutex_);
            if (stopping_) return;
        }
        if (!connection || PQstatus(connection.get()) != CONNECTION_OK) {
            connection.reset(PQconnectdb(listen_conninfo_.c_str()));
            if (PQstatus(connection.get()) == CONNECTION_OK) PQclear(PQexec(connection.get(), "listen daftar_jobs"));
        }
        pollfd waiting{PQsocket(connection.get()), POLLIN, 0};
        if (waiting.fd < 0)
            std::this_thread::sleep_for(500ms);
        else
            poll(&waiting, 1, 500);
        PQconsumeInput(connection.get());
        bool notified = false;
        while (const std::unique_ptr<PGnotify, decltype(&PQfreemem)> notice{PQnotifies(connection.get()), &PQfreemem})
            notified = true;
        if (notified) wake_.notify_all();
        const auto now = services_.surroundings.now();
        if (now.microseconds - last_schedule.microseconds < 60'000'000) continue;
        last_schedule = now;
        try {
            each_minute();
        } catch (const std::exception& error) {
            log_line(LogLevel::error, "job leases and schedules", {{"reason", error.what()}});
        }
    }
}

/// Renews the leases of what runs here, so that nobody else takes up a job that only lasts; queues what is due.
void JobRunner::each_minute() {
    std::vector<Id<Job>> running;
    {
        const std::lock_guard lock(mutex_);
        running.assign(running_.begin(), running_.end());
    }
    auto lease = pool_.acquire();
    Context system(*lease, Door::system, {}, services_, no_request(), false);
    if (!running.empty()) system.later<sql::renew_leases>(running);
    for (const auto& schedule : schedules_) {
        system.later<sql::lock_schedule>(schedule.kind);  // several servers and workers look at the same minute
        if (schedule.for_installation)
            system.later<sql::queue_installation_job>(schedule.kind, schedule.hour * 60 + schedule.minute);
        else
            system.later<sql::queue_scheduled_jobs>(schedule.kind, schedule.hour);
    }
    system.commit();
}

constexpr Route routes[] = {
    {"GET", "/api/v1/jobs", "read_documents", operation<list_jobs>},
    {"POST", "/api/v1/jobs/{id}/retry", "accept_documents", operation<retry_job>},
    {"POST", "/api/v1/jobs/{id}/cancel", "accept_documents", operation<cancel_job>},
};
const std::span<const Route> job_routes = routes;

}  // namespace daftar
