// Closing a year must not change what its statements said, and the next year takes over where it ended.
#include "modules/accounting/accounting_fixture.hpp"
#include "modules/accounting/balance_sheet.hpp"

namespace daftar::accounting {
namespace {

struct ClosedStatementsTest : AccountingTest {
    explicit ClosedStatementsTest(std::string_view chart = "fr-copropriete") : AccountingTest(chart) {
        books.set_now(*Timestamp::parse("2026-02-10T10:30:00Z"));
    }

    void owner(const char* account, const char* code) {
        post("/api/v1/auxiliaries", R"({"account_code":")" + std::string(account) + R"(","code":")" + code +
                                        R"(","name":"Copropriétaire )" + code + R"(","kind":"owner"})");
    }
    void lines(const char* date, const std::string& list) {
        post("/api/v1/accounting/journal-entries",
             "{\"date\":\"" + std::string(date) + "\",\"description\":\"Écriture\",\"lines\":[" + list + "]}");
    }
    std::string printed(std::int32_t year) {
        std::string out;
        books.run(accountant, [&](Context& context) {
            const auto all = statements(context, {year, {}});
            for (const auto& check : all.checks)
                EXPECT_TRUE(check.ok) << year << " " << check.code << " " << check.left.text() << " "
                                      << check.right.text();
            for (const auto& statement : all.statements)
                for (const auto& line : statement.lines)
                    if (!line.amounts.empty() && line.amounts.back())
                        out += statement.name + "." + line.code + "=" +
                               line.amounts[0].value_or(Money(0, context.currency())).text() + " ";
            const auto sheet = balance_sheet(context, {year});
            EXPECT_TRUE(sheet.balance_check.balanced) << year << " " << sheet.balance_check.defect.value_or("");
            out += "sheet=" + sheet.assets.total_assets.text() + "/" + sheet.liabilities.equity.current_result.text();
        });
        return out;
    }
};

struct ClosedBelgianStatementsTest : ClosedStatementsTest {
    ClosedBelgianStatementsTest() : ClosedStatementsTest("be-acp") {}
};

TEST_F(ClosedStatementsTest, a_closed_year_says_what_it_said) {
    for (const auto* account : {"4501", "4502"})
        for (const auto* code : {"A", "B"}) owner(account, code);
    lines(
        "2025-01-05",
        R"({"account_code":"4501","auxiliary_code":"A","debit":700},{"account_code":"4501","auxiliary_code":"B","debit":500},{"account_code":"701","credit":1200})");
    lines("2025-02-05",
          R"({"account_code":"512","debit":1000},{"account_code":"4501","auxiliary_code":"A","credit":1000})");
    lines(
        "2025-03-05",
        R"({"account_code":"601","debit":300.10,"axes":{"allocation_key":"Bâtiment A"}},{"account_code":"512","credit":300.10})");
    lines(
        "2025-04-05",
        R"({"account_code":"4502","auxiliary_code":"A","debit":5000},{"account_code":"702","credit":5000,"axes":{"works_project":"Toiture"}})");
    lines(
        "2025-06-05",
        R"({"account_code":"671","debit":4200,"axes":{"works_project":"Toiture"}},{"account_code":"512","credit":4200})");
    const auto before = printed(2025);
    post("/api/v1/accounting/year-end-close?year=2025", "", 200);
    EXPECT_EQ(printed(2025), before);
    lines("2026-02-05", R"({"account_code":"602","debit":80},{"account_code":"512","credit":80})");
    lines(
        "2026-02-06",
        R"({"account_code":"671","debit":650,"axes":{"works_project":"Toiture"}},{"account_code":"512","credit":650})");
    EXPECT_NE(printed(2026).find("fr-annexe-1.p12=150.00"), std::string::npos)
        << "5,000 called, 4,850 spent over two years";
}

TEST_F(ClosedBelgianStatementsTest, a_closed_year_says_what_it_said) {
    entry("2025-01-05", "550000", "100", "5000");
    entry("2025-03-05", "610100", "550000", "1200");
    entry("2025-06-30", "550000", "701", "1000");
    entry("2025-07-01", "550100", "700", "400");
    const auto before = printed(2025);
    post("/api/v1/accounting/year-end-close?year=2025", "", 200);
    EXPECT_EQ(printed(2025), before);
    entry("2026-02-01", "612", "550000", "10");
    entry("2026-02-01", "550100", "700", "60");  // a twentieth of the charges of 2025
    printed(2026);
}

}  // namespace
}  // namespace daftar::accounting
