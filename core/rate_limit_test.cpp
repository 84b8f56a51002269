#include "core/rate_limit.hpp"

#include <gtest/gtest.h>

namespace daftar {
namespace {

const Timestamp start = *Timestamp::parse("2026-03-02T10:00:00Z");

TEST(TokenBuckets, GiveABurstThenRefillEvenly) {
    TokenBuckets buckets({2, 3});
    for (int i = 0; i < 3; ++i) EXPECT_FALSE(buckets.take("a", start)) << i;
    EXPECT_EQ(buckets.take("a", start), 1);
    EXPECT_FALSE(buckets.take("b", start)) << "everyone has his own";
    EXPECT_FALSE(buckets.take("a", Timestamp{start.microseconds + 500'000}));
    EXPECT_TRUE(buckets.take("a", Timestamp{start.microseconds + 500'000}));
    for (int i = 0; i < 3; ++i)
        EXPECT_FALSE(buckets.take("a", start.plus_seconds(3600))) << "never more than the burst";
    EXPECT_TRUE(buckets.take("a", start.plus_seconds(3600)));
}

TEST(TokenBuckets, SayHowLongToWaitAndAskingDoesNotMakeItLonger) {
    TokenBuckets buckets({10.0 / 60, 10});
    for (int i = 0; i < 10; ++i) EXPECT_FALSE(buckets.take("a", start));
    for (int i = 0; i < 100; ++i) EXPECT_EQ(buckets.take("a", start), 6);
    EXPECT_FALSE(buckets.take("a", start.plus_seconds(6)));
}

TEST(TokenBuckets, SurviveAClockThatGoesBack) {
    TokenBuckets buckets({1, 1});
    EXPECT_FALSE(buckets.take("a", start));
    EXPECT_EQ(buckets.take("a", start.plus_seconds(-3600)), 1);
}

TEST(TokenBuckets, ForgetThoseThatAreFullAgain) {
    TokenBuckets buckets({1, 1});
    for (int i = 0; i < 400'000; ++i) buckets.take(std::to_string(i), start.plus_seconds(i));
    EXPECT_LE(buckets.size(), 160'000u);
}

TEST(RateLimiter, CountsPerAddressLineAndPerUserAndSparesThisMachine) {
    RateLimiter limiter({{1, 2}, {1, 3}, {1, 1}, true});
    EXPECT_FALSE(limiter.refuse_address("10.0.0.1", true, start));
    EXPECT_TRUE(limiter.refuse_address("10.0.0.1", true, start)) << "one sign-in";
    EXPECT_FALSE(limiter.refuse_address("10.0.0.1", false, start));
    EXPECT_TRUE(limiter.refuse_address("10.0.0.1", false, start)) << "three requests";
    EXPECT_FALSE(limiter.refuse_user("10.0.0.1", "u", start));
    EXPECT_FALSE(limiter.refuse_user("10.0.0.2", "u", start));
    EXPECT_TRUE(limiter.refuse_user("10.0.0.3", "u", start)) << "wherever he comes from";
    EXPECT_FALSE(limiter.refuse_address("2001:db8:1:2:3::4", true, start));
    EXPECT_TRUE(limiter.refuse_address("2001:db8:1:2:ffff::5", true, start));
    EXPECT_FALSE(limiter.refuse_address("2001:db8:1:3::5", true, start));
    for (const char* own : {"127.0.0.1", "127.1.2.3", "::1", "::ffff:127.0.0.1"})
        for (int i = 0; i < 10; ++i)
            EXPECT_FALSE(limiter.refuse_address(own, true, start) || limiter.refuse_user(own, "v", start)) << own;
}

}  // namespace
}  // namespace daftar
