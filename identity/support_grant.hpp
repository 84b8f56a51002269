// Support: a SuperAdmin acts in an organization where he holds no role, for a stated reason and a limited time.
#pragma once
#include <span>

#include "core/operation.hpp"

namespace daftar::identity {

extern const std::span<const Route> support_grant_routes;

}  // namespace daftar::identity
