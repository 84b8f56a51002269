// From a statement file to posted, matched and reconciled books, through the whole path.
#include "banking/banking.hpp"

#include <gtest/gtest.h>

#include "ledger/ledger.hpp"
#include "registry/registry.hpp"
#include "tests/support/test_books.hpp"

namespace daftar::banking {
namespace {

using tests::outcome;

const std::string iban = "BE68539007547034";

std::string mt940(const std::string& opening, const std::string& lines, const std::string& closing,
                  const std::string& day = "250331") {
    return ":20:X\n:25:" + iban + "\n:28C:1\n:60F:C250301EUR" + opening + "\n" + lines + ":62F:C" + day + "EUR" +
           closing + "\n-\n";
}

struct BankingTest : testing::Test {
    tests::TestBooks books{{ledger::ledger(), registry::registry(), banking()}};
    Principal accountant = books.organization("Les Érables");

    std::string text(const Json& json, std::string_view name) { return to_text(*json.find(name)); }
    Response import(const std::string& file, const std::string& query = "?filename=releve.sta") {
        return books.request(accountant, "POST", "/api/v1/bank/statements" + query, file);
    }
    Json imported(const std::string& file, const std::string& query = "?filename=releve.sta") {
        return books.expect(201, accountant, "POST", "/api/v1/bank/statements" + query, file);
    }
    std::string party(const std::string& kind, const std::string& name) {
        return *books
                    .expect(201, accountant, "POST", "/api/v1/parties",
                            R"({"kind":")" + kind + R"(","name":")" + name + R"("})")
                    .find("code")
                    ->if_string();
    }
    /// An entry of two lines; the first is debited. The identifier of the entry.
    std::string entry(const std::string& date, const std::string& debit, const std::string& credit,
                      const std::string& amount, const std::string& description) {
        const auto side = [](const std::string& account) {
            const auto slash = account.find('/');
            return R"("account_code":")" + account.substr(0, slash) + "\"" +
                   (slash == account.npos ? "" : R"(,"auxiliary_code":")" + account.substr(slash + 1) + "\"");
        };
        return *books
                    .expect(201, accountant, "POST", "/api/v1/accounting/journal-entries",
                            R"({"date":")" + date + R"(","description":")" + description + R"(","lines":[{)" +
                                side(debit) + R"(,"debit":)" + amount + "},{" + side(credit) + R"(,"credit":)" +
                                amount + "}]}")
                    .find("id")
                    ->if_string();
    }
    std::string owners() {
        return books.sql(
            "select a.code from account_role r join account a on a.id = r.account_id where r.role = 'owners'");
    }
    std::string bank() {
        return books.sql(
            "select a.code from account_role r join account a on a.id = r.account_id where r.role = 'bank'");
    }
    std::string charges() {
        return books.sql(
            "select a.code from account_role r join account a on a.id = r.account_id where r.role = 'bank_charges'");
    }
    std::string balance(const std::string& account) {
        return books.sql(
            "select coalesce(sum(l.amount), 0) from line l join account a on a.id = l.account_id where a.code = '" +
            account + "'");
    }
    std::string movement_id(const std::string& amount) {
        return books.sql("select id from bank_movement where amount = " + amount);
    }
};

TEST_F(BankingTest, a_file_imported_twice_and_an_overlapping_one_add_only_what_is_new) {
    const std::string first = ":61:2503030303C250,00NTRFA//B1\n:86:DUPONT\n",
                      second = ":61:2503040304D12,50NCHGA//B2\n:86:FRAIS\n",
                      third = ":61:2503050305C10,00NTRFA//B3\n:86:MARTIN\n";
    EXPECT_EQ(text(imported(mt940("100,00", first + second, "337,50")), "new_movements"), "2");
    const auto again = imported(mt940("100,00", first + second, "337,50"));
    EXPECT_EQ(text(again, "new_movements"), "0");
    EXPECT_EQ(text(again, "already_imported"), "true");
    EXPECT_EQ(text(imported(mt940("100,00", first + second + third, "347,50")), "new_movements"), "1");
    const auto csv =
        "Date;Libellé;Montant\n03/03/2025;VIR DUPONT;250,00\n05/03/2025;VIR MARTIN;10,00\n06/03/2025;VIR PETIT;5,00\n";
    EXPECT_EQ(text(imported(csv, "?filename=export.csv"), "new_movements"), "1");
    EXPECT_EQ(books.sql("select count(*) from bank_movement"), "4");
    EXPECT_EQ(books.sql("select count(*) from entry"), "0");
    const auto accounts = books.expect(200, accountant, "GET", "/api/v1/bank/accounts");
    EXPECT_EQ(*accounts.find("items")->if_array()->at(0).find("identifier"), Json(iban));
}

TEST_F(BankingTest, broken_and_doubtful_files_are_refused_whole_and_located) {
    EXPECT_EQ(outcome(import(":20:X\n:25:1\n:60F:C250301EUR1,00\n:61:250303C1,00NTRFA\n")), "400 unreadable_statement");
    const auto doubtful = mt940("100,00", ":61:2503030303C250,00NTRFA\n", "340,00");
    const auto refused = import(doubtful);
    EXPECT_EQ(outcome(refused), "422 doubtful_statement");
    EXPECT_NE(refused.body.find("line 6"), std::string::npos) << refused.body;
    EXPECT_EQ(books.sql("select count(*) from bank_account"), "0");
    EXPECT_EQ(text(imported(doubtful, "?accept_doubts=true"), "new_movements"), "1");
    auto other = mt940("0,", "", "0,");
    other.replace(other.find(iban), iban.size(), "BE43068999999501");
    EXPECT_EQ(outcome(import(other)), "422 unknown_bank_account");
    const auto account = books.sql("select id from bank_account");
    EXPECT_EQ(outcome(import(other, "?bank_account_id=" + account)), "422 other_bank_account");
    auto dollars = mt940("0,", "", "0,");
    for (auto at = dollars.find("EUR"); at != dollars.npos; at = dollars.find("EUR")) dollars.replace(at, 3, "USD");
    EXPECT_EQ(outcome(import(dollars)), "422 wrong_currency");
    EXPECT_EQ(outcome(books.request(books.as(accountant, "Owner"), "POST", "/api/v1/bank/statements", doubtful)),
              "403 not_allowed");
}

TEST_F(BankingTest, certain_receipts_are_matched_posted_and_lettered_and_undone_by_reversal) {
    const auto owner = party("owner", "Dupont Marie");
    entry("2025-03-01", owners() + "/" + owner, "700000", "250.00", "Appel T1 +++010/8068/17183+++");
    imported(mt940("100,00", ":61:2503030303C250,00NTRFA//B1\n:86:DUPONT MARIE +++010/8068/17183+++\n", "350,00"));
    const auto id = movement_id("25000");
    const auto suggestions = books.expect(200, accountant, "GET", "/api/v1/bank/movements/" + id + "/suggestions");
    EXPECT_NE(to_text(suggestions).find("communication structurée"), std::string::npos);
    const auto done = books.expect(200, accountant, "POST", "/api/v1/bank/movements/auto-match", "{}");
    EXPECT_EQ(text(done, "matched_count"), "1");
    EXPECT_EQ(balance(owners()), "0");
    EXPECT_EQ(balance(bank()), "25000");
    EXPECT_EQ(books.sql("select count(*) from open_item where open_amount <> 0"), "0");
    EXPECT_EQ(outcome(books.request(accountant, "POST", "/api/v1/bank/movements/" + id + "/match", R"({"fee":1.00})")),
              "409 already_matched");

    books.expect(200, accountant, "POST", "/api/v1/bank/movements/" + id + "/unmatch", "{}");
    EXPECT_EQ(balance(owners()), "25000");
    EXPECT_EQ(balance(bank()), "0");
    EXPECT_EQ(books.sql("select sum(open_amount) || ' ' || count(*) from open_item where open_amount <> 0"), "25000 1");
    EXPECT_EQ(outcome(books.request(accountant, "POST", "/api/v1/bank/movements/" + id + "/unmatch", "{}")),
              "409 not_matched");
    EXPECT_EQ(text(books.expect(200, accountant, "POST", "/api/v1/bank/movements/auto-match", "{}"), "matched_count"),
              "1");
}

TEST_F(BankingTest, one_movement_settles_several_items_with_a_fee_and_a_part_to_post) {
    const auto owner = party("owner", "Martin Paul");
    const auto first = entry("2025-03-01", owners() + "/" + owner, "700000", "100.00", "Appel T1"),
               second = entry("2025-03-02", owners() + "/" + owner, "700000", "60.00", "Appel T2");
    imported(mt940("0,", ":61:2503030303C129,00NTRFA//B1\n:86:MARTIN\n", "129,00"));
    const auto path = "/api/v1/bank/movements/" + movement_id("12900") + "/match";
    const auto item = [](const std::string& entry_id, const std::string& more) {
        return R"({"entry_id":")" + entry_id + R"(","line_number":1)" + more + "}";
    };
    EXPECT_EQ(outcome(books.request(accountant, "POST", path, R"({"items":[)" + item(first, "") + "]}")),
              "422 parts_must_sum");
    EXPECT_EQ(outcome(books.request(accountant, "POST", path,
                                    R"({"items":[)" + item(first, R"(,"amount":200.00)") + R"(],"fee":71.00})")),
              "422 amount_exceeds_open");
    EXPECT_EQ(
        outcome(books.request(accountant, "POST", path, R"({"lines":[{"account_code":"999999","amount":129.00}]})")),
        "422 unknown_account");
    EXPECT_EQ(outcome(books.request(accountant, "POST", path, "{}")), "400 nothing_to_match");
    EXPECT_EQ(books.sql("select count(*) from entry"), "2");
    books.expect(200, accountant, "POST", path,
                 R"({"items":[)" + item(first, "") + "," + item(second, R"(,"amount":20.00)") +
                     R"(],"fee":1.00,"lines":[{"account_code":"700000","amount":10.00}]})");
    EXPECT_EQ(balance(bank()), "12900");
    EXPECT_EQ(balance(owners()), "4000");
    EXPECT_EQ(balance(charges()), "100");
    EXPECT_EQ(books.sql("select sum(open_amount) from open_item"), "4000");
}

TEST_F(BankingTest, a_line_already_in_the_books_is_proven_without_a_new_entry) {
    const auto cheque = entry("2025-03-04", charges(), bank(), "60.50", "Chèque 12");
    imported(mt940("100,00", ":61:2503060306D60,50NCHKA//B1\n:86:CHEQUE 12\n", "39,50"));
    EXPECT_EQ(text(books.expect(200, accountant, "POST", "/api/v1/bank/movements/auto-match", "{}"), "matched_count"),
              "1");
    EXPECT_EQ(books.sql("select count(*) from entry"), "1");
    const auto again = R"({"book_lines":[{"entry_id":")" + cheque + R"(","line_number":2}]})";
    EXPECT_EQ(
        outcome(books.request(accountant, "POST", "/api/v1/bank/movements/" + movement_id("-6050") + "/match", again)),
        "409 already_matched");
    books.expect(200, accountant, "POST", "/api/v1/bank/movements/" + movement_id("-6050") + "/unmatch", "{}");
    EXPECT_EQ(books.sql("select count(*) from entry"), "1");
}

TEST_F(BankingTest, an_uncashed_cheque_leaves_the_bank_higher_and_the_account_reconciled) {
    entry("2025-03-01", bank(), "700000", "420.00", "Recettes");
    entry("2025-03-08", charges(), bank(), "200.00", "Chèque 1234 en circulation");
    imported(mt940("0,", ":61:2503010301C420,00NTRFA//B1\n:86:RECETTES\n", "420,00"));
    const auto path = "/api/v1/accounting/bank-reconciliation?account_code=" + bank() + "&date=2025-03-31";
    const auto before = books.expect(200, accountant, "GET", path);
    EXPECT_EQ(text(before, "status"), R"("ToBook")");
    EXPECT_EQ(text(before, "difference"), "0.00");
    EXPECT_EQ(outcome(books.request(accountant, "POST", "/api/v1/accounting/bank-reconciliation",
                                    R"({"account_code":")" + bank() + R"(","date":"2025-03-31"})")),
              "422 not_reconciled");
    books.expect(200, accountant, "POST", "/api/v1/bank/movements/auto-match", "{}");
    const auto after = books.expect(200, accountant, "GET", path);
    EXPECT_EQ(text(after, "status"), R"("Reconciled")");
    EXPECT_EQ(text(after, "book_balance"), "220.00");
    EXPECT_EQ(text(after, "bank_statement_balance"), "420.00");
    EXPECT_EQ(text(after, "reconciled_balance"), "220.00");
    EXPECT_EQ(text(after.find("outstanding_items")->if_array()->at(0), "amount"), "-200.00");
    const auto body = R"({"account_code":")" + bank() + R"(","date":"2025-03-31"})";
    EXPECT_EQ(
        text(*books.expect(201, accountant, "POST", "/api/v1/accounting/bank-reconciliation", body).find("frozen"),
             "still_true"),
        "true");
    EXPECT_EQ(outcome(books.request(accountant, "POST", "/api/v1/accounting/bank-reconciliation", body)),
              "409 reconciliation_exists");
    EXPECT_EQ(
        outcome(books.request(accountant, "POST", "/api/v1/bank/movements/" + movement_id("42000") + "/unmatch", "{}")),
        "409 reconciliation_frozen");
    entry("2025-03-09", charges(), bank(), "5.00", "Oubli");
    const auto later = books.expect(200, accountant, "GET", path);
    EXPECT_EQ(text(later, "book_balance"), "220.00");
    EXPECT_EQ(text(*later.find("frozen"), "still_true"), "false");
    EXPECT_EQ(outcome(books.request(accountant, "GET", "/api/v1/accounting/bank-reconciliation?account_code=700000")),
              "404 no_bank_account");
}

TEST_F(BankingTest, a_layout_told_once_serves_the_next_files) {
    const auto account = *books
                              .expect(201, accountant, "POST", "/api/v1/bank/accounts",
                                      R"({"name":"Courant","identifier":"BE68 5390 0754 7034"})")
                              .find("id")
                              ->if_string();
    const auto file = "Jour;Texte;Valeurs\n03/02/2025;EAU;-1.200\n";
    EXPECT_EQ(outcome(import(file, "?bank_account_id=" + account)), "400 unreadable_statement");
    books.expect(
        200, accountant, "PUT", "/api/v1/bank/accounts/" + account + "/table-layout",
        R"({"layout":{"header":["JOUR","TEXTE","VALEURS"],"date":0,"label":1,"amount":2,"details":[],"decimal_mark":","}})");
    EXPECT_EQ(text(imported(file, "?bank_account_id=" + account), "new_movements"), "1");
    EXPECT_EQ(movement_id("-120000").size(), 36u);
    const auto other = import("Date;Libellé;Montant\n03/02/2025;X;1,00\n", "?bank_account_id=" + account);
    EXPECT_EQ(outcome(other), "400 unreadable_statement");
    EXPECT_NE(other.body.find("other_layout"), std::string::npos);
}

TEST(BankAccounts, ANumberInsideTheIbanOrTheRibIsTheSameAccount) {
    EXPECT_TRUE(is_same_account("BE68539007547034", "539007547034"));
    EXPECT_TRUE(is_same_account("011519000001205000534921", "0001205000534921"));
    EXPECT_FALSE(is_same_account("011519000001205000534921", "1205"));
    EXPECT_FALSE(is_same_account("011519000001205000534921", "0001205000534922"));
    EXPECT_FALSE(is_same_account("", ""));
}

TEST_F(BankingTest, lines_of_zero_or_only_announced_never_become_movements) {
    const auto result =
        imported(mt940("0,", ":61:2503010301C0,00NMSCA\n:86:AVIS\n:61:250302C5,00NTRFB\n:86:X\n", "5,00"));
    EXPECT_EQ(text(result, "new_movements"), "1");
    const auto pending =
        imported("Date;Libellé;Montant;Statut\n04/03/2025;Y;7,00;EN ATTENTE\n05/03/2025;Z;8,00;Comptabilisé\n",
                 "?bank_account_id=" + books.sql("select id from bank_account"));
    EXPECT_EQ(text(pending, "new_movements"), "1");
}

TEST_F(BankingTest, another_organization_sees_nothing) {
    imported(mt940("0,", ":61:2503010301C420,00NTRFA//B1\n:86:X\n", "420,00"));
    const auto stranger = books.organization("Autre");
    EXPECT_EQ(outcome(books.request(stranger, "GET", "/api/v1/bank/movements/" + movement_id("42000"))),
              "404 not_found");
    EXPECT_EQ(books.expect(200, stranger, "GET", "/api/v1/bank/movements").find("items")->if_array()->size(), 0u);
}

}  // namespace
}  // namespace daftar::banking
