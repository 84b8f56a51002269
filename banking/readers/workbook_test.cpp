#include <unistd.h>
#include <xlsxwriter.h>
#include <zip.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>

#include "banking/readers/fixture.hpp"

namespace daftar::banking {
namespace {

using fixture::amounts;
using fixture::codes;
using fixture::read;

// A workbook in memory: a cover sheet, then the statement with typed dates and amounts.
std::string workbook(bool with_total) {
    auto path = (std::filesystem::temp_directory_path() / "statement_XXXXXX").string();
    close(mkstemp(path.data()));
    auto* book = workbook_new(path.c_str());
    auto* cover = workbook_add_worksheet(book, "Couverture");
    worksheet_write_string(cover, 0, 0, "Relevé", nullptr);
    auto* sheet = workbook_add_worksheet(book, "Opérations");
    auto* day = workbook_add_format(book);
    format_set_num_format(day, "dd/mm/yyyy");
    const char* titles[] = {"Date opération", "Date valeur", "Libellé", "Débit", "Crédit", "Solde"};
    for (lxw_col_t column = 0; column < 6; ++column) worksheet_write_string(sheet, 2, column, titles[column], nullptr);
    worksheet_write_string(sheet, 0, 0, "RIB : 011519000001205000534921", nullptr);
    lxw_datetime first{2025, 2, 3, 0, 0, 0}, second{2025, 2, 28, 0, 0, 0};
    worksheet_write_datetime(sheet, 3, 0, &first, day);
    worksheet_write_string(sheet, 3, 2, "VIR ALAMI", nullptr);
    worksheet_write_number(sheet, 3, 4, 0.1 + 0.2, nullptr);  // 0.30000000000000004 in the file
    worksheet_write_number(sheet, 3, 5, 100.3, nullptr);
    worksheet_write_string(sheet, 4, 0, "28/02/2025", nullptr);
    worksheet_write_datetime(sheet, 4, 1, &second, day);
    worksheet_write_string(sheet, 4, 2, "LYDEC", nullptr);
    worksheet_write_string(sheet, 4, 3, "1.050,25", nullptr);
    worksheet_write_number(sheet, 4, 5, with_total ? -949.95 : 0, nullptr);
    workbook_close(book);
    std::ifstream file(path, std::ios::binary);
    std::string bytes{std::istreambuf_iterator<char>(file), {}};
    std::filesystem::remove(path);
    return bytes;
}

TEST(Workbook, ReadsTypedCellsAndTextCellsOfTheRightSheet) {
    const auto reading = read(workbook(true));
    ASSERT_TRUE(reading.is_readable()) << reading.problems[0].message;
    EXPECT_EQ(reading.format, "xlsx");
    const auto& statement = reading.statements.at(0);
    EXPECT_THAT(codes(statement.doubts), testing::IsEmpty());
    EXPECT_EQ(statement.account_identifier, "011519000001205000534921");
    EXPECT_EQ(statement.currency, "MAD");
    EXPECT_EQ(amounts(statement), (std::vector<std::string>{"0.30", "-1050.25"}));
    EXPECT_EQ(statement.movements[0].booking_date.text(), "2025-02-03");
    EXPECT_EQ(statement.movements[1].value_date->text(), "2025-02-28");
    EXPECT_EQ(statement.movements[1].line, 5);
}

TEST(Workbook, ItsBalanceColumnIsCheckedToo) {
    EXPECT_EQ(codes(read(workbook(false)).statements.at(0).doubts), std::vector<std::string>{"balance_mismatch"});
}

TEST(Workbook, ACutFileIsRefused) {
    const auto bytes = workbook(true);
    EXPECT_EQ(codes(read(bytes.substr(0, bytes.size() / 2)).problems), std::vector<std::string>{"broken_workbook"});
}

/// An archive of these files, by name.
std::string packed(const std::vector<std::pair<std::string, std::string>>& files) {
    auto path = (std::filesystem::temp_directory_path() / "daftar-zip-XXXXXX").string();
    close(mkstemp(path.data()));
    auto* archive = zip_open(path.c_str(), ZIP_CREATE | ZIP_TRUNCATE, nullptr);
    for (const auto& [name, content] : files)
        zip_file_add(archive, name.c_str(), zip_source_buffer(archive, content.data(), content.size(), 0), 0);
    zip_close(archive);
    std::ifstream file(path, std::ios::binary);
    std::string bytes{std::istreambuf_iterator<char>(file), {}};
    std::filesystem::remove(path);
    return bytes;
}

TEST(Workbook, StatementsThatABankPackedTogetherAreReadTogether) {
    const std::string first = ":20:X\n:25:1\n:60F:C250101EUR1,00\n:62F:C250131EUR1,00\n-\n",
                      second = ":20:X\n:25:1\n:60F:C250131EUR1,00\n:62F:C250228EUR1,00\n-\n";
    const auto both = read(packed({{"b.sta", second}, {"a.sta", first}, {"__MACOSX/a", "x"}}));
    ASSERT_TRUE(both.is_readable());
    EXPECT_EQ(both.format, "mt940");
    EXPECT_EQ(both.statements.size(), 2u);
    const auto broken = read(packed({{"a.sta", first}, {"b.sta", ":20:X\n:25:1\n:60F:C250131EUR1,00\n:61:x\n"}}));
    EXPECT_TRUE(broken.statements.empty());
    EXPECT_EQ(broken.problems.at(0).path, "b.sta, line 4");
    EXPECT_EQ(codes(read(packed({{"a.sta", first}, {"b.qif", "!Type:Bank\nD13/02/2025\nT5\n^\n"}})).problems),
              std::vector<std::string>{"mixed_archive"});
    EXPECT_EQ(codes(read(packed({{"a.zip", packed({{"a.sta", first}})}})).problems),
              std::vector<std::string>{"broken_archive"});
}

// A workbook of one sheet, by hand: its name in the archive and what stands between the tags of sheetData.
std::string zipped(const std::string& name, const std::string& rows) {
    return packed({{"xl/workbook.xml", "<workbook><sheets/></workbook>"},
                   {name, "<worksheet><sheetData>" + rows + "</sheetData></worksheet>"}});
}

TEST(Workbook, ASheetMayHaveAnyNameInTheArchive) {
    std::string rows;
    for (const std::string row : {"Date|Libellé|Montant", "03/02/2025|EAU|-12,50"}) {
        rows += "<row>";
        for (std::size_t at = 0; at <= row.size();) {
            const auto end = std::min(row.find('|', at), row.size());
            rows += "<c t=\"inlineStr\"><is><t>" + row.substr(at, end - at) + "</t></is></c>";
            at = end + 1;
        }
        rows += "</row>";
    }
    EXPECT_EQ(amounts(read(zipped("xl/worksheets/Feuille.xml", rows)).statements.at(0)),
              std::vector<std::string>{"-12.50"});
}

TEST(Workbook, ASmallFileOfMillionsOfRowsIsRefusedUnread) {
    std::string rows;
    for (int i = 0; i < 1'100'000; ++i) rows += "<row/><row/>";
    const auto bytes = zipped("xl/worksheets/sheet1.xml", rows);
    EXPECT_LT(bytes.size(), 100'000u);
    EXPECT_EQ(codes(read(bytes).problems), std::vector<std::string>{"too_large"});
}

}  // namespace
}  // namespace daftar::banking
