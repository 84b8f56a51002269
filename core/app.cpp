#include "core/app.hpp"

#include <openssl/sha.h>

#include <thread>

#include "core/app.sql.hpp"
#include "core/form_data.hpp"
#include "core/http_headers.hpp"
#include "core/log.hpp"
#include "core/trace.hpp"

namespace daftar {

struct IdempotentReply {
    Bytes request_hash;
    std::int32_t status = 0;
    std::string body, content_type;
};
BOOST_DESCRIBE_STRUCT(IdempotentReply, (), (request_hash, status, body, content_type))

namespace {

constexpr int attempts_max = 3;
constexpr std::chrono::milliseconds pause_after_loss{100};  // once: while PostgreSQL is down, workers must not pile up

/// Matches "/accounts/{id}" against "/accounts/42", collecting the parameters.
bool matches(std::string_view pattern, std::string_view path, Json::Object& parameters) {
    parameters.clear();
    while (true) {
        const auto pattern_end = pattern.find('/'), path_end = path.find('/');
        const auto expected = pattern.substr(0, pattern_end), given = path.substr(0, path_end);
        if (const auto open = expected.find('{'); open != std::string_view::npos) {
            const auto close = expected.find('}');
            const auto prefix = expected.substr(0, open), suffix = expected.substr(close + 1);
            if (given.size() <= prefix.size() + suffix.size() || !given.starts_with(prefix) || !given.ends_with(suffix))
                return false;
            parameters.emplace_back(
                std::string(expected.substr(open + 1, close - open - 1)),
                JsonRaw{std::string(given.substr(prefix.size(), given.size() - prefix.size() - suffix.size()))});
        } else if (expected != given) {
            return false;
        }
        if (pattern_end == std::string_view::npos || path_end == std::string_view::npos)
            return pattern_end == std::string_view::npos && path_end == std::string_view::npos;
        pattern.remove_prefix(pattern_end + 1);
        path.remove_prefix(path_end + 1);
    }
}

/// What reaches the database as text must be text: a path, a parameter or a header may hold any bytes.
void refuse_what_is_no_text(const Request& request) {
    const auto refuse = [](std::string_view text, const std::string& where) {
        if (utf8_length(text) < 0 || text.find('\0') != std::string_view::npos)
            throw BadInput(where, "not_utf8", "Ce texte n'est pas en UTF-8, ou contient un caractère nul.");
    };
    refuse(request.path, "");
    for (const auto& [name, value] : request.query) {
        refuse(name, "");
        refuse(value, name);
    }
    refuse(request.header("idempotency-key"), "Idempotency-Key");
}

/// A page of another site can send a form or plain text without asking; our own never do.
bool is_json(std::string_view content_type) {
    const auto type = media_type_of(content_type);
    return type == "application/json" || type.ends_with("+json");
}

bool is_reading(const Route& route) { return route.method == "GET"; }

/// Body, query and path parameters as one object.
Json gather_input(const Route& route, const Request& request, Json::Object parameters) {
    Json input = Json::Object{};
    if (!route.raw_body && !request.body.empty()) {
        auto parsed = parse_json(request.body);
        if (const auto* fault = std::get_if<JsonFault>(&parsed))
            throw BadInput("", "invalid_json",
                           fault->message + " (ligne " + std::to_string(fault->line) + ", colonne " +
                               std::to_string(fault->column) + ")");
        input = std::move(std::get<Json>(parsed));
        if (!input.if_object()) throw BadInput("", "must_be_object", "Un objet JSON est attendu.");
    }
    for (const auto& [name, value] : request.query) {
        if (input.find(name)) throw BadInput(name, "given_twice", "Ce champ est donné deux fois.");
        input[name] = JsonRaw{value};
    }
    for (auto& [name, value] : parameters) input[name] = std::move(value);
    return input;
}

/// The guide names the organization in many calls: it must be the one of the active role.
void take_organization(Json& input, const Principal& principal) {
    auto& object = std::get<Json::Object>(input.value);
    for (auto member = object.begin(); member != object.end(); ++member) {
        if (member->first != "organization_id") continue;
        const auto* text = text_in(member->second);
        const auto id = text ? Uuid::parse(*text) : std::nullopt;
        if (!id) throw BadInput("organization_id", "must_be_uuid", "Un identifiant (UUID) est attendu.");
        if (*id != principal.organization.value) throw Refused(CommonRefusal::wrong_organization);
        object.erase(member);
        return;
    }
}

Bytes hash_of(const Principal& principal, const Request& request) {
    std::string text = request.method + '\n' + request.path + '\n' + principal.user.text() + '\n';
    for (const auto& [name, value] : request.query) text += name + '=' + value + '\n';
    text += '\n' + request.body;
    Bytes digest{std::string(SHA256_DIGEST_LENGTH, '\0')};
    SHA256(reinterpret_cast<const unsigned char*>(text.data()), text.size(),
           reinterpret_cast<unsigned char*>(digest.value.data()));
    return digest;
}

/// Runs `act` at most once per key: the stored reply is given back to a repeated request.
template <class Act> Response once_per_key(Context& context, const Request& request, std::string_view key, Act act) {
    if (key.size() > 200) throw BadInput("Idempotency-Key", "too_long", "Au plus 200 caractères.");
    const auto principal = context.principal();  // a copy: the operation may enter an organization that it creates
    const auto hash = hash_of(principal, request);
    context.later<sql::lock_idempotency_key>(principal.organization.text(), key);
    if (auto earlier = context.maybe<sql::find_idempotent_reply>(principal.organization, key)) {
        if (earlier->request_hash != hash) throw Refused(CommonRefusal::idempotency_key_reused);
        Response replay;
        replay.status = earlier->status;
        replay.content_type = std::move(earlier->content_type);
        replay.body = std::move(earlier->body);
        replay.headers.emplace_back("Idempotency-Replayed", "true");
        return replay;
    }
    auto response = act();
    if (context.organization() != principal.organization) context.enter(principal);
    context.later<sql::insert_idempotent_reply>(principal.organization, key, principal.user, hash, response.status,
                                                response.content_type, response.body);
    return response;
}

/// The connection went, or cannot be had: PostgreSQL restarts.
bool is_lost(const DatabaseError& error) {
    return error.state.empty() || error.state.starts_with("08") || error.state.starts_with("57P");
}

/// COMMIT was sent and no answer came. Without Retry-After: no program shall do it a second time by itself.
Response outcome_unknown(const DatabaseError& error, const Request& request) {
    log_line(LogLevel::error, "outcome unknown", {{"state", error.state}, {"reason", error.what()}});
    auto response = problem_response(503, "outcome_unknown",
                                     "La base de données s'est interrompue pendant l'enregistrement : vérifiez s'il a "
                                     "été fait avant de recommencer.",
                                     {}, request);
    response.headers.clear();
    return response;
}

/// The triggers of the database refuse with SQLSTATE DF4xx: the code travels as constraint name, the sentence as
/// message.
Response database_problem(const DatabaseError& error, const Request& request) {
    if (error.state.starts_with("DF4"))
        return problem_response(std::atoi(error.state.c_str() + 2), error.constraint, error.what(), {}, request);
    if (error.state == "22021" || error.state == "22P05")
        return problem_response(400, "not_utf8", "Un texte contient un caractère qui ne peut pas être enregistré.", {},
                                request);
    if (error.state == "55P03")
        return problem_response(409, "locked", "Une autre opération est en cours sur ces données : réessayez.", {},
                                request);
    if (error.state == "57014")
        return problem_response(503, "too_slow", "L'opération a duré trop longtemps et a été annulée.", {}, request);
    if (error.is_retryable())
        return problem_response(503, "busy", "Le serveur est très sollicité : réessayez.", {}, request);
    log_line(LogLevel::error, "database error",
             {{"state", error.state}, {"constraint", error.constraint}, {"reason", error.what()}});
    // A rule that only the database knows, or two who did the same at once: the next attempt would fail as well.
    if (error.state == "23505")
        return problem_response(409, "already_exists", "Ceci existe déjà : rechargez la page.", {}, request);
    if (error.state == "23503")
        return problem_response(409, "linked_elsewhere", "Ceci est lié à autre chose, ou son lien n'existe plus.", {},
                                request);
    if (error.state == "23514" || error.state == "23502" || error.state.starts_with("22"))
        return problem_response(422, "value_refused", "Une valeur n'est pas acceptée ; rien n'a été enregistré.", {},
                                request);
    if (is_lost(error))
        return problem_response(503, "database_unavailable",
                                "La base de données ne répond pas : réessayez dans un instant.", {}, request);
    return problem_response(500, "internal_error", "Une erreur interne s'est produite ; rien n'a été enregistré.", {},
                            request);
}

Response too_many_requests(int wait_seconds, const Request& request) {
    auto response =
        problem_response(429, "too_many_requests", "Trop de demandes : réessayez dans un instant.", {}, request);
    response.headers.emplace_back("Retry-After", std::to_string(wait_seconds));
    return response;
}

}  // namespace

App::App(ConnectionPool& pool, const Services& services, std::vector<Module> modules, Authenticate authenticate)
    : pool_(pool), services_(services), modules_(std::move(modules)), authenticate_(std::move(authenticate)) {
    if (pool_.keeps_sessions()) group_commit_.emplace([this] { return pool_.open(); });
}

App::Match App::match(const Request& request) const {
    Match result;
    for (const auto& module : modules_)
        for (const auto& table : module.routes)
            for (const auto& route : table) {
                Json::Object parameters;
                if (!matches(route.path, request.path, parameters)) continue;
                if ((result.methods + ",").find(std::string(route.method) + ",") == std::string::npos)
                    result.methods += (result.methods.empty() ? "" : ", ") + std::string(route.method);
                if (route.method != request.method) continue;
                // "/accounts/code" wins over "/accounts/{id}"
                if (result.route && parameters.size() >= result.parameters.size()) continue;
                result.route = &route;
                result.parameters = std::move(parameters);
            }
    return result;
}

Response App::run(const Route& route, const Principal& principal, const Json& input, const Request& request,
                  bool& may_be_done) {
    const auto log = group_commit_ ? group_commit_->line() : nullptr;
    auto connection = std::optional(pool_.acquire());
    const auto door = route.permission == access::anyone ? Door::system : Door::app;
    std::optional<Context> opened(std::in_place, **connection, door, principal, services_, request, is_reading(route),
                                  log && !is_reading(route) ? Flush::later : Flush::at_commit);
    auto& context = *opened;
    const auto act = [&] {
        Response response;
        route.operation.run(context, input, response);
        return response;
    };
    const auto key = request.header("idempotency-key");
    const bool keyed = !key.empty() && !is_reading(route) && !route.secret_reply && principal.organization;
    auto response = keyed ? once_per_key(context, request, key, act) : act();
    const bool is_trial = request.header("daftar-dry-run") == "true";
    if (is_trial) {
        context.run<sql::check_to_the_end>();
    } else {
        may_be_done = !is_reading(route) && !keyed;  // with a key it is safe to ask again
        context.commit();
    }
    const bool awaits_disk = log && !is_trial && (!is_reading(route) || context.vouches());
    opened.reset();
    connection.reset();  // the next request need not wait for the disk
    if (awaits_disk) group_commit_->wait(log);
    return response;
}

Response App::handle(const Request& request) {
    try {
        auto found = match(request);
        if (!found.route) {
            if (found.methods.empty())
                return problem_response(404, "no_such_address", "Cette adresse n'existe pas.", {}, request);
            auto refusal = problem_response(405, "method_not_allowed", "Cette méthode n'existe pas pour cette adresse.",
                                            {}, request);
            refusal.headers.emplace_back("Allow", found.methods);
            return refusal;
        }
        const auto& route = *found.route;
        current_trace().route = route.path;
        if (route.raw_body && is_form_data(request.header("content-type"))) return handle(request_of_form(request));
        refuse_what_is_no_text(request);
        Principal principal;
        const auto now = services_.surroundings.now();
        if (limiter_)
            if (const auto wait = limiter_->refuse_address(request.remote_address, route.few_tries, now))
                return too_many_requests(*wait, request);
        if (route.permission != access::anyone) {
            principal = authenticate_(request, services_);
            current_trace().user = principal.user.value;
            current_trace().organization = principal.organization.value;
            if (limiter_)
                if (const auto wait = limiter_->refuse_user(request.remote_address, principal.user.text(), now))
                    return too_many_requests(*wait, request);
            if (route.permission != access::signed_in && !principal.may(route.permission))
                throw Refused(CommonRefusal::not_allowed);
        }
        if (const auto type = request.header("content-type");
            !route.raw_body && !request.body.empty() && !type.empty() && !is_json(type))
            return problem_response(415, "unsupported_media_type",
                                    "Le corps de cette demande est du JSON : Content-Type: application/json.", {},
                                    request);
        auto input = gather_input(route, request, std::move(found.parameters));
        if (principal.organization) take_organization(input, principal);
        for (int attempt = 1;; ++attempt) {
            bool may_be_done = false;
            try {
                return run(route, principal, input, request, may_be_done);
            } catch (const DatabaseError& error) {
                if (is_lost(error) && may_be_done) return outcome_unknown(error, request);
                if (is_lost(error) ? attempt > 1 : !error.is_retryable() || attempt == attempts_max) throw;
                if (is_lost(error)) std::this_thread::sleep_for(pause_after_loss);
            }
        }
    } catch (const BadInput& bad) {
        const auto& first = bad.problems.front();
        const auto message = bad.problems.size() == 1
                                 ? (first.path.empty() ? "" : first.path + " : ") + first.message
                                 : std::to_string(bad.problems.size()) + " erreurs dans la demande.";
        return problem_response(400, bad.problems.size() == 1 ? first.code : "bad_input", message, bad.problems,
                                request);
    } catch (const Refused& refused) {
        return problem_response(refused.status, refused.code, refused.message, refused.problems, request);
    } catch (const DatabaseError& error) {
        return database_problem(error, request);
    } catch (const std::exception& error) {
        log_line(LogLevel::error, "internal error", {{"reason", error.what()}});
        return problem_response(500, "internal_error", "Une erreur interne s'est produite ; rien n'a été enregistré.",
                                {}, request);
    }
}

Response problem_response(int status, std::string_view code, std::string_view message, const Problems& problems,
                          const Request& request) {
    Response response;
    response.status = status;
    response.content_type = "application/problem+json; charset=utf-8";
    Json body = Json::Object{{"type", "/problems/" + std::string(code)},
                             {"title", message},
                             {"status", status},
                             {"code", code},
                             {"detail", message},
                             {"request_id", request.id}};
    Json::Array list;
    for (const auto& problem : problems)
        list.push_back(Json::Object{{"path", problem.path}, {"code", problem.code}, {"message", problem.message}});
    body["problems"] = std::move(list);
    write_json(body, response.body);
    if (status == 503) response.headers.emplace_back("Retry-After", "1");
    if (status == 401) response.headers.emplace_back("WWW-Authenticate", "Bearer");
    return response;
}

}  // namespace daftar
