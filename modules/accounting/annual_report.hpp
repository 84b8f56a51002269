// The annual report of an organization: what came in, what was spent and on whom, what is left, who owes what.
#pragma once
#include "modules/accounting/report_paper.hpp"

namespace daftar::accounting {

struct AnnualReportRequest {
    std::int32_t year = 0;
};
BOOST_DESCRIBE_STRUCT(AnnualReportRequest, (), (year))

/// A figure beside that of the year before, and the query that opens its lines.
struct ComparedFigure {
    Money amount;
    std::optional<Money> previous;  ///< absent when there are no books for that year
    std::string link;
};
BOOST_DESCRIBE_STRUCT(ComparedFigure, (), (amount, previous, link))

struct AnnualSummary {
    ComparedFigure receipts, payments, expenses, income, result, opening_cash, closing_cash, unpaid;
};
BOOST_DESCRIBE_STRUCT(AnnualSummary, (),
                      (receipts, payments, expenses, income, result, opening_cash, closing_cash, unpaid))

struct MonthFigures {
    Date month;  ///< its first day
    Money receipts, payments, closing;
    std::string link;
};
BOOST_DESCRIBE_STRUCT(MonthFigures, (), (month, receipts, payments, closing, link))

/// One bank or cash account: opening + receipts − payments + transfers = closing.
struct BankFigures {
    std::string account_code, account_name;
    Money opening, receipts, payments, transfers, closing;
    std::string link;
    std::vector<MonthFigures> months;
};
BOOST_DESCRIBE_STRUCT(BankFigures, (),
                      (account_code, account_name, opening, receipts, payments, transfers, closing, link, months))

struct CategoryExpense {
    std::string account_code, name;
    std::string group;  ///< line of the income statement: utilities, maintenance …
    Money amount;
    std::optional<Money> previous;
    Decimal share;  ///< of all expenses, 0.1234
    std::string link;
};
BOOST_DESCRIBE_STRUCT(CategoryExpense, (), (account_code, name, group, amount, previous, share, link))

struct SupplierFigures {
    std::optional<std::string> supplier_code;  ///< absent for expenses without a supplier
    std::string name;
    std::int64_t invoices = 0;
    Money amount;
    std::optional<Money> previous;
    std::string link;
};
BOOST_DESCRIBE_STRUCT(SupplierFigures, (), (supplier_code, name, invoices, amount, previous, link))

/// What to do about an unpaid balance, by its age.
enum class UnpaidAction { wait, remind, formal_notice, recovery };
BOOST_DESCRIBE_ENUM(UnpaidAction, wait, remind, formal_notice, recovery)

struct UnpaidOwner {
    std::string account_code, owner_code, name;
    Money balance;
    Money overdue;                        ///< the part whose due date has passed
    std::optional<Date> oldest_due_date;  ///< of the overdue part
    std::int32_t days_late = 0;
    UnpaidAction action = UnpaidAction::wait;
    std::string link;
};
BOOST_DESCRIBE_STRUCT(UnpaidOwner, (),
                      (account_code, owner_code, name, balance, overdue, oldest_due_date, days_late, action, link))

struct AnnualReport {
    std::int32_t year = 0;
    std::string organization, currency;
    Date start_date, end_date, as_of;  ///< `as_of`: the day the balances are read, the end of the year or today
    bool is_closed = false;
    AnnualSummary summary;
    std::vector<BankFigures> receipts_by_bank;
    std::vector<MonthFigures> months;  ///< every money account together
    std::vector<CategoryExpense> expenses_by_category;
    std::vector<SupplierFigures> expenses_by_supplier;
    std::vector<UnpaidOwner> unpaid;
    ReportProof proof;
};
BOOST_DESCRIBE_STRUCT(AnnualReport, (),
                      (year, organization, currency, start_date, end_date, as_of, is_closed, summary, receipts_by_bank,
                       months, expenses_by_category, expenses_by_supplier, unpaid, proof))

AnnualReport annual_report(Context& context, const AnnualReportRequest& request);
/// The same report on paper, and as a workbook with one sheet per part.
std::string annual_report_pdf(Context& context, const AnnualReport& report);
std::string annual_report_xlsx(Context& context, const AnnualReport& report);

/// An amount asked of an owner and not covered by what he paid.
struct DueAmount {
    Date due_date;
    Money amount;
};
/// The part of `balance` that was due before `day`, and since when. `asked` lists what was asked, latest due first:
/// payments settle the oldest, so the latest are the unpaid ones. What no request explains counts as overdue without a
/// date.
std::pair<Money, std::optional<Date>> overdue_part(const Money& balance, std::span<const DueAmount> asked,
                                                   const Date& day);
UnpaidAction action_for(const Money& overdue, std::int32_t days_late);

extern const std::span<const Route> annual_report_routes;

}  // namespace daftar::accounting
