#include "registry/registry.hpp"

namespace daftar::registry {

Module registry() { return {"registry", {party_routes, bank_account_routes, building_routes}, {}}; }

}  // namespace daftar::registry
