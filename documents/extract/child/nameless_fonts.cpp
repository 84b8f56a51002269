#include "documents/extract/child/nameless_fonts.hpp"

#include <algorithm>
#include <cmath>

#include "documents/extract/quarter_turns.hpp"

namespace daftar::documents {
namespace {

constexpr float above_baseline = 0.95f,
                of_box = 1.3f;  // shares of the font size that Poppler assumes for a Type 3 font
constexpr float usual_letter_width = 0.53f;

std::ptrdiff_t letters_of(const Word& word) {
    return std::ranges::count_if(word.text, [](char c) { return (c & 0xc0) != 0x80; });
}

void turn_upright(Word& word, PageSize shown) { turn(word, shown.width, shown.height, word.turns); }
void turn_back(Word& word, PageSize shown) {
    const bool aside = word.turns % 2 != 0;
    turn(word, aside ? shown.height : shown.width, aside ? shown.width : shown.height, 4 - word.turns);
}

/// These fonts draw with the y axis down, so that Poppler takes turned text for text turned the other way: its letters,
/// met from the last to the first, come as words of one letter each that touch the next one.
void correct_orientation(std::vector<Word>& words, const std::vector<bool>& nameless) {
    const auto touches = [](const Word& left, const Word& right) {
        const bool across = left.turns % 2 == 0;
        const float gap = across ? std::max(left.x, right.x) - std::min(left.x + left.width, right.x + right.width)
                                 : std::max(left.y, right.y) - std::min(left.y + left.height, right.y + right.height);
        const float off = across ? left.y - right.y : left.x - right.x;
        return std::fabs(gap) < 0.12f * left.size && std::fabs(off) < 0.1f * left.size;
    };
    std::vector<bool> mirrored(words.size());
    for (std::size_t i = 0; i + 1 < words.size(); ++i)
        if (nameless[i] && nameless[i + 1] && letters_of(words[i]) == 1 && letters_of(words[i + 1]) == 1 &&
            words[i].turns == words[i + 1].turns && touches(words[i], words[i + 1]))
            mirrored[i] = mirrored[i + 1] = true;
    for (int turns = 0; turns < 4; ++turns) {
        std::ptrdiff_t all = 0, found = 0;
        for (std::size_t i = 0; i < words.size(); ++i)
            if (nameless[i] && words[i].turns == turns) {
                all += letters_of(words[i]);
                found += mirrored[i];
            }
        if (found < 8 || found * 2 < all) continue;
        for (std::size_t i = 0; i < words.size(); ++i)
            if (nameless[i] && words[i].turns == turns) words[i].turns = turns + 4;  // marked, so that none turns twice
    }
    for (auto& word : words)
        if (word.turns >= 4) word.turns = (word.turns - 4 + 2) % 4;
}

/// Their bounding box is taken for their size, often twice the letters. The real size follows from the width of the
/// letters; the baseline stays.
void correct_size(std::vector<Word>& words, const std::vector<bool>& nameless) {
    std::vector<float> shares;
    for (std::size_t i = 0; i < words.size(); ++i) {
        const auto letters = letters_of(words[i]);
        if (nameless[i] && words[i].size > 0 && letters >= 3)
            shares.push_back(words[i].width / static_cast<float>(letters) / usual_letter_width / words[i].size);
    }
    if (shares.size() < 5) return;
    const auto middle = shares.begin() + static_cast<std::ptrdiff_t>(shares.size() / 2);
    std::nth_element(shares.begin(), middle, shares.end());
    if (*middle > 0.75f || *middle < 0.05f) return;
    for (std::size_t i = 0; i < words.size(); ++i) {
        auto& word = words[i];
        if (!nameless[i] || word.height < 1.2f * word.size) continue;
        const float baseline = word.y + above_baseline * word.size;
        word.size *= *middle;
        word.y = baseline - above_baseline * word.size;
        word.height = of_box * word.size;
    }
}

/// Touching letters of one word, which mirrored fonts leave apart, joined in the order in which they are read.
void join_letters(std::vector<Word>& words, std::vector<bool>& nameless) {
    std::vector<Word> joined;
    std::vector<bool> kept;
    for (std::size_t i = 0; i < words.size(); ++i) {
        auto& word = words[i];
        auto* before = joined.empty() ? nullptr : &joined.back();
        const float gap = before ? before->x - (word.x + word.width) : 0;  // they come from the last to the first
        const bool continues = before && nameless[i] && kept.back() && word.turns == before->turns && word.turns != 0 &&
                               letters_of(word) == 1 && std::fabs(word.y - before->y) < 0.1f * word.size &&
                               std::fabs(gap) < 0.07f * word.size;
        if (continues) {
            before->text.insert(0, word.text);
            before->width += before->x - word.x;
            before->x = word.x;
        } else {
            joined.push_back(std::move(word));
            kept.push_back(nameless[i]);
        }
    }
    words = std::move(joined);
    nameless = std::move(kept);
}

}  // namespace

void correct_nameless(std::vector<Word>& words, const std::vector<bool>& nameless, PageSize shown) {
    auto kept = nameless;
    correct_orientation(words, kept);
    for (auto& word : words) turn_upright(word, shown);
    join_letters(words, kept);
    correct_size(words, kept);
    for (auto& word : words) turn_back(word, shown);
}

}  // namespace daftar::documents
