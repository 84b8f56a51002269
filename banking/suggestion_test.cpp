#include "banking/suggestion.hpp"

#include <gtest/gtest.h>

namespace daftar::banking {
namespace {

OpenItemClues item(std::int64_t open, int month, std::string auxiliary, std::string name,
                   std::vector<std::string> references = {}) {
    return {open,
            Date(2025, static_cast<unsigned>(month), 1),
            std::move(auxiliary),
            std::move(name),
            {},
            std::move(references),
            ""};
}
MovementClues movement(std::int64_t amount, std::string text, std::string structured = "") {
    return {amount, Date(2025, 4, 2), std::move(text), std::move(structured), "", "", {}};
}

TEST(Suggestion, AStructuredCommunicationWithTheExactAmountIsCertain) {
    const auto found = suggest(
        movement(25000, "VIREMENT", "010806817183"),
        {item(25000, 1, "a", "ALAMI SARA", {"010806817183"}), item(25000, 1, "b", "BERRADA OMAR", {"090933755493"})},
        {});
    ASSERT_FALSE(found.empty());
    EXPECT_EQ(found[0].parts[0].item, 0u);
    EXPECT_TRUE(found[0].is_certain);
    EXPECT_EQ(found[0].reasons, (std::vector<std::string>{"communication structurée", "montant exact"}));
    EXPECT_FALSE(found[1].is_certain);
}

TEST(Suggestion, ANameAndAnAmountAreStrongButForAPerson) {
    const auto found = suggest(movement(25000, "VIR RECU DE MME ALAMI SARA"),
                               {item(25000, 1, "a", "SARA ALAMI"), item(25000, 1, "b", "BERRADA OMAR")}, {});
    EXPECT_EQ(found[0].parts[0].item, 0u);
    EXPECT_GT(found[0].score, 80);
    EXPECT_FALSE(found[0].is_certain);
    EXPECT_EQ(found[1].score, 40);
}

TEST(Suggestion, SeveralItemsThatSumAndTheOldestFirst) {
    const std::vector<OpenItemClues> items = {item(10000, 3, "a", "ALAMI"), item(15000, 1, "a", "ALAMI"),
                                              item(7000, 2, "a", "ALAMI")};
    const auto exact = suggest(movement(25000, "ALAMI"), items, {});
    EXPECT_EQ(exact[0].parts.size(), 2u);
    EXPECT_EQ(exact[0].reasons.back(), "somme exacte de 2 échéances");
    const auto rest = suggest(movement(18000, "ALAMI"), items, {});
    ASSERT_EQ(rest[0].parts.size(), 2u);
    EXPECT_EQ(rest[0].parts[0].item, 1u);
    EXPECT_EQ(rest[0].parts[0].amount, 15000);
    EXPECT_EQ(rest[0].parts[1].amount, 3000);
}

TEST(Suggestion, FeesAndPartialPayments) {
    const auto fee = suggest(movement(24850, "FACT 2025 17"), {item(25000, 1, "a", "X", {"2025-17"})}, {});
    EXPECT_EQ(fee[0].fee, 150);
    EXPECT_FALSE(fee[0].is_certain);
    const auto partial = suggest(movement(10000, "FACT 2025-17"), {item(25000, 1, "a", "X", {"2025-17"})}, {});
    EXPECT_EQ(partial[0].parts[0].amount, 10000);
    auto told = movement(9800, "VIREMENT");
    told.charges = 200;
    EXPECT_EQ(suggest(told, {item(10000, 1, "a", "X")}, {})[0].fee, 200);
    const auto charge = suggest(movement(-500, "FRAIS DE TENUE DE COMPTE"), {item(25000, 1, "a", "X")}, {});
    ASSERT_EQ(charge.size(), 1u);
    EXPECT_TRUE(charge[0].is_bank_charge);
}

TEST(Suggestion, ALineAlreadyInTheBooksComesFirstAndSidesAreKept) {
    const std::vector<BookLineClues> lines = {{-60500, Date(2025, 4, 1), "CHEQUE 12 PLOMBERIE"}};
    const auto found = suggest(movement(-60500, "CHEQUE 12"), {item(-60500, 1, "a", "PLOMBERIE")}, lines);
    EXPECT_EQ(found[0].book_line, 0u);
    EXPECT_TRUE(found[0].is_certain);
    EXPECT_TRUE(suggest(movement(60500, "X"), {item(-60500, 1, "a", "PLOMBERIE")}, lines).empty());
}

TEST(Suggestion, TwoEqualOnesAreNeverCertain) {
    const auto found = suggest(movement(25000, "REF APPEL2025"),
                               {item(25000, 1, "a", "X", {"APPEL2025"}), item(25000, 1, "b", "Y", {"APPEL2025"})}, {});
    EXPECT_FALSE(found[0].is_certain);
}

TEST(Suggestion, AReferenceThatAllOwnersShareNamesNone) {
    const std::vector<OpenItemClues> items = {item(25000, 1, "a", "ALAMI SARA", {"reference T42026"}),
                                              item(25000, 4, "a", "ALAMI SARA", {"reference T12027"}),
                                              item(25000, 1, "b", "BERRADA OMAR", {"reference T42026"})};
    const auto found = suggest(movement(25000, "VIREMENT RECU SARA ALAMI APPEL T4 2026"), items, {});
    EXPECT_EQ(found[0].parts[0].item, 0u);
    EXPECT_EQ(found[0].reasons, (std::vector<std::string>{"référence citée", "nom ressemblant", "montant exact"}));
    EXPECT_EQ(found[1].parts[0].item, 1u);
    EXPECT_EQ(found[2].score, 40);
    EXPECT_TRUE(suggest(movement(10000, "VIREMENT T4 2026"), items, {}).empty());  // no guess at whose part it is
}

TEST(Suggestion, ACodeThatIsCitedIsItsOwnersAndTheOlderOfTwoEqualCallsComesFirst) {
    std::vector<OpenItemClues> items = {item(25000, 1, "a", "ALAMI"), item(25000, 4, "a", "ALAMI"),
                                        item(25000, 1, "b", "BERRADA")};
    items[0].code = items[1].code = "LOT008";
    items[2].code = "LOT009";
    const auto found = suggest(movement(25000, "VIR LOT 008 CHARGES"), items, {});
    EXPECT_EQ(found[0].parts[0].item, 0u);
    EXPECT_TRUE(found[0].is_certain);
    EXPECT_EQ(found[0].reasons, (std::vector<std::string>{"code cité", "montant exact"}));
    EXPECT_EQ(found[1].parts[0].item, 1u);
}

TEST(Suggestion, AYearOrAPieceOfALongerNumberCitesNothing) {
    const std::vector<OpenItemClues> items = {item(25000, 1, "a", "X", {"reference 2026"}),
                                              item(25000, 1, "b", "Y", {"reference 1042"})};
    EXPECT_FALSE(suggest(movement(25000, "VIREMENT 2026 REF 9910428"), items, {})[0].is_certain);
    const auto found = suggest(movement(25000, "VIREMENT FACTURE 1042"), items, {});
    EXPECT_EQ(found[0].parts[0].item, 1u);
    EXPECT_TRUE(found[0].is_certain);
}

TEST(Suggestion, OfTwoEqualBookingsTheOneThatSaysTheNameIsSure) {
    const std::vector<BookLineClues> lines = {{25000, Date(2025, 4, 2), "VIREMENT OMAR BERRADA"},
                                              {25000, Date(2025, 4, 1), "VIREMENT SARA ALAMI"}};
    const auto named = suggest(movement(25000, "VIREMENT RECU SARA ALAMI"), {}, lines);
    EXPECT_EQ(named[0].book_line, 1u);
    EXPECT_TRUE(named[0].is_certain);
    EXPECT_FALSE(suggest(movement(25000, "VERSEMENT"), {}, lines)[0].is_certain);
}

TEST(Suggestion, FeesComeOnTopOfAPaymentAndALawyersFeesAreNotTheBanks) {
    auto told = movement(-10050, "VIREMENT");
    told.charges = 50;
    const auto found = suggest(told, {item(-10000, 1, "a", "X")}, {});
    ASSERT_EQ(found.size(), 1u);
    EXPECT_EQ(found[0].fee, 50);
    auto lawyer = movement(-150000, "FRAIS DOSSIER 12");
    lawyer.counterparty_name = "ME BENNANI";
    EXPECT_TRUE(suggest(lawyer, {}, {}).empty());
}

}  // namespace
}  // namespace daftar::banking
