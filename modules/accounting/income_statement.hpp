// The income statement in the shape of the accountant's guide: a year, a quarter or a month, against the year before.
#pragma once
#include "modules/accounting/statement_figures.hpp"

namespace daftar::accounting {

struct IncomeRequest {
    std::int32_t year = 0;
    std::optional<std::int32_t> quarter;  ///< 1 to 4
    std::optional<std::int32_t> month;    ///< 1 to 12, counted from the start of the fiscal year

    std::optional<Problem> broken_rule() const;
};
BOOST_DESCRIBE_STRUCT(IncomeRequest, (), (year, quarter, month))

struct IncomeLines {
    Money rental_charges, other_income, total_income;
};
BOOST_DESCRIBE_STRUCT(IncomeLines, (), (rental_charges, other_income, total_income))
struct ExpenseLines {
    Money property_expenses, utilities, maintenance, management_fees, insurance, other_expenses, total_expenses;
};
BOOST_DESCRIBE_STRUCT(ExpenseLines, (),
                      (property_expenses, utilities, maintenance, management_fees, insurance, other_expenses,
                       total_expenses))

struct IncomeStatement {
    std::string period;
    IncomeLines income;
    ExpenseLines expenses;
    Money operating_result;  ///< total_income − total_expenses
    Money financial_result;  ///< financial income − financial expenses
    Money net_result;
    std::vector<StatementLine>
        lines;  ///< the same, line by line, against the year before, with the accounts behind each
    ReportProof proof;
};
BOOST_DESCRIBE_STRUCT(IncomeStatement, (),
                      (period, income, expenses, operating_result, financial_result, net_result, lines, proof))

IncomeStatement income_statement(Context& context, const IncomeRequest& request);

/// Days that one column of an income statement counts.
struct IncomeSpan {
    Date start, end;
};
/// The lines of an income statement over any periods side by side; a column without a span stays empty.
std::vector<StatementLine> income_lines(Context& context, const std::vector<std::optional<IncomeSpan>>& columns);
/// The same as a statement, for paper and spreadsheet.
Statement income_statement_statement(const IncomeStatement& income, const ReportPeriod& period);

extern const std::span<const Route> income_statement_routes;

}  // namespace daftar::accounting
