#include "banking/overlap.hpp"

#include <gtest/gtest.h>

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

}  // namespace
}  // namespace daftar::banking
