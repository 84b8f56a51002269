#include "banking/overlap.hpp"

#include <map>
#include <tuple>

namespace daftar::banking {
namespace {

using DayAndAmount = std::pair<Date, std::int64_t>;
using Said = std::tuple<Date, std::int64_t, std::string, std::string, std::string>;

DayAndAmount day_and_amount(const MovementTraits& one) { return {one.booking_date, one.amount}; }
Said said(const MovementTraits& one) { return {one.booking_date, one.amount, one.format, one.reference, one.words}; }

}  // namespace

// Counted, not compared one by one: a file of a hundred thousand lines may come again.
std::vector<bool> find_new_movements(const std::vector<MovementTraits>& known,
                                     const std::vector<MovementTraits>& incoming) {
    std::vector<bool> is_new(incoming.size(), true);
    std::map<Said, std::vector<std::size_t>> same;
    for (auto k = known.size(); k-- > 0;) same[said(known[k])].push_back(k);
    std::vector<bool> is_paired(known.size(), false);
    for (std::size_t i = 0; i < incoming.size(); ++i) {
        const auto found = same.find(said(incoming[i]));
        if (found == same.end() || found->second.empty()) continue;
        is_paired[found->second.back()] = true;
        found->second.pop_back();
        is_new[i] = false;
    }
    std::map<DayAndAmount, std::map<std::string, int>> left;  // by format
    for (std::size_t k = 0; k < known.size(); ++k)
        if (!is_paired[k]) ++left[day_and_amount(known[k])][known[k].format];
    for (std::size_t i = 0; i < incoming.size(); ++i) {
        const auto found = is_new[i] ? left.find(day_and_amount(incoming[i])) : left.end();
        if (found == left.end()) continue;
        for (auto& [format, count] : found->second) {
            if (format == incoming[i].format || count == 0) continue;
            --count;
            is_new[i] = false;
            break;
        }
    }
    return is_new;
}

}  // namespace daftar::banking
