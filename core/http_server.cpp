// The one translation unit that includes RESTinio.
#include "core/http_server.hpp"

#include <sys/random.h>

#include <atomic>
#include <restinio/all.hpp>
#include <restinio/tls.hpp>
#include <variant>

#include "core/app.hpp"
#include "core/http_compression.hpp"
#include "core/worker_pool.hpp"

namespace daftar {
namespace {

using PlainTraits = restinio::traits_t<restinio::asio_timer_manager_t, restinio::null_logger_t>;
using TlsTraits = restinio::tls_traits_t<restinio::asio_timer_manager_t, restinio::null_logger_t>;

constexpr std::size_t url_bytes_max = 8'000, header_bytes_max = 16'000, headers_max = 100;
// RESTinio drops what is above its caps without an answer: they stand above ours, so that we answer 413, 414 or 431.
constexpr std::size_t cap_factor = 4;

std::string new_request_id() {
    std::uint64_t bits = 0;
    if (getrandom(&bits, sizeof bits, 0) != sizeof bits)
        bits = static_cast<std::uint64_t>(Timestamp::now().microseconds);
    char text[17];
    std::snprintf(text, sizeof text, "%016llx", static_cast<unsigned long long>(bits));
    return text;
}

std::string lower(std::string_view text) {
    std::string out(text);
    for (auto& c : out) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    return out;
}

/// What every response says to browsers.
void add_security_headers(Response& response) {
    static const std::pair<const char*, const char*> headers[] = {
        {"X-Content-Type-Options", "nosniff"},
        {"X-Frame-Options", "DENY"},
        {"Referrer-Policy", "same-origin"},
        {"Permissions-Policy", "camera=(self), microphone=(), geolocation=()"},
        {"Cross-Origin-Opener-Policy", "same-origin"},
        {"Content-Security-Policy",
         "default-src 'self'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; "
         "font-src 'self' data:; "
         "worker-src 'self' blob:; connect-src 'self'; object-src 'none'; frame-ancestors 'none'; base-uri 'self'; "
         "form-action 'self'"},
    };
    for (const auto& [name, value] : headers) response.headers.emplace_back(name, value);
}

/// The request as ours, or the response that refuses it.
std::optional<Response> read_request(const restinio::generic_request_t<restinio::no_extra_data_factory_t::data_t>& in,
                                     const HttpSettings& settings, Request& out) {
    out.id = new_request_id();
    out.method = in.header().method().c_str();
    out.remote_address = in.remote_endpoint().address().to_string();
    const auto refuse = [&](int status, const char* code, const char* message) {
        return problem_response(status, code, message, {}, out);
    };
    if (in.header().request_target().size() > url_bytes_max)
        return refuse(414, "url_too_long", "Cette adresse est trop longue.");
    if (!read_target(in.header().request_target(), out))
        return refuse(400, "invalid_url", "Cette adresse contient un échappement non valable.");
    std::size_t header_bytes = 0, header_count = 0;
    in.header().for_each_field([&](const auto& field) {
        header_bytes += field.name().size() + field.value().size();
        ++header_count;
        out.headers[lower(field.name())] = field.value();
    });
    if (header_bytes > header_bytes_max || header_count > headers_max)
        return refuse(431, "headers_too_large", "Les en-têtes de la demande sont trop grands.");
    if (in.body().size() > settings.body_bytes_max)
        return refuse(
            413, "body_too_large",
            ("Ce fichier est trop grand : au plus " + std::to_string(settings.body_bytes_max >> 20) + " Mo.").c_str());
    return {};
}

bool accepts_gzip(const Request& request) {
    return request.header("accept-encoding").find("gzip") != std::string_view::npos;
}

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
    std::variant<std::monostate, Plain, Tls> server;

    Running(HttpSettings given, HttpHandlers functions)
        : settings(std::move(given)),
          handlers(std::move(functions)),
          budget(settings.bodies_bytes_max),
          workers(std::make_unique<WorkerPool>(settings.workers, settings.queue_max)) {}

    template <class Handle> static void send(const Handle& request, const Request& asked, Response response) {
        add_security_headers(response);
        if (is_compressible(response.content_type, response.body.size()) && accepts_gzip(asked)) {
            response.body = gzip(response.body);
            response.headers.emplace_back("Content-Encoding", "gzip");
            response.headers.emplace_back("Vary", "Accept-Encoding");
        }
        auto out = request->create_response(restinio::http_status_line_t{
            restinio::http_status_code_t{static_cast<std::uint16_t>(response.status)}, reason(response.status)});
        if (response.status != 204) out.append_header("Content-Type", response.content_type);
        out.append_header("X-Request-Id", asked.id);
        bool cached = false;
        for (auto& [name, value] : response.headers) {
            cached = cached || name == "Cache-Control";
            out.append_header(std::move(name), std::move(value));
        }
        if (!cached) out.append_header("Cache-Control", "no-store");
        if (asked.method == "HEAD") response.body.clear();
        out.set_body(std::move(response.body));
        out.done();
    }

    static std::string reason(int status) {
        switch (status) {
            case 200:
                return "OK";
            case 201:
                return "Created";
            case 204:
                return "No Content";
            case 304:
                return "Not Modified";
            case 400:
                return "Bad Request";
            case 401:
                return "Unauthorized";
            case 403:
                return "Forbidden";
            case 404:
                return "Not Found";
            case 409:
                return "Conflict";
            case 405:
                return "Method Not Allowed";
            case 412:
                return "Precondition Failed";
            case 413:
                return "Content Too Large";
            case 414:
                return "URI Too Long";
            case 415:
                return "Unsupported Media Type";
            case 422:
                return "Unprocessable Content";
            case 429:
                return "Too Many Requests";
            case 431:
                return "Request Header Fields Too Large";
            case 500:
                return "Internal Server Error";
            case 503:
                return "Service Unavailable";
            default:
                return "Status";
        }
    }

    /// A response that stays open; each piece is flushed at once.
    template <class Handle> void open_stream(const Handle& request, const Request& asked) {
        using Builder = decltype(request->template create_response<restinio::chunked_output_t>());
        auto builder = std::make_shared<std::optional<Builder>>();
        auto gone = std::make_shared<std::atomic<bool>>(false);
        auto mutex = std::make_shared<std::mutex>();
        const auto sender = [builder, gone, mutex, request](std::string piece) {
            const std::lock_guard lock(*mutex);
            if (*gone) return false;
            if (!*builder) {
                builder->emplace(request->template create_response<restinio::chunked_output_t>());
                (*builder)->append_header("Content-Type", "text/event-stream; charset=utf-8");
                (*builder)->append_header("Cache-Control", "no-store");
                (*builder)->append_header("X-Accel-Buffering", "no");
            }
            (*builder)->append_chunk(std::move(piece));
            (*builder)->flush([gone](const auto& status) {
                if (status) *gone = true;
            });
            return true;
        };
        if (auto refusal = handlers.open_stream(asked, sender)) send(request, asked, std::move(*refusal));
    }

    template <class Handle> restinio::request_handling_status_t accept(const Handle& request) {
        auto asked = std::make_shared<Request>();
        if (auto refusal = read_request(*request, settings, *asked)) {
            send(request, *asked, std::move(*refusal));
            return restinio::request_accepted();
        }
        auto share = budget.take(request->body().size());
        const auto task = [this, request, asked, share] {
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
            .read_next_http_message_timelimit(15s)
            .write_http_response_timelimit(60s)
            .handle_request_timeout(120s)
            .max_pipelined_requests(4)
            .buffer_size(16 * 1024)
            .incoming_http_msg_limits(restinio::incoming_http_msg_limits_t{}
                                          .max_url_size(url_bytes_max * cap_factor)
                                          .max_field_name_size(header_bytes_max)
                                          .max_field_value_size(header_bytes_max * cap_factor)
                                          .max_field_count(headers_max * cap_factor)
                                          .max_body_size(settings.body_bytes_max * cap_factor))
            .acceptor_options_setter(
                [](auto& options) { options.set_option(asio::ip::tcp::acceptor::reuse_address(true)); })
            .socket_options_setter([](auto& options) { options.set_option(asio::ip::tcp::no_delay{true}); })
            .acceptor_post_bind_hook(
                [this](asio::ip::tcp::acceptor& acceptor) { port = acceptor.local_endpoint().port(); })
            .request_handler([this](auto request) { return accept(request); });
        if constexpr (std::is_same_v<Traits, TlsTraits>) {
            asio::ssl::context tls(asio::ssl::context::tls_server);
            tls.set_options(asio::ssl::context::default_workarounds | asio::ssl::context::no_sslv2 |
                            asio::ssl::context::no_sslv3 | asio::ssl::context::no_tlsv1 |
                            asio::ssl::context::no_tlsv1_1);
            tls.use_certificate_chain_file(settings.certificate_file);
            tls.use_private_key_file(settings.key_file, asio::ssl::context::pem);
            out.tls_context(std::move(tls));
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
