#include "documents/reading/numbers.hpp"

#include <gtest/gtest.h>

#include "documents/reading/dates.hpp"
#include "documents/reading/fold.hpp"

namespace daftar::documents {
namespace {

TEST(PrintedNumbers, ReadInTheWaysOfThreeCountries) {
    struct Case {
        const char *text, *value, *currency;
    };
    const Case cases[] = {
        {"1 200,00 DHS", "1200.00", "MAD"},
        {"1.200,00", "1200.00", ""},
        {"1,200.00", "1200.00", ""},
        {"1 200,00", "1200.00", ""},
        {"1\u202f200,00\u00a0€", "1200.00", "EUR"},
        {"€ 399,00", "399.00", "EUR"},
        {"$4.11", "4.11", "USD"},
        {"-20,48 €", "-20.48", "EUR"},
        {"(45,00)", "-45.00", ""},
        {"5 000,00-", "-5000.00", ""},
        {"12,-", "12", ""},
        {"0 €", "0", "EUR"},
        {"1'234.50", "1234.50", ""},
        {"12 345 678,90", "12345678.90", ""},
        {"١٢٣٫٥٠", "123.50", ""},
        {"EUR 15,5", "15.5", "EUR"},
        {"1.234.567,89", "1234567.89", ""},
        {"1.200", "1200", ""},
        {"0,500", "0.500", ""},
        {"86,5500", "86.5500", ""},
        {"120 , 00", "120.00", ""},
    };
    for (const auto& [text, value, currency] : cases) {
        const auto read = parse_printed_number(fold(text));
        ASSERT_TRUE(read) << text;
        EXPECT_EQ(read->value.text(), value) << text;
        EXPECT_EQ(read->currency, currency) << text;
    }
}

TEST(PrintedNumbers, RefuseEverythingElse) {
    for (const char* text :
         {"", "-", "€", "FA-2025", "12/03/2025", "1 20,00", "12 34", "1.2.3", "12kwh", "1 2000,00", "12,345,6"})
        EXPECT_FALSE(parse_printed_number(fold(text))) << text;
}

TEST(PrintedNumbers, KeepBothMeaningsOfAThousandMark) {
    const auto read = parse_printed_number("1.200");
    ASSERT_TRUE(read && read->other);
    EXPECT_EQ(read->other->text(), "1.200");
    EXPECT_TRUE(parse_printed_number("20 %")->percent);
}

TEST(PrintedDates, ReadInFourLanguages) {
    struct Case {
        std::vector<std::string> words;
        const char* date;
    };
    const Case cases[] = {
        {{"12/03/2025"}, "2025-03-12"},
        {{"12-03-25"}, "2025-03-12"},
        {{"2025-03-12"}, "2025-03-12"},
        {{"12.03.2025"}, "2025-03-12"},
        {{"12", "mars", "2025"}, "2025-03-12"},
        {{"1er", "fevrier", "2025"}, "2025-02-01"},
        {{"august", "3", ",", "2014"}, "2014-08-03"},
        {{"19", "april", "2014"}, "2014-04-19"},
        {{"18.", "oktober", "2018"}, "2018-10-18"},
        {{"27", "mar", "2018"}, "2018-03-27"},
        {{"27-mar-18"}, "2018-03-27"},
        {{"20181230"}, "2018-12-30"},
        {{"12", "/", "03", "/", "2025"}, "2025-03-12"},
        {{"03/25/2025"}, "2025-03-25"},
        {{"30/06/2025,"}, "2025-06-30"},
    };
    for (const auto& [words, date] : cases) {
        const auto read = parse_printed_date(words);
        ASSERT_TRUE(read) << words[0];
        EXPECT_EQ(read->value.text(), date) << words[0];
    }
    EXPECT_EQ(parse_printed_date(std::vector<std::string>{"03/04/2025"}, true)->value.text(), "2025-03-04");
}

TEST(PrintedDates, RefuseWhatIsNone) {
    for (const char* word : {"31/02/2025", "12/2025", "1234567890", "12.50", "45/13/2025", "mars", "99999999"})
        EXPECT_FALSE(parse_printed_date(std::vector<std::string>{word})) << word;
}

TEST(AmountsInWords, FrenchOfThreeCountries) {
    struct Case {
        std::vector<std::string> words;
        const char* amount;
    };
    const Case cases[] = {
        {{"mille", "deux", "cents", "dirhams"}, "1200.00"},
        {{"deux", "cent", "quatre-vingt-dix-sept", "euros", "et", "cinq", "centimes"}, "297.05"},
        {{"septante-deux", "euros"}, "72.00"},
        {{"trois", "mille", "quatre-vingts", "dirhams", "ttc"}, "3080.00"},
        {{"cent", "quatre-vingt-un", "mille", "un", "dirhams"}, "181001.00"},
        {{"soixante", "et", "onze", "euros"}, "71.00"},
    };
    for (const auto& [words, amount] : cases) {
        const auto read = parse_amount_in_words(words);
        ASSERT_TRUE(read) << words[0];
        EXPECT_EQ(read->text(), amount) << words[0];
    }
    EXPECT_FALSE(parse_amount_in_words({"bonjour", "deux"}));
    EXPECT_FALSE(parse_amount_in_words({"un", "syndic"}));
}

}  // namespace
}  // namespace daftar::documents
