#include "identity/me.hpp"

#include "identity/me.sql.hpp"
#include "identity/permissions.hpp"

namespace daftar::identity {

struct Person {
    std::string email, name, language;
    bool totp_enabled = false;
};
BOOST_DESCRIBE_STRUCT(Person, (), (email, name, language, totp_enabled))

Me me(Context& context) {
    const auto& principal = context.principal();
    auto person = context.maybe<sql::find_person>(principal.user);
    if (!person) throw Refused(CommonRefusal::sign_in_required);
    Me out{principal.user,
           std::move(person->email),
           std::move(person->name),
           std::move(person->language),
           {},
           principal.role,
           {},
           {},
           person->totp_enabled,
           {}};
    out.roles = context.rows<sql::roles_of_person>(principal.user);
    if (principal.organization) out.organization = context.maybe<sql::open_organization>(principal.organization);
    const auto& allowed = permissions_of(principal.role_type, static_cast<bool>(principal.organization));
    out.permissions.assign(allowed.begin(), allowed.end());
    out.support_until = context.maybe<sql::support_until>(principal.session, principal.user);
    return out;
}

}  // namespace daftar::identity
