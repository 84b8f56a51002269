// Closing, the year after it, and reopening, in the three countries.
#include <chrono>

#include "modules/accounting/accounting_fixture.hpp"

namespace daftar::accounting {
namespace {

struct YearEndTest : AccountingTest {
    explicit YearEndTest(std::string_view chart = "be-acp") : AccountingTest(chart) {
        books.set_now(*Timestamp::parse("2026-02-10T10:30:00Z"));
    }
    std::string close(int year = 2025) {
        return call("POST", "/api/v1/accounting/year-end-close?year=" + std::to_string(year));
    }
    std::string reopen(const Principal& who, int year = 2025) {
        return tests::outcome(books.request(who, "POST",
                                            "/api/v1/accounting/year-end-reopen?year=" + std::to_string(year),
                                            R"({"reason":"Facture oubliée"})"));
    }
    /// "100000 -500.00 0.00 -500.00; …": code, opening, movement of the year and balance of every account.
    std::string all_balances(std::string_view date) {
        std::string out;
        const auto found = get("/api/v1/accounting/trial-balance?date=" + std::string(date));
        EXPECT_EQ(text(found, "balanced"), "true") << date;
        for (const auto& account : *found.find("accounts")->if_array())
            if (text(account, "balance") != "0.00")
                out += text(account, "account_code") + " " + text(account, "balance") + "; ";
        return out;
    }
    void a_year() {
        entry("2025-01-05", "550000", "100000", "5000");
        entry("2025-03-05", "610100", "550000", "1200");
        entry("2025-06-30", "550000", "701", "1000");
    }
};
struct FrenchYearEndTest : YearEndTest {
    FrenchYearEndTest() : YearEndTest("fr-copropriete") {}
};
struct MoroccanYearEndTest : YearEndTest {
    MoroccanYearEndTest() : YearEndTest("ma-syndicat") {}
};

TEST_F(YearEndTest, closes_and_carries_forward) {
    a_year();
    entry("2025-12-31", "612", "440000", "33.33");
    const auto preview = get("/api/v1/accounting/year-end-preview?year=2025");
    EXPECT_EQ(text(preview, "net_result"), "-233.33");
    const auto closed = post("/api/v1/accounting/year-end-close?year=2025", "", 200);
    EXPECT_EQ(text(closed, "status"), "Closed");
    EXPECT_EQ(text(closed, "net_result"), "-233.33");
    EXPECT_EQ(text(closed, "closure_date"), "2025-12-31T23:59:59Z");
    EXPECT_EQ(text(closed, "opening_balance_2026"),
              R"({"total_assets":4800.00,"total_liabilities":4800.00,"equity":4766.67})");
    EXPECT_EQ(all_balances("2025-12-31"), "100000 -5000.00; 129 233.33; 440000 -33.33; 550000 4800.00; ");
    EXPECT_EQ(all_balances("2026-01-01"), "100000 -5000.00; 129 233.33; 440000 -33.33; 550000 4800.00; ");
    EXPECT_EQ(
        call(
            "POST", "/api/v1/accounting/journal-entries",
            R"({"date":"2025-12-31","description":"x","lines":[{"account_code":"612","debit":1},{"account_code":"550000","credit":1}]})"),
        "409 year_closed");
    entry("2026-01-15", "612", "550000", "800");
    EXPECT_EQ(balance("550000", "2026-01-31"), "4000.00");
    EXPECT_EQ(balance("612", "2026-01-31"), "800.00");
    const auto before = get("/api/v1/accounting/trial-balance?date=2025-12-31&before_closing=true");
    EXPECT_NE(to_text(before).find("\"610100\""), std::string::npos);
    const auto ledger = get("/api/v1/accounting/ledger?account_code=550000&start_date=2026-01-01&end_date=2026-12-31");
    EXPECT_EQ(text(ledger, "opening_balance"), "4800.00");
    EXPECT_EQ(text(ledger, "closing_balance"), "4000.00");
}

TEST_F(YearEndTest, the_next_year_opens_the_same_before_and_after_closing) {
    a_year();
    books.expect(201, accountant, "POST", "/api/v1/accounting/fiscal-years", R"({"year":2026})");
    entry("2026-01-15", "612", "550000", "800");
    const auto open = all_balances("2026-01-31");
    EXPECT_EQ(close(), "200");
    EXPECT_EQ(all_balances("2026-01-31"), open);
    EXPECT_EQ(reopen(books.as(accountant, "SuperAdmin")), "200");
    EXPECT_EQ(all_balances("2026-01-31"), open);
    EXPECT_EQ(all_balances("2025-12-31"), "100000 -5000.00; 550000 4800.00; 610100 1200.00; 701 -1000.00; ");
}

TEST_F(YearEndTest, reopening_reverses_and_the_year_closes_again) {
    a_year();
    EXPECT_EQ(reopen(books.as(accountant, "SuperAdmin")), "409 year_not_closed");
    EXPECT_EQ(close(), "200");
    EXPECT_EQ(close(), "409 year_already_closed");
    for (const auto* role : {"Accountant", "Syndic", "BoardMember", "Owner", "Admin"})
        EXPECT_EQ(reopen(books.as(accountant, role)), "403 not_allowed") << role;
    EXPECT_EQ(reopen(books.as(accountant, "SuperAdmin")), "200");
    EXPECT_EQ(books.sql("select count(*) from entry where reversal_of is not null"), "2");
    EXPECT_EQ(books.sql("select count(*) from audit_event where action = 'REOPEN' and entity_type = 'FiscalYear'"),
              "1");
    entry("2025-12-30", "612", "550000", "100");
    EXPECT_EQ(close(), "200");
    EXPECT_EQ(all_balances("2026-01-01"), "100000 -5000.00; 129 300.00; 550000 4700.00; ");
    EXPECT_EQ(books.sql("select count(*) from year_closing where reopened_at is null"), "1");
}

TEST_F(YearEndTest, blocking_checks_refuse_and_say_which) {
    a_year();
    EXPECT_EQ(close(2031), "404 year_not_found");
    books.set_now(*Timestamp::parse("2025-12-15T10:00:00Z"));
    EXPECT_EQ(close(), "409 closing_blocked");
    books.set_now(*Timestamp::parse("2026-02-10T10:30:00Z"));
    deduct_vat();
    post(
        "/api/v1/expenses",
        R"({"description":"Facture","expense_date":"2025-11-10","category":"other","line_items":[{"description":"x","quantity":1,"unit_price":100,"vat_rate":0.21}]})");
    const auto refused = books.request(accountant, "POST", "/api/v1/accounting/year-end-close?year=2025");
    EXPECT_EQ(tests::outcome(refused), "409 closing_blocked");
    EXPECT_NE(refused.body.find("Déclaration TVA Q4 2025"), std::string::npos) << refused.body;
    const auto filed = post("/api/v1/accounting/vat-declarations", R"({"year":2025,"quarter":4})");
    EXPECT_EQ(close(), "409 closing_blocked");
    post("/api/v1/accounting/vat-declarations/" + text(filed, "id") + "/settle", R"({"date":"2025-12-31"})", 200);
    EXPECT_EQ(text(get("/api/v1/accounting/year-end-checklist?year=2025"), "ready_for_closure"), "true");
    EXPECT_EQ(close(), "200");
    EXPECT_EQ(books.sql("select count(*) from fiscal_year where status = 'closed'"), "1");
}

TEST_F(YearEndTest, checklist_has_the_guides_shape) {
    a_year();
    const auto list =
        get("/api/v1/accounting/year-end-checklist?year=2025&organization_id=" + accountant.organization.text());
    const auto& first = list.find("checks")->if_array()->front();
    EXPECT_EQ(text(first, "item"), "Balance équilibrée");
    EXPECT_EQ(text(first, "status"), "OK");
    EXPECT_NE(text(first, "details").find("Débit = Crédit"), std::string::npos);
    EXPECT_EQ(call("GET", "/api/v1/accounting/year-end-checklist?year=deux"), "400 must_be_whole_number");
}

TEST_F(FrenchYearEndTest, the_result_belongs_to_the_owners_and_works_wait_on_120) {
    const auto a = party("owner", "Martin"), b = party("owner", "Petit");
    const auto called = [&](std::string_view total, std::string_view purpose) {
        post("/api/v1/calls", R"({"date":"2025-02-01","description":"Appel","purpose":")" + std::string(purpose) +
                                  R"(","total":)" + std::string(total) + R"(,"shares":[{"owner_id":")" + a +
                                  R"(","weight":2},{"owner_id":")" + b + R"(","weight":1}]})");
    };
    called("1000.00", "budget");
    called("500.00", "works");
    entry("2025-05-01", "602", "5121", "700");
    entry("2025-05-02", "671", "5121", "450");
    books.expect(201, accountant, "POST", "/api/v1/accounting/fiscal-years", R"({"year":2026})");
    const auto open = all_balances("2026-01-01");
    EXPECT_EQ(close(), "200");
    EXPECT_EQ(all_balances("2026-01-01"), open) << "the opening computed while the year was open";
    EXPECT_EQ(all_balances("2026-01-01"), "120 -50.00; 4501 700.00; 4502 500.00; 5121 -1150.00; ");
    const auto detail =
        to_text(get("/api/v1/accounting/trial-balance?date=2026-01-01&auxiliaries=true&account_code=4501"));
    EXPECT_NE(detail.find("466.67"), std::string::npos) << detail;
    EXPECT_NE(detail.find("233.33"), std::string::npos) << detail;
    EXPECT_EQ(balance("602", "2025-12-31"), "0.00");
}

TEST_F(MoroccanYearEndTest, a_surplus_goes_to_1191_and_a_deficit_to_1199) {
    entry("2025-05-01", "5121", "7111", "900");
    entry("2025-05-01", "6112", "5121", "400");
    EXPECT_EQ(close(), "200");
    EXPECT_EQ(all_balances("2026-01-01"), "1191 -500.00; 5121 500.00; ");
    entry("2026-01-05", "6112", "5121", "100");
    books.set_now(*Timestamp::parse("2027-02-10T10:30:00Z"));
    EXPECT_EQ(close(2026), "200");
    EXPECT_EQ(all_balances("2027-01-01"), "1191 -500.00; 1199 100.00; 5121 400.00; ");
    EXPECT_EQ(reopen(books.as(accountant, "SuperAdmin"), 2025), "409 later_year_closed");
}

TEST_F(YearEndTest, closing_reads_sums_not_lines) {
    // Every account on every day: the most rows that any number of entries leaves in one year, and all that closing
    // reads. Only those sums are made here, no entries: the time of a really posted year is for the bench.
    const auto organization = "'" + accountant.organization.text() + "'";
    books.sql("insert into balance (organization_id, day, account_id, kind, debit, credit) select " + organization +
              ", '2025-01-01'::date + d, a.id, 'movement', 1000, 1000 from generate_series(0, 364) d, account a where "
              "a.code not like '45%' and a.organization_id = " +
              organization);
    const auto start = std::chrono::steady_clock::now();
    a_year();
    EXPECT_EQ(close(), "200");
    EXPECT_LT(std::chrono::steady_clock::now() - start, std::chrono::seconds(2));
}

// Accounts made before the type was checked against the class.
TEST_F(YearEndTest, an_account_whose_type_contradicts_its_class_blocks_the_closing_until_it_is_mended) {
    entry("2025-03-01", "610100", "550000", "100");
    books.sql("update account set account_type = 'Asset' where code = '610100'");
    const auto names_it = [&] {
        return to_text(*get("/api/v1/accounting/year-end-checklist?year=2025").find("checks")).find("610100") !=
               std::string::npos;
    };
    EXPECT_TRUE(names_it());
    EXPECT_EQ(call("POST", "/api/v1/accounting/year-end-close?year=2025"), "409 closing_blocked");
    const auto path = "/api/v1/accounts/" + text(get("/api/v1/accounts/code/610100"), "id");
    EXPECT_EQ(call("PUT", path, R"({"account_type":"Liability"})"), "400 type_not_of_class");
    EXPECT_EQ(call("PUT", path, R"({"account_type":"Expense"})"), "200");
    EXPECT_FALSE(names_it());
    EXPECT_EQ(call("PUT", path, R"({"account_type":"Income"})"), "409 type_in_use");
}

}  // namespace
}  // namespace daftar::accounting
