// The API as a page to read.
#pragma once
#include "core/app.hpp"

namespace daftar::server {

std::string api_page(const App& app);

}  // namespace daftar::server
