// The spreadsheets opened by another program: LibreOffice computes the totals that the API states.
#include <filesystem>
#include <fstream>

#include "modules/accounting/accounting_fixture.hpp"

namespace daftar::accounting {
namespace {

struct LibreOfficeTest : AccountingTest {
    std::filesystem::path folder = std::filesystem::temp_directory_path() / ("daftar-calc-" + std::to_string(getpid()));

    void SetUp() override { std::filesystem::create_directories(folder); }
    void TearDown() override { std::filesystem::remove_all(folder); }

    void save(const std::string& type, const std::string& more = "") {
        const auto file =
            books.request(accountant, "GET", "/api/v1/exports/excel?year=2025&report_type=" + type + more);
        ASSERT_EQ(file.status, 200) << file.body;
        std::ofstream(folder / (type + ".xlsx"), std::ios::binary) << file.body;
    }
    /// Every workbook of the folder as text, the first sheet of each.
    void convert() {
        const auto command =
            "soffice --headless -env:UserInstallation=file://" + folder.string() +
            "/profile --convert-to 'csv:Text - txt - csv (StarCalc):59,34,76,1,,0,false,false' --outdir " +
            folder.string() + " " + folder.string() + "/*.xlsx >" + folder.string() + "/log 2>&1";
        ASSERT_EQ(std::system(command.c_str()), 0);
    }
    /// The cells of the last row that starts with this label.
    std::vector<std::string> row(const std::string& type, const std::string& label) {
        std::ifstream in(folder / (type + ".csv"));
        std::vector<std::string> found;
        for (std::string line; std::getline(in, line);) {
            std::erase(line, '"');
            if (!line.starts_with(label + ";")) continue;
            found.assign(1, "");
            for (const char c : line) {
                if (c == ';')
                    found.emplace_back();
                else
                    found.back() += c;
            }
        }
        EXPECT_FALSE(found.empty()) << type << " has no row « " << label << " »";
        found.resize(9);
        return found;
    }
    /// "12,196.17 €", as the sheet shows it in English, is 12196.17.
    static std::string amount(std::string text) {
        std::erase_if(text, [](char c) { return !((c >= '0' && c <= '9') || c == '-' || c == '.'); });
        const auto value = Decimal::parse(text);
        const auto money = value ? Money::exactly(*value, *Currency::from_code("EUR")) : std::nullopt;
        return money ? money->text() : "not an amount: " + text;
    }
};

TEST_F(LibreOfficeTest, computes_the_totals_that_we_state) {
    deduct_vat();
    for (int month = 1; month <= 9; ++month) {
        const auto date = "2025-0" + std::to_string(month) + "-12", price = std::to_string(100 * month) + ".37";
        post("/api/v1/expenses",
             R"({"description":"Entretien","expense_date":")" + date +
                 R"(","category":"maintenance","line_items":[{"description":"=1+1","quantity":1,"unit_price":)" +
                 price + R"(,"vat_rate":0.21}]})");
        entry(date, "550000", "701", std::to_string(250 * month) + ".05", "Appel & <provisions>");
    }
    for (const auto* type : {"balance-sheet", "income-statement", "trial-balance", "ledger"}) save(type);
    save("vat-declaration", "&quarter=2");
    convert();

    const auto trial = get("/api/v1/accounting/trial-balance?date=2025-12-31");
    const auto balance = row("trial-balance", "Total"), ledger = row("ledger", "Total");
    EXPECT_EQ(amount(balance[2]), text(trial, "total_debit"));
    EXPECT_EQ(amount(balance[3]), text(trial, "total_credit"));
    EXPECT_EQ(amount(balance[4]), "0.00");
    EXPECT_EQ(amount(ledger[4]), text(trial, "total_debit"));
    EXPECT_EQ(amount(ledger[5]), text(trial, "total_credit"));
    const auto sheet = get("/api/v1/reports/balance-sheet?year=2025");
    EXPECT_EQ(amount(row("balance-sheet", "Total de l'actif")[1]), text(*sheet.find("assets"), "total_assets"));
    EXPECT_EQ(amount(row("balance-sheet", "Total du passif")[1]),
              text(*sheet.find("liabilities"), "total_liabilities"));
    const auto income = get("/api/v1/reports/income-statement?year=2025");
    EXPECT_EQ(amount(row("income-statement", "Résultat net")[1]), text(income, "net_result"));
    const auto vat = get("/api/v1/reports/vat-declaration?year=2025&quarter=2");
    EXPECT_EQ(amount(row("vat-declaration", "TVA déductible")[3]), text(vat, "vat_deductible"));
}

}  // namespace
}  // namespace daftar::accounting
