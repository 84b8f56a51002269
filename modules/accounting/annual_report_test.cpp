#include "modules/accounting/annual_report.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/support/test_books.hpp"

namespace daftar::accounting {
namespace {

using testing::HasSubstr;
using tests::TestBooks;

const Currency dirham = *Currency::from_code("MAD");
Money dh(std::int64_t whole) { return {whole * 100, dirham}; }

TEST(OverduePart, PaymentsSettleTheOldest) {
    const std::vector<DueAmount> asked = {
        {Date(2025, 10, 1), dh(100)}, {Date(2025, 7, 1), dh(100)}, {Date(2025, 4, 1), dh(100)}};
    const Date day(2025, 8, 1);
    EXPECT_EQ(overdue_part(dh(80), asked, day), std::pair(dh(0), std::optional<Date>()))
        << "only the request of October is unpaid";
    EXPECT_EQ(overdue_part(dh(150), asked, day), std::pair(dh(50), std::optional(Date(2025, 7, 1))));
    EXPECT_EQ(overdue_part(dh(300), asked, day), std::pair(dh(200), std::optional(Date(2025, 4, 1))));
    EXPECT_EQ(overdue_part(dh(350), asked, day).first, dh(250)) << "what no request explains is due as well";
}

TEST(OverduePart, TheActionFollowsTheAge) {
    EXPECT_EQ(action_for(dh(0), 200), UnpaidAction::wait);
    EXPECT_EQ(action_for(dh(1), 29), UnpaidAction::remind);
    EXPECT_EQ(action_for(dh(1), 30), UnpaidAction::formal_notice);
    EXPECT_EQ(action_for(dh(1), 90), UnpaidAction::recovery);
}

/// Books of 2025: two owners, one lift company, one bank and a cash box.
class AnnualReportTest : public testing::Test {
protected:
    AnnualReportTest()
        : books({ledger::ledger(), {"accounting", {annual_report_routes}, {}}}),
          syndic(books.organization("Résidence Les Orangers", "ma-syndicat", 2025)) {
        books.set_now(*Timestamp::parse("2026-02-01T09:00:00Z"));
        books.expect(201, syndic, "POST", "/api/v1/auxiliaries",
                     R"({"account_code":"3422","code":"A","name":"Aïcha Benali","kind":"owner"})");
        books.expect(201, syndic, "POST", "/api/v1/auxiliaries",
                     R"({"account_code":"3422","code":"B","name":"Brahim Alaoui","kind":"owner"})");
        books.expect(201, syndic, "POST", "/api/v1/auxiliaries",
                     R"({"account_code":"4411","code":"ASC","name":"Ascenseur Pro","kind":"supplier"})");
        post(
            "2025-01-10",
            R"({"account_code":"3422","auxiliary_code":"A","debit":600},{"account_code":"3422","auxiliary_code":"B","debit":400},{"account_code":"7111","credit":1000})");
        post("2025-02-03",
             R"({"account_code":"5121","debit":600},{"account_code":"3422","auxiliary_code":"A","credit":600})");
        post("2025-03-05",
             R"({"account_code":"6134","debit":350},{"account_code":"4411","auxiliary_code":"ASC","credit":350})");
        post("2025-03-20",
             R"({"account_code":"4411","auxiliary_code":"ASC","debit":350},{"account_code":"5121","credit":350})");
        post("2025-04-01", R"({"account_code":"5161","debit":100},{"account_code":"5121","credit":100})");
        post("2025-04-02", R"({"account_code":"6111","debit":40.50},{"account_code":"5161","credit":40.50})");
    }
    std::string post(const char* date, const std::string& lines) {
        const auto entry =
            books.expect(201, syndic, "POST", "/api/v1/accounting/journal-entries",
                         "{\"date\":\"" + std::string(date) + "\",\"description\":\"Test\",\"lines\":[" + lines + "]}");
        return *entry.find("id")->if_string();
    }
    AnnualReport report(std::int32_t year = 2025) {
        AnnualReport found;
        books.run(syndic, [&](Context& context) { found = annual_report(context, {year}); });
        return found;
    }

    TestBooks books;
    Principal syndic;
};

TEST_F(AnnualReportTest, AddsUpToTheLedger) {
    const auto found = report();
    EXPECT_EQ(found.summary.receipts.amount, dh(600));
    EXPECT_EQ(found.summary.payments.amount, Money(39050, dirham)) << "the transfer to the cash box is no payment";
    EXPECT_EQ(found.summary.closing_cash.amount, Money(20950, dirham));
    EXPECT_EQ(found.summary.income.amount, dh(1000));
    EXPECT_EQ(found.summary.expenses.amount, Money(39050, dirham));
    EXPECT_EQ(found.summary.result.amount, Money(60950, dirham));
    EXPECT_EQ(found.summary.unpaid.amount, dh(400));
    EXPECT_FALSE(found.summary.unpaid.previous);
    ASSERT_EQ(found.receipts_by_bank.size(), 2u);
    for (const auto& bank : found.receipts_by_bank) {
        EXPECT_EQ(bank.opening + bank.receipts - bank.payments + bank.transfers, bank.closing) << bank.account_code;
        EXPECT_EQ(bank.months.back().closing, bank.closing);
    }
    ASSERT_EQ(found.months.size(), 12u);
    EXPECT_EQ(found.months.back().closing, found.summary.closing_cash.amount);
    EXPECT_EQ(found.proof.entry_count, 6);
    EXPECT_EQ(found.proof.root.size(), 64u);
}

TEST_F(AnnualReportTest, NamesSuppliersCategoriesAndWhoOwes) {
    const auto found = report();
    ASSERT_EQ(found.expenses_by_category.size(), 2u);
    EXPECT_EQ(found.expenses_by_category[0].account_code, "6134");
    EXPECT_EQ(found.expenses_by_category[0].group, "maintenance");
    EXPECT_EQ(found.expenses_by_category[0].share.text(), "0.8963");
    ASSERT_EQ(found.expenses_by_supplier.size(), 2u);
    EXPECT_EQ(found.expenses_by_supplier[0].name, "Ascenseur Pro");
    EXPECT_EQ(found.expenses_by_supplier[0].invoices, 1);
    EXPECT_EQ(found.expenses_by_supplier[1].name, "Sans fournisseur");
    ASSERT_EQ(found.unpaid.size(), 1u);
    EXPECT_EQ(found.unpaid[0].name, "Brahim Alaoui");
    EXPECT_EQ(found.unpaid[0].oldest_due_date, Date(2025, 1, 10));
    EXPECT_EQ(found.unpaid[0].action, UnpaidAction::recovery);
}

TEST_F(AnnualReportTest, EveryLinkOpensTheLinesOfItsFigure) {
    const auto found = report();
    for (const auto& category : found.expenses_by_category) {
        const auto opened = books.expect(200, syndic, "GET", category.link);
        EXPECT_EQ(number_in(*opened.find("closing_balance"))[0], category.amount.text()) << category.link;
    }
    for (const auto& bank : found.receipts_by_bank)
        EXPECT_EQ(number_in(*books.expect(200, syndic, "GET", bank.link).find("closing_balance"))[0],
                  bank.closing.text());
    for (const auto& owner : found.unpaid)
        EXPECT_EQ(number_in(*books.expect(200, syndic, "GET", owner.link).find("closing_balance"))[0],
                  owner.balance.text());
    const auto& summary = found.summary;
    for (const auto& figure :
         {summary.receipts, summary.expenses, summary.income, summary.result, summary.closing_cash, summary.unpaid})
        books.expect(200, syndic, "GET", figure.link);
}

TEST_F(AnnualReportTest, AReversalTakesBackWhatItReverses) {
    const auto wrong = post(
        "2025-05-02", R"({"account_code":"5121","debit":77},{"account_code":"3422","auxiliary_code":"B","credit":77})");
    books.expect(201, syndic, "POST", "/api/v1/accounting/journal-entries/" + wrong + "/reverse", "{}");
    const auto found = report();
    EXPECT_EQ(found.summary.receipts.amount, dh(600));
    EXPECT_EQ(found.summary.payments.amount, Money(39050, dirham));
}

TEST_F(AnnualReportTest, ComparesWithTheYearBefore) {
    books.run(syndic, [](Context& context) { ledger::open_year(context, 2026); });
    post("2026-01-15",
         R"({"account_code":"6134","debit":700},{"account_code":"4411","auxiliary_code":"ASC","credit":700})");
    const auto found = report(2026);
    EXPECT_EQ(found.summary.expenses.amount, dh(700));
    EXPECT_EQ(found.summary.expenses.previous, Money(39050, dirham));
    EXPECT_EQ(found.summary.opening_cash.amount, Money(20950, dirham));
    EXPECT_EQ(found.months.size(), 2u) << "up to today";
    ASSERT_EQ(found.expenses_by_category.size(), 2u) << "what was spent last year only is still shown";
    EXPECT_EQ(found.expenses_by_category[0].previous, dh(350));
    EXPECT_EQ(found.unpaid[0].balance, dh(400));
}

TEST_F(AnnualReportTest, IsPrintedAndCounted) {
    const auto paper = books.request(syndic, "GET", "/api/v1/reports/annual.pdf?year=2025");
    EXPECT_EQ(paper.status, 200);
    EXPECT_EQ(paper.content_type, "application/pdf");
    EXPECT_TRUE(paper.body.starts_with("%PDF-"));
    const auto sheet = books.request(syndic, "GET", "/api/v1/reports/annual.xlsx?year=2025");
    EXPECT_EQ(sheet.status, 200);
    EXPECT_TRUE(sheet.body.starts_with("PK"));
    bool named = false;
    for (const auto& [name, value] : sheet.headers)
        named = named || value.find("rapport-annuel-2025-residence-les-orangers.xlsx") != std::string::npos;
    EXPECT_TRUE(named);
}

TEST_F(AnnualReportTest, AnUnknownYearIsRefused) {
    EXPECT_EQ(tests::outcome(books.request(syndic, "GET", "/api/v1/reports/annual?year=1999")), "404 year_not_found");
    EXPECT_EQ(books.request(syndic, "GET", "/api/v1/reports/annual").status, 400);
}

}  // namespace
}  // namespace daftar::accounting
