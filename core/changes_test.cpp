#include "core/changes.hpp"

#include <gtest/gtest.h>

namespace daftar {
namespace {

TEST(Changes, AreTheMembersThatDifferOnBothSides) {
    const Json before = Json::Object{{"name", "Anfa"}, {"lots", 120}, {"city", "Rabat"}, {"version", 1}};
    const Json after = Json::Object{{"name", "Anfa"}, {"lots", 121}, {"phone", "0522"}, {"version", 2}};
    EXPECT_EQ(to_text(differences(before, after)),
              R"({"before":{"lots":120,"city":"Rabat"},"after":{"lots":121,"phone":"0522"}})");
}

TEST(Changes, OfNothingAreEmpty) {
    const Json same = Json::Object{{"name", "Anfa"}};
    EXPECT_EQ(to_text(differences(same, same)), R"({"before":{},"after":{}})");
}

}  // namespace
}  // namespace daftar
