// Money, decimals, dates and identifiers: tables of what is read, written and refused.
#include <gtest/gtest.h>

#include <numeric>
#include <random>

#include "core/date.hpp"
#include "core/ensure.hpp"
#include "core/id.hpp"
#include "core/money.hpp"

namespace daftar {
namespace {

const Currency dirham = *Currency::from_code("MAD");
const Currency franc = *Currency::from_code("XOF");
const Currency dinar = *Currency::from_code("TND");

TEST(Decimal, ReadsTheGrammarOfJsonNumbers) {
    const std::pair<const char*, const char*> read[] = {{"12", "12"},
                                                        {"-0.21", "-0.21"},
                                                        {"5E2", "500"},
                                                        {"1.50", "1.50"},
                                                        {"1e-2", "0.01"},
                                                        {"0", "0"},
                                                        {"9223372036854775807", "9223372036854775807"}};
    for (const auto& [text, expected] : read) EXPECT_EQ(Decimal::parse(text).value().text(), expected) << text;
    for (const auto* text : {"", "-", ".5", "1.", "1,5", "1e", "0x1", "1 2", "99999999999999999999", "1e30", "abc"})
        EXPECT_FALSE(Decimal::parse(text)) << text;
}

TEST(Decimal, RoundsHalvesAwayFromZeroUnlessToldOtherwise) {
    const auto value = [](const char* text) { return *Decimal::parse(text); };
    EXPECT_EQ(value("1.005").rounded(2).text(), "1.01");
    EXPECT_EQ(value("-1.005").rounded(2).text(), "-1.01");
    EXPECT_EQ(value("1.005").rounded(2, Rounding::half_even).text(), "1.00");
    EXPECT_EQ(value("1.999").rounded(2, Rounding::down).text(), "1.99");
    EXPECT_EQ(divide(value("1"), value("3"), 4).text(), "0.3333");
    EXPECT_EQ(divide(value("-2"), value("3"), 2).text(), "-0.67");
    EXPECT_EQ(value("1.10"), value("1.1"));
    EXPECT_LT(value("-1"), value("0.5"));
}

TEST(Money, HasTheDigitsOfItsCurrency) {
    EXPECT_EQ(Money(120050, dirham).text(), "1200.50");
    EXPECT_EQ(Money(1200, franc).text(), "1200");
    EXPECT_EQ(Money(-1, dinar).text(), "-0.001");
    EXPECT_FALSE(Money::exactly(*Decimal::parse("1.005"), dirham));
    EXPECT_TRUE(Money::exactly(*Decimal::parse("1.500"), dirham));
    EXPECT_FALSE(Money::exactly(*Decimal::parse("0.5"), franc));
    EXPECT_FALSE(Money::exactly(*Decimal::parse("90071992547409.92"), dirham));
    EXPECT_THROW(Money(1, dirham) + Money(1, franc), Bug);
}

TEST(Money, IsPrintedInFrench) {
    EXPECT_EQ(french(Money(120000000, dirham)), "1\u202f200\u202f000,00\u00a0DH");
    EXPECT_EQ(french(Money(-5, *Currency::from_code("EUR"))), "−0,05\u00a0€");
}

TEST(Allocation, GivesTheGuidesThirds) {
    const std::int64_t thirds[] = {1, 1, 1};
    const auto parts = allocate(Money(100001, dirham), thirds);
    EXPECT_EQ(parts[0].text(), "333.34");
    EXPECT_EQ(parts[1].text(), "333.34");
    EXPECT_EQ(parts[2].text(), "333.33");
}

TEST(Allocation, AlwaysSumsToTheTotal) {
    std::mt19937_64 draw(42);
    const auto random = [&](std::uint64_t below) { return draw() % below; };
    for (int round = 0; round < 2'000; ++round) {
        std::vector<std::int64_t> weights(1 + random(50));
        for (auto& weight : weights) weight = static_cast<std::int64_t>(random(1'000));
        if (std::accumulate(weights.begin(), weights.end(), std::int64_t{0}) == 0) weights[0] = 1;
        const Money total(static_cast<std::int64_t>(random(1'000'000'000)) - 500'000'000, dirham);
        Money sum(0, dirham);
        const auto parts = allocate(total, weights);
        for (const auto& part : parts) sum += part;
        ASSERT_EQ(sum, total);
        for (std::size_t i = 0; i < parts.size(); ++i) ASSERT_TRUE(weights[i] != 0 || parts[i].is_zero());
    }
}

TEST(Date, ReadsOnlyDaysThatExist) {
    EXPECT_EQ(Date::parse("2024-02-29").value().text(), "2024-02-29");
    for (const auto* text :
         {"2025-02-29", "2025-13-01", "2025-1-1", "25-01-01", "2025/01/01", "1899-12-31", "2025-01-01 "})
        EXPECT_FALSE(Date::parse(text)) << text;
    EXPECT_EQ(Date(2025, 1, 31).plus_months(1).text(), "2025-02-28");
    EXPECT_EQ(days_between(Date(2024, 2, 28), Date(2024, 3, 1)), 2);
    EXPECT_EQ(french(Date(2025, 12, 31)), "31/12/2025");
}

TEST(Timestamp, ReadsIsoAndWhatPostgresqlWrites) {
    EXPECT_EQ(Timestamp::parse("2025-12-31T23:59:59Z").value().text(), "2025-12-31T23:59:59Z");
    EXPECT_EQ(Timestamp::parse("2025-12-31 23:59:59.25+01").value().text(), "2025-12-31T22:59:59.250000Z");
    EXPECT_FALSE(Timestamp::parse("2025-12-31T25:00:00Z"));
    EXPECT_FALSE(Timestamp::parse("2025-12-31T23:59:59"));
}

TEST(Uuid, IsReadStrictlyAndSortsByTime) {
    const auto text = "0190a0b4-7e1a-7c3d-8f00-0123456789ab";
    EXPECT_EQ(Uuid::parse(text).value().text(), text);
    EXPECT_FALSE(Uuid::parse("0190a0b47e1a7c3d8f000123456789ab"));
    EXPECT_FALSE(Uuid::parse("0190a0b4-7e1a-7c3d-8f00-0123456789ag"));
    EXPECT_LT(Uuid::version7(1'000, 99, 99), Uuid::version7(1'001, 0, 0));
    EXPECT_EQ(Uuid::version7(1, 2, 3).text()[14], '7');
}

}  // namespace
}  // namespace daftar
