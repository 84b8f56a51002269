#include "core/text_cut.hpp"

#include <gtest/gtest.h>

#include "core/json.hpp"

namespace daftar {
namespace {

TEST(FirstCharacters, NeverCutsOneInTwo) {
    EXPECT_EQ(first_characters("abc", 5), "abc");
    EXPECT_EQ(first_characters("abc", 2), "ab");
    EXPECT_EQ(first_characters("éàü", 2), "éà");
    EXPECT_EQ(first_characters("a😀b", 2), "a😀");
    EXPECT_EQ(first_characters("", 3), "");
    std::string accents;
    for (int i = 0; i < 300; ++i) accents += "é";
    EXPECT_EQ(utf8_length(first_characters(accents, 100)), 100);
    EXPECT_EQ(utf8_length(first_characters("x" + accents, 200)), 200);
}

TEST(FirstCharacters, RepairsWhatIsNotUtf8) { EXPECT_EQ(first_characters("a\xff", 5), "a\xef\xbf\xbd"); }

}  // namespace
}  // namespace daftar
