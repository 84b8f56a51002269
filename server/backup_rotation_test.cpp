#include "server/backup_rotation.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace daftar::server {
namespace {

std::string backup_of(const Date& day, const char* time = "023000") {
    return "daftar-" + day.text() + "T" + time + ".tar.gpg";
}

TEST(BackupRotation, KeepsDaysWeeksAndMonths) {
    std::vector<std::string> folder = {"notes.txt", "daftar-hier.tar.gpg", "daftar-2020-01-01T000000.tar.gpg.part"};
    const Date today(2026, 11, 25);  // a Wednesday
    for (int days = 0; days < 800; ++days) folder.push_back(backup_of(today.plus_days(-days)));
    folder.push_back(backup_of(today, "010000"));
    const auto gone = superfluous(folder, {});
    std::vector<std::string> kept;
    for (const auto& name : folder)
        if (made_at(name) && std::ranges::count(gone, name) == 0) kept.push_back(name);
    // 7 days (19 to 25 November), then 3 more Sundays (22 is among the days), then 11 more ends of months.
    std::vector<std::string> expected;
    for (int days = 0; days < 7; ++days) expected.push_back(backup_of(today.plus_days(-days)));
    for (const unsigned day : {15U, 8U}) expected.push_back(backup_of(Date(2026, 11, day)));
    auto month = Date(2026, 10, 31);
    for (int count = 0; count < 11; ++count, month = month.plus_days(-31).end_of_month())
        expected.push_back(backup_of(month));
    std::ranges::sort(kept);
    std::ranges::sort(expected);
    EXPECT_EQ(kept, expected);
    EXPECT_TRUE(std::ranges::is_sorted(gone));
    EXPECT_EQ(std::ranges::count(gone, "notes.txt"), 0);
}

TEST(BackupRotation, AgeAloneTakesNothing) {
    EXPECT_TRUE(superfluous({backup_of(Date(2001, 1, 1)), backup_of(Date(2002, 1, 1))}, {}).empty());
    EXPECT_EQ(superfluous({backup_of(Date(2001, 1, 1)), backup_of(Date(2002, 1, 1))}, {0, 0, 0}),
              std::vector{backup_of(Date(2001, 1, 1))})
        << "the newest stays whatever the rule";
    EXPECT_TRUE(superfluous({}, {}).empty());
}

TEST(BackupRotation, TheRuleIsReadOrRefused) {
    const auto rule = KeepRule::parse("30,0,120");
    EXPECT_EQ(rule.days, 30);
    EXPECT_EQ(rule.weeks, 0);
    EXPECT_EQ(rule.months, 120);
    for (const auto* wrong : {"", "7", "7,4", "7,4,12,1", "7;4;12", "-1,4,12", "7,4,x", "7,4,99999999999"})
        EXPECT_THROW(KeepRule::parse(wrong), std::runtime_error) << wrong;
}

}  // namespace
}  // namespace daftar::server
