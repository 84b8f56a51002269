// The pack of a year, as a reader of the PDF finds it.
#include <filesystem>
#include <fstream>
#include <regex>
#include <sstream>

#include "modules/accounting/accounting_fixture.hpp"

namespace daftar::accounting {
namespace {

struct YearEndPackTest : AccountingTest {
    std::filesystem::path folder = std::filesystem::temp_directory_path() / ("daftar-pack-" + std::to_string(getpid()));

    explicit YearEndPackTest(std::string_view chart = "be-acp") : AccountingTest(chart) {
        books.set_now(*Timestamp::parse("2026-02-10T10:30:00Z"));
        std::filesystem::create_directories(folder);
    }
    ~YearEndPackTest() override { std::filesystem::remove_all(folder); }

    std::string file_name;
    /// The words of the pack, as pdftotext reads them, with plain spaces.
    std::string words() {
        const auto file = books.request(accountant, "GET", "/api/v1/reports/year-end-pack.pdf?year=2025");
        EXPECT_EQ(file.status, 200) << file.body.substr(0, 400);
        for (const auto& [name, value] : file.headers)
            if (name == "Content-Disposition") file_name = value;
        std::ofstream(folder / "pack.pdf", std::ios::binary) << file.body;
        const auto command =
            "pdftotext -layout " + (folder / "pack.pdf").string() + " " + (folder / "pack.txt").string();
        EXPECT_EQ(std::system(command.c_str()), 0);
        std::ostringstream text;
        text << std::ifstream(folder / "pack.txt").rdbuf();
        std::string plain;
        const auto read = text.str();
        for (std::size_t at = 0; at < read.size(); ++at) {
            if (read.compare(at, 3, "\u202f") == 0)
                plain += ' ', at += 2;
            else if (read.compare(at, 2, "\u00a0") == 0)
                plain += ' ', at += 1;
            else
                plain += read[at];
        }
        return plain;
    }
    void expect_all(const std::string& text, std::initializer_list<const char*> wanted) {
        for (const auto* words : wanted) EXPECT_NE(text.find(words), std::string::npos) << words;
    }
};
struct FrenchYearEndPackTest : YearEndPackTest {
    FrenchYearEndPackTest() : YearEndPackTest("fr-copropriete") {}
};

TEST_F(YearEndPackTest, an_open_year_is_provisional_and_a_closed_one_is_not) {
    const auto owner = party("owner", "Anne Dubois");
    post("/api/v1/calls", R"({"date":"2025-01-05","description":"Appel T1","total":1500,"shares":[{"owner_id":")" +
                              owner + R"(","weight":1}]})");
    entry("2025-02-05", "550000", "100000", "5000");
    entry("2025-03-05", "610100", "550000", "1200.50");

    const auto before = words();
    EXPECT_NE(file_name.find("provisoire"), std::string::npos) << file_name;
    expect_all(before, {"provisoire", "Dossier provisoire", "Bilan", "Compte de résultats", "Balance générale",
                        "Balance équilibrée", "Fonds de roulement disponible", "Anne Dubois",
                        "Solde des comptes de gestion du 31/12/2025", "À-nouveaux du 01/01/2026", "1 200,50",
                        "299,50 €", "Preuve du registre", "Rapprochement bancaire"});
    EXPECT_TRUE(std::regex_search(before, std::regex("[0-9a-f]{64}"))) << "the root of the book";

    post("/api/v1/accounting/year-end-close?year=2025", "", 200);
    const auto after = words();
    EXPECT_EQ(file_name.find("provisoire"), std::string::npos) << file_name;
    EXPECT_EQ(after.find("provisoire"), std::string::npos);
    EXPECT_EQ(after.find("exercice non clos"), std::string::npos);
    expect_all(after, {"Exercice clos le 10/02/2026", "Solde des comptes de gestion du 31/12/2025, écriture CLO 1",
                       "À-nouveaux du 01/01/2026, écriture AN 1", "1 200,50", "299,50 €"});
    // The line may break anywhere, by the width of the hash before it; then the page's number stands at its end.
    EXPECT_TRUE(std::regex_search(
        after,
        std::regex(
            "5\\s+(Page \\d+ / \\d+\\s+)?écritures\\s+(Page \\d+ / \\d+\\s+)?au\\s+(Page \\d+ / \\d+\\s+)?10/02/2026")))
        << "the proof counts the closing entries";
}

TEST_F(FrenchYearEndPackTest, holds_the_five_annexes_and_their_ties) {
    entry("2025-03-05", "601", "512", "80");
    expect_all(words(),
               {"Annexe 1", "Annexe 2", "Annexe 3", "Annexe 4", "Annexe 5", "Contrôles entre les états", "conforme"});
}

TEST_F(YearEndPackTest, a_year_without_books_is_refused) {
    EXPECT_EQ(call("GET", "/api/v1/reports/year-end-pack.pdf?year=2031"), "404 year_not_found");
    EXPECT_EQ(tests::outcome(
                  books.request(books.as(accountant, "Owner"), "GET", "/api/v1/reports/year-end-pack.pdf?year=2025")),
              "403 not_allowed");
    EXPECT_FALSE(words().empty()) << "books without an entry have their pack too";
}

}  // namespace
}  // namespace daftar::accounting
