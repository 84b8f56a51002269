// The activity report: the year in a few figures, for those who do not read accounts.
#pragma once
#include "modules/accounting/annual_report.hpp"

namespace daftar::accounting {

struct ActivitySummary {
    Money revenue, expenses, result;
};
BOOST_DESCRIBE_STRUCT(ActivitySummary, (), (revenue, expenses, result))

struct CashMonth {
    Date month;
    Money inflows, outflows, balance;
};
BOOST_DESCRIBE_STRUCT(CashMonth, (), (month, inflows, outflows, balance))

struct UnpaidSummary {
    Money total, overdue;
    std::int64_t owners = 0;
    Money called, collected;  ///< over the year
    Decimal recovery_rate;    ///< collected / called, 0 to 4 decimals; 1 when nothing was called
    std::string link;
};
BOOST_DESCRIBE_STRUCT(UnpaidSummary, (), (total, overdue, owners, called, collected, recovery_rate, link))

struct ActivityComparison {
    std::string label;  ///< revenue, expenses, result, cash, unpaid
    Money current;
    std::optional<Money> previous;
    std::optional<Decimal> change;  ///< (current − previous) / |previous|
};
BOOST_DESCRIBE_STRUCT(ActivityComparison, (), (label, current, previous, change))

struct ActivityReport {
    std::string period;
    ActivitySummary summary;
    std::vector<CashMonth> cash_evolution;
    UnpaidSummary unpaid;
    std::vector<CategoryExpense> expenses_by_category;
    std::vector<ActivityComparison> comparison;
    ReportProof proof;
};
BOOST_DESCRIBE_STRUCT(ActivityReport, (),
                      (period, summary, cash_evolution, unpaid, expenses_by_category, comparison, proof))

ActivityReport activity_report(Context& context, const AnnualReportRequest& request);

File activity_report_xlsx(Context& context, const AnnualReportRequest& request);

extern const std::span<const Route> activity_report_routes;

}  // namespace daftar::accounting
