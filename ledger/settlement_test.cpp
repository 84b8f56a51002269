#include "ledger/settlement.hpp"

#include <gmock/gmock.h>

#include <random>

namespace daftar::ledger {
namespace {

using ::testing::ElementsAre;

const Date january(2025, 1, 1), february(2025, 2, 1), march(2025, 3, 1);
using Parts = std::vector<std::int64_t>;

Parts parts_of(std::vector<OpenAmount> items) {
    const auto settled = settle(items);
    EXPECT_TRUE(std::holds_alternative<Parts>(settled));
    return std::holds_alternative<Parts>(settled) ? std::get<Parts>(settled) : Parts();
}
MatchingRefusal refusal_of(std::vector<OpenAmount> items) { return std::get<MatchingRefusal>(settle(items)); }

TEST(Settle, EqualSidesAreSettledWhole) {
    EXPECT_THAT(parts_of({{500, january, {}}, {-300, march, {}}, {-200, march, {}}}), ElementsAre(500, -300, -200));
}

TEST(Settle, TheSmallerSideIsSettledAgainstTheOldestDueLines) {
    EXPECT_THAT(parts_of({{400, february, {}}, {300, january, {}}, {500, march, {}}, {-600, march, {}}}),
                ElementsAre(300, 300, 0, -600));
}

TEST(Settle, WantedAmountsAreTakenAsTheyAre) {
    EXPECT_THAT(parts_of({{400, january, 150}, {-600, march, 150}}), ElementsAre(150, -150));
    EXPECT_THAT(parts_of({{400, january, 150}, {-600, march, {}}}), ElementsAre(150, -150));
}

TEST(Settle, RefusesWhatCannotBalance) {
    EXPECT_EQ(refusal_of({{400, january, {}}, {300, march, {}}}), MatchingRefusal::needs_both_sides);
    EXPECT_EQ(refusal_of({}), MatchingRefusal::needs_both_sides);
    EXPECT_EQ(refusal_of({{400, january, 401}, {-600, march, {}}}), MatchingRefusal::amount_exceeds_open);
    EXPECT_EQ(refusal_of({{400, january, 0}, {-600, march, {}}}), MatchingRefusal::amount_exceeds_open);
    EXPECT_EQ(refusal_of({{400, january, 200}, {-600, march, 150}}), MatchingRefusal::amounts_must_balance);
    EXPECT_EQ(refusal_of({{400, january, 200}, {-100, march, {}}}), MatchingRefusal::amounts_must_balance);
}

TEST(Settle, PartsAlwaysSumToZeroAndStayWithinTheirLines) {
    std::mt19937 random(7);  // fixed seed: the failing case repeats
    for (int round = 0; round < 5'000; ++round) {
        std::vector<OpenAmount> items(1 + random() % 8);
        for (auto& item : items) {
            item.open = static_cast<std::int64_t>(random() % 1'000) + 1;
            if (random() % 2) item.open = -item.open;
            item.due = january.plus_days(static_cast<int>(random() % 90));
            if (random() % 5 == 0) item.wanted = 1 + static_cast<std::int64_t>(random() % 1'000);
        }
        const auto settled = settle(items);
        const auto* parts = std::get_if<Parts>(&settled);
        if (!parts) continue;
        std::int64_t sum = 0, settled_total = 0;
        for (std::size_t i = 0; i < items.size(); ++i) {
            sum += (*parts)[i];
            settled_total += std::abs((*parts)[i]);
            EXPECT_LE(std::abs((*parts)[i]), std::abs(items[i].open));
            EXPECT_GE((*parts)[i] * (items[i].open > 0 ? 1 : -1), 0);
            EXPECT_EQ(std::abs((*parts)[i]), items[i].wanted.value_or(std::abs((*parts)[i])));
        }
        EXPECT_EQ(sum, 0);
        EXPECT_GT(settled_total, 0);
    }
}

TEST(ReferenceKeys, FindsStructuredCommunicationsWithAValidCheck) {
    EXPECT_THAT(reference_keys("", "Virement +++123/4567/89002+++ merci"), ElementsAre("communication 123456789002"));
    EXPECT_THAT(reference_keys("123456789002", ""),
                ElementsAre("communication 123456789002", "reference 123456789002"));
    EXPECT_THAT(reference_keys("", "+++123/4567/89012+++"), ElementsAre());
    EXPECT_THAT(reference_keys("fa-2025/07", ""), ElementsAre("reference FA202507"));
    EXPECT_THAT(reference_keys("T1", ""), ElementsAre());
}

OpenLine claim(std::size_t place, std::int64_t open, const Date& due, std::string reference = "") {
    return {place, open, due, due, "entry " + std::to_string(place), "", 1, std::move(reference), ""};
}

TEST(ProposeMatches, FollowsTheFourReasonsInOrder) {
    std::vector<OpenLine> lines{claim(0, 100, january), claim(1, 250, february, "AF-0042"),
                                claim(2, 300, march),   claim(3, -250, march, "af 0042"),
                                claim(4, -300, march),  claim(5, -40, march),
                                claim(6, 70, march),    claim(7, -70, march)};
    lines[7].reversal_of = lines[6].entry;
    const auto proposals = propose_matches(lines, true);
    ASSERT_EQ(proposals.size(), 4u);
    EXPECT_EQ(proposals[0].reason, by_reversal);
    EXPECT_THAT(proposals[0].places, ElementsAre(6, 7));
    EXPECT_EQ(proposals[1].reason, by_reference);
    EXPECT_THAT(proposals[1].places, ElementsAre(1, 3));
    EXPECT_EQ(proposals[2].reason, by_amount);
    EXPECT_THAT(proposals[2].places, ElementsAre(2, 4));
    EXPECT_EQ(proposals[3].reason, by_due_date);
    EXPECT_THAT(proposals[3].places, ElementsAre(5, 0));
}

TEST(ProposeMatches, OneClaimIsSharedByTwoPayments) {
    const auto proposals = propose_matches(
        {claim(0, 100, january), claim(1, 50, february), claim(2, -60, march), claim(3, -70, march)}, true);
    ASSERT_EQ(proposals.size(), 2u);
    EXPECT_THAT(proposals[0].places, ElementsAre(2, 0));
    EXPECT_THAT(proposals[1].places, ElementsAre(3, 0, 1));
}

TEST(ProposeMatches, SettlesAsMuchAsTheSmallerSideHolds) {
    std::mt19937 random(11);
    for (int round = 0; round < 500; ++round) {
        std::vector<OpenLine> lines(random() % 12);
        std::int64_t debits = 0, credits = 0;
        for (std::size_t i = 0; i < lines.size(); ++i) {
            const auto amount = static_cast<std::int64_t>(random() % 5 + 1) * 10;
            lines[i] = claim(i, random() % 2 ? amount : -amount, january.plus_days(static_cast<int>(random() % 40)),
                             random() % 4 ? "" : "REF" + std::to_string(random() % 3));
            (lines[i].open > 0 ? debits : credits) += amount;
        }
        auto left = lines;
        std::int64_t settled = 0;
        for (const auto& proposal : propose_matches(lines, random() % 2 == 0)) {
            std::vector<OpenAmount> amounts;
            for (const auto place : proposal.places) amounts.push_back({left[place].open, left[place].due, {}});
            const auto parts = parts_of(amounts);
            for (std::size_t i = 0; i < parts.size(); ++i) {
                EXPECT_NE(parts[i], 0) << "a proposed line is settled at least in part";
                left[proposal.places[i]].open -= parts[i];
                settled += std::abs(parts[i]);
            }
        }
        EXPECT_EQ(settled, 2 * std::min(debits, credits));
    }
}

TEST(NextLetter, CountsLikeTheColumnsOfASheet) {
    EXPECT_EQ(next_letter(""), "AA");
    EXPECT_EQ(next_letter("AA"), "AB");
    EXPECT_EQ(next_letter("AZ"), "BA");
    EXPECT_EQ(next_letter("ZZ"), "AAA");
}

}  // namespace
}  // namespace daftar::ledger
