#include "banking/overlap.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace daftar::banking {
namespace {

MovementTraits movement(std::int64_t amount, std::string format, std::string reference, std::string words) {
    return {Date(2025, 2, 3),    amount, std::move(format), std::move(reference), std::move(words), {}, "",
            MovementStatus::open};
}

std::vector<bool> new_ones(const std::vector<MovementTraits>& known, const std::vector<MovementTraits>& incoming) {
    return find_new_movements(known, incoming).is_new;
}

MovementTraits booked(MovementTraits one, BookingReferences booking, std::string part_of = "") {
    one.booking = std::move(booking), one.part_of = std::move(part_of);
    return one;
}

TEST(Overlap, TheSameWordsInTheSameFormatAreKnownAsOftenAsTheyCame) {
    const auto one = movement(5000, "camt.053", "", "DUPONT");
    EXPECT_EQ(new_ones({one}, {one}), (std::vector<bool>{false}));
    EXPECT_EQ(new_ones({one}, {one, one}), (std::vector<bool>{false, true}));
    EXPECT_EQ(new_ones({one, one}, {one, one}), (std::vector<bool>{false, false}));
}

TEST(Overlap, InOneFormatAnotherReferenceIsAnotherMovement) {
    EXPECT_EQ(new_ones({movement(5000, "mt940", "A", "LOYER")}, {movement(5000, "mt940", "B", "LOYER")}),
              (std::vector<bool>{true}));
    EXPECT_EQ(new_ones({movement(5000, "mt940", "", "DUPONT")}, {movement(5000, "mt940", "", "MARTIN")}),
              (std::vector<bool>{true}));
}

TEST(Overlap, AnotherFormatOfTheSameDayIsCounted) {
    const std::vector<MovementTraits> known = {movement(5000, "camt.053", "A", "DUPONT MARIE"),
                                               movement(-700, "camt.053", "B", "FRAIS")};
    EXPECT_EQ(new_ones(known, {movement(5000, "csv", "", "VIR DUPONT"), movement(5000, "csv", "", "VIR MARTIN"),
                               movement(-700, "csv", "", "COMMISSION")}),
              (std::vector<bool>{false, true, false}));
}

TEST(Overlap, PartsOfAnOpenTotalAreNewAndStandForIt) {
    const auto total = booked(movement(30000, "camt.053", "S1", "LOT DE 2"), {"S1", "", ""});
    const std::vector<MovementTraits> parts = {
        booked(movement(10000, "camt.054", "P1", "DUPONT"), {"S1", "", ""}, "1"),
        booked(movement(20000, "camt.054", "P2", "MARTIN"), {"S1", "", ""}, "1")};
    const auto told = find_new_movements({movement(7, "camt.053", "", "AUTRE"), total}, parts);
    EXPECT_EQ(told.is_new, (std::vector<bool>{true, true}));
    EXPECT_EQ(told.detailed, (std::vector<std::size_t>{1}));
    EXPECT_EQ(new_ones(parts, {total}), (std::vector<bool>{false}));  // the other way round
    auto matched = total;
    matched.status = MovementStatus::matched;
    EXPECT_EQ(new_ones({matched}, parts), (std::vector<bool>{false, false}));
    // Total and parts are in the book, and each comes again.
    auto left = total;
    left.status = MovementStatus::detailed;
    EXPECT_EQ(new_ones({left, parts[0], parts[1]}, {total}), (std::vector<bool>{false}));
    EXPECT_EQ(new_ones({left, parts[0], parts[1]}, parts), (std::vector<bool>{false, false}));
    EXPECT_EQ(new_ones({left, parts[0], parts[1]}, {movement(30000, "mt940", "", "LOT")}), (std::vector<bool>{false}));
}

TEST(Overlap, TheBankReferenceDecidesWhichTotalHasTheParts) {
    const auto first = booked(movement(30000, "camt.053", "S1", "LOT"), {"S1", "QR", ""}),
               second = booked(movement(30000, "camt.053", "S2", "LOT"), {"S2", "QR", ""});
    const auto parts = [&](const BookingReferences& booking) {
        return std::vector<MovementTraits>{booked(movement(10000, "camt.053", "P1", "DUPONT"), booking, "1"),
                                           booked(movement(20000, "camt.053", "P2", "MARTIN"), booking, "1")};
    };
    EXPECT_EQ(find_new_movements({first, second}, parts({"S2", "QR", ""})).detailed, (std::vector<std::size_t>{1}));
    EXPECT_EQ(find_new_movements({first, second}, parts({"S3", "QR", ""})).detailed, (std::vector<std::size_t>{}));
    EXPECT_EQ(find_new_movements({first}, parts({"", "QR", ""})).detailed, (std::vector<std::size_t>{0}));
    EXPECT_EQ(find_new_movements({booked(first, {"", "", "B1"})}, parts({"", "", "B1"})).detailed,
              (std::vector<std::size_t>{0}));
}

TEST(Overlap, WithoutReferencesAnotherFormatTellsTheSameDayAndSum) {
    const std::vector<MovementTraits> parts = {booked(movement(10000, "camt.054", "", "DUPONT"), {}, "1"),
                                               booked(movement(20000, "camt.054", "", "MARTIN"), {}, "1")};
    const auto total = movement(30000, "mt940", "", "REMISE");
    EXPECT_EQ(find_new_movements({total}, parts).detailed, (std::vector<std::size_t>{0}));
    EXPECT_EQ(new_ones(parts, {total}), (std::vector<bool>{false}));
    EXPECT_EQ(new_ones({movement(10000, "mt940", "", "DUPONT"), movement(20000, "mt940", "", "MARTIN"), total}, parts),
              (std::vector<bool>{false, false}));  // told one by one there: the total is another booking
}

TEST(Overlap, TheBankReferenceIsKnownWhateverTheWords) {
    const auto plain = booked(movement(5000, "camt.053", "S1", "VIREMENT"), {"S1", "", ""});
    EXPECT_EQ(new_ones({plain}, {booked(movement(5000, "camt.053", "T1", "DUPONT T1"), {"S1", "", ""})}),
              (std::vector<bool>{false}));
    EXPECT_EQ(new_ones({plain}, {booked(movement(5000, "camt.053", "T1", "DUPONT T1"), {"S2", "", ""})}),
              (std::vector<bool>{true}));
}

// A year of a busy account that comes again with one line more, all of one day and amount: no time may be lost in
// pairs.
TEST(Overlap, ManyMovementsComeAgainInTheTimeOfOneReading) {
    std::vector<MovementTraits> known;
    for (int i = 0; i < 100'000; ++i)
        known.push_back({Date(2025, 3, 1), 100, "csv", std::to_string(i), "VIR", {}, "", {}});
    auto incoming = known;
    incoming.push_back({Date(2025, 3, 1), 100, "csv", "more", "VIR", {}, "", {}});
    const auto is_new = new_ones(known, incoming);
    EXPECT_EQ(std::count(is_new.begin(), is_new.end(), true), 1);
    EXPECT_TRUE(is_new.back());
    for (auto& one : incoming) one.format = "camt.053";
    const auto elsewhere = new_ones(known, incoming);
    EXPECT_EQ(std::count(elsewhere.begin(), elsewhere.end(), true), 1);
}

}  // namespace
}  // namespace daftar::banking
