#include "banking/overlap.hpp"

#include <algorithm>
#include <map>
#include <tuple>

namespace daftar::banking {
namespace {

using DayAndAmount = std::pair<Date, std::int64_t>;
using Said = std::tuple<Date, std::int64_t, std::string, std::string, std::string>;

DayAndAmount day_and_amount(const MovementTraits& one) { return {one.booking_date, one.amount}; }
Said said(const MovementTraits& one) { return {one.booking_date, one.amount, one.format, one.reference, one.words}; }

/// One booking of the bank: a movement, or all its parts.
struct Booking {
    std::vector<std::size_t> members;
    std::int64_t amount = 0;
    bool in_parts = false;
};

std::vector<Booking> bookings_of(const std::vector<MovementTraits>& movements) {
    std::vector<Booking> bookings;
    std::map<std::string, std::size_t> places;
    for (std::size_t i = 0; i < movements.size(); ++i) {
        const bool in_parts = !movements[i].part_of.empty();
        std::size_t place = bookings.size();
        if (in_parts) place = places.try_emplace(movements[i].part_of, place).first->second;
        if (place == bookings.size()) bookings.push_back({{}, 0, in_parts});
        bookings[place].members.push_back(i);
        bookings[place].amount += movements[i].amount;
    }
    return bookings;
}

/// The bank's own reference decides where both give it; else that of the entry or of the collected payments.
bool name_the_same(const BookingReferences& left, const BookingReferences& right) {
    if (!left.servicer.empty() && !right.servicer.empty()) return left.servicer == right.servicer;
    return (!left.entry.empty() && left.entry == right.entry) || (!left.batch.empty() && left.batch == right.batch);
}

class Comparison {
public:
    Comparison(const std::vector<MovementTraits>& known, const std::vector<MovementTraits>& incoming)
        : known_(known), incoming_(incoming), is_paired_(known.size(), false), is_decided_(incoming.size(), false) {
        overlap_.is_new.assign(incoming.size(), true);
    }

    Overlap run() {
        pair_same_words();
        // What a total was left to is compared instead of it.
        for (std::size_t k = 0; k < known_.size(); ++k)
            if (known_[k].status == MovementStatus::detailed) is_paired_[k] = true;
        known_bookings_ = bookings_of(known_);
        incoming_bookings_ = bookings_of(incoming_);
        for (std::size_t b = 0; b < known_bookings_.size(); ++b) {
            const auto& first = known_[known_bookings_[b].members.front()];
            places_[{known_bookings_[b].in_parts, "", first.booking_date, known_bookings_[b].amount}].push_back(b);
            if (!known_bookings_[b].in_parts && !first.booking.servicer.empty())
                places_[{false, first.booking.servicer, first.booking_date, first.amount}].push_back(b);
        }
        for (const auto& incoming : incoming_bookings_) {
            const auto& servicer = incoming_[incoming.members.front()].booking.servicer;
            if (!incoming.in_parts && !servicer.empty())
                tie_to_first(incoming, false, servicer, [](const auto&, const auto&) { return true; });
        }
        tie_parts([](const auto& known, const auto& said) { return name_the_same(known.booking, said.booking); });
        count_other_formats();
        tie_parts([](const auto& known, const auto& said) { return known.format != said.format; });
        return std::move(overlap_);
    }

private:
    void know(std::size_t incoming) {
        overlap_.is_new[incoming] = false;
        is_decided_[incoming] = true;
    }

    // Counted, not compared one by one: a file of a hundred thousand lines may come again.
    void pair_same_words() {
        std::map<Said, std::vector<std::size_t>> same;
        for (auto k = known_.size(); k-- > 0;) same[said(known_[k])].push_back(k);
        for (std::size_t i = 0; i < incoming_.size(); ++i) {
            const auto found = same.find(said(incoming_[i]));
            if (found == same.end() || found->second.empty()) continue;
            is_paired_[found->second.back()] = true;
            found->second.pop_back();
            know(i);
        }
    }

    /// What is told whole in one file and in parts in the other.
    template <class Rule> void tie_parts(const Rule& are_same) {
        for (const auto& incoming : incoming_bookings_) tie_to_first(incoming, !incoming.in_parts, "", are_same);
    }

    template <class Rule>
    void tie_to_first(const Booking& incoming, bool in_parts, const std::string& servicer, const Rule& are_same) {
        if (std::ranges::any_of(incoming.members, [&](auto i) { return is_decided_[i]; })) return;
        const auto& first = incoming_[incoming.members.front()];
        const auto places = places_.find({in_parts, servicer, first.booking_date, incoming.amount});
        if (places == places_.end()) return;
        const auto same = std::ranges::find_if(places->second, [&](auto b) {
            const auto& known = known_bookings_[b];
            return are_same(known_[known.members.front()], first) &&
                   std::ranges::none_of(known.members, [&](auto k) { return is_paired_[k]; });
        });
        if (same != places->second.end()) tie(known_bookings_[*same], incoming);
    }

    void tie(const Booking& known, const Booking& incoming) {
        const auto total = known.members.front();
        const bool gives_details = incoming.in_parts && known_[total].status == MovementStatus::open;
        if (gives_details) overlap_.detailed.push_back(total);
        for (const auto k : known.members) is_paired_[k] = true;
        for (const auto i : incoming.members) {
            is_decided_[i] = true;
            overlap_.is_new[i] = gives_details;
        }
    }

    void count_other_formats() {
        std::map<DayAndAmount, std::map<std::string, std::vector<std::size_t>>> left;  // by format
        for (auto k = known_.size(); k-- > 0;)
            if (!is_paired_[k]) left[day_and_amount(known_[k])][known_[k].format].push_back(k);
        for (std::size_t i = 0; i < incoming_.size(); ++i) {
            const auto found = is_decided_[i] ? left.end() : left.find(day_and_amount(incoming_[i]));
            if (found == left.end()) continue;
            for (auto& [format, places] : found->second) {
                if (format == incoming_[i].format || places.empty()) continue;
                is_paired_[places.back()] = true;
                places.pop_back();
                know(i);
                break;
            }
        }
    }

    const std::vector<MovementTraits>& known_;
    const std::vector<MovementTraits>& incoming_;
    std::vector<bool> is_paired_, is_decided_;
    std::vector<Booking> known_bookings_, incoming_bookings_;
    /// Known bookings: in parts or not, the bank's reference or "", day, amount.
    std::map<std::tuple<bool, std::string, Date, std::int64_t>, std::vector<std::size_t>> places_;
    Overlap overlap_;
};

}  // namespace

Overlap find_new_movements(const std::vector<MovementTraits>& known, const std::vector<MovementTraits>& incoming) {
    return Comparison(known, incoming).run();
}

}  // namespace daftar::banking
