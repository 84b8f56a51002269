// A paper joined to an entry that is in the books already.
#pragma once
#include "core/app.hpp"

namespace daftar::documents {

extern const std::span<const Route> attachment_routes;

}  // namespace daftar::documents
