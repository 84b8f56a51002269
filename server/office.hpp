// A new organization with open books: identity and ledger in one transaction.
#pragma once
#include "core/app.hpp"

namespace daftar::server {

extern const std::span<const Route> office_routes;

}  // namespace daftar::server
