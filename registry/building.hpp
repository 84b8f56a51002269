// Buildings of a residence: an analytic axis of entries, and a place on the map.
#pragma once
#include "core/operation.hpp"

namespace daftar::registry {

struct Building;

struct BuildingView {
    Id<Building> id;
    std::string name, address, postal_code, city;
    std::int32_t lot_count = 0;
    std::optional<Decimal> latitude, longitude;  ///< degrees, WGS 84
    bool is_active = true;
    std::int64_t version = 1;
    Timestamp created_at;
};
BOOST_DESCRIBE_STRUCT(BuildingView, (),
                      (id, name, address, postal_code, city, lot_count, latitude, longitude, is_active, version,
                       created_at))

/// 404 when it is not there.
BuildingView building(Context& context, Id<Building> id);

extern const std::span<const Route> building_routes;

}  // namespace daftar::registry
