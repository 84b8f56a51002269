// The Moroccan annexes by tier of income, and annex 10 with what each owner was called and paid.
#include <gmock/gmock.h>

#include "modules/accounting/accounting_fixture.hpp"

namespace daftar::accounting {
namespace {

struct MoroccanAnnexes : AccountingTest {
    MoroccanAnnexes() : AccountingTest("ma-syndicat") {}

    void call(const std::string& date, const std::string& total, const std::string& purpose = "budget") {
        post("/api/v1/calls", R"({"date":")" + date + R"(","description":"Appel","purpose":")" + purpose +
                                  R"(","total":)" + total + R"(,"shares":[{"owner_id":")" + alaoui +
                                  R"(","weight":600},{"owner_id":")" + bennani + R"(","weight":400}]})");
    }
    void receive(const std::string& date, const std::string& owner, const std::string& amount) {
        post("/api/v1/receipts", R"({"date":")" + date + R"(","owner_id":")" + owner + R"(","amount":)" + amount + "}");
    }
    Json annex(const std::string& name, int year) {
        return get("/api/v1/reports/statements?name=" + name + "&year=" + std::to_string(year));
    }
    std::set<std::string> applying(int year) {
        std::set<std::string> names;
        const auto all = get("/api/v1/reports/statements?year=" + std::to_string(year));
        for (const auto& statement : *all.find("statements")->if_array())
            if (*statement.find("applies") == Json(true)) names.insert(text(statement, "name").substr(10));
        return names;
    }
    /// "label weight opening called paid other closing" of each line.
    std::vector<std::string> lines_of(const Json& all) {
        std::vector<std::string> lines;
        for (const auto& line : *all.find("statements")->if_array()->front().find("lines")->if_array()) {
            auto words = text(line, "label") + " | " + text(line, "weight");
            for (const auto& amount : *line.find("amounts")->if_array()) words += " " + to_text(amount);
            lines.push_back(std::move(words));
        }
        return lines;
    }
    std::string alaoui = party("owner", "Alaoui"), bennani = party("owner", "Bennani");
};

TEST_F(MoroccanAnnexes, TheTierDecidesWhichAreWanted) {
    EXPECT_EQ(applying(2025), (std::set<std::string>{"10", "13-1", "13-2"}));
    call("2025-01-05", "200000");
    EXPECT_EQ(applying(2025), (std::set<std::string>{"10", "11", "12"}));
    call("2025-04-05", "300000");
    EXPECT_EQ(applying(2025), (std::set<std::string>{"03", "04", "05", "06", "07", "08", "09", "10"}));
    EXPECT_EQ(get("/api/v1/reports/statements?year=2025").find("notes")->if_array()->size(), 1u);
    call("2025-07-05", "500000");
    const auto notes = to_text(*get("/api/v1/reports/statements?year=2025").find("notes"));
    EXPECT_THAT(notes, testing::HasSubstr("expert-comptable"));
    EXPECT_THAT(notes, testing::HasSubstr("\"confirmed\":false"));
}

TEST_F(MoroccanAnnexes, ContributionsOfEachOwnerAddUp) {
    call("2025-01-05", "1000.01");
    call("2025-02-05", "500", "works");
    receive("2025-01-20", alaoui, "650");  // 49.99 too much
    receive("2025-03-01", bennani, "100");
    post(
        "/api/v1/accounting/journal-entries",
        R"({"date":"2025-06-30","description":"Créance douteuse abandonnée","lines":[{"account_code":"6514","debit":50},)"
        R"({"account_code":"3422","auxiliary_code":")" +
            text(get("/api/v1/parties/" + bennani), "code") + R"(","credit":50}]})");
    const auto code = [&](const std::string& id) { return text(get("/api/v1/parties/" + id), "code"); };
    const std::vector<std::string> wanted = {code(alaoui) + " – Alaoui | 600 0.00 900.01 650.00 0.00 250.01",
                                             code(bennani) + " – Bennani | 400 0.00 600.00 100.00 -50.00 450.00",
                                             "Total | 1000 0.00 1500.01 750.00 -50.00 700.01"};
    EXPECT_EQ(lines_of(annex("ma-annexe-10", 2025)), wanted);
    // The next year opens with it, whether or not this one is closed.
    books.expect(201, accountant, "POST", "/api/v1/accounting/fiscal-years", R"({"year":2026})");
    EXPECT_EQ(lines_of(annex("ma-annexe-10", 2026)).back(), "Total | 1000 700.01 0.00 0.00 0.00 700.01");
    const auto all = get("/api/v1/reports/statements?year=2025");
    for (const auto& check : *all.find("checks")->if_array())
        EXPECT_EQ(*check.find("ok"), Json(true)) << to_text(check);
    for (const auto* kind : {"pdf", "xlsx"})
        EXPECT_EQ(books
                      .request(accountant, "GET",
                               "/api/v1/reports/statements." + std::string(kind) + "?year=2025&name=ma-annexe-10")
                      .status,
                  200);
}

TEST_F(MoroccanAnnexes, TheReserveAndTheBudgetAreFollowed) {
    post(
        "/api/v1/accounting/journal-entries",
        R"({"date":"2025-02-01","description":"Dotation","lines":[{"account_code":"51211","debit":700},{"account_code":"1111","credit":700}]})");
    post(
        "/api/v1/accounting/journal-entries",
        R"({"date":"2025-03-01","description":"Emploi","lines":[{"account_code":"1111","debit":120},{"account_code":"51211","credit":120}]})");
    books.expect(200, accountant, "PUT", "/api/v1/budgets",
                 R"({"year":2025,"lines":[{"category":"electricity","kind":"expense","amount":1000}]})");
    entry("2025-04-01", "6112", "5121", "1300");
    EXPECT_EQ(lines_of(annex("ma-annexe-07", 2025)).front(),
              "1111 Dépenses imprévues | null 0.00 700.00 -120.00 580.00");
    const auto budget = lines_of(annex("ma-annexe-05", 2025));
    EXPECT_THAT(budget, testing::Contains("611 Achats | null 1000.00 1300.00 300.00"));
    EXPECT_THAT(budget, testing::Contains("Total des charges | null 1000.00 1300.00 300.00"));
}

}  // namespace
}  // namespace daftar::accounting
