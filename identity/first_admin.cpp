#include "identity/first_admin.hpp"

#include "identity/first_admin.sql.hpp"
#include "identity/organization.hpp"
#include "identity/password.hpp"
#include "identity/refusal.hpp"
#include "identity/secret.hpp"
#include "identity/session.hpp"
#include "identity/user.hpp"

namespace daftar::identity {

struct FirstAdmin {
    Text<1, 100> token;
    EmailAddress email;
    Text<1, 120> name;
    PasswordText password;
    std::optional<Text<1, 200>> office_name;
};
BOOST_DESCRIBE_STRUCT(FirstAdmin, (), (token, email, name, password, office_name))

struct FirstAdminMade {
    Id<User> id;
    std::string email;
    Id<TenantGroup> tenant_group_id;
};
BOOST_DESCRIBE_STRUCT(FirstAdminMade, (), (id, email, tenant_group_id))

namespace {

constexpr std::int64_t token_seconds = 24 * 3600;

Created<FirstAdminMade> make_first_admin(Context& context, const FirstAdmin& input) {
    require_own_page(context);
    context.later<sql::lock_first_admin>();  // two servers that start at once may each have printed an address
    if (context.run<sql::spend_first_admin_token>(hash_of_secret(input.token.value), context.now()) == 0)
        throw Refused(Refusal::invalid_link);
    if (context.one<sql::has_users>()) throw Refused(Refusal::already_installed);
    const auto user = add_user(context, {input.email, input.name, input.password.value});
    const auto group = create_tenant_group(
        context, input.office_name ? std::string_view(*input.office_name) : std::string_view("Mon cabinet"));
    give_role(context, user, {group, {}}, RoleType::Admin);
    give_role(context, user, {group, {}}, RoleType::SuperAdmin);
    return {{user, input.email.value, group}};
}

constexpr Route table[] = {
    {.method = "POST",
     .path = "/api/v1/auth/first-admin",
     .permission = access::anyone,
     .operation = operation<&make_first_admin>,
     .few_tries = true},
};

}  // namespace

std::optional<std::string> create_first_admin_token(Context& context) {
    if (context.one<sql::has_users>()) return {};
    const auto token = new_secret_text(context);
    const auto now = context.now();
    context.run<sql::forget_first_admin_tokens>();
    context.run<sql::insert_first_admin_token>(hash_of_secret(token), now, now.plus_seconds(token_seconds));
    return token;
}

const std::span<const Route> first_admin_routes = table;

}  // namespace daftar::identity
