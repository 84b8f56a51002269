#include "banking/readers/values.hpp"

#include <gtest/gtest.h>

#include "banking/readers/encoding.hpp"
#include "banking/readers/references.hpp"

namespace daftar::banking {
namespace {

std::string amount(std::string_view text, DecimalMark mark) {
    const auto value = amount_from(text, mark);
    return value ? value->text() : "refused";
}

TEST(Amounts, AreReadInEveryWritingOfBanks) {
    const std::tuple<const char*, DecimalMark, const char*> rows[] = {
        {"1 234,56", DecimalMark::comma, "1234.56"},
        {"1\u202f234,56 DH", DecimalMark::comma, "1234.56"},
        {"1\u00a0234,56 €", DecimalMark::comma, "1234.56"},
        {"-1.234,56", DecimalMark::comma, "-1234.56"},
        {"1,234.56", DecimalMark::point, "1234.56"},
        {"12,00-", DecimalMark::comma, "-12"},
        {"(12,50)", DecimalMark::comma, "-12.5"},
        {"+5", DecimalMark::comma, "5"},
        {"- 5,10", DecimalMark::comma, "-5.1"},
        {"\u22125,10", DecimalMark::comma, "-5.1"},
        {"1'234.50", DecimalMark::point, "1234.5"},
        {"1.200", DecimalMark::comma, "1200"},
        {",50", DecimalMark::comma, "0.5"},
        {"EUR 12,00", DecimalMark::comma, "12"},
        {"1.20", DecimalMark::comma, "refused"},  // a point does not group two digits
        {"12.34,56", DecimalMark::comma, "refused"},
        {"1,234.56", DecimalMark::comma, "refused"},
        {"1 23,00", DecimalMark::comma, "refused"},
        {"--5", DecimalMark::comma, "refused"},
        {"-5-", DecimalMark::comma, "refused"},
        {"12,3x", DecimalMark::comma, "refused"},
        {"", DecimalMark::comma, "refused"},
        {"€", DecimalMark::comma, "refused"},
        {"1,1234567", DecimalMark::comma, "refused"},
        {"99999999999999", DecimalMark::comma, "refused"},
    };
    for (const auto& [text, mark, expected] : rows) EXPECT_EQ(amount(text, mark), expected) << text;
}

TEST(Amounts, TheMarkOfAColumnIsFoundFromAllItsValues) {
    EXPECT_EQ(decimal_mark_of({"1.200", "15,20"}), DecimalMark::comma);
    EXPECT_EQ(decimal_mark_of({"1,200", "15.20"}), DecimalMark::point);
    EXPECT_EQ(decimal_mark_of({"1.234.567"}), DecimalMark::comma);
    EXPECT_EQ(decimal_mark_of({"1.234,5"}), DecimalMark::comma);
    EXPECT_EQ(decimal_mark_of({"1.200", "12"}), std::nullopt);
}

TEST(Dates, AreReadInEveryWritingOfBanks) {
    const std::tuple<const char*, DateOrder, const char*> rows[] = {
        {"31/12/2025", DateOrder::day_month_year, "2025-12-31"},
        {"31-12-25", DateOrder::day_month_year, "2025-12-31"},
        {"31.12.2025 14:05", DateOrder::day_month_year, "2025-12-31"},
        {"12/31/25", DateOrder::month_day_year, "2025-12-31"},
        {"2025-12-31T08:00:00", DateOrder::year_month_day, "2025-12-31"},
        {"20251231", DateOrder::year_month_day, "2025-12-31"},
        {"31122025", DateOrder::day_month_year, "2025-12-31"},
        {"12 mars 2025", DateOrder::day_month_year, "2025-03-12"},
        {"3 août 2025", DateOrder::day_month_year, "2025-08-03"},
        {"3/ 3'10", DateOrder::day_month_year, "2010-03-03"},
        {"05-mrt-2025", DateOrder::day_month_year, "2025-03-05"},
    };
    for (const auto& [text, order, expected] : rows) {
        const auto date = date_from(text, order);
        ASSERT_TRUE(date) << text;
        EXPECT_EQ(date->text(), expected) << text;
    }
    for (const auto* text : {"31/02/2025", "2025", "abc", "1/2", "32/01/2025", "12345/1/2"})
        EXPECT_FALSE(date_from(text, DateOrder::day_month_year)) << text;
}

TEST(Dates, OneDayAboveTwelveDecidesTheOrderOfAllOfThem) {
    EXPECT_EQ(date_order_of({"03/04/2025", "02/01/2025"}), DateOrder::day_month_year);
    EXPECT_EQ(date_order_of({"03/04/2025", "02/13/2025"}), DateOrder::month_day_year);
    EXPECT_EQ(date_order_of({"2025/04/03"}), DateOrder::year_month_day);
    EXPECT_EQ(date_order_of({"13/04/2025", "02/13/2025"}), std::nullopt);
}

TEST(Dates, TheThirtiethOfFebruaryOfBanksIsItsLastDay) {
    EXPECT_EQ(date_yymmdd("240230", true)->text(), "2024-02-29");
    EXPECT_FALSE(date_yymmdd("240230", false));
    EXPECT_FALSE(date_yymmdd("241330", true));
}

TEST(References, StructuredCommunicationsNeedTheirCheckDigits) {
    EXPECT_EQ(belgian_communication("+++010/8068/17183+++"), "+++010/8068/17183+++");
    EXPECT_EQ(belgian_communication("123456789002"), "+++123/4567/89002+++");
    EXPECT_FALSE(belgian_communication("+++123/4567/89012+++"));
    EXPECT_EQ(creditor_reference("RF18 5390 0754 7034"), "RF18539007547034");
    EXPECT_FALSE(creditor_reference("RF19539007547034"));
    EXPECT_EQ(structured_in("VIREMENT ***010/8068/17183*** MERCI"), "+++010/8068/17183+++");
    EXPECT_EQ(structured_in("FACTURE 2025-12 RF18539007547034 OK"), "RF18539007547034");
    EXPECT_EQ(structured_in("TEL +++32 2 123"), "");
}

TEST(References, AccountsAreRecognised) {
    EXPECT_TRUE(is_iban("BE68 5390 0754 7034"));
    EXPECT_FALSE(is_iban("BE69539007547034"));
    EXPECT_TRUE(is_moroccan_rib("011519000001205000534921"));
    EXPECT_EQ(normalized_account("IBAN: BE68 5390 0754 7034"), "BE68539007547034");
    EXPECT_EQ(normalized_account("BE68539007547034EUR"), "BE68539007547034");
    EXPECT_EQ(iban_in("VIR DE BE68 5390 0754 7034 DUPONT"), "BE68539007547034");
    EXPECT_FALSE(iban_in("FACTURE FR2025123456789012"));
}

TEST(Encoding, Utf8AndWindowsAreToldApart) {
    Faults faults;
    EXPECT_EQ(decode_text("Libell\xE9 \x80", faults).text, "Libellé €");
    EXPECT_EQ(decode_text("\xEF\xBB\xBFLibellé", faults).text, "Libellé");
    EXPECT_EQ(decode_text(std::string_view("\xFF\xFE\xE9\0e\0", 6), faults).text, "ée");
    EXPECT_FALSE(faults.any());
    decode_text("Libellé\nlibell\xE9\n", faults);
    const auto problems = faults.take();
    ASSERT_EQ(problems.size(), 1u);
    EXPECT_EQ(problems[0].code, "wrong_encoding");
    EXPECT_EQ(problems[0].path, "line 2");
}

TEST(Encoding, FoldedTextIsBareLetters) {
    EXPECT_EQ(folded("Libellé de l’opération"), "LIBELLE DE L OPERATION");
    EXPECT_EQ(folded("N° de séquence"), "N DE SEQUENCE");
    EXPECT_EQ(folded("  Débit (€) "), "DEBIT");
}

TEST(References, ACommunicationWithoutFencesIsFoundAfterItsWord) {
    EXPECT_EQ(structured_in("VIREMENT COMMUNICATION: 010806817183 EXECUTE LE 02-12"), "+++010/8068/17183+++");
    EXPECT_EQ(structured_in("MEDEDELING 010/8068/17183"), "+++010/8068/17183+++");
    EXPECT_EQ(structured_in("COMMUNICATION: 010806817184"), "");
    EXPECT_EQ(structured_in("VIREMENT 010806817183"), "");
}

}  // namespace
}  // namespace daftar::banking
