// A session: one device signed in, the role it acts under, and the chain of its refresh tokens.
#pragma once
#include <span>

#include "identity/me.hpp"

namespace daftar::identity {

/// The answer of every call that signs in or changes the role; the refresh cookie travels beside it.
struct SignedIn {
    std::string access_token;
    std::string token_type;
    std::int64_t expires_in = 0;  ///< seconds
    Me user;
};
BOOST_DESCRIBE_STRUCT(SignedIn, (), (access_token, token_type, expires_in, user))

/// A role and the books it opens.
struct OpenRole {
    Id<Role> role_id;
    std::string role_type;
    Id<TenantGroup> tenant_group_id;
    std::optional<Id<Organization>> organization_id;
    std::optional<Currency> currency;
    std::optional<std::string> time_zone;
};
BOOST_DESCRIBE_STRUCT(OpenRole, (), (role_id, role_type, tenant_group_id, organization_id, currency, time_zone))

/// Calls that make or end a session take neither a dry run (it would give out tokens and forget them) nor a form of
/// another site (only a form can be sent across sites without asking, and it cannot say application/json).
void require_own_page(const Context& context);

/// The principal that acts under a role.
Principal principal_of(const Id<User>& user, std::string email, const OpenRole& role, const Id<SignInSession>& session);

/// A new session for the principal, who is entered; the answer with its first tokens.
WithHeaders<SignedIn> open_session(Context& context, Principal principal);

/// New tokens for the session of the principal that was entered. The refresh tokens given out before are spent. The
/// access token lives 15 minutes, less when `end` comes first.
WithHeaders<SignedIn> answer_with_tokens(Context& context, std::optional<Timestamp> end = {});

/// Ends sessions of a user: all, or all but one. Their refresh tokens are good for nothing from now on.
void end_sessions(Context& context, const Id<User>& user, std::string_view reason,
                  const Id<SignInSession>& except = {});

extern const std::span<const Route> session_routes;

}  // namespace daftar::identity
