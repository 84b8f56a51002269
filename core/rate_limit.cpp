#include "core/rate_limit.hpp"

#include <algorithm>
#include <cmath>
#include <functional>

namespace daftar {
namespace {

constexpr std::size_t buckets_per_shard_max = 10'000;

/// IPv6 by /64, the first four groups of its text: one line has that many addresses.
std::string_view line_of(std::string_view address) {
    if (std::count(address.begin(), address.end(), ':') < 2) return address;
    std::size_t end = 0;
    for (int groups = 0; groups < 4; ++groups) {
        const auto colon = address.find(':', end);
        if (colon == std::string_view::npos || address.substr(colon, 2) == "::") return address.substr(0, colon);
        end = colon + 1;
    }
    return address.substr(0, end);
}

}  // namespace

double TokenBuckets::tokens_at(const Bucket& bucket, Timestamp now) const {
    const auto passed =
        static_cast<double>(std::max<std::int64_t>(0, now.microseconds - bucket.filled_at.microseconds)) / 1e6;
    return std::min(rate_.burst, bucket.tokens + passed * rate_.per_second);
}

std::optional<int> TokenBuckets::take(std::string_view key, Timestamp now) {
    std::string name(key);
    auto& shard = shards_[std::hash<std::string>{}(name) % shards_.size()];
    const std::lock_guard lock(shard.mutex);
    if (shard.buckets.size() >= buckets_per_shard_max) {
        std::erase_if(shard.buckets, [&](const auto& entry) { return tokens_at(entry.second, now) >= rate_.burst; });
        // Still full: a flood from everywhere. Forgetting all of them is better than running out of memory.
        if (shard.buckets.size() >= buckets_per_shard_max) shard.buckets.clear();
    }
    auto& bucket = shard.buckets.try_emplace(std::move(name), Bucket{rate_.burst, now}).first->second;
    bucket.tokens = tokens_at(bucket, now);
    bucket.filled_at = now;
    if (bucket.tokens < 1) return std::max(1, static_cast<int>(std::ceil((1 - bucket.tokens) / rate_.per_second)));
    bucket.tokens -= 1;
    return {};
}

std::size_t TokenBuckets::size() const {
    std::size_t total = 0;
    for (const auto& shard : shards_) {
        const std::lock_guard lock(shard.mutex);
        total += shard.buckets.size();
    }
    return total;
}

RateLimiter::RateLimiter(const RateLimits& limits)
    : spare_loopback_(limits.spare_loopback), users_(limits.user), addresses_(limits.address), tries_(limits.tries) {}

bool RateLimiter::is_spared(std::string_view address) const {
    return spare_loopback_ && (address.starts_with("127.") || address == "::1" || address.starts_with("::ffff:127."));
}

std::optional<int> RateLimiter::refuse_address(std::string_view address, bool few_tries, Timestamp now) {
    if (is_spared(address)) return {};
    if (auto wait = addresses_.take(line_of(address), now)) return wait;
    return few_tries ? tries_.take(line_of(address), now) : std::nullopt;
}

std::optional<int> RateLimiter::refuse_user(std::string_view address, std::string_view user, Timestamp now) {
    return is_spared(address) ? std::nullopt : users_.take(user, now);
}

}  // namespace daftar
