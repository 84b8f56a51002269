#include <gtest/gtest.h>

#include <algorithm>

#include "documents/corpus/corpus.hpp"
#include "documents/extract/child/extraction.hpp"
#include "documents/extract/quarter_turns.hpp"

namespace daftar::documents {
namespace {

GreyImage turned_once(const GreyImage& image) {
    GreyImage out{image.height, image.width, image.dots_per_inch, std::vector<unsigned char>(image.pixels.size())};
    for (int y = 0; y < image.height; ++y)
        for (int x = 0; x < image.width; ++x)
            out.pixels[static_cast<std::size_t>(x) * out.width + (image.height - 1 - y)] =
                image.pixels[static_cast<std::size_t>(y) * image.width + x];
    return out;
}

TEST(QuarterTurns, FourMakeAWhole) {
    const Rectangle place{10, 20, 30, 5};
    auto moved = place;
    for (int i = 0; i < 4; ++i) moved = turned(moved, i % 2 == 0 ? 600.0f : 840.0f, i % 2 == 0 ? 840.0f : 600.0f, 1);
    EXPECT_EQ(moved.x, place.x);
    EXPECT_EQ(moved.y, place.y);
    const auto once = turned(place, 600, 840, 1);  // what stood near the top left stands near the top right
    EXPECT_EQ(once.x, 840 - 20 - 5);
    EXPECT_EQ(once.y, 10);
    EXPECT_EQ(once.height, 30);
}

TEST(Upright, AScanIsReadHoweverItLies) {
    Recognizer recognizer("fra");
    if (!recognizer.ready()) GTEST_SKIP() << "no French language file";
    const auto made = make_invoice(11);
    bool too_large = false;
    auto image =
        decode_image(draw_scan(made, unseen_styles()[0], true, {200, 0.4, 10}, 11), 40'000'000, 1, too_large).at(0);
    const auto upright = recognise_upright(recognizer, image, 60);
    const auto readable = [](const std::vector<Word>& words) {
        return std::ranges::count_if(words,
                                     [](const Word& word) { return word.text.size() > 3 && word.confidence > 800; });
    };
    ASSERT_GT(readable(upright), 20);
    const auto right_way = [](int turns) { return [=](const Word& word) { return word.turns == turns; }; };
    EXPECT_GE(std::ranges::count_if(upright, right_way(0)) * 10, static_cast<long>(upright.size()) * 9);
    for (const int turns_back : {3, 2, 1}) {
        image = turned_once(image);
        const auto words = recognise_upright(recognizer, image, 60);
        EXPECT_GE(readable(words) * 10, readable(upright) * 9) << turns_back;
        EXPECT_GE(std::ranges::count_if(words, right_way(turns_back)) * 10, static_cast<long>(words.size()) * 9)
            << turns_back;
        for (const auto& word : words)  // where the image as it lies has them
            EXPECT_TRUE(word.x >= -1 && (word.x + word.width) * 200 / 72 <= static_cast<float>(image.width) + 3)
                << word.text;
    }
}

}  // namespace
}  // namespace daftar::documents
