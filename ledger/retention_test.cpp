#include "ledger/retention.hpp"

#include <gtest/gtest.h>

namespace daftar::ledger {
namespace {

struct Case {
    const char* country;
    RecordKind kind;
    const char* start;
    const char* day;
    RetentionVerdict expected;
};

TEST(Retention, NothingLegalGoesEarlier) {
    using Kind = RecordKind;
    using Verdict = RetentionVerdict;
    const Case cases[] = {
        // the last day counts, the next is free
        {"BE", Kind::refused_paper, "2021-12-31", "2024-12-31", Verdict::still_kept},
        {"BE", Kind::refused_paper, "2021-12-31", "2025-01-01", Verdict::may_be_deleted},
        // counted from the end of the fiscal year: a year that ends in June is free in July
        {"BE", Kind::refused_paper, "2022-06-30", "2025-06-30", Verdict::still_kept},
        {"BE", Kind::refused_paper, "2022-06-30", "2025-07-01", Verdict::may_be_deleted},
        {"FR", Kind::refused_paper, "2014-12-31", "2024-12-31", Verdict::still_kept},
        {"FR", Kind::refused_paper, "2014-12-31", "2025-01-01", Verdict::may_be_deleted},
        {"MA", Kind::refused_paper, "2018-12-31", "2025-06-01", Verdict::still_kept},
        {"MA", Kind::mail, "2015-03-01", "2025-03-02", Verdict::may_be_deleted},
        // a leap day never shortens the time
        {"BE", Kind::refused_paper, "2024-02-29", "2027-02-28", Verdict::still_kept},
        {"BE", Kind::refused_paper, "2024-02-29", "2027-03-01", Verdict::may_be_deleted},
        // evidence stays, however old
        {"BE", Kind::entry, "1990-12-31", "2025-01-01", Verdict::never_deleted},
        {"MA", Kind::voucher, "1990-12-31", "2025-01-01", Verdict::never_deleted},
        {"FR", Kind::audit, "1990-12-31", "2025-01-01", Verdict::never_deleted},
        // no rule of that country, or none in force yet: it stays
        {"LU", Kind::refused_paper, "1990-12-31", "2025-01-01", Verdict::no_rule},
        {"MA", Kind::mail, "1950-12-31", "1992-12-29", Verdict::no_rule},
        // the house's own rules hold everywhere
        {"LU", Kind::job, "2024-05-01", "2025-05-01", Verdict::still_kept},
        {"LU", Kind::job, "2024-05-01", "2025-05-02", Verdict::may_be_deleted},
    };
    for (const auto& one : cases)
        EXPECT_EQ(retention_verdict(one.country, one.kind, *Date::parse(one.start), *Date::parse(one.day)),
                  one.expected)
            << one.country << " " << name_of(one.kind) << " " << one.start << " on " << one.day;
}

TEST(Retention, TheLongestRuleInForceWins) {
    const Date day(2025, 6, 1);
    EXPECT_EQ(retention_rule("MA", RecordKind::voucher, day)->years, 10) << "not the five years of the archives";
    EXPECT_FALSE(retention_rule("MA", RecordKind::voucher, day)->confirmed);
    EXPECT_EQ(retention_rule("BE", RecordKind::voucher, day)->years, 7);
    EXPECT_EQ(retention_rule("FR", RecordKind::voucher, day)->years, 10);
    EXPECT_EQ(retention_rule("BE", RecordKind::vat_declaration, Date(2022, 12, 31))->years, 7);
    EXPECT_EQ(retention_rule("BE", RecordKind::vat_declaration, Date(2023, 1, 1))->years, 10);
}

TEST(Retention, WhatIsDeletedIsWhatTheVerdictAllows) {
    for (const auto* country : {"BE", "FR", "MA"})
        for (const auto kind : {RecordKind::refused_paper, RecordKind::mail, RecordKind::job, RecordKind::entry})
            for (const Date day : {Date(2025, 1, 1), Date(2024, 2, 29), Date(2025, 3, 1)})
                for (int back = 0; back < 4'100; back += 7) {
                    const auto start = day.plus_days(-back);
                    const auto before = deletable_before(country, kind, day);
                    EXPECT_EQ(before && start < *before,
                              retention_verdict(country, kind, start, day) == RetentionVerdict::may_be_deleted);
                }
}

TEST(Retention, EveryCountryHasARuleForEveryKindWithItsSource) {
    for (const auto* country : {"BE", "FR", "MA"})
        for (int kind = 0; kind <= static_cast<int>(RecordKind::session); ++kind)
            EXPECT_TRUE(retention_rule(country, static_cast<RecordKind>(kind), Date(2025, 6, 1)))
                << country << " " << kind;
    for (const auto& rule : all_retention_rules()) {
        EXPECT_FALSE(rule.source.empty() || rule.label.empty());
        EXPECT_TRUE(rule.kind > RecordKind::audit || rule.after == AfterRetention::keep) << "evidence is never deleted";
    }
}

}  // namespace
}  // namespace daftar::ledger
