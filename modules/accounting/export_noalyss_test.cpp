#include <gmock/gmock.h>

#include "modules/accounting/accounting_fixture.hpp"

namespace daftar::accounting {
namespace {

struct Noalyss : AccountingTest {
    Response noalyss(const std::string& start, const std::string& end) {
        return books.request(accountant, "GET",
                             "/api/v1/exports/noalyss?start_date=" + start + "&end_date=" + end +
                                 "&organization_id=" + accountant.organization.text());
    }
};

TEST_F(Noalyss, WritesTheLinesOfThePeriodAsNoalyssDoes) {
    entry("2025-01-15", "610100", "550000", "1605.50", "Facture \\\"janvier\\\"; suite");
    entry("2025-02-15", "610300", "550000", "20.00");
    const auto response = noalyss("2025-01-01", "2025-01-31");
    ASSERT_EQ(response.status, 200) << response.body;
    EXPECT_EQ(
        response.body,
        "\"operation\";\"N° Pièce\";\"Interne\";\"Date\";\"Poste\";\"QuickCode\";\"Libellé\";\"Débit\";\"Crédit\"\r\n"
        "1;\"\";\"OD-2025-1\";\"15.01.2025\";\"610100\";\"\";\"Facture janvier; suite\";1605,50;0,00\r\n"
        "1;\"\";\"OD-2025-1\";\"15.01.2025\";\"550000\";\"\";\"Facture janvier; suite\";0,00;1605,50\r\n");
    EXPECT_THAT(response.headers, testing::Contains(testing::Pair(
                                      "Content-Disposition", "attachment; filename*=UTF-8''journal-251110-1030.csv")));
}

TEST_F(Noalyss, ASpreadsheetComputesNothingOfIt) {
    for (const auto* text : {"=1+1", "@SUM(A1)", "+33 1", "-5 remise"})
        entry("2025-01-15", "610100", "550000", "1", text);
    const auto body = noalyss("2025-01-01", "2025-01-31").body;
    for (const auto* text : {"\" =1+1\"", "\" @SUM(A1)\"", "\" +33 1\"", "\" -5 remise\""})
        EXPECT_THAT(body, testing::HasSubstr(text));
}

// Checked against the plugin's own reading (import_account, impacc_csv_misc_operation): seven columns, the first a date
// DD.MM.YYYY, groups that balance, amounts without sign, "D" or "C", nothing that PHP's fgetcsv takes for an escape.
TEST_F(Noalyss, WritesWhatItsPluginImports) {
    entry("2025-01-15", "610100", "550000", "1605.50", "Facture \\\\; \\\"janvier\\\" C:\\\\");
    const auto body = books
                          .request(accountant, "GET",
                                   "/api/v1/exports/noalyss?start_date=2025-01-01&end_date=2025-12-31&layout=import")
                          .body;
    EXPECT_EQ(body,
              "\"15.01.2025\";1;\"610100\";\"OD-2025-1\";\"Facture /; janvier C:/\";1605,50;D\r\n"
              "\"15.01.2025\";1;\"550000\";\"OD-2025-1\";\"Facture /; janvier C:/\";1605,50;C\r\n");
}

TEST_F(Noalyss, RefusesAnEmptyOrReversedPeriod) {
    EXPECT_EQ(tests::outcome(noalyss("2025-01-01", "2025-01-31")), "422 nothing_to_export");
    EXPECT_EQ(tests::outcome(noalyss("2025-02-01", "2025-01-31")), "422 dates_reversed");
    EXPECT_EQ(tests::outcome(noalyss("2025-02-30", "2025-03-31")), "400 must_be_date");
}

}  // namespace
}  // namespace daftar::accounting
