// One movement line of MT940 or MT942.
#pragma once
#include <string_view>
#include <vector>

#include "banking/readers/faults.hpp"
#include "banking/readers/statement.hpp"

namespace daftar::banking {

/// Reads a ":61:" with its supplementary lines: date, sense, amount, kind, references, and what banks put below them
/// (the other account, charges, words). Nothing, and a fault, when date, sense or amount cannot be read.
std::optional<Movement> read_mt940_line(const std::vector<std::string_view>& lines, int line, Faults& faults);

}  // namespace daftar::banking
