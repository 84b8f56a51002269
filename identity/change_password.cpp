#include "identity/change_password.hpp"

#include "identity/change_password.sql.hpp"
#include "identity/email_address.hpp"
#include "identity/lockout.hpp"
#include "identity/notice.hpp"
#include "identity/refusal.hpp"
#include "identity/secret.hpp"
#include "identity/session.hpp"

namespace daftar::identity {

struct ResetReader {
    Id<User> id;
    std::string email, name, language;
};
BOOST_DESCRIBE_STRUCT(ResetReader, (), (id, email, name, language))

struct LinkRow {
    Id<User> user_id;
    std::string email, purpose;
};
BOOST_DESCRIBE_STRUCT(LinkRow, (), (user_id, email, purpose))

struct ResetRequest {
    Text<1, 300> email;
};
BOOST_DESCRIBE_STRUCT(ResetRequest, (), (email))

/// The same whether there is such an account or not.
struct ResetAnswer {
    std::string message;
};
BOOST_DESCRIBE_STRUCT(ResetAnswer, (), (message))

struct ResetConfirmation {
    Text<1, 100> token;
    PasswordText password;
};
BOOST_DESCRIBE_STRUCT(ResetConfirmation, (), (token, password))

struct PasswordChange {
    PasswordText current_password, new_password;
};
BOOST_DESCRIBE_STRUCT(PasswordChange, (), (current_password, new_password))

namespace {

constexpr std::int64_t reset_minutes = 60;
constexpr int resets_per_hour_max = 3;  ///< mails to one address: a mailbox is not to be flooded

/// Every query runs for unknown addresses too; what differs travels with COMMIT, so that the clock tells nothing.
ResetAnswer ask_reset(Context& context, const ResetRequest& input) {
    require_own_page(context);
    const auto address = account_address(input.email).value_or("nobody");
    const auto now = context.now();
    const auto hour_ago = now.plus_seconds(-3600);
    const auto key = "reset " + to_hex(hash_of_secret(address).value);
    const auto asked = context.maybe<sql::resets_asked>(key, hour_ago).value_or(0);
    const auto person = context.maybe<sql::find_account_for_reset>(address);
    const auto token = new_secret_text(context);
    context.later<sql::note_reset_asked>(key, now, hour_ago);
    if (person && asked < resets_per_hour_max) {
        context.later<sql::insert_one_time_token>(hash_of_secret(token), "password_reset", person->id, now,
                                                  now.plus_seconds(reset_minutes * 60));
        send_mail(context, {person->email, person->name, person->language}, "password_reset",
                  Json::Object{{"product", "Daftar"},
                               {"minutes", std::to_string(reset_minutes)},
                               {"link", link_to(context, "/mot-de-passe?jeton=" + token)}});
        context.audit("PASSWORD_RESET_ASKED", "User", person->id.value);
    }
    return {"Si cette adresse a un compte, un message vient de lui être envoyé."};
}

void confirm_reset(Context& context, const ResetConfirmation& input) {
    require_own_page(context);
    const auto link = context.maybe<sql::find_link>(hash_of_secret(input.token.value), context.now());
    if (!link) throw Refused(Refusal::invalid_link);
    if (auto weakness = weakness_of_password(input.password.value, link->email, "password"))
        throw BadInput({*std::move(weakness)});
    Principal person;
    person.user = link->user_id;
    person.email = link->email;
    context.enter(person);
    context.later<sql::forget_account_failures>(account_attempt_key(link->email));
    context.audit(link->purpose == "invitation" ? "INVITATION_ACCEPTED" : "PASSWORD_RESET", "User",
                  link->user_id.value);
    context.later<sql::spend_links>(link->user_id, context.now());
    keep_new_password(context, link->user_id, input.password.value);
}

void change_password(Context& context, const PasswordChange& input) {
    require_own_page(context);
    const auto& principal = context.principal();
    if (auto weakness = weakness_of_password(input.new_password.value, principal.email, "new_password"))
        throw BadInput({*std::move(weakness)});
    require_own_password(context, input.current_password.value);
    context.audit("PASSWORD_CHANGED", "User", principal.user.value);
    keep_new_password(context, principal.user, input.new_password.value, principal.session);
}

constexpr Route table[] = {
    {.method = "POST",
     .path = "/api/v1/auth/password-reset",
     .permission = access::anyone,
     .operation = operation<&ask_reset>,
     .few_tries = true},
    {.method = "POST",
     .path = "/api/v1/auth/password-reset/confirm",
     .permission = access::anyone,
     .operation = operation<&confirm_reset>,
     .few_tries = true},
    {.method = "POST",
     .path = "/api/v1/auth/password",
     .permission = access::signed_in,
     .operation = operation<&change_password>,
     .secret_reply = true},
};

}  // namespace

void require_own_password(Context& context, std::string_view password) {
    const auto& principal = context.principal();
    Attempt attempt(context, principal.email);
    if (is_password(context.maybe<sql::own_password_hash>(principal.user).value_or(std::nullopt), password))
        return attempt.succeeded();
    attempt.failed();
    context.commit();
    throw Refused(Refusal::wrong_password);
}

void keep_new_password(Context& context, const Id<User>& user, std::string_view password,
                       const Id<SignInSession>& except) {
    context.later<sql::keep_password_hash>(user, hash_of_password(password), context.now());
    end_sessions(context, user, "password changed", except);
    send_security_notice(context, user, "Votre mot de passe a été changé");
}

const std::span<const Route> password_routes = table;

}  // namespace daftar::identity
