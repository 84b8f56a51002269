#include "identity/user.hpp"

#include "core/changes.hpp"
#include "identity/me.hpp"
#include "identity/notice.hpp"
#include "identity/password.hpp"
#include "identity/permissions.hpp"
#include "identity/refusal.hpp"
#include "identity/revocation.hpp"
#include "identity/secret.hpp"
#include "identity/user.sql.hpp"

namespace daftar::identity {

/// Someone with a role in the open organization, or anywhere in the office when none is open.
struct UserView {
    Id<User> id;
    std::string email, name;
    bool is_active = false, totp_enabled = false;
    std::optional<Timestamp> last_sign_in_at;
    std::vector<RoleView> roles;
};
BOOST_DESCRIBE_STRUCT(UserView, (), (id, email, name, is_active, totp_enabled, last_sign_in_at, roles))

struct UserFilter {
    std::optional<Text<1, 100>> search;
    std::optional<Id<User>> cursor;
    std::optional<std::int32_t> limit;
};
BOOST_DESCRIBE_STRUCT(UserFilter, (), (search, cursor, limit))

enum class Language { fr, ar, en };
BOOST_DESCRIBE_ENUM(Language, fr, ar, en)

struct Invitation {
    EmailAddress email;
    Text<1, 120> name;
    RoleType role_type{};
    std::optional<Id<Organization>> organization_id;
    std::optional<Language> language;
};
BOOST_DESCRIBE_STRUCT(Invitation, (), (email, name, role_type, organization_id, language))

struct Invited {
    Id<User> id;
    bool needs_password = false;
};
BOOST_DESCRIBE_STRUCT(Invited, (), (id, needs_password))

struct UserChange {
    Id<User> id;
    bool is_active = true;
};
BOOST_DESCRIBE_STRUCT(UserChange, (), (id, is_active))

namespace {

constexpr std::int64_t invitation_days = 7;
constexpr std::int32_t page_size_max = 200;

/// A text for ILIKE, taken literally.
std::optional<std::string> literal_pattern(const std::optional<Text<1, 100>>& search) {
    if (!search) return {};
    std::string out;
    for (const char c : search->value) {
        if (c == '%' || c == '_' || c == '\\') out += '\\';
        out += c;
    }
    return out;
}

Page<UserView> users(Context& context, const UserFilter& filter) {
    const auto limit = std::clamp(filter.limit.value_or(page_size_max), 1, page_size_max);
    Page<UserView> page;
    page.items =
        context.rows<sql::users>(context.organization(), literal_pattern(filter.search), filter.cursor, limit + 1);
    if (page.items.size() > static_cast<std::size_t>(limit)) {
        page.items.pop_back();
        page.next = page.items.back().id.text();
    }
    return page;
}

Created<UserView> invite(Context& context, const Invitation& input) {
    const auto place = place_for_role(context, input.role_type, input.organization_id);
    const auto now = context.now();
    const auto token = new_secret_text(context);
    const auto language = name_of(input.language.value_or(Language::fr));
    const auto invited =
        context.found<sql::invite_user>(context.new_id<User>(), input.email.value, input.name, language,
                                        hash_of_secret(token), now, now.plus_seconds(invitation_days * 24 * 3600));
    const auto role = give_role(context, invited.id, place, input.role_type);
    const auto link = invited.needs_password ? "/mot-de-passe?jeton=" + token : std::string("/connexion");
    send_mail(context, {input.email.value, input.name, std::string(language)}, "invitation",
              Json::Object{{"inviter", context.principal().email},
                           {"organization", context.one<sql::place_name>(place.tenant_group, place.organization)},
                           {"role", french_name(input.role_type)},
                           {"days", std::to_string(invitation_days)},
                           {"link", link_to(context, link)}});
    audit_role(context, "CREATE", role, place.organization,
               Json::Object{{"email", input.email.value}, {"role_type", name_of(input.role_type)}});
    return {context.found<sql::user_in>(invited.id)};
}

UserView change_user(Context& context, const UserChange& input) {
    const auto before = context.found<sql::user_in>(input.id);
    if (input.id == context.principal().user) throw Refused(Refusal::own_account_kept);
    if (!context.one<sql::set_user_active>(input.id, input.is_active)) throw Refused(Refusal::belongs_to_others);
    if (!input.is_active) revocations().add(input.id.value);
    auto after = context.found<sql::user_in>(input.id);
    context.audit("UPDATE", "User", input.id.value, changes(before, after));
    return after;
}

constexpr Route table[] = {
    {"GET", "/api/v1/users", permission::manage_users, operation<&users>},
    {"POST", "/api/v1/users", permission::manage_users, operation<&invite>},
    {"PUT", "/api/v1/users/{id}", permission::manage_users, operation<&change_user>},
};

}  // namespace

Id<User> add_user(Context& context, const AddedUser& user) {
    if (auto weakness = weakness_of_password(user.password, user.email.value, "password"))
        throw BadInput({*std::move(weakness)});
    const auto id = context.new_id<User>();
    if (context.run<sql::insert_user>(id, user.email.value, user.name, user.language, user.is_demo) == 0)
        throw Refused(Refusal::email_taken);
    context.run<sql::insert_credential>(id, hash_of_password(user.password), context.now());
    context.audit("CREATE", "User", id.value, Json::Object{{"email", user.email.value}});
    return id;
}

const std::span<const Route> user_routes = table;

}  // namespace daftar::identity
