#include "tests/simulator/model.hpp"

namespace daftar::simulator {

bool Model::add(const Acknowledged& posted, bool is_reversal) {
    const std::lock_guard guard(mutex_);
    if (!ids_.insert(posted.id).second || !numbers_.insert(posted.number).second) return false;
    for (const auto& line : posted.entry.lines) sums_[line.account] += line.amount;
    if (!is_reversal) reversible_.push_back(posted);
    return true;
}

std::optional<Acknowledged> Model::take_for_reversal(std::mt19937_64& random) {
    const std::lock_guard guard(mutex_);
    if (reversible_.empty()) return std::nullopt;
    std::swap(reversible_[random() % reversible_.size()], reversible_.back());
    auto taken = std::move(reversible_.back());
    reversible_.pop_back();
    return taken;
}

std::map<std::string, std::int64_t> Model::balances() const {
    const std::lock_guard guard(mutex_);
    std::map<std::string, std::int64_t> result;
    for (const auto& [account, sum] : sums_) {
        if (sum) result[accounts_[account]] = sum;
    }
    return result;
}

std::size_t Model::entry_count() const {
    const std::lock_guard guard(mutex_);
    return ids_.size();
}

bool Model::numbers_have_no_gap() const {
    const std::lock_guard guard(mutex_);
    return numbers_.empty() ||
           (*numbers_.begin() == 1 && *numbers_.rbegin() == static_cast<std::int64_t>(numbers_.size()));
}

}  // namespace daftar::simulator
