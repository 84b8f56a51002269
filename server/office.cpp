#include "server/office.hpp"

#include "identity/identity.hpp"
#include "ledger/ledger.hpp"

namespace daftar::server {
namespace {

struct CreatedOrganization {
    Id<Organization> id;
    std::string name, chart;
    std::int32_t year = 0;
};
BOOST_DESCRIBE_STRUCT(CreatedOrganization, (), (id, name, chart, year))

Created<CreatedOrganization> create_organization(Context& context, const identity::NewOrganization& input) {
    const auto id = identity::create_organization(context, input);
    const std::string chart = input.chart ? input.chart->value : std::string(identity::usual_chart(input.country));
    const auto today = context.today();
    const auto first_month = static_cast<unsigned>(input.fiscal_year_start_month.value_or(1));
    // A year is named after the calendar year in which it ends.
    const int year = today.year() + (first_month > 1 && today.month() >= first_month ? 1 : 0);
    ledger::open_books(context, chart, year);
    return {{id, input.name, chart, year}};
}

}  // namespace

constexpr Route routes[] = {
    {"POST", "/api/v1/organizations", "create_organizations", operation<create_organization>},
};
const std::span<const Route> office_routes = routes;

}  // namespace daftar::server
