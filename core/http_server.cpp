// The one translation unit that includes RESTinio.
#include "core/http_server.hpp"

#include <http_parser.h>
#include <sys/random.h>

#include <atomic>
#include <restinio/all.hpp>
#include <restinio/tls.hpp>
#include <variant>

#include "core/app.hpp"
#include "core/connection_limit.hpp"
#include "core/http_compression.hpp"
#include "core/http_conditions.hpp"
#include "core/http_headers.hpp"
#include "core/http_tls.hpp"
#include "core/tls_certificate.hpp"
#include "core/trace.hpp"
#include "core/worker_pool.hpp"

namespace daftar {
namespace {

/// RESTinio asks it about every new connection, and tells it of every one that ends.
struct CountedConnections {
    ConnectionLimit limit;
    restinio::ip_blocker::inspection_result_t inspect(const restinio::ip_blocker::incoming_info_t& incoming) noexcept {
        return limit.open(incoming.remote_endpoint().address().to_string()) ? restinio::ip_blocker::allow()
                                                                            : restinio::ip_blocker::deny();
    }
    void state_changed(const restinio::connection_state::notice_t& notice) noexcept {
        if (restinio::holds_alternative<restinio::connection_state::closed_t>(notice.cause()))
            limit.close(notice.remote_endpoint().address().to_string());
    }
};

template <class Socket> struct Traits
    : restinio::traits_t<restinio::asio_timer_manager_t, ParserErrors, restinio::default_request_handler_t,
                         asio::strand<restinio::default_asio_executor>, Socket> {
    using ip_blocker_t = CountedConnections;
    using connection_state_listener_t = CountedConnections;
};
using PlainTraits = Traits<AnsweringSocket<asio::ip::tcp::socket>>;
using TlsTraits = Traits<TlsSocket>;

constexpr std::size_t url_bytes_max = 8'000, header_bytes_max = 16'000, headers_max = 100;
// RESTinio closes the connection on what is above its caps, where a sender at work may miss our answer: they stand
// above ours, so that we read on and answer 413, 414 or 431. All headers together are held by http_parser's own cap.
constexpr std::size_t cap_factor = 4, all_headers_bytes_cap = 256 * 1024, headers_cap = 16'384;
constexpr std::size_t files_kept_for_others = 300;  // connections to the database, papers, logs

std::string new_request_id() {
    std::uint64_t bits = 0;
    if (getrandom(&bits, sizeof bits, 0) != sizeof bits)
        bits = static_cast<std::uint64_t>(Timestamp::now().microseconds);
    char text[17];
    std::snprintf(text, sizeof text, "%016llx", static_cast<unsigned long long>(bits));
    return text;
}

/// The request as ours, or the response that refuses it.
std::optional<Response> read_request(const restinio::generic_request_t<restinio::no_extra_data_factory_t::data_t>& in,
                                     const HttpSettings& settings, Request& out) {
    out.method = in.header().method().c_str();
    const auto peer = out.remote_address = in.remote_endpoint().address().to_string();
    const auto refuse = [&](int status, const char* code, const char* message) {
        return problem_response(status, code, message, {}, out);
    };
    if (in.header().request_target().size() > url_bytes_max)
        return refuse(414, "url_too_long", "Cette adresse est trop longue.");
    if (!read_target(in.header().request_target(), out))
        return refuse(400, "invalid_url", "Cette adresse contient un échappement non valable.");
    std::size_t header_bytes = 0, header_count = 0, hosts = 0;
    bool are_names = true;
    in.header().for_each_field([&](const auto& field) {
        are_names = are_names && is_header_name(field.name());
        header_bytes += field.name().size() + field.value().size();
        ++header_count;
        const auto name = lower(field.name());
        hosts += name == "host";
        const auto [place, is_first] = out.headers.try_emplace(name, field.value());
        if (!is_first) place->second += (name == "cookie" ? "; " : ", ") + field.value();
    });
    if (header_bytes > header_bytes_max || header_count > headers_max)
        return refuse(431, "headers_too_large", "Les en-têtes de la demande sont trop grands.");
    // "Name : value" is read in two ways by two servers (RFC 9112, 5.1).
    if (!are_names) return refuse(400, "malformed_request", "Cette demande n'est pas du HTTP bien formé.");
    // None at all is HTTP/1.0's, for health checks: AnsweringSocket knows the version.
    if (hosts > 1) return refuse(400, "host_twice", "La demande nomme deux serveurs (en-tête Host).");
    if (const auto expected = lower(out.header("expect")); !expected.empty() && expected != "100-continue")
        return refuse(417, "expectation_failed", "Le serveur ne sait pas ce que demande l'en-tête Expect.");
    if (const auto coding = out.header("content-encoding"); !coding.empty() && coding != "identity")
        return refuse(415, "unsupported_content_encoding", "Le corps de la demande doit être envoyé sans compression.");
    out.remote_address = client_address(peer, out.header("x-forwarded-for"), settings.trusted_proxies);
    if (in.body().size() > settings.body_bytes_max)
        return refuse(
            413, "body_too_large",
            ("Ce fichier est trop grand : au plus " + std::to_string(settings.body_bytes_max >> 20) + " Mo.").c_str());
    return {};
}

/// A request and when its last byte came.
struct Arrived : Request {
    std::chrono::steady_clock::time_point at = std::chrono::steady_clock::now();
    Answered answered(int status, std::size_t bytes) const {
        return {status, bytes,
                std::chrono::duration_cast<std::chrono::microseconds>(std::chrono::steady_clock::now() - at)};
    }
};

/// Counts the bytes of the bodies in flight.
class BodyBudget {
public:
    explicit BodyBudget(std::size_t max) : max_(max) {}
    std::shared_ptr<void> take(std::size_t bytes) {
        if (taken_.fetch_add(bytes) + bytes > max_) {
            taken_ -= bytes;
            return nullptr;
        }
        return {this, [this, bytes](void*) { taken_ -= bytes; }};
    }

private:
    std::size_t max_;
    std::atomic<std::size_t> taken_ = 0;
};

}  // namespace

struct HttpServer::Running {
    using Plain = restinio::running_server_handle_t<PlainTraits>;
    using Tls = restinio::running_server_handle_t<TlsTraits>;

    HttpSettings settings;
    HttpHandlers handlers;
    BodyBudget budget;
    std::atomic<std::uint16_t> port = 0;
    std::unique_ptr<WorkerPool> workers;
    std::shared_ptr<CountedConnections> connections;
    std::unique_ptr<TlsCertificate> certificate;
    std::variant<std::monostate, Plain, Tls> server;

    Running(HttpSettings given, HttpHandlers functions)
        : settings(std::move(given)),
          handlers(std::move(functions)),
          budget(settings.bodies_bytes_max),
          workers(std::make_unique<WorkerPool>(settings.workers, settings.queue_max)) {
        const auto files = raise_file_limit();
        ConnectionLimit::Most most;
        if (files < most.in_all + files_kept_for_others)
            most.in_all = std::max(files, 2 * files_kept_for_others) - files_kept_for_others;
        connections.reset(new CountedConnections{ConnectionLimit(most, settings.trusted_proxies)});
    }

    /// `is_last` closes the connection: where a request that was refused unread ends, the next one might not begin.
    template <class Handle>
    void send(const Handle& request, const Arrived& asked, Response response, bool is_last = false) {
        add_security_headers(response, settings.is_secure);
        const bool varies = is_compressible(response.content_type, response.body.size());
        const bool is_compressed = varies && accepts_gzip(asked.header("accept-encoding"));
        answer_conditions(asked, response, !is_compressed);
        if (varies) response.headers.emplace_back("Vary", "Accept-Encoding");
        if (is_compressed && response.status != 304) {
            response.body = gzip(response.body);
            response.headers.emplace_back("Content-Encoding", "gzip");
        }
        if (std::ranges::count(response.headers, "Cache-Control", &std::pair<std::string, std::string>::first) == 0)
            response.headers.emplace_back("Cache-Control", "no-store");
        const bool is_head = asked.method == "HEAD";
        handlers.answered(asked, asked.answered(response.status, is_head ? 0 : response.body.size()));
        const restinio::http_status_line_t status{
            restinio::http_status_code_t{static_cast<std::uint16_t>(response.status)},
            std::string(reason_phrase(response.status))};
        if (is_head) {  // says how long the body would be, and has none
            auto out = request->template create_response<restinio::user_controlled_output_t>(status);
            out.set_content_length(response.body.size());
            if (is_last) out.connection_close();
            add_headers(out, asked, response);
            out.done();
        } else {
            auto out = request->create_response(status);
            if (is_last) out.connection_close();
            add_headers(out, asked, response);
            out.set_body(std::move(response.body));
            out.done();
        }
    }

    template <class Builder> static void add_headers(Builder& out, const Request& asked, Response& response) {
        out.append_header_date_field();
        if (response.status != 204 && response.status != 304) out.append_header("Content-Type", response.content_type);
        out.append_header("X-Request-Id", asked.id);
        for (auto& [name, value] : response.headers) out.append_header(std::move(name), std::move(value));
    }

    /// A response that stays open; each piece is flushed at once.
    template <class Handle> void open_stream(const Handle& request, const Arrived& asked) {
        using Builder = decltype(request->template create_response<restinio::chunked_output_t>());
        auto builder = std::make_shared<std::optional<Builder>>();
        auto gone = std::make_shared<std::atomic<bool>>(false);
        auto mutex = std::make_shared<std::mutex>();
        const auto sender = [builder, gone, mutex, request, id = asked.id](std::string piece) {
            const std::lock_guard lock(*mutex);
            if (*gone) return false;
            if (!*builder) {
                builder->emplace(request->template create_response<restinio::chunked_output_t>());
                (*builder)->append_header_date_field();
                (*builder)->append_header("Content-Type", "text/event-stream; charset=utf-8");
                (*builder)->append_header("Cache-Control", "no-store");
                (*builder)->append_header("X-Accel-Buffering", "no");
                (*builder)->append_header("X-Content-Type-Options", "nosniff");
                (*builder)->append_header("X-Request-Id", id);
            }
            (*builder)->append_chunk(std::move(piece));
            (*builder)->flush([gone](const auto& status) {
                if (status) *gone = true;
            });
            return true;
        };
        if (auto refusal = handlers.open_stream(asked, sender)) return send(request, asked, std::move(*refusal));
        handlers.answered(asked, asked.answered(200, 0));
    }

    template <class Handle> restinio::request_handling_status_t accept(const Handle& request) {
        auto asked = std::make_shared<Arrived>();
        asked->id = new_request_id();
        const Traced traced("request_id", asked->id);
        if (auto refusal = read_request(*request, settings, *asked)) {
            send(request, *asked, std::move(*refusal), true);
            return restinio::request_accepted();
        }
        auto share = budget.take(request->body().size());
        const auto task = [this, request, asked, share] {
            const Traced traced("request_id", asked->id);
            asked->body = request->body();
            if (!handlers.stream_path.empty() && asked->path == handlers.stream_path && asked->method == "GET")
                return open_stream(request, *asked);
            const bool head = asked->method == "HEAD";
            if (head) asked->method = "GET";
            auto response = handlers.handle(*asked);
            if (head) asked->method = "HEAD";
            send(request, *asked, std::move(response));
        };
        if (!share || !workers->submit(task))
            send(request, *asked,
                 problem_response(503, "server_busy", "Le serveur est très sollicité : réessayez dans un instant.", {},
                                  *asked));
        return restinio::request_accepted();
    }

    template <class Traits> restinio::running_server_handle_t<Traits> start() {
        using namespace std::chrono_literals;
        restinio::server_settings_t<Traits> out;
        out.address(settings.address)
            .port(settings.port)
            .read_next_http_message_timelimit(60s)  // 25 MB over a slow line; who only dribbles meets AnsweringSocket
            .write_http_response_timelimit(60s)
            .handle_request_timeout(120s)
            // One after the other: what is wrong with the next is no answer to this one, and who has sent his last
            // request may close his side and still gets its answer.
            .max_pipelined_requests(1)
            .buffer_size(16 * 1024)
            .incoming_http_msg_limits(restinio::incoming_http_msg_limits_t{}
                                          .max_url_size(url_bytes_max * cap_factor)
                                          .max_field_name_size(header_bytes_max * cap_factor)
                                          .max_field_value_size(all_headers_bytes_cap)
                                          .max_field_count(headers_cap)
                                          .max_body_size(settings.body_bytes_max * cap_factor))
            .acceptor_options_setter(
                [](auto& options) { options.set_option(asio::ip::tcp::acceptor::reuse_address(true)); })
            .socket_options_setter([](auto& options) { options.set_option(asio::ip::tcp::no_delay{true}); })
            .acceptor_post_bind_hook(
                [this](asio::ip::tcp::acceptor& acceptor) { port = acceptor.local_endpoint().port(); })
            .ip_blocker(connections)
            .connection_state_listener(connections)
            .request_handler([this](auto request) { return accept(request); });
        if constexpr (std::is_same_v<Traits, TlsTraits>) {
            certificate = std::make_unique<TlsCertificate>(settings.certificate_file, settings.key_file);
            out.tls_context(certificate->context());
        }
        return restinio::run_async<Traits>(restinio::own_io_context(), std::move(out), settings.io_threads);
    }
};

HttpServer::HttpServer(HttpSettings settings, HttpHandlers handlers)
    : running_(std::make_unique<Running>(std::move(settings), std::move(handlers))) {
    const auto& given = running_->settings;
    try {
        if (given.certificate_file.empty())
            running_->server = running_->start<PlainTraits>();
        else
            running_->server = running_->start<TlsTraits>();
    } catch (const std::exception& error) {
        throw std::runtime_error("Impossible d'écouter sur " + given.address + ":" + std::to_string(given.port) +
                                 " : " + error.what());
    }
}

HttpServer::~HttpServer() { stop(); }

std::uint16_t HttpServer::port() const { return running_->port; }

bool HttpServer::renew_certificate() { return running_->certificate && running_->certificate->renew(); }

void HttpServer::stop() {
    running_->workers->stop();
    std::visit(
        [](auto& server) {
            if constexpr (!std::is_same_v<std::remove_cvref_t<decltype(server)>, std::monostate>) {
                if (!server) return;
                server->stop();
                server->wait();
                server.reset();
            }
        },
        running_->server);
}

}  // namespace daftar
