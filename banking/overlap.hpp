// Which movements of a statement are new, when statements overlap, come again in another format, or tell in parts what
// another told as one total. Pure.
#pragma once
#include <cstdint>
#include <string>
#include <vector>

#include "banking/readers/statement.hpp"
#include "banking/types.hpp"

namespace daftar::banking {

/// What tells one movement from another.
struct MovementTraits {
    Date booking_date;
    std::int64_t amount = 0;    ///< minor units
    std::string format;         ///< of the statement it came in
    std::string reference;      ///< the bank's, "" when it gives none
    std::string words;          ///< label and names, folded
    BookingReferences booking;  ///< of the booking that it is, or is a part of
    std::string part_of;        ///< the same for all parts of one booking, "" for a whole one
    MovementStatus status = MovementStatus::open;
};

struct Overlap {
    std::vector<bool> is_new;           ///< of each incoming movement
    std::vector<std::size_t> detailed;  ///< known totals, still open, whose parts are among the new ones
};

/// A movement that says the same in the same format is known. A booking that another file told whole or in parts is
/// known by the bank's references, day and amount; parts of an open total are new and stand for it from then on, those
/// of a matched one are not. One of the same day and amount from another format is known as often as the book has it,
/// since banks list a day completely in each format; in one format another reference or other words make it another
/// movement.
Overlap find_new_movements(const std::vector<MovementTraits>& known, const std::vector<MovementTraits>& incoming);

}  // namespace daftar::banking
