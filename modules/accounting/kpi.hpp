// Indicators of a year: how well calls come in, how late, what is left, and how far from the budget.
#pragma once
#include "modules/accounting/year_end.hpp"

namespace daftar::accounting {

/// (actual − budget) / budget; the budget of a year that is not over counts for the days gone by.
struct BudgetVariance {
    std::optional<Decimal> income, expenses;
};
BOOST_DESCRIBE_STRUCT(BudgetVariance, (), (income, expenses))

/// Absent figures have no basis yet: nothing was called, nothing was budgeted …
struct Indicators {
    std::optional<Decimal> collection_rate;  ///< paid part of what was due in the year, 0 to 1
    std::optional<Decimal>
        average_payment_delay;  ///< days from due date to payment, weighted by amount; negative when early
    std::optional<Decimal> operating_margin;      ///< result / income
    std::optional<Decimal> cash_coverage_months;  ///< cash / average monthly expenses
    BudgetVariance budget_variance;
};
BOOST_DESCRIBE_STRUCT(Indicators, (),
                      (collection_rate, average_payment_delay, operating_margin, cash_coverage_months, budget_variance))

struct KpiReport {
    std::int32_t year = 0;
    Indicators kpis;
    Date as_of;
    Json links;
};
BOOST_DESCRIBE_STRUCT(KpiReport, (), (year, kpis, as_of, links))

KpiReport kpi_report(Context& context, const FiscalYearRequest& request);

extern const std::span<const Route> kpi_routes;

}  // namespace daftar::accounting
