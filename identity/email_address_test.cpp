#include "identity/email_address.hpp"

#include <gtest/gtest.h>

namespace daftar::identity {
namespace {

TEST(EmailAddress, IsFoldedToOneFormPerAccount) {
    EXPECT_EQ(account_address("Comptable@Cabinet-Example.COM"), "comptable@cabinet-example.com");
    EXPECT_EQ(account_address("  a.b+tests@x.ma "), "a.b+tests@x.ma");
    EXPECT_EQ(account_address("o'neil@sub.domain.be"), "o'neil@sub.domain.be");
    EXPECT_EQ(account_address("jean@xn--caf-dma.fr"), "jean@xn--caf-dma.fr");
}

TEST(EmailAddress, RefusesLookAlikesInjectionsAndNonsense) {
    for (const std::string text : {"",
                                   "@",
                                   "a@",
                                   "@b.ma",
                                   "a@b",
                                   "a@@b.ma",
                                   "a b@c.ma",
                                   "a@b..ma",
                                   ".a@b.ma",
                                   "a.@b.ma",
                                   "a..b@c.ma",
                                   "a@-b.ma",
                                   "a@b-.ma",
                                   "a@b.ma\r\nBcc: x@y.z",
                                   "a\n@b.ma",
                                   "<a@b.ma>",
                                   "\"a b\"@c.ma",
                                   "a@[127.0.0.1]",
                                   "a,b@c.ma",
                                   "a@b.ma,c@d.ma",
                                   "a\\@b.ma",
                                   "аdmin@cabinet.ma" /* Cyrillic а */,
                                   "adm\xc4\xb1n@cabinet.ma" /* dotless i */,
                                   "a@caf\xc3\xa9.fr",
                                   "a\xe2\x80\x8b@b.ma" /* zero width */,
                                   "a@b.ma\xc2\xa0",
                                   "\xff@b.ma"})
        EXPECT_FALSE(account_address(text)) << text;
    EXPECT_EQ(account_address("a@b.ma\n"), "a@b.ma");  // surrounding space is no part of it
    EXPECT_FALSE(account_address(std::string("a\0@b.ma", 7)));
    EXPECT_FALSE(account_address(std::string(65, 'a') + "@b.ma"));
    EXPECT_FALSE(account_address("a@" + std::string(300, 'b') + ".ma"));
}

}  // namespace
}  // namespace daftar::identity
