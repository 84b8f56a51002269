#include <algorithm>
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

}  // namespace

std::vector<bool> unusual(const std::vector<std::int64_t>& amounts) {
    std::vector<bool> found(amounts.size(), false);
    if (amounts.size() < sample_min) return found;
    const auto median = double_median(amounts);  // × 2
    std::vector<std::int64_t> deviations;        // × 2
    for (const auto amount : amounts) deviations.push_back(std::abs(2 * amount - median));
    const auto spread = double_median(deviations);  // × 4
    for (std::size_t i = 0; i < amounts.size(); ++i) {
        if (spread == 0) found[i] = 2 * deviations[i] > std::abs(median);
        // 0.6745 × deviation > 3.5 × spread, in whole numbers
        else
            found[i] = static_cast<__int128>(deviations[i]) * 2 * 6745 > static_cast<__int128>(spread) * 35'000;
    }
    return found;
}

}  // namespace daftar::accounting
