#include "core/xlsx.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <zlib.h>

#include <cstring>

namespace daftar {
namespace {

using testing::HasSubstr;

template <class Number> Number read_number(const std::string& bytes, std::size_t at) {
    Number number;
    std::memcpy(&number, bytes.data() + at, sizeof number);
    return number;
}

/// One file of a zip archive, found through its central directory.
std::string unzipped(const std::string& archive, const std::string& name) {
    for (std::size_t at = archive.find("PK\x01\x02"); at != std::string::npos;
         at = archive.find("PK\x01\x02", at + 4)) {
        const auto length = read_number<std::uint16_t>(archive, at + 28);
        if (archive.compare(at + 46, length, name) != 0) continue;
        const auto packed = read_number<std::uint32_t>(archive, at + 20),
                   size = read_number<std::uint32_t>(archive, at + 24);
        const auto local = read_number<std::uint32_t>(archive, at + 42);
        const std::size_t start = local + 30 + read_number<std::uint16_t>(archive, local + 26) +
                                  read_number<std::uint16_t>(archive, local + 28);
        std::string out(size, '\0');
        z_stream stream{};
        inflateInit2(&stream, -MAX_WBITS);
        stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(archive.data() + start));
        stream.avail_in = packed;
        stream.next_out = reinterpret_cast<Bytef*>(out.data());
        stream.avail_out = size;
        inflate(&stream, Z_FINISH);
        inflateEnd(&stream);
        return out;
    }
    ADD_FAILURE() << name << " is not in the archive";
    return {};
}

const Currency dirham = *Currency::from_code("MAD");
const Currency dinar = *Currency::from_code("TND");

XlsxWorkbook balance() {
    XlsxSheet sheet{.name = "Balance [2025]: très longue étiquette d'onglet",
                    .preamble = {"Résidence Les Orangers", "Balance au 31/12/2025"},
                    .columns = {{"Compte", 30}, {"Date", 12}, {"Débit", 16}},
                    .rows = {}};
    sheet.rows = {{{"Classe 5"}, XlsxRowKind::section},
                  {{"=1+1", Date(2025, 12, 31), Money(10, dirham)}},
                  {{"Banque", {}, XlsxCell(Money(20, dirham)).linked("https://exemple.ma/lignes?compte=5141")}},
                  {{"Sous-total", {}, XlsxCell::sum()}, XlsxRowKind::subtotal},
                  {{"Classe 6"}, XlsxRowKind::section},
                  {{"Eau", {}, Money(123456789, dirham)}},
                  {{"Sous-total", {}, XlsxCell::sum()}, XlsxRowKind::subtotal},
                  {{"Total", {}, XlsxCell::sum()}, XlsxRowKind::total}};
    return {.title = "Balance",
            .author = "Cabinet Atlas",
            .company = "Daftar",
            .created = *Timestamp::parse("2026-01-15T10:30:00Z"),
            .sheets = {sheet}};
}

TEST(Xlsx, TotalsAreFormulasWithTheirExactValue) {
    const auto cells = unzipped(xlsx(balance()), "xl/worksheets/sheet1.xml");
    EXPECT_THAT(cells, HasSubstr("<f>SUBTOTAL(9,C6:C7)</f><v>0.3</v>")) << "0.10 + 0.20, added in centimes";
    EXPECT_THAT(cells, HasSubstr("<f>SUBTOTAL(9,C10)</f><v>1234567.89"));
    EXPECT_THAT(cells, HasSubstr("<f>SUBTOTAL(9,C5:C11)</f><v>1234568.19"))
        << "the total covers every row, subtotals left out";
}

TEST(Xlsx, HeaderStaysInViewAndIsPrintedAgain) {
    const auto file = xlsx(balance());
    EXPECT_THAT(unzipped(file, "xl/worksheets/sheet1.xml"), HasSubstr("<pane ySplit=\"4\" topLeftCell=\"A5\""));
    EXPECT_THAT(unzipped(file, "xl/workbook.xml"), HasSubstr("_xlnm.Print_Titles"));
    EXPECT_THAT(unzipped(file, "xl/workbook.xml"), HasSubstr("<sheet name=\"Balance  2025   très longue éti\""));
}

TEST(Xlsx, TextsAreNeverFormulas) {
    const auto file = xlsx(balance());
    EXPECT_THAT(unzipped(file, "xl/sharedStrings.xml"), HasSubstr("<t>=1+1</t>"));
    EXPECT_THAT(unzipped(file, "xl/worksheets/sheet1.xml"), testing::Not(HasSubstr("<f>1+1</f>")));
}

TEST(Xlsx, CurrencyGivesDigitsAndSign) {
    XlsxSheet sheet{.name = "Montants", .columns = {{"A"}}, .rows = {{{Money(1500, dinar)}}, {{Money(1, dirham)}}}};
    const auto styles = unzipped(xlsx({.sheets = {sheet}}), "xl/styles.xml");
    EXPECT_THAT(styles, HasSubstr("#,##0.000\\ &quot;TND&quot;"));
    EXPECT_THAT(styles, HasSubstr("#,##0.00\\ &quot;DH&quot;"));
}

TEST(Xlsx, LinksAndPropertiesAreKept) {
    const auto file = xlsx(balance());
    EXPECT_THAT(unzipped(file, "xl/worksheets/_rels/sheet1.xml.rels"),
                HasSubstr("https://exemple.ma/lignes?compte=5141"));
    EXPECT_THAT(unzipped(file, "docProps/core.xml"), HasSubstr("2026-01-15T10:30:00Z"));
}

TEST(Xlsx, AResultIsAFormulaOfOtherRows) {
    XlsxSheet sheet{.name = "Résultat",
                    .columns = {{"A"}, {"B"}},
                    .rows = {{{"Produits", Money(300, dirham)}}, {{"Charges", Money(110, dirham)}}}};
    sheet.rows.push_back(
        {{"Résultat", XlsxCell::combination(Money(190, dirham), {{0, false}, {1, true}})}, XlsxRowKind::total});
    EXPECT_THAT(unzipped(xlsx({.sheets = {sheet}}), "xl/worksheets/sheet1.xml"), HasSubstr("<f>B2-B3</f><v>1.9</v>"));
}

TEST(Xlsx, AnEmptyTableHasAZeroTotal) {
    XlsxSheet sheet{
        .name = "Vide", .columns = {{"A"}, {"B"}}, .rows = {{{"Total", XlsxCell::sum()}, XlsxRowKind::total}}};
    EXPECT_THAT(unzipped(xlsx({.sheets = {sheet}}), "xl/worksheets/sheet1.xml"), testing::Not(HasSubstr("SUBTOTAL")));
}

}  // namespace
}  // namespace daftar
