// Who did what, when and from where, in the open organization.
#pragma once
#include <span>

#include "core/operation.hpp"

namespace daftar::identity {

extern const std::span<const Route> audit_log_routes;

}  // namespace daftar::identity
