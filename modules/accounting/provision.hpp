// Provisions at the end of a year: foreseen charges, decided one by one, and a review of the whole.
#pragma once
#include "core/operation.hpp"

namespace daftar::accounting {

extern const std::span<const Route> provision_routes;

}  // namespace daftar::accounting
