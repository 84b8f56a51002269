// Our books read by others: hledger and ledger compute the same balances, and another installation gets the same
// content.
#include <gmock/gmock.h>

#include <filesystem>
#include <fstream>
#include <random>
#include <sstream>

#include "ledger/auditor.hpp"
#include "ledger/ledger.hpp"
#include "ledger/year_file.hpp"
#include "tests/support/test_books.hpp"

namespace daftar::ledger {
namespace {

using Balances = std::map<std::string, std::string>;

struct Export : ::testing::Test {
    tests::TestBooks books{{ledger()}};
    Principal accountant = books.organization("Les Érables");

    void auxiliary(const std::string& account, const std::string& code) {
        books.expect(201, accountant, "POST", "/api/v1/auxiliaries",
                     R"({"account_code":")" + account + R"(","code":")" + code + R"(","name":"Tiers )" + code +
                         R"(","kind":"other"})");
    }
    /// A year of calls, payments, invoices and a reversal, the same for every seed.
    void fill(int year, unsigned seed) {
        std::mt19937 random(seed);
        for (int i = 0; i < 60; ++i) {
            const auto amount = std::to_string(random() % 90'000 / 100) + "." + std::to_string(random() % 90 + 10);
            const auto owner = "LOT-" + std::to_string(random() % 4),
                       day = Date(year, 1, 1).plus_days(static_cast<int>(random() % 365)).text();
            const std::string lines[] = {R"({"account_code":"4101","auxiliary_code":")" + owner + R"(","debit":)" +
                                             amount + R"(},{"account_code":"701","credit":)" + amount + "}",
                                         R"({"account_code":"550000","debit":)" + amount +
                                             R"(},{"account_code":"4101","auxiliary_code":")" + owner +
                                             R"(","credit":)" + amount + "}",
                                         R"({"account_code":"610100","description":"Part ; 1","debit":)" + amount +
                                             R"(},{"account_code":"440000","credit":)" + amount + "}"};
            books.expect(201, accountant, "POST", "/api/v1/accounting/journal-entries",
                         R"({"date":")" + day + R"(","description":"Écriture ; n°  )" + std::to_string(i) +
                             R"( | \"x\"","voucher_reference":"P-)" + std::to_string(i % 20) + R"(","lines":[)" +
                             lines[random() % 3] + "]}");
        }
        const auto id =
            books.sql("select id from entry where year = " + std::to_string(year) + " order by leaf_index limit 1");
        books.expect(201, accountant, "POST", "/api/v1/accounting/journal-entries/" + id + "/reverse", "{}");
        books.expect(200, accountant, "POST", "/api/v1/tools/auto-match-entries?account_code=4101");
    }
    void SetUp() override {
        for (int i = 0; i < 4; ++i) auxiliary("4101", "LOT-" + std::to_string(i));
        fill(2025, 1);
        books.expect(201, accountant, "POST", "/api/v1/accounting/fiscal-years", R"({"year":2026})");
        fill(2026, 2);
    }
    Balances ours(int year) {
        Balances found;
        books.run(accountant, [&](Context& context) {
            for (const auto& account : trial_balance(context, {Date(year, 12, 31), true, {}, {}}).accounts)
                if (!account.balance.is_zero())
                    found[account.account_code + (account.auxiliary_code ? ":" + *account.auxiliary_code : "")] =
                        account.balance.text() + " EUR";
        });
        return found;
    }
};

/// What a program prints, one "account<tab>balance" a line.
Balances balances_of(const std::string& command) {
    Balances found;
    const std::unique_ptr<FILE, int (*)(FILE*)> pipe(popen(command.c_str(), "r"), pclose);
    char line[1'000];
    while (fgets(line, sizeof line, pipe.get())) {
        std::string text(line);
        std::erase_if(text, [](char c) { return c == '"' || c == '\n'; });
        const auto tab = text.find('\t'), separator = tab == std::string::npos ? text.rfind(',') : tab;
        if (separator != std::string::npos && text.substr(0, separator) != "account")
            found[text.substr(0, separator)] = text.substr(separator + 1);
    }
    return found;
}

TEST_F(Export, HledgerAndLedgerComputeTheSameBalances) {
    for (const int year : {2025, 2026}) {
        const auto response =
            books.request(accountant, "GET", "/api/v1/exports/ledger-text?year=" + std::to_string(year));
        ASSERT_EQ(response.status, 200) << response.body;
        const auto file =
            std::filesystem::temp_directory_path() / ("daftar-export-" + std::to_string(getpid()) + ".journal");
        std::ofstream(file) << response.body;
        const auto expected = ours(year);
        EXPECT_GT(expected.size(), 5u);
        EXPECT_EQ(balances_of("LANG=C.UTF-8 hledger -f " + file.string() + " balance --flat -N -O csv"), expected)
            << response.body;
        EXPECT_EQ(balances_of("ledger -f " + file.string() +
                              " balance --flat --no-total --balance-format '%(account)\\t%(amount)\\n'"),
                  expected);
        std::filesystem::remove(file);
    }
    EXPECT_EQ(tests::outcome(books.request(accountant, "GET", "/api/v1/exports/ledger-text?year=1999")),
              "404 year_not_found");
}

// Names that these programs would read as syntax, amounts in other currencies, and a year that ends at zero.
TEST_F(Export, OddNamesAndCurrenciesAreReadByBoth) {
    const std::map<std::string, std::string> written = {{"O'Neil \\\"x\\\"", "O'Neil x"},
                                                        {"a;b", "a,b"},
                                                        {"d  deux", "d deux"},
                                                        {"(p)", "(p)"},
                                                        {"[c]", "[c]"},
                                                        {"é è ù", "é è ù"},
                                                        {"x:y:z", "x.y.z"},
                                                        {"*étoile", "*étoile"},
                                                        {"; rien", ", rien"}};
    Balances expected;
    int cents = 101;
    for (const auto& [code, name] : written) {
        auxiliary("4101", code);
        const auto amount =
            std::to_string(cents / 100) + "." + std::to_string(cents % 100 / 10) + std::to_string(cents % 10);
        books.expect(
            201, accountant, "POST", "/api/v1/accounting/journal-entries",
            R"({"date":"2026-03-01","description":"! date:2025-13-45 | (x) y","lines":[{"account_code":"4101","auxiliary_code":")" +
                code + R"(","description":"date:2025-13-45 [2025-99-99] clé:: 1/0 :mot:","debit":)" + amount +
                R"(,"currency":"USD","currency_amount":)" + std::to_string(cents / 10) + "." +
                std::to_string(cents % 10) + R"(,"currency_rate":0.1},{"account_code":"701","credit":)" + amount +
                "}]}");
        expected["4101:" + name] = amount + " EUR";
        cents += 101;
    }
    const auto response = books.request(accountant, "GET", "/api/v1/exports/ledger-text?year=2026");
    ASSERT_EQ(response.status, 200) << response.body;
    const auto file = std::filesystem::temp_directory_path() / ("daftar-odd-" + std::to_string(getpid()) + ".journal");
    std::ofstream(file) << response.body;
    const auto only_odd = [&](Balances found) {
        std::erase_if(found, [&](const auto& one) { return !expected.contains(one.first); });
        return found;
    };
    EXPECT_EQ(only_odd(balances_of("LANG=C.UTF-8 hledger -f " + file.string() + " balance --flat -N -O csv 2>&1")),
              expected)
        << response.body;
    EXPECT_EQ(only_odd(balances_of("ledger -f " + file.string() +
                                   " balance --flat --no-total --balance-format '%(account)\\t%(amount)\\n' 2>&1")),
              expected);
    std::filesystem::remove(file);
}

TEST_F(Export, AYearIsImportedIntoEmptyBooksWithTheSameContent) {
    for (const int year : {2025, 2026}) {
        const auto target = "/api/v1/exports/json?year=" + std::to_string(year);
        const auto exported = books.request(accountant, "GET", target);
        ASSERT_EQ(exported.status, 200) << exported.body;
        auto other = books.organization("Copie " + std::to_string(year), "be-acp", year);
        const auto report = books.expect(200, other, "POST", "/api/v1/imports/json", exported.body);
        const auto again = books.request(other, "GET", target);
        const auto before = std::get<Json>(parse_json(exported.body)), after = std::get<Json>(parse_json(again.body));
        EXPECT_EQ(*before.find("content_root"), *after.find("content_root"));
        EXPECT_EQ(*report.find("content_root"), *after.find("content_root"));
        for (const auto* part : {"accounts", "roles", "auxiliaries", "journals", "opening", "entries"})
            EXPECT_EQ(*before.find(part), *after.find(part)) << part;
        EXPECT_EQ(before.find("matchings")->if_array()->size(), after.find("matchings")->if_array()->size());
        books.run(other, [](Context& context) {
            const auto audit = audit_books(context);
            EXPECT_TRUE(audit.sound) << to_json_text(audit);
        });
        EXPECT_EQ(tests::outcome(books.request(other, "POST", "/api/v1/imports/json", exported.body)),
                  "409 books_not_empty");
    }
}

TEST_F(Export, AnAlteredOrForeignYearIsRefusedAndNothingIsWritten) {
    const auto exported = books.request(accountant, "GET", "/api/v1/exports/json?year=2025").body;
    const auto other = books.organization("Copie"), moroccan = books.organization("Anfa", "ma-syndicat"),
               later = books.organization("Plus tard", "be-acp", 2025);
    const auto import = [&](const Principal& principal, const std::string& body) {
        return tests::outcome(books.request(principal, "POST", "/api/v1/imports/json", body));
    };
    auto altered = exported;
    altered.replace(altered.find("Part ; 1"), 8, "Part ; 2");
    EXPECT_EQ(import(other, altered), "422 content_differs");
    EXPECT_EQ(import(moroccan, exported), "422 other_currency");
    auto shifted = exported;
    shifted.replace(shifted.find("\"start_date\":\"2025-01-01\""), 25, "\"start_date\":\"2025-01-02\"");
    EXPECT_EQ(import(later, shifted), "422 year_differs");
    auto mismatched = exported;
    mismatched.replace(mismatched.find("\"line_number\":1", mismatched.find("\"matchings\":[{")), 15,
                       "\"line_number\":9");
    EXPECT_EQ(import(other, mismatched), "400 invalid_matching");
    EXPECT_EQ(import(other, "{"), "400 invalid_json");
    EXPECT_EQ(import(other, "{}"), "400 bad_input");
    EXPECT_EQ(books.sql("select count(*) from entry where organization_id = '" + other.organization.text() + "'"), "0");
    EXPECT_EQ(tests::outcome(books.request(accountant, "GET", "/api/v1/exports/json?year=1999")), "404 year_not_found");
}

}  // namespace
}  // namespace daftar::ledger
