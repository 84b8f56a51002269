#include "documents/reading/learned.hpp"

#include <gtest/gtest.h>

#include "documents/reading/paper_drawing.hpp"

namespace daftar::documents {
namespace {

/// The number stands under words that no lexicon knows.
constexpr const char* first_paper = R"(
ATLAS ASCENSEURS SARL            ICE : 001561191000066

Justificatif : K7-118            12/03/2025

Total TTC                        1 440,00 DH
)";
constexpr const char* second_paper = R"(
ATLAS ASCENSEURS SARL            ICE : 001561191000066

Justificatif : K7-209            14/04/2025

Total TTC                        960,00 DH
)";

ReadingKnowledge knowing_atlas() {
    ReadingKnowledge known;
    known.suppliers = {{"42", {"Atlas Ascenseurs"}, {{"ma_ice", "001561191000066"}}}};
    return known;
}

TEST(Learned, OneCorrectionMakesTheNextPaperOfTheIssuerRight) {
    auto known = knowing_atlas();
    const auto unlearned = read_invoice(paper(second_paper), known).number;
    EXPECT_TRUE(!unlearned || unlearned->value != "K7-209");
    const auto place = find_printed(paper(first_paper), "number", "K7-118");
    ASSERT_TRUE(place);
    known.layouts = {{"42", {learn_anchor(paper(first_paper), "number", place->page, place->box)}}};
    const auto reading = read_invoice(paper(second_paper), known);
    ASSERT_TRUE(reading.number);
    EXPECT_EQ(reading.number->value, "K7-209");
    EXPECT_EQ(reading.number->page, 1);
}

TEST(Learned, AnotherIssuersPaperIsNotTouched) {
    auto known = knowing_atlas();
    const auto place = find_printed(paper(first_paper), "number", "K7-118");
    ASSERT_TRUE(place);
    known.layouts = {{"43", {learn_anchor(paper(first_paper), "number", place->page, place->box)}}};
    const auto number = read_invoice(paper(second_paper), known).number;
    EXPECT_TRUE(!number || number->value != "K7-209");
}

TEST(Learned, FindsWhatAPersonGave) {
    EXPECT_TRUE(find_printed(paper(first_paper), "issue_date", "2025-03-12"));
    EXPECT_TRUE(find_printed(paper(first_paper), "total_including_tax", "1440.00"));
    EXPECT_FALSE(find_printed(paper(first_paper), "total_including_tax", "1441.00"));
}

}  // namespace
}  // namespace daftar::documents
