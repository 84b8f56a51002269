// The whole description of what the server answers: the route tables, and what stands beside them.
#pragma once
#include "core/app.hpp"

namespace daftar::server {

/// OpenAPI 3.1: `App::openapi` and the addresses that the front answers itself (events, health, metrics …).
Json api_description(const App& app);

}  // namespace daftar::server
