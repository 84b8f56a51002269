// The file of a year, to be kept and signed: one paper with everything that its closing rests on.
#pragma once
#include "core/operation.hpp"

namespace daftar::accounting {

/// GET /api/v1/reports/year-end-pack.pdf: cover with the checks, balance sheet, income statement, trial balance,
/// statements of the country, owners' balances, closing and opening entries, proof. Of an open year every page says
/// that it is provisional.
extern const std::span<const Route> year_end_pack_routes;

}  // namespace daftar::accounting
