#include "documents/corpus/corpus.hpp"

#include <gtest/gtest.h>

#include "registry/identifiers/identifiers.hpp"

namespace daftar::documents {
namespace {

TEST(Corpus, TheSameSeedGivesTheSamePaper) {
    EXPECT_EQ(truth_json(make_invoice(7)), truth_json(make_invoice(7)));
    EXPECT_NE(truth_json(make_invoice(7)), truth_json(make_invoice(8)));
    EXPECT_EQ(draw_pdf(make_invoice(7), known_styles()[0], false), draw_pdf(make_invoice(7), known_styles()[0], false));
}

TEST(Corpus, EveryPaperAddsUpAndHasSoundIdentifiers) {
    for (std::uint64_t seed = 0; seed < 300; ++seed) {
        const auto made = make_invoice(seed);
        Decimal lines{0, 2}, taxes{0, 2};
        for (const auto& line : made.lines) lines = lines + line.amount;
        for (const auto& tax : made.taxes) taxes = taxes + tax.tax;
        EXPECT_EQ(lines + -made.discount, made.total_excluding_tax) << seed;
        EXPECT_EQ(taxes, made.total_tax) << seed;
        EXPECT_EQ(made.total_excluding_tax + made.total_tax, made.total_including_tax) << seed;
        EXPECT_EQ(made.total_including_tax - made.paid + made.previous, made.due) << seed;
        EXPECT_TRUE(registry::is_valid_iban(made.issuer.iban)) << seed << " " << made.issuer.iban;
        for (const auto& [kind, value] : made.issuer.identifiers) {
            EXPECT_TRUE(kind != "ma_ice" || registry::is_valid_ice(value)) << value;
            EXPECT_TRUE(kind != "fr_siret" || registry::is_valid_siret(value)) << value;
            EXPECT_TRUE(kind != "eu_vat" || registry::is_valid_vat(value)) << value;
        }
    }
}

TEST(Corpus, TwelveKnownLayoutsAndOthersForTheEvaluation) {
    EXPECT_GE(known_styles().size(), 12u);
    for (const auto& known : known_styles())
        for (const auto& unseen : unseen_styles()) EXPECT_STRNE(known.name, unseen.name);
    EXPECT_STRNE(wording_of("fr", 0, false).number, wording_of("fr", 0, true).number);
}

TEST(Corpus, AmountsInFrenchWords) {
    EXPECT_EQ(french_words({144000, 2}, "MAD"), "mille quatre cent quarante dirhams");
    EXPECT_EQ(french_words({7171, 2}, "EUR"), "soixante et onze euros et soixante et onze centimes");
    EXPECT_EQ(french_words({8000000, 2}, "EUR"), "quatre-vingt mille euros");
    EXPECT_EQ(french_words({20000, 2}, "MAD"), "deux cents dirhams");
}

}  // namespace
}  // namespace daftar::documents
