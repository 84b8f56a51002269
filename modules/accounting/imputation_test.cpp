#include "modules/accounting/imputation.hpp"

#include <gmock/gmock.h>

#include <random>

#include "modules/accounting/vat_calculator.hpp"
#include "modules/accounting/vat_rate.hpp"

namespace daftar::accounting {
namespace {

const auto euro = *Currency::from_code("EUR"), dinar = *Currency::from_code("TND"), franc = *Currency::from_code("XOF");
Money euros(std::int64_t cents) { return {cents, euro}; }
InvoiceLine line(std::int64_t cents, std::int64_t percent, VatTreatment treatment = VatTreatment::normal) {
    return {euros(cents), Decimal{percent, 2}, treatment, {}};
}

TEST(LineAmount, RoundsHalfUpToTheDigitsOfTheCurrency) {
    EXPECT_EQ(line_amount({100, 1}, {10000, 2}, euro), euros(100'000));
    EXPECT_EQ(line_amount({3, 0}, {3335, 3}, euro), euros(1'001));  // 10.005
    EXPECT_EQ(line_amount({1, 0}, {5, 1}, franc), (Money{1, franc}));
    EXPECT_EQ(line_amount({1, 0}, {12345, 4}, dinar), (Money{1'235, dinar}));
    EXPECT_EQ(line_amount({-2, 0}, {150, 2}, euro), euros(-300));
    EXPECT_FALSE(line_amount({999'999'999'999'999, 0}, {999'999'999, 0}, euro));
    EXPECT_EQ(line_amount({1, 18}, {1, 18}, euro), euros(0));
}

TEST(Impute, TheGuidesExample) {
    const auto deducted = impute(std::vector{line(100'000, 21)}, true);
    EXPECT_EQ(deducted.charges.front(), euros(100'000));
    EXPECT_EQ(deducted.vat_total, euros(21'000));
    EXPECT_EQ(deducted.payable, euros(121'000));
    EXPECT_EQ(impute(std::vector{line(100'000, 21)}, false).charges.front(), euros(121'000));
}

TEST(Impute, ReverseChargeIsNotPaidToTheSupplier) {
    const auto result = impute(std::vector{line(100'000, 21, VatTreatment::reverse_charge)}, false);
    EXPECT_EQ(result.payable, euros(100'000));
    EXPECT_EQ(result.charges.front(), euros(121'000));
    EXPECT_TRUE(result.rates.front().reverse_charge);
}

TEST(Impute, AStatedVatIsTakenWithinTheTolerance) {
    auto lines = std::vector{line(333, 21)};  // 0.6993
    lines[0].stated_vat = euros(71);
    EXPECT_FALSE(impute(lines, true).mismatch);
    EXPECT_EQ(impute(lines, true).vat_total, euros(71));
    lines[0].stated_vat = euros(90);
    EXPECT_EQ(impute(lines, true).mismatch, 0u);
    lines[0].treatment = VatTreatment::exempt;
    EXPECT_EQ(impute(lines, true).mismatch, 0u);
}

TEST(Impute, VatOfARateIsRoundedOnceWhateverTheLines) {
    std::mt19937 random(3);
    for (int round = 0; round < 2'000; ++round) {
        std::vector<InvoiceLine> lines(1 + random() % 9);
        for (auto& each : lines)
            each = line(static_cast<std::int64_t>(random() % 100'000) - 20'000, random() % 2 ? 21 : 6);
        const auto result = impute(lines, random() % 2 == 0);
        Money sum = euros(0), charges = euros(0);
        for (const auto& vat : result.vat) sum += vat;
        for (const auto& charge : result.charges) charges += charge;
        EXPECT_EQ(sum, result.vat_total);
        for (const auto& total : result.rates) EXPECT_EQ(total.vat, times(total.base, total.rate));
        EXPECT_EQ(result.payable, result.net + result.vat_total);
        EXPECT_TRUE(charges == result.net || charges == result.payable);
    }
}

TEST(VatCalculator, BothModesToTheCent) {
    const auto with = calculate_vat({euros(100'000), {21, 2}, VatMode::excl});
    EXPECT_EQ(with.vat_amount, euros(21'000));
    EXPECT_EQ(with.amount_incl_vat, euros(121'000));
    EXPECT_EQ(calculate_vat({euros(121'000), {21, 2}, VatMode::incl}).amount_excl_vat, euros(100'000));
    EXPECT_EQ(calculate_vat({euros(10'000), {55, 3}, VatMode::incl}).amount_excl_vat, euros(9'479));  // 94.7867…
    for (std::int64_t cents = -500; cents < 5'000; ++cents)
        for (const auto mode : {VatMode::excl, VatMode::incl}) {
            const auto answer = calculate_vat({euros(cents), {6, 2}, mode});
            EXPECT_EQ(answer.amount_excl_vat + answer.vat_amount, answer.amount_incl_vat);
        }
}

TEST(VatRates, AreDatedByCountry) {
    EXPECT_TRUE(is_vat_rate("BE", {12, 2}, Date(2025, 1, 1)));
    EXPECT_FALSE(is_vat_rate("BE", {20, 2}, Date(2025, 1, 1)));
    EXPECT_TRUE(is_vat_rate("FR", {55, 3}, Date(2025, 1, 1)));
    EXPECT_TRUE(is_vat_rate("MA", {14, 2}, Date(2025, 12, 31)));
    EXPECT_FALSE(is_vat_rate("MA", {14, 2}, Date(2026, 1, 1)));
    EXPECT_TRUE(is_vat_rate("MA", {18, 2}, Date(2025, 6, 1)));
    EXPECT_FALSE(is_vat_rate("MA", {18, 2}, Date(2026, 6, 1)));
    EXPECT_TRUE(is_vat_rate("MA", {0, 0}, Date(2026, 6, 1)));
    EXPECT_EQ(percent_name({21, 2}), "21");
    EXPECT_EQ(percent_name({55, 3}), "5_5");
    EXPECT_EQ(french_percent({55, 3}), "5,5 %");
    for (const auto& rate : all_vat_rates()) EXPECT_FALSE(rate.source.empty());
}

}  // namespace
}  // namespace daftar::accounting
