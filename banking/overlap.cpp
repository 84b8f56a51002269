#include "banking/overlap.hpp"

namespace daftar::banking {
namespace {

bool same_day_and_amount(const MovementTraits& one, const MovementTraits& other) {
    return one.booking_date == other.booking_date && one.amount == other.amount;
}

bool says_the_same(const MovementTraits& one, const MovementTraits& other) {
    return one.format == other.format && one.reference == other.reference && one.words == other.words;
}

}  // namespace

std::vector<bool> find_new_movements(const std::vector<MovementTraits>& known,
                                     const std::vector<MovementTraits>& incoming) {
    std::vector<bool> is_new(incoming.size(), true), is_paired(known.size(), false);
    const auto pair_up = [&](auto&& agree) {
        for (std::size_t i = 0; i < incoming.size(); ++i)
            for (std::size_t k = 0; k < known.size() && is_new[i]; ++k) {
                if (is_paired[k] || !same_day_and_amount(known[k], incoming[i]) || !agree(known[k], incoming[i]))
                    continue;
                is_paired[k] = true;
                is_new[i] = false;
            }
    };
    pair_up(says_the_same);
    pair_up([](const MovementTraits& one, const MovementTraits& other) { return one.format != other.format; });
    return is_new;
}

}  // namespace daftar::banking
