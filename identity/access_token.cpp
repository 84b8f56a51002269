#include "identity/access_token.hpp"

#include "identity/permissions.hpp"
#include "identity/refusal.hpp"
#include "identity/revocation.hpp"
#include "identity/secret.hpp"

namespace daftar::identity {

/// The claims; short names because they travel with every request.
struct Claims {
    std::string iss;
    Id<User> sub;
    Id<SignInSession> sid;
    Id<Role> role_id;
    std::string role_type;
    std::optional<Id<Organization>> org;
    Id<TenantGroup> group;
    std::string email;
    std::optional<Currency> currency;
    std::string zone;
    std::int64_t exp = 0;  ///< seconds since 1970
};
BOOST_DESCRIBE_STRUCT(Claims, (), (iss, sub, sid, role_id, role_type, org, group, email, currency, zone, exp))

namespace {

constexpr std::string_view issuer = "daftar";
constexpr std::size_t token_size_max = 4096;

const std::string& header_text() {
    static const std::string text = base64url(R"({"alg":"HS256","typ":"JWT"})");
    return text;
}

std::string signature_of(std::string_view signed_part, const Services& services) {
    return mac(derived_key(services, "access token"), signed_part);
}

std::optional<Claims> claims_in(const std::string& text) {
    const auto parsed = parse_json(text);
    const auto* json = std::get_if<Json>(&parsed);
    if (!json) return {};
    Problems problems;
    Reading reading{problems};
    auto claims = read_json<Claims>(*json, reading);
    if (!problems.empty()) return {};  // signed by another version of the program
    return claims;
}

}  // namespace

std::string access_token(const Principal& principal, const Services& services, Timestamp expires_at) {
    Claims claims{std::string(issuer),
                  principal.user,
                  principal.session,
                  principal.role,
                  principal.role_type,
                  {},
                  principal.tenant_group,
                  principal.email,
                  {},
                  principal.time_zone,
                  expires_at.microseconds / 1'000'000};
    if (principal.organization) {
        claims.org = principal.organization;
        claims.currency = principal.currency;
    }
    const auto signed_part = header_text() + "." + base64url(to_json_text(claims));
    return signed_part + "." + base64url(signature_of(signed_part, services));
}

Principal authenticate(const Request& request, const Services& services) {
    const auto refuse = [] { return Refused(CommonRefusal::sign_in_required); };
    constexpr std::string_view scheme = "bearer ";  // in any case (RFC 9110, 11.1)
    auto token = request.header("authorization");
    const auto same_letter = [](char a, char b) { return a == std::tolower(static_cast<unsigned char>(b)); };
    if (!std::ranges::equal(scheme, token.substr(0, scheme.size()), same_letter) || token.size() > token_size_max)
        throw refuse();
    token.remove_prefix(scheme.size());

    const auto dot = token.rfind('.');
    if (dot == std::string_view::npos) throw refuse();
    const auto signed_part = token.substr(0, dot);
    const auto signature = from_base64url(token.substr(dot + 1));
    if (!signature || !same_secret(*signature, signature_of(signed_part, services))) throw refuse();

    const auto& header = header_text();
    if (!signed_part.starts_with(header) || signed_part.size() <= header.size() || signed_part[header.size()] != '.')
        throw refuse();
    const auto payload = from_base64url(signed_part.substr(header.size() + 1));
    auto claims = payload ? claims_in(*payload) : std::nullopt;
    if (!claims || claims->iss != issuer || claims->exp <= services.surroundings.now().microseconds / 1'000'000)
        throw refuse();

    Principal principal;
    principal.user = claims->sub;
    principal.email = std::move(claims->email);
    principal.organization = claims->org.value_or(Id<Organization>());
    principal.tenant_group = claims->group;
    principal.role = claims->role_id;
    principal.role_type = std::move(claims->role_type);
    principal.session = claims->sid;
    principal.currency = claims->currency.value_or(Currency());
    principal.time_zone = std::move(claims->zone);
    if (revocations().covers(principal)) throw Refused(Refusal::session_ended);
    principal.permissions = &permissions_of(principal.role_type, static_cast<bool>(principal.organization));
    return principal;
}

}  // namespace daftar::identity
