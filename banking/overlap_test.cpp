#include "banking/overlap.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace daftar::banking {
namespace {

MovementTraits movement(std::int64_t amount, std::string format, std::string reference, std::string words) {
    return {Date(2025, 2, 3), amount, std::move(format), std::move(reference), std::move(words)};
}

TEST(Overlap, TheSameWordsInTheSameFormatAreKnownAsOftenAsTheyCame) {
    const auto one = movement(5000, "camt.053", "", "DUPONT");
    EXPECT_EQ(find_new_movements({one}, {one}), (std::vector<bool>{false}));
    EXPECT_EQ(find_new_movements({one}, {one, one}), (std::vector<bool>{false, true}));
    EXPECT_EQ(find_new_movements({one, one}, {one, one}), (std::vector<bool>{false, false}));
}

TEST(Overlap, InOneFormatAnotherReferenceIsAnotherMovement) {
    EXPECT_EQ(find_new_movements({movement(5000, "mt940", "A", "LOYER")}, {movement(5000, "mt940", "B", "LOYER")}),
              (std::vector<bool>{true}));
    EXPECT_EQ(find_new_movements({movement(5000, "mt940", "", "DUPONT")}, {movement(5000, "mt940", "", "MARTIN")}),
              (std::vector<bool>{true}));
}

TEST(Overlap, AnotherFormatOfTheSameDayIsCounted) {
    const std::vector<MovementTraits> known = {movement(5000, "camt.053", "A", "DUPONT MARIE"),
                                               movement(-700, "camt.053", "B", "FRAIS")};
    EXPECT_EQ(
        find_new_movements(known, {movement(5000, "csv", "", "VIR DUPONT"), movement(5000, "csv", "", "VIR MARTIN"),
                                   movement(-700, "csv", "", "COMMISSION")}),
        (std::vector<bool>{false, true, false}));
}

// A year of a busy account that comes again with one line more, all of one day and amount: no time may be lost in
// pairs.
TEST(Overlap, ManyMovementsComeAgainInTheTimeOfOneReading) {
    std::vector<MovementTraits> known;
    for (int i = 0; i < 100'000; ++i) known.push_back({Date(2025, 3, 1), 100, "csv", std::to_string(i), "VIR"});
    auto incoming = known;
    incoming.push_back({Date(2025, 3, 1), 100, "csv", "more", "VIR"});
    const auto is_new = find_new_movements(known, incoming);
    EXPECT_EQ(std::count(is_new.begin(), is_new.end(), true), 1);
    EXPECT_TRUE(is_new.back());
    for (auto& one : incoming) one.format = "camt.053";
    const auto elsewhere = find_new_movements(known, incoming);
    EXPECT_EQ(std::count(elsewhere.begin(), elsewhere.end(), true), 1);
}

}  // namespace
}  // namespace daftar::banking
