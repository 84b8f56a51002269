// Books for the tests of this module, with short ways to say what an accountant does.
#pragma once
#include <gtest/gtest.h>

#include "ledger/ledger.hpp"
#include "modules/accounting/accounting.hpp"
#include "registry/registry.hpp"
#include "tests/support/test_books.hpp"

namespace daftar::accounting {

struct AccountingTest : testing::Test {
    tests::TestBooks books{{ledger::ledger(), registry::registry(), accounting()}};
    Principal accountant;

    explicit AccountingTest(std::string_view chart = "be-acp", int year = 2025)
        : accountant(books.organization("Les Érables", chart, year)) {
        books.set_now(*Timestamp::parse(std::to_string(year) + "-11-10T10:30:00Z"));
    }
    std::string call(std::string_view method, std::string_view path, std::string_view body = "") {
        return tests::outcome(books.request(accountant, method, path, body));
    }
    Json get(std::string_view path) { return books.expect(200, accountant, "GET", path); }
    Json post(std::string_view path, std::string_view body, int status = 201) {
        return books.expect(status, accountant, "POST", path, body);
    }
    static std::string text(const Json& json, std::string_view name) {
        const auto* found = json.find(name);
        if (!found) return "<" + std::string(name) + " is missing>";
        if (const auto* string = found->if_string()) return *string;
        return to_text(*found);
    }
    std::string party(std::string_view kind, std::string_view name) {
        return text(
            post("/api/v1/parties", R"({"kind":")" + std::string(kind) + R"(","name":")" + std::string(name) + "\"}"),
            "id");
    }
    void deduct_vat() {
        books.sql("update organization set vat_regime = 'deducting' where id = '" + accountant.organization.text() +
                  "'");
    }
    /// The balance of an account at a date: "1000.00", "0" when it has none.
    std::string balance(std::string_view code, std::string_view date = "2025-12-31") {
        const auto found =
            get("/api/v1/accounting/trial-balance?account_code=" + std::string(code) + "&date=" + std::string(date));
        for (const auto& account : *found.find("accounts")->if_array())
            if (*account.find("account_code") == Json(code)) return text(account, "balance");
        return "0";
    }
    /// A simple manual entry: debit one account, credit another.
    Json entry(std::string_view date, std::string_view debit, std::string_view credit, std::string_view amount,
               std::string_view description = "Écriture") {
        return post("/api/v1/accounting/journal-entries",
                    R"({"date":")" + std::string(date) + R"(","description":")" + std::string(description) +
                        R"(","lines":[{"account_code":")" + std::string(debit) + R"(","debit":)" + std::string(amount) +
                        R"(},{"account_code":")" + std::string(credit) + R"(","credit":)" + std::string(amount) +
                        "}]}");
    }
};

}  // namespace daftar::accounting
