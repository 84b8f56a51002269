// Papers that lie on their side or stand on their head, and small print along a margin.
#include <gtest/gtest.h>

#include <algorithm>

#include "documents/extract/quarter_turns.hpp"
#include "documents/reading/paper_drawing.hpp"
#include "documents/reading/reading.hpp"

namespace daftar::documents {
namespace {

constexpr const char* invoice = R"(
Plomberie Alami SARL                                   FACTURE n° FA-2025-118
12 rue Ibn Batouta, Rabat                              Date : 12/03/2025
ICE 001561191000066

                                        Client : Résidence Les Palmiers

Total HT                                        1 200,00 DH
TVA 20 %                                          240,00 DH
Total TTC                                       1 440,00 DH
)";

/// The same paper as a viewer shows it after `turns` quarter turns, clockwise.
ExtractedDocument lying(ExtractedDocument document, int turns) {
    auto& page = document.pages[0];
    for (auto& word : page.words) {
        turn(word, page.width, page.height, turns);
        word.turns = (4 - turns) % 4;
    }
    if (turns % 2 != 0) std::swap(page.width, page.height);
    return document;
}

TEST(TurnedPages, AreReadAlikeAndTheirPlacesAreThoseShown) {
    const auto upright = read_invoice(paper(invoice));
    ASSERT_TRUE(upright.total_including_tax && upright.number);
    for (const int turns : {1, 2, 3}) {
        const auto document = lying(paper(invoice), turns);
        const auto reading = read_invoice(document);
        ASSERT_TRUE(reading.total_including_tax && reading.number && reading.customer.name) << turns;
        EXPECT_EQ(reading.total_including_tax->value.text(), "1440.00") << turns;
        EXPECT_EQ(reading.number->value, upright.number->value) << turns;
        EXPECT_EQ(reading.customer.name->value, upright.customer.name->value) << turns;
        const auto& box = reading.number->box;
        const bool printed_there = std::ranges::any_of(document.pages[0].words, [&](const Word& word) {
            return word.text == reading.number->value && std::abs(word.x - std::stof(box.x.text())) < 0.2f &&
                   std::abs(word.y - std::stof(box.y.text())) < 0.2f;
        });
        EXPECT_TRUE(printed_there) << turns << " " << box.x.text() << " " << box.y.text();
    }
}

TEST(TurnedPages, WhatACorrectionTeachesHoldsForAnUprightPaper) {
    const auto document = lying(paper(invoice), 1);
    const auto place = find_printed(document, "number", "FA-2025-118");
    ASSERT_TRUE(place);
    const auto anchor = learn_anchor(document, "number", place->page, place->box);
    const auto upright = paper(invoice);
    const auto there = find_printed(upright, "number", "FA-2025-118");
    const auto same = learn_anchor(upright, "number", there->page, there->box);
    EXPECT_EQ(anchor.label, same.label);
    EXPECT_EQ(anchor.dx, same.dx);
    EXPECT_EQ(anchor.dy, same.dy);
}

TEST(TurnedPages, SmallPrintAlongTheMarginDoesNotRunThroughTheLines) {
    auto document = paper(invoice);
    float y = 300;
    for (const char* text : {"SARL", "au", "capital", "de", "100", "000", "DH", "-", "RC", "44871", "Rabat"}) {
        document.pages[0].words.push_back({text, 4, y, 8, 30, 1000, 8, 1});
        y -= 34;
    }
    const auto reading = read_invoice(document);
    ASSERT_TRUE(reading.total_including_tax);
    EXPECT_EQ(reading.total_including_tax->value.text(), "1440.00");
    const auto rc = std::ranges::find(reading.issuer.identifiers, "ma_rc", &IdentifierReading::kind);
    ASSERT_NE(rc, reading.issuer.identifiers.end());
    EXPECT_EQ(rc->text.value, "44871");
    EXPECT_EQ(rc->text.page, 1);
    EXPECT_EQ(rc->text.box.x.text(), "4.0");
}

}  // namespace
}  // namespace daftar::documents
