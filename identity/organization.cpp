#include "identity/organization.hpp"

#include <unicode/timezone.h>

#include "identity/organization.sql.hpp"
#include "identity/permissions.hpp"
#include "identity/refusal.hpp"

namespace daftar::identity {

struct OrganizationView {
    Id<Organization> id;
    std::string name, country;
    Currency currency;
    std::string chart, vat_regime, time_zone;
    std::int32_t fiscal_year_start_month = 1;
    std::string address;
    Json identifiers;
    std::int64_t version = 0;
};
BOOST_DESCRIBE_STRUCT(OrganizationView, (),
                      (id, name, country, currency, chart, vat_regime, time_zone, fiscal_year_start_month, address,
                       identifiers, version))

struct OrganizationFilter {
    std::optional<Text<1, 100>> search;
    std::optional<Id<Organization>> cursor;
    std::optional<std::int32_t> limit;
};
BOOST_DESCRIBE_STRUCT(OrganizationFilter, (), (search, cursor, limit))

/// What may change of an organization; the country, the currency and the chart are what its books were opened with.
struct OrganizationChange {
    std::optional<Text<1, 200>> name;
    std::optional<VatRegime> vat_regime;
    std::optional<Text<1, 60>> time_zone;
    std::optional<std::int32_t> fiscal_year_start_month;
    std::optional<Text<0, 500>> address;
    std::optional<Json> identifiers;      ///< ICE, SIREN, enterprise number: texts by name
    std::optional<std::int64_t> version;  ///< the one that was read; If-Match does as well

    std::optional<Problem> broken_rule() const;
};
BOOST_DESCRIBE_STRUCT(OrganizationChange, (),
                      (name, vat_regime, time_zone, fiscal_year_start_month, address, identifiers, version))

namespace {

constexpr std::int32_t page_size_max = 200;

struct CountryUse {
    Country country;
    std::string_view currency, chart, time_zone;
};
constexpr CountryUse uses[] = {
    {Country::MA, "MAD", "ma-syndicat", "Africa/Casablanca"},
    {Country::BE, "EUR", "be-acp", "Europe/Brussels"},
    {Country::FR, "EUR", "fr-copropriete", "Europe/Paris"},
};
const CountryUse& use_of(Country country) {
    for (const auto& use : uses)
        if (use.country == country) return use;
    ensure(false, "unknown country");
    return uses[0];
}

bool is_time_zone(const std::string& name) {
    const std::unique_ptr<icu::TimeZone> zone(icu::TimeZone::createTimeZone(icu::UnicodeString::fromUTF8(name)));
    return *zone != icu::TimeZone::getUnknown();
}

std::optional<Problem> fault_of_settings(const std::optional<Text<1, 60>>& time_zone,
                                         const std::optional<std::int32_t>& month) {
    if (month && (*month < 1 || *month > 12))
        return Problem{"fiscal_year_start_month", "out_of_range", "Un mois de 1 à 12 est attendu."};
    if (time_zone && !is_time_zone(*time_zone))
        return Problem{"time_zone", "time_zone_unknown",
                       "Ce fuseau horaire n'existe pas (Africa/Casablanca, Europe/Paris…)."};
    return {};
}

std::optional<Problem> fault_of_identifiers(const Json& identifiers) {
    constexpr std::size_t count_max = 20, length_max = 60;
    const Problem fault{"identifiers", "must_be_texts",
                        "Au plus 20 textes de 60 caractères, chacun sous son nom (ICE, SIREN…)."};
    const auto* object = identifiers.if_object();
    if (!object || object->size() > count_max) return fault;
    for (const auto& [name, value] : *object)
        if (name.size() > length_max || !value.if_string() || value.if_string()->size() > length_max ||
            utf8_length(*value.if_string()) < 0)
            return fault;
    return {};
}

Page<OrganizationView> organizations(Context& context, const OrganizationFilter& filter) {
    const auto limit = std::clamp(filter.limit.value_or(page_size_max), 1, page_size_max);
    Page<OrganizationView> page;
    page.items = context.rows<sql::organizations_of_group>(filter.search, filter.cursor, limit + 1);
    if (page.items.size() > static_cast<std::size_t>(limit)) {
        page.items.pop_back();
        page.next = page.items.back().id.text();
    }
    return page;
}

OrganizationView organization(Context& context) { return context.found<sql::organization>(context.organization()); }

OrganizationView change_organization(Context& context, const OrganizationChange& input) {
    const auto before = organization(context);
    require_match(context, before.version);
    if (input.version && *input.version != before.version) throw Refused(CommonRefusal::changed_meanwhile);
    if (context.run<sql::change_organization>(before.id, before.version, input.name, input.vat_regime, input.time_zone,
                                              input.fiscal_year_start_month, input.address, input.identifiers) == 0)
        throw Refused(CommonRefusal::changed_meanwhile);
    auto after = organization(context);
    Json changes = Json::Object{};
    const auto note = [&](const char* name, const std::string& was, const std::string& is) {
        if (was != is) changes[name] = Json::Object{{"before", was}, {"after", is}};
    };
    note("name", before.name, after.name);
    note("vat_regime", before.vat_regime, after.vat_regime);
    note("time_zone", before.time_zone, after.time_zone);
    note("fiscal_year_start_month", std::to_string(before.fiscal_year_start_month),
         std::to_string(after.fiscal_year_start_month));
    note("address", before.address, after.address);
    note("identifiers", to_text(before.identifiers), to_text(after.identifiers));
    context.audit("UPDATE", "Organization", after.id.value, std::move(changes));
    return after;
}

constexpr Route table[] = {
    {"GET", "/api/v1/organizations", permission::create_organizations, operation<&organizations>},
    {"GET", "/api/v1/organization", access::signed_in, operation<&organization>},
    {"PUT", "/api/v1/organization", permission::manage_organization, operation<&change_organization>},
};

}  // namespace

std::optional<Problem> NewOrganization::broken_rule() const {
    return fault_of_settings(time_zone, fiscal_year_start_month);
}

std::optional<Problem> OrganizationChange::broken_rule() const {
    if (auto fault = fault_of_settings(time_zone, fiscal_year_start_month)) return fault;
    return identifiers ? fault_of_identifiers(*identifiers) : std::nullopt;
}

std::string_view usual_chart(Country country) { return use_of(country).chart; }

Id<TenantGroup> create_tenant_group(Context& context, std::string_view name) {
    const auto id = context.new_id<TenantGroup>();
    context.run<sql::insert_tenant_group>(id, name);
    return id;
}

Id<Organization> create_organization(Context& context, const NewOrganization& input) {
    auto principal = context.principal();
    const auto id = context.new_id<Organization>();
    const auto& use = use_of(input.country);
    const auto time_zone = input.time_zone ? input.time_zone->value : std::string(use.time_zone);
    context.run<sql::insert_organization>(
        id, principal.tenant_group, input.name, input.country, use.currency,
        input.chart ? std::string_view(*input.chart) : use.chart, input.fiscal_year_start_month.value_or(1),
        input.vat_regime.value_or(VatRegime::none), time_zone, input.address.value_or(""));
    principal.organization = id;
    principal.currency = *Currency::from_code(use.currency);
    principal.time_zone = time_zone;
    context.enter(principal);
    context.audit("CREATE", "Organization", id.value, Json::Object{{"name", input.name.value}});
    return id;
}

const std::span<const Route> organization_routes = table;

}  // namespace daftar::identity
