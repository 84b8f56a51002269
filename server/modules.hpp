// The one list of what the product is made of.
#pragma once
#include "core/app.hpp"

namespace daftar::server {

/// Every folder's routes and jobs.
std::vector<Module> all_modules();
/// OpenAPI 3.1 of them all, without a database.
std::string openapi_text();

}  // namespace daftar::server
