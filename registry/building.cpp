#include "registry/building.hpp"

#include "core/changes.hpp"
#include "registry/building.sql.hpp"

namespace daftar::registry {
namespace {

struct BuildingFilter {
    std::optional<Text<1, 100>> search;
};
BOOST_DESCRIBE_STRUCT(BuildingFilter, (), (search))

struct BuildingKey {
    Id<Building> id;
};
BOOST_DESCRIBE_STRUCT(BuildingKey, (), (id))

std::optional<Problem> broken_place(const std::optional<Decimal>& latitude, const std::optional<Decimal>& longitude,
                                    std::optional<std::int32_t> lot_count) {
    if (latitude && (*latitude < Decimal{-90, 0} || *latitude > Decimal{90, 0}))
        return Problem{"latitude", "out_of_range", "La latitude va de -90 à 90."};
    if (longitude && (*longitude < Decimal{-180, 0} || *longitude > Decimal{180, 0}))
        return Problem{"longitude", "out_of_range", "La longitude va de -180 à 180."};
    if (lot_count && *lot_count < 0)
        return Problem{"lot_count", "must_not_be_negative", "Le nombre de lots n'est pas négatif."};
    return {};
}

struct NewBuilding {
    Text<1, 200> name;
    std::optional<Text<0, 500>> address;
    std::optional<Text<0, 20>> postal_code;
    std::optional<Text<0, 100>> city;
    std::optional<std::int32_t> lot_count;
    std::optional<Decimal> latitude, longitude;

    std::optional<Problem> broken_rule() const { return broken_place(latitude, longitude, lot_count); }
};
BOOST_DESCRIBE_STRUCT(NewBuilding, (), (name, address, postal_code, city, lot_count, latitude, longitude))

struct ChangedBuilding {
    Id<Building> id;
    std::optional<Text<1, 200>> name;
    std::optional<Text<0, 500>> address;
    std::optional<Text<0, 20>> postal_code;
    std::optional<Text<0, 100>> city;
    std::optional<std::int32_t> lot_count;
    std::optional<Decimal> latitude, longitude;
    std::optional<bool> is_active;

    std::optional<Problem> broken_rule() const { return broken_place(latitude, longitude, lot_count); }
};
BOOST_DESCRIBE_STRUCT(ChangedBuilding, (),
                      (id, name, address, postal_code, city, lot_count, latitude, longitude, is_active))

/// A place is given, left as it was, or taken away with null.
std::optional<Decimal> changed_place(const Context& context, const char* name, const std::optional<Decimal>& given,
                                     const std::optional<Decimal>& before) {
    if (given) return given;
    const auto body = parse_json(context.request().body);
    const auto* read = std::get_if<Json>(&body);
    const auto* member = read ? read->find(name) : nullptr;
    return member && *member == Json(nullptr) ? std::nullopt : before;
}

Page<BuildingView> list_buildings(Context& context, const BuildingFilter& filter) {
    return {context.rows<sql::list_buildings>(context.organization(), filter.search), {}};
}

BuildingView get_building(Context& context, const BuildingKey& key) { return building(context, key.id); }

Created<BuildingView> create_building(Context& context, const NewBuilding& building_in) {
    const auto id = context.new_id<Building>();
    context.run<sql::insert_building>(context.organization(), id, building_in.name, building_in.address.value_or(""),
                                      building_in.postal_code.value_or(""), building_in.city.value_or(""),
                                      building_in.lot_count.value_or(0), building_in.latitude, building_in.longitude);
    context.audit("CREATE", "Building", id.value, Json::Object{{"name", building_in.name.value}});
    return {building(context, id)};
}

BuildingView change_building(Context& context, const ChangedBuilding& change) {
    const auto before = building(context, change.id);
    require_match(context, before.version);
    const auto name = change.name ? change.name->value : before.name;
    if (context.run<sql::update_building>(
            context.organization(), change.id, name, change.address ? change.address->value : before.address,
            change.postal_code ? change.postal_code->value : before.postal_code,
            change.city ? change.city->value : before.city, change.lot_count.value_or(before.lot_count),
            changed_place(context, "latitude", change.latitude, before.latitude),
            changed_place(context, "longitude", change.longitude, before.longitude),
            change.is_active.value_or(before.is_active), before.version) == 0)
        throw Refused(CommonRefusal::changed_meanwhile);
    auto after = building(context, change.id);
    context.audit("UPDATE", "Building", change.id.value, changes(before, after));
    return after;
}

}  // namespace

BuildingView building(Context& context, Id<Building> id) {
    return context.found<sql::building_by_id>(context.organization(), id);
}

constexpr Route routes[] = {
    {"GET", "/api/v1/buildings", "read_registry", operation<list_buildings>},
    {"GET", "/api/v1/buildings/{id}", "read_registry", operation<get_building>},
    {"POST", "/api/v1/buildings", "edit_registry", operation<create_building>},
    {"PUT", "/api/v1/buildings/{id}", "edit_registry", operation<change_building>},
};
const std::span<const Route> building_routes = routes;

}  // namespace daftar::registry
