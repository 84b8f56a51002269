// Offices (tenant groups) and the organizations whose books they keep.
#pragma once
#include <span>

#include "core/operation.hpp"

namespace daftar::identity {

enum class Country { MA, BE, FR };
BOOST_DESCRIBE_ENUM(Country, MA, BE, FR)
enum class VatRegime { none, deducting };
BOOST_DESCRIBE_ENUM(VatRegime, none, deducting)

/// What is needed to open books; what is left out follows from the country.
struct NewOrganization {
    Text<1, 200> name;
    Country country{};
    std::optional<Text<1, 40>> chart;  ///< ma-syndicat, be-acp, fr-copropriete …
    std::optional<VatRegime> vat_regime;
    std::optional<Text<1, 60>> time_zone;
    std::optional<std::int32_t> fiscal_year_start_month;
    std::optional<Text<0, 500>> address;

    std::optional<Problem> broken_rule() const;
};
BOOST_DESCRIBE_STRUCT(NewOrganization, (),
                      (name, country, chart, vat_regime, time_zone, fiscal_year_start_month, address))

/// Creates an organization in the caller's tenant group. From here on the context acts for it (under the caller's
/// role), so that the caller can open its books in the same transaction.
Id<Organization> create_organization(Context& context, const NewOrganization& input);

/// Runs as the system role.
Id<TenantGroup> create_tenant_group(Context& context, std::string_view name);

/// "be-acp" for Belgium.
std::string_view usual_chart(Country country);

extern const std::span<const Route> organization_routes;

}  // namespace daftar::identity
