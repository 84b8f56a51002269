#include "server/serve.hpp"

#include <signal.h>

#include <atomic>
#include <iostream>

#include "core/event_hub.hpp"
#include "core/job_runner.hpp"
#include "core/metrics.hpp"
#include "core/repeated.hpp"
#include "core/static_site.hpp"
#include "core/trace.hpp"
#include "identity/identity.hpp"
#include "identity/revocation.hpp"
#include "server/api_description.hpp"
#include "server/api_page.hpp"
#include "server/backup_job.hpp"
#include "server/demo.hpp"
#include "server/outbox.hpp"
#include "server/retention_job.hpp"
#include "server/serve.sql.hpp"

namespace daftar::server {
namespace {

constexpr const char* stream_path = "/api/v1/events";

/// Answers what is not the API: health, metrics, the description of the API, the web application.
class Front {
public:
    Front(Installation& installation)
        : installation_(installation),
          site_(installation.settings().web),
          openapi_(to_text(api_description(installation.app()))) {}

    Response handle(const Request& request) {
        auto response = answer(request);
        if (response.status == 405) complete_allow(request, response);
        return response;
    }
    void answered(const Request& request, const Answered& answered) {
        metrics_.count(request, answered);
        log_request(request, answered);
    }
    bool has_site() const { return !site_.is_empty(); }
    /// From now on `/ready` says yes: what whoever waits for it needs to know has been printed.
    void open() { open_ = true; }

private:
    /// What an address takes is also the answer to OPTIONS; HEAD goes wherever GET does.
    static void complete_allow(const Request& request, Response& response) {
        auto allow = std::ranges::find(response.headers, "Allow", &std::pair<std::string, std::string>::first);
        if (allow == response.headers.end()) allow = response.headers.insert(allow, {"Allow", "GET"});
        if (allow->second.find("GET") != std::string::npos) allow->second += ", HEAD";
        allow->second += ", OPTIONS";
        if (request.method != "OPTIONS") return;
        response.status = 204;
        response.body.clear();
    }
    Response answer(const Request& request) {
        if (request.path.starts_with("/api/")) return installation_.app().handle(request);
        if (request.method != "GET")
            return problem_response(405, "method_not_allowed", "Cette méthode n'existe pas pour cette adresse.", {},
                                    request);
        if (request.path == "/health") return text("application/json", R"({"status":"ok"})");
        if (request.path == "/ready") return ready(request);
        if (request.path == "/metrics") return text("text/plain; version=0.0.4", metrics_.text());
        if (request.path == "/openapi.json") return text("application/json", openapi_);
        if (request.path == "/api-docs") return text("text/html; charset=utf-8", api_page(installation_.app()));
        return site_.serve(request);
    }
    static Response text(const char* type, std::string body) {
        Response response;
        response.content_type = type;
        response.body = std::move(body);
        return response;
    }
    Response ready(const Request& request) {
        if (!open_) return problem_response(503, "starting", "Le serveur démarre.", {}, request);
        try {
            installation_.run_as_system([](Context& context) { context.one<sql::ready>(); });
            return text("application/json", R"({"status":"ready"})");
        } catch (const std::exception&) {
            return problem_response(503, "database_unavailable", "La base de données ne répond pas.", {}, request);
        }
    }

    Installation& installation_;
    StaticSite site_;
    Metrics metrics_;
    std::string openapi_;
    std::atomic<bool> open_ = false;
};

/// Only somebody signed in hears of his organization.
std::optional<Response> open_stream(const Request& request, const Services& services, EventHub& events,
                                    StreamSender sender) {
    try {
        const auto principal = identity::authenticate(request, services);
        current_trace().route = stream_path;
        current_trace().user = principal.user.value;
        current_trace().organization = principal.organization.value;
        if (events.subscribe(principal.organization, std::move(sender))) return {};
        return problem_response(503, "too_many_streams", "Trop de pages suivent déjà ces livres en direct.", {},
                                request);
    } catch (const Refused& refused) {
        return problem_response(refused.status, refused.code, refused.message, {}, request);
    }
}

/// Before any thread starts: the main one waits for them.
sigset_t block_signals() {
    sigset_t signals;
    sigemptyset(&signals);
    for (const int signal : {SIGINT, SIGTERM, SIGHUP}) sigaddset(&signals, signal);
    pthread_sigmask(SIG_BLOCK, &signals, nullptr);
    signal(SIGPIPE, SIG_IGN);
    return signals;
}

/// Waits until it is time to stop. `renew` does what SIGHUP asks for; when it has nothing to do, the signal is the
/// terminal that was closed.
void wait_for_the_end(const sigset_t& signals, const std::function<bool()>& renew) {
    int received = 0;
    do sigwait(&signals, &received);
    while (received == SIGHUP && renew());
}

/// What happens every night, by the clock of each organization; the installation's own by UTC.
std::vector<Schedule> schedules(Installation& installation) {
    std::vector<Schedule> nightly = {
        {"audit_books", 2}, {apply_retention_job.kind, 4}, {forget_expired_job.kind, 4, 0, true}};
    if (auto plan = backup_plan_of_environment()) nightly.push_back(plan_backups(installation, *std::move(plan)));
    return nightly;
}

bool is_loopback(const std::string& address) {
    return address.starts_with("127.") || address == "::1" || address == "localhost";
}

/// Whatever the command line says: an external database may hold the demonstration of an earlier start.
void refuse_public_demonstration(Installation& installation) {
    const auto& settings = installation.settings();
    bool is_demonstration = settings.demonstration;
    installation.run_as_system(
        [&](Context& context) { is_demonstration = is_demonstration || context.one<sql::demonstration_is_loaded>(); });
    if (is_demonstration && !is_loopback(settings.http.address) && !settings.allow_remote_demonstration)
        throw std::runtime_error(
            "Les comptes de démonstration sont connus de tous : le serveur n'écoute que sur cette machine. "
            "Ajoutez --allow-remote-demo si c'est voulu.");
}

}  // namespace

int serve(Installation& installation) {
    const auto& settings = installation.settings();
    refuse_public_demonstration(installation);
    const auto signals = block_signals();
    set_mail(mail_setup_from_environment());
    if (settings.demonstration)
        load_demonstration(installation, [](const std::string& line) { std::cout << line << std::endl; });
    if (settings.rate_limits) installation.app().limit_rates(RateLimits{});
    Front front(installation);
    EventHub events(installation.listen_conninfo());
    JobRunner jobs(installation.pool(), installation.services(), installation.app().modules(), settings.job_threads,
                   schedules(installation), installation.listen_conninfo());
    HttpServer http(
        settings.http,
        {[&](const Request& request) { return front.handle(request); },
         [&](const Request& request, StreamSender sender) {
             return open_stream(request, installation.services(), events, std::move(sender));
         },
         stream_path, [&](const Request& request, const Answered& answered) { front.answered(request, answered); }});

    const auto scheme = settings.http.certificate_file.empty() ? "http://" : "https://";
    const auto address = scheme + settings.http.address + ":" + std::to_string(http.port());
    std::cout << "\nDaftar écoute sur " << address << "\n";
    if (!front.has_site())
        std::cout
            << "L'application web n'est pas construite (cd web && npm ci && npm run build) : seule l'API répond.\n";
    if (settings.demonstration) print_demonstration_accounts(std::cout);
    std::optional<std::string> token;
    if (!settings.demonstration)
        installation.run_as_system([&](Context& context) { token = identity::create_first_admin_token(context); });
    if (token)
        std::cout << "Créez l'administrateur : "
                  << (settings.public_address.empty() ? address : settings.public_address)
                  << "/bienvenue?jeton=" << *token << "\n";
    std::cout << std::flush;
    front.open();

    const bool has_certificate = !settings.http.certificate_file.empty();
    wait_for_the_end(signals, [&] {
        if (has_certificate) http.renew_certificate();
        return has_certificate;
    });
    std::cout << "Arrêt : les demandes en cours se terminent." << std::endl;
    events.stop();
    http.stop();
    jobs.stop();
    return 0;
}

int work(Installation& installation) {
    const auto signals = block_signals();
    set_mail(mail_setup_from_environment());
    JobRunner jobs(installation.pool(), installation.services(), installation.app().modules(),
                   installation.settings().job_threads, schedules(installation), installation.listen_conninfo());
    std::cout << "Daftar exécute les travaux en attente (" << installation.settings().job_threads << " à la fois)."
              << std::endl;
    wait_for_the_end(signals, [] { return false; });
    std::cout << "Arrêt : les travaux en cours se terminent." << std::endl;
    jobs.stop();
    return 0;
}

}  // namespace daftar::server
