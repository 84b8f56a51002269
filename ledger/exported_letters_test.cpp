#include "ledger/exported_letters.hpp"

#include <gtest/gtest.h>

namespace daftar::ledger {
namespace {

Uuid id(char digit) { return *Uuid::parse("00000000-0000-7000-8000-00000000000" + std::string(1, digit)); }
LineKey line(char entry) { return {id(entry), 1}; }

const std::map<Uuid, ExportedLetter> two = {{id('a'), {"Z", Date(2025, 3, 1)}}, {id('b'), {"AA", Date(2025, 2, 1)}}};
/// A claim 1 paid in part by 3, which also pays 2 … or so: lettrage a holds 1 and 3, b holds 2 and 3.
const std::vector<LetteredLine> chained = {
    {id('a'), line('1')}, {id('a'), line('3')}, {id('b'), line('2')}, {id('b'), line('3')}};

TEST(ExportedLetters, StepsThatHangTogetherGetTheLastLetterOnceAllIsSettled) {
    const auto letters = letters_of(two, chained, {{line('1'), true}, {line('2'), true}, {line('3'), true}});
    ASSERT_EQ(letters.size(), 3u);
    for (const auto& [key, letter] : letters) {
        EXPECT_EQ(letter.letter, "AA");
        EXPECT_EQ(letter.date, Date(2025, 3, 1));
    }
    EXPECT_TRUE(letters_of(two, chained, {{line('1'), true}, {line('3'), true}}).empty()) << "2 is still open";
}

TEST(ExportedLetters, GroupsThatShareNothingKeepTheirLetters) {
    const std::vector<LetteredLine> apart = {
        {id('a'), line('1')}, {id('a'), line('2')}, {id('b'), line('3')}, {id('b'), line('4')}, {id('c'), line('5')}};
    const auto letters = letters_of(two, apart, {{line('1'), true}, {line('2'), true}, {line('3'), true}});
    ASSERT_EQ(letters.size(), 2u) << "4 is open, and c was undone";
    EXPECT_EQ(letters.at(line('1')).letter, "Z");
    EXPECT_EQ(letters.at(line('2')).letter, "Z");
}

}  // namespace
}  // namespace daftar::ledger
