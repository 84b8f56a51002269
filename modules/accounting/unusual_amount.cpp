#include <algorithm>
#include <bit>
#include <cstdlib>

#include "modules/accounting/anomaly.hpp"

namespace daftar::accounting {
namespace {

constexpr std::size_t sample_min = 6;

/// Twice the median, so that it stays whole.
std::int64_t double_median(std::vector<std::int64_t> values) {
    std::ranges::sort(values);
    const auto half = values.size() / 2;
    return values.size() % 2 ? 2 * values[half] : values[half - 1] + values[half];
}

/// 0.6745 × deviation > 3.5 × spread, in whole numbers.
bool is_far(std::int64_t deviation, std::int64_t spread) {
    return static_cast<__int128>(deviation) * 2 * 6745 > static_cast<__int128>(spread) * 35'000;
}

/// Log2 in 65536ths: bit by bit, squaring what is left of the number.
std::int64_t log2_of(std::int64_t value) {
    constexpr int bits = 16;
    const auto whole = static_cast<std::uint64_t>(std::max<std::int64_t>(value, 1));
    const int power = std::bit_width(whole) - 1;
    std::uint64_t left = power > 31 ? whole >> (power - 31) : whole << (31 - power);  // 1 to 2, in 2^31ths
    std::int64_t log = power;
    for (int bit = 0; bit < bits; ++bit) {
        left = left * left >> 31;
        log *= 2;
        if (left >> 32) left >>= 1, ++log;
    }
    return log;
}

/// Distances from the median and their own median; both × 2 more than the values.
struct Spread {
    std::int64_t median = 0;               ///< × 2
    std::vector<std::int64_t> deviations;  ///< × 2
    std::int64_t spread = 0;               ///< × 4

    explicit Spread(const std::vector<std::int64_t>& values) : median(double_median(values)) {
        for (const auto value : values) deviations.push_back(std::abs(2 * value - median));
        spread = double_median(deviations);
    }
};

}  // namespace

std::vector<bool> unusual(const std::vector<std::int64_t>& amounts) {
    std::vector<bool> found(amounts.size(), false);
    if (amounts.size() < sample_min) return found;
    std::vector<std::int64_t> logs;
    for (const auto amount : amounts) logs.push_back(log2_of(amount));
    const Spread plain(amounts), ratios(logs);
    for (std::size_t i = 0; i < amounts.size(); ++i) {
        // Half more or half less at least: a price that never moved may move a little.
        if (2 * plain.deviations[i] <= std::abs(plain.median)) continue;
        // What is too low can only be seen as a ratio: prices are spread upwards, and never below nothing.
        found[i] = 2 * amounts[i] > plain.median ? is_far(plain.deviations[i], plain.spread)
                                                 : is_far(ratios.deviations[i], ratios.spread);
    }
    return found;
}

}  // namespace daftar::accounting
