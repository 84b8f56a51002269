#include "identity/lockout.hpp"

#include <gtest/gtest.h>

namespace daftar::identity {
namespace {

TEST(Lockout, LetsAFewFailuresGoThenDoublesUpToALimit) {
    for (int failures = 0; failures < 5; ++failures)
        EXPECT_EQ(delay_seconds(account_patience, failures), 0) << failures;
    EXPECT_EQ(delay_seconds(account_patience, 5), 15);
    EXPECT_EQ(delay_seconds(account_patience, 6), 30);
    EXPECT_EQ(delay_seconds(account_patience, 10), 480);
    EXPECT_EQ(delay_seconds(account_patience, 11), 900);
    EXPECT_EQ(delay_seconds(account_patience, 2'000'000'000), 900);
    EXPECT_EQ(delay_seconds(address_patience, 29), 0);
    EXPECT_EQ(delay_seconds(address_patience, 200), 3600);
}

TEST(Lockout, NeverGetsShorter) {
    for (int failures = 1; failures < 200; ++failures)
        EXPECT_GE(delay_seconds(account_patience, failures), delay_seconds(account_patience, failures - 1));
}

TEST(Lockout, CountsAnIpv6LineAsOneAddress) {
    EXPECT_EQ(address_key("192.168.1.100"), "address 192.168.1.100");
    EXPECT_EQ(address_key("2001:db8:1:2:3:4:5:6"), address_key("2001:db8:1:2:ffff::1"));
    EXPECT_NE(address_key("2001:db8:1:2::1"), address_key("2001:db8:1:3::1"));
    EXPECT_EQ(address_key("::ffff:10.0.0.1"), address_key("10.0.0.1"));
    EXPECT_EQ(address_key(""), "address ");
}

}  // namespace
}  // namespace daftar::identity
