// What the registry offers to the server and to the modules: include this from outside.
#pragma once
#include "core/app.hpp"
#include "registry/bank_account.hpp"
#include "registry/building.hpp"
#include "registry/party.hpp"
#include "registry/supplier_match.hpp"

namespace daftar::registry {

/// Parties, their bank accounts, buildings.
Module registry();

}  // namespace daftar::registry
