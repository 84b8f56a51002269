// The free field :86: of MT940, which every country fills after its own habits.
#pragma once
#include <string_view>
#include <vector>

#include "banking/readers/statement.hpp"

namespace daftar::banking {

/// Fills label, names, account and references of a movement from the lines of its :86: field:
/// German "166?00…?20…", Dutch "/TRTP/…/IBAN/…/NAME/…/REMI/…", ING "/CNTP/…", else plain text.
void read_mt940_information(const std::vector<std::string_view>& lines, Movement& movement);

}  // namespace daftar::banking
