// Rate limits: token buckets in memory, per user and per network address.
#pragma once
#include <array>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

#include "core/date.hpp"

namespace daftar {

/// Room for `burst` requests at once, refilled evenly.
struct Rate {
    double per_second;
    double burst;
};

/// One bucket a key. Its memory is bounded: buckets that are full again are forgotten.
class TokenBuckets {
public:
    explicit TokenBuckets(Rate rate) : rate_(rate) {}
    /// Takes a token; or, when there is none, the seconds until there will be one (at least 1).
    std::optional<int> take(std::string_view key, Timestamp now);
    std::size_t size() const;

private:
    struct Bucket {
        double tokens;
        Timestamp filled_at;
    };
    struct Shard {
        mutable std::mutex mutex;
        std::unordered_map<std::string, Bucket> buckets;
    };
    double tokens_at(const Bucket& bucket, Timestamp now) const;

    Rate rate_;
    std::array<Shard, 16> shards_;
};

/// How much one caller may ask. Generous: a person with several pages open never meets them.
struct RateLimits {
    Rate user{100, 400};
    Rate address{200, 800};
    Rate tries{10.0 / 60, 10};   ///< per address: sign-in, password reset and the like
    bool spare_loopback = true;  ///< this machine's own programs are not limited
};

/// The limits of a server.
class RateLimiter {
public:
    explicit RateLimiter(const RateLimits& limits);
    /// Before anything else is known. The seconds to wait when the request is one too many.
    std::optional<int> refuse_address(std::string_view address, bool few_tries, Timestamp now);
    std::optional<int> refuse_user(std::string_view address, std::string_view user, Timestamp now);

private:
    bool is_spared(std::string_view address) const;
    bool spare_loopback_;
    TokenBuckets users_, addresses_, tries_;
};

}  // namespace daftar
