#include "core/context.hpp"

#include <sys/random.h>
#include <unicode/gregocal.h>
#include <unicode/timezone.h>

#include "core/context.sql.hpp"
#include "core/http_headers.hpp"

namespace daftar {
namespace {

/// The calendar day of an instant in an IANA time zone.
Date date_in_zone(Timestamp instant, const std::string& zone_name) {
    const std::unique_ptr<icu::TimeZone> zone(icu::TimeZone::createTimeZone(icu::UnicodeString::fromUTF8(zone_name)));
    std::int32_t raw_offset = 0, daylight_offset = 0;
    UErrorCode status = U_ZERO_ERROR;
    zone->getOffset(static_cast<UDate>(instant.microseconds / 1000), false, raw_offset, daylight_offset, status);
    return instant.plus_seconds((raw_offset + daylight_offset) / 1000).utc_date();
}

}  // namespace

Tenant Principal::tenant() const {
    const auto text = [](const Uuid& id) { return id.is_nil() ? std::string() : id.text(); };
    return {text(organization.value), text(user.value), text(tenant_group.value)};
}

Context::Context(Connection& connection, Door door, Principal principal, const Services& services,
                 const Request& request, bool read_only, Flush flush)
    : principal_(std::move(principal)),
      services_(services),
      request_(request),
      transaction_(connection, door, principal_.tenant(), read_only, flush) {}

Date Context::today() const { return date_in_zone(now(), principal_.time_zone); }

std::uint64_t Context::random() const {
    if (services_.surroundings.random) return services_.surroundings.random();
    std::uint64_t bits = 0;
    ensure(getrandom(&bits, sizeof bits, 0) == sizeof bits, "no randomness");
    return bits;
}

Uuid Context::new_uuid() { return Uuid::version7(now().microseconds / 1000, random(), random()); }

void Context::audit(std::string_view action, std::string_view entity_type, const Uuid& entity, Json details) {
    later<sql::insert_audit_event>(
        principal_.organization, principal_.user, principal_.email, principal_.role_type, action, entity_type, entity,
        details.is_null() ? Json(Json::Object{}) : std::move(details), request_.remote_address, request_.id);
}

Id<Job> Context::enqueue_job(std::string_view kind, const Json& payload, std::optional<Timestamp> not_before) {
    const auto id = new_id<Job>();
    later<sql::insert_job>(id, principal_.organization, principal_.user, kind, payload, not_before);
    later<sql::notify_jobs>(id.text());
    return id;
}

void Context::enter(Principal principal) {
    principal_ = std::move(principal);
    const auto tenant = principal_.tenant();
    later<sql::switch_tenant>(tenant.organization, tenant.user, tenant.tenant_group);
}

void require_match(const Context& context, std::int64_t version) {
    const auto expected = context.request().header("if-match");
    if (!expected.empty() && !names_strong_tag(expected, "\"" + std::to_string(version) + "\""))
        throw Refused(CommonRefusal::changed_meanwhile);
}

}  // namespace daftar
