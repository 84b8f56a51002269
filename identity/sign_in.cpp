#include "identity/sign_in.hpp"

#include "identity/email_address.hpp"
#include "identity/lockout.hpp"
#include "identity/password.hpp"
#include "identity/refusal.hpp"
#include "identity/session.sql.hpp"
#include "identity/sign_in.sql.hpp"
#include "identity/two_factor.hpp"

namespace daftar::identity {

struct Account {
    Id<User> id;
    std::string email;
    bool is_active = false, totp_enabled = false;
    std::optional<std::string> password_hash;
};
BOOST_DESCRIBE_STRUCT(Account, (), (id, email, is_active, totp_enabled, password_hash))

struct Login {
    Text<1, 300> email;
    PasswordText password;
    std::optional<Text<0, 40>> totp_code;  ///< the app's six digits, or a recovery code
};
BOOST_DESCRIBE_STRUCT(Login, (), (email, password, totp_code))

struct RoleSwitch {
    Id<Role> role_id;
    /// For a role that holds for a whole office: the organization of it to open. (Not `organization_id`, which the
    /// guide uses to name the organization that is open already.)
    std::optional<Id<Organization>> open_organization;
};
BOOST_DESCRIBE_STRUCT(RoleSwitch, (), (role_id, open_organization))

namespace {

/// The failure must stay counted although the call is refused, so it is committed first.
[[noreturn]] void fail(Context& context, Attempt& attempt, const std::optional<Account>& account,
                       std::string_view address, Refusal refusal) {
    attempt.failed();
    context.audit("LOGIN_FAILED", "User", account ? account->id.value : Uuid(),
                  Json::Object{{"email", address}, {"reason", name_of(refusal)}});
    context.commit();
    throw Refused(refusal);
}

WithHeaders<SignedIn> login(Context& context, const Login& input) {
    require_own_page(context);
    // What cannot be an address fails like every unknown one, and is not written down: it may be a password in the
    // wrong field.
    const auto address = account_address(input.email.value).value_or("");
    Attempt attempt(context, address);
    const auto account = context.maybe<sql::find_account>(address);
    const bool fits = is_password(account ? account->password_hash : std::nullopt, input.password.value);
    if (!fits || !account->is_active) fail(context, attempt, account, address, Refusal::invalid_credentials);
    const auto role_id = context.maybe<sql::first_role>(account->id);
    if (!role_id) fail(context, attempt, account, address, Refusal::invalid_credentials);
    if (account->totp_enabled) {
        if (!input.totp_code || input.totp_code->empty()) throw Refused(Refusal::totp_required);
        if (!spend_second_factor(context, account->id, input.totp_code->value))
            fail(context, attempt, account, address, Refusal::totp_invalid);
    }
    attempt.succeeded();
    if (is_outdated_hash(*account->password_hash))
        context.later<sql::renew_password_hash>(account->id, hash_of_password(input.password.value));
    const auto role = context.one<sql::open_role>(account->id, *role_id, std::optional<Id<Organization>>());
    return open_session(context, principal_of(account->id, account->email, role, {}));
}

WithHeaders<SignedIn> switch_role(Context& context, const RoleSwitch& input) {
    require_own_page(context);
    const auto before = context.principal();
    const auto group = context.maybe<sql::group_of_role>(input.role_id, before.user);
    if (!group) throw Refused(Refusal::no_such_role);
    auto probe = before;  // the organizations of a whole office are seen from inside its group
    probe.tenant_group = {*group};
    probe.organization = {};
    context.enter(probe);
    const auto role = context.one<sql::open_role>(before.user, input.role_id, input.open_organization);
    if (input.open_organization && role.organization_id != input.open_organization)
        throw Refused(CommonRefusal::not_found);
    if (context.run<sql::switch_session>(before.session, before.user, role.role_id, role.organization_id,
                                         context.now()) == 0)
        throw Refused(Refusal::session_ended);
    context.enter(principal_of(before.user, before.email, role, before.session));
    context.audit("SWITCH_ROLE", "Session", before.session.value, Json::Object{{"role_type", role.role_type}});
    return answer_with_tokens(context);
}

constexpr Route table[] = {
    {.method = "POST",
     .path = "/api/v1/auth/login",
     .permission = access::anyone,
     .operation = operation<&login>,
     .few_tries = true},
    {.method = "POST",
     .path = "/api/v1/auth/switch-role",
     .permission = access::signed_in,
     .operation = operation<&switch_role>,
     .secret_reply = true},
};

}  // namespace

const std::span<const Route> sign_in_routes = table;

}  // namespace daftar::identity
