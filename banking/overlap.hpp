// Which movements of a statement are new, when statements overlap or come again in another format. Pure.
#pragma once
#include <cstdint>
#include <string>
#include <vector>

#include "core/date.hpp"

namespace daftar::banking {

/// What tells one movement from another.
struct MovementTraits {
    Date booking_date;
    std::int64_t amount = 0;  ///< minor units
    std::string format;       ///< of the statement it came in
    std::string reference;    ///< the bank's, "" when it gives none
    std::string words;        ///< label and names, folded
};

/// For each incoming movement whether it is new. A movement that says the same in the same format is known. One of the
/// same day and amount from another format is known as often as the book has it, since banks list a day completely in
/// each format; in one format another reference or other words make it another movement.
std::vector<bool> find_new_movements(const std::vector<MovementTraits>& known,
                                     const std::vector<MovementTraits>& incoming);

}  // namespace daftar::banking
