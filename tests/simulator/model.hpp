// What the books must say: the sum of every acknowledged entry, and the numbers that were given out.
#pragma once
#include <cstdint>
#include <map>
#include <mutex>
#include <optional>
#include <random>
#include <set>
#include <string>
#include <vector>

#include "bench/load/random_entry.hpp"

namespace daftar::simulator {

/// An entry that the server has acknowledged.
struct Acknowledged {
    std::string id;
    std::int64_t number = 0;
    bench::RandomEntry entry;
};

class Model {
public:
    explicit Model(std::vector<std::string> accounts) : accounts_(std::move(accounts)) {}

    const std::vector<std::string>& accounts() const { return accounts_; }
    /// Counts an entry in. False when its number or identifier was given out before. A reversal is not reversed again.
    bool add(const Acknowledged& posted, bool is_reversal);
    /// Takes an entry that nobody else reverses.
    std::optional<Acknowledged> take_for_reversal(std::mt19937_64& random);
    /// Cents by account code, debit positive, zero balances left out.
    std::map<std::string, std::int64_t> balances() const;
    std::size_t entry_count() const;
    /// The entries' numbers are 1, 2, 3 … without a gap.
    bool numbers_have_no_gap() const;

private:
    mutable std::mutex mutex_;
    std::vector<std::string> accounts_;
    std::map<std::size_t, std::int64_t> sums_;
    std::set<std::int64_t> numbers_;
    std::set<std::string> ids_;
    std::vector<Acknowledged> reversible_;
};

}  // namespace daftar::simulator
