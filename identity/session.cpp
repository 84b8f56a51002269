#include "identity/session.hpp"

#include "core/text_cut.hpp"
#include "identity/access_token.hpp"
#include "identity/notice.hpp"
#include "identity/permissions.hpp"
#include "identity/refusal.hpp"
#include "identity/revocation.hpp"
#include "identity/secret.hpp"
#include "identity/session.sql.hpp"

namespace daftar::identity {

struct RefreshRow {
    Id<SignInSession> session_id;
    Id<User> user_id;
    std::string email;
    bool is_active = false, is_used = false;
    Timestamp expires_at, session_expires_at;
    bool is_revoked = false;
    Id<Role> role_id;
    std::optional<Id<Organization>> organization_id;
    std::optional<Uuid> support_grant_id;
};
BOOST_DESCRIBE_STRUCT(RefreshRow, (),
                      (session_id, user_id, email, is_active, is_used, expires_at, session_expires_at, is_revoked,
                       role_id, organization_id, support_grant_id))

struct OpenSupport {
    Timestamp ends_at;
    Id<Organization> organization_id;
    Id<TenantGroup> tenant_group_id;
    Currency currency;
    std::string time_zone;
};
BOOST_DESCRIBE_STRUCT(OpenSupport, (), (ends_at, organization_id, tenant_group_id, currency, time_zone))

struct SessionView {
    Id<SignInSession> id;
    std::string ip_address, user_agent;
    Timestamp created_at, last_used_at, expires_at;
    bool is_current = false;
};
BOOST_DESCRIBE_STRUCT(SessionView, (), (id, ip_address, user_agent, created_at, last_used_at, expires_at, is_current))

struct SignedOut {
    bool signed_out = true;
};
BOOST_DESCRIBE_STRUCT(SignedOut, (), (signed_out))

struct SessionToEnd {
    Id<SignInSession> id;
};
BOOST_DESCRIBE_STRUCT(SessionToEnd, (), (id))

namespace {

constexpr std::int64_t session_seconds = 30 * 24 * 3600;        ///< then one signs in again, whatever happens
constexpr std::int64_t refresh_token_seconds = 14 * 24 * 3600;  ///< without use

bool is_served_over_tls(const Context& context) { return context.services().public_address.starts_with("https://"); }

/// The prefix keeps a page without TLS from planting the cookie (RFC 6265bis).
std::string cookie_name(const Context& context) {
    return is_served_over_tls(context) ? "__Secure-daftar_refresh" : "daftar_refresh";
}

std::pair<std::string, std::string> refresh_cookie(const Context& context, const std::string& token,
                                                   std::int64_t seconds) {
    return {"Set-Cookie", cookie_name(context) + "=" + token +
                              "; Path=/api/v1/auth; Max-Age=" + std::to_string(seconds) +
                              "; HttpOnly; SameSite=Strict" + (is_served_over_tls(context) ? "; Secure" : "")};
}

/// Nothing when it is not there, or there twice: then someone planted one of them.
std::string refresh_token_of(const Context& context) {
    const auto prefix = cookie_name(context) + "=";
    auto rest = context.request().header("cookie");
    std::string found;
    int count = 0;
    while (!rest.empty()) {
        const auto end = rest.find(';');
        const auto pair = trimmed(rest.substr(0, end));
        rest = end == std::string_view::npos ? std::string_view() : rest.substr(end + 1);
        if (!pair.starts_with(prefix)) continue;
        found = pair.substr(prefix.size());
        ++count;
    }
    constexpr std::size_t token_length = 43;
    return count == 1 && found.size() == token_length ? found : "";
}

/// A page of another site cannot set this header without being asked first (CORS preflight), which is never allowed.
void require_own_script(const Context& context) {
    if (context.request().header("x-requested-with") != "daftar") throw Refused(Refusal::cross_site_request);
}

[[noreturn]] void end_and_refuse(Context& context, const RefreshRow& row, std::string_view reason) {
    context.run<sql::end_session>(row.session_id, row.user_id, context.now(), reason);
    context.commit();
    revocations().add(row.session_id.value);
    throw Refused(Refusal::session_ended);
}

WithHeaders<SignedIn> refresh(Context& context) {
    require_own_page(context);
    require_own_script(context);
    const auto token = refresh_token_of(context);
    const auto row = token.empty() ? std::nullopt : context.maybe<sql::find_refresh_token>(hash_of_secret(token));
    if (!row || row->is_revoked || row->expires_at <= context.now() || row->session_expires_at <= context.now())
        throw Refused(Refusal::session_ended);
    if (row->is_used) {
        // The owner has its successor, so this one was stolen, or the successor was: nobody keeps the session.
        Principal owner;
        owner.user = row->user_id;
        owner.email = row->email;
        context.enter(owner);
        context.audit("SESSION_STOLEN", "Session", row->session_id.value);
        send_security_notice(context, row->user_id,
                             "Une session a été fermée par prudence : son jeton a servi deux fois");
        end_and_refuse(context, *row, "refresh token used twice");
    }
    if (!row->is_active) end_and_refuse(context, *row, "account closed");
    auto role = context.maybe<sql::open_role>(row->user_id, row->role_id, row->organization_id);
    if (!role) end_and_refuse(context, *row, "role revoked");
    std::optional<Timestamp> end;
    std::optional<Uuid> grant;
    if (row->support_grant_id) {
        if (const auto support =
                context.maybe<sql::open_support>(*row->support_grant_id, row->user_id, context.now())) {
            role->organization_id = support->organization_id;
            role->tenant_group_id = support->tenant_group_id;
            role->currency = support->currency;
            role->time_zone = support->time_zone;
            end = support->ends_at;
            grant = row->support_grant_id;
        }
    }
    context.enter(principal_of(row->user_id, row->email, *role, row->session_id));
    context.later<sql::touch_session>(row->session_id, context.now(), context.request().remote_address,
                                      row->organization_id, grant);
    return answer_with_tokens(context, end);
}

WithHeaders<SignedOut> logout(Context& context) {
    require_own_page(context);
    std::vector<Principal> leaving;  // by his access token and by his cookie: as a rule one session
    try {
        leaving.push_back(authenticate(context.request(), context.services()));
    } catch (const Refused&) {  // an expired token does not keep anyone from leaving
    }
    if (const auto token = refresh_token_of(context); !token.empty()) {
        if (context.request().header("authorization").empty()) require_own_script(context);
        const auto row = context.maybe<sql::find_refresh_token>(hash_of_secret(token));
        if (row && !row->is_revoked && (leaving.empty() || leaving.front().session != row->session_id)) {
            auto& owner = leaving.emplace_back();
            owner.user = row->user_id;
            owner.email = row->email;
            owner.session = row->session_id;
        }
    }
    for (const auto& principal : leaving) {
        context.enter(principal);
        context.later<sql::end_session>(principal.session, principal.user, context.now(), "signed out");
        revocations().add(principal.session.value);
        context.audit("LOGOUT", "Session", principal.session.value);
    }
    return {{}, {refresh_cookie(context, "", 0)}};
}

Page<SessionView> sessions(Context& context) {
    return {context.rows<sql::sessions>(context.principal().user, context.principal().session, context.now()), {}};
}

void end_one_session(Context& context, const SessionToEnd& input) {
    if (context.run<sql::end_session>(input.id, context.principal().user, context.now(), "closed by its owner") == 0)
        throw Refused(CommonRefusal::not_found);
    revocations().add(input.id.value);
    context.audit("DELETE", "Session", input.id.value);
}

constexpr Route table[] = {
    {"POST", "/api/v1/auth/refresh", access::anyone, operation<&refresh>},
    {"POST", "/api/v1/auth/logout", access::anyone, operation<&logout>},
    {"GET", "/api/v1/auth/me", access::signed_in, operation<&me>},
    {"GET", "/api/v1/auth/sessions", access::signed_in, operation<&sessions>},
    {"DELETE", "/api/v1/auth/sessions/{id}", access::signed_in, operation<&end_one_session>},
};

}  // namespace

void require_own_page(const Context& context) {
    if (!context.request().header("daftar-dry-run").empty()) throw Refused(Refusal::dry_run_impossible);
    const auto type = context.request().header("content-type");
    if (!type.empty() && !type.starts_with("application/json")) throw Refused(Refusal::cross_site_request);
    if (context.request().header("sec-fetch-site") == "cross-site") throw Refused(Refusal::cross_site_request);
}

Principal principal_of(const Id<User>& user, std::string email, const OpenRole& role,
                       const Id<SignInSession>& session) {
    Principal principal;
    principal.user = user;
    principal.email = std::move(email);
    principal.organization = role.organization_id.value_or(Id<Organization>());
    principal.tenant_group = role.tenant_group_id;
    principal.role = role.role_id;
    principal.role_type = role.role_type;
    principal.session = session;
    if (role.currency) principal.currency = *role.currency;
    if (role.time_zone) principal.time_zone = *role.time_zone;
    principal.permissions = &permissions_of(principal.role_type, static_cast<bool>(principal.organization));
    return principal;
}

WithHeaders<SignedIn> open_session(Context& context, Principal principal) {
    principal.session = context.new_id<SignInSession>();
    context.enter(principal);
    const auto now = context.now();
    const auto agent = first_characters(context.request().header("user-agent"), 200);
    const auto open_books = principal.organization ? std::optional(principal.organization) : std::nullopt;
    context.later<sql::insert_session>(principal.session, principal.user, principal.role, open_books,
                                       context.request().remote_address, agent, now, now.plus_seconds(session_seconds));
    context.later<sql::note_sign_in>(principal.user, now);
    context.later<sql::forget_old_sessions>(principal.user, now.plus_seconds(-session_seconds));
    context.later<sql::forget_old_attempts>(now.plus_seconds(-session_seconds));
    context.later<sql::forget_old_links>(now.plus_seconds(-session_seconds));
    context.audit("LOGIN", "Session", principal.session.value);
    return answer_with_tokens(context);
}

WithHeaders<SignedIn> answer_with_tokens(Context& context, std::optional<Timestamp> end) {
    const auto& principal = context.principal();
    const auto now = context.now();
    const auto token = new_secret_text(context);
    context.later<sql::spend_refresh_tokens>(principal.session, now);
    context.later<sql::insert_refresh_token>(hash_of_secret(token), principal.session, principal.user, now,
                                             now.plus_seconds(refresh_token_seconds));
    auto expires_at = now.plus_seconds(access_token_seconds);
    if (end && *end < expires_at) expires_at = *end;
    return {{access_token(principal, context.services(), expires_at), "Bearer",
             (expires_at.microseconds - now.microseconds) / 1'000'000, me(context)},
            {refresh_cookie(context, token, refresh_token_seconds), {"Cache-Control", "no-store"}}};
}

void end_sessions(Context& context, const Id<User>& user, std::string_view reason, const Id<SignInSession>& except) {
    for (const auto& session : context.rows<sql::end_sessions>(user, context.now(), reason, except))
        revocations().add(session);
}

const std::span<const Route> session_routes = table;

}  // namespace daftar::identity
