// The income statement over several periods side by side: the months or quarters of a year, or the years up to it.
#pragma once
#include "modules/accounting/income_statement.hpp"

namespace daftar::accounting {

enum class ComparedBy { month, quarter, year };
BOOST_DESCRIBE_ENUM(ComparedBy, month, quarter, year)

struct IncomeComparisonRequest {
    std::int32_t year = 0;
    ComparedBy by = ComparedBy::month;
};
BOOST_DESCRIBE_STRUCT(IncomeComparisonRequest, (), (year, by))

struct ComparedPeriod {
    std::string code, title;  ///< "2025-03", "mars 2025"
    Date start, end;
};
BOOST_DESCRIBE_STRUCT(ComparedPeriod, (), (code, title, start, end))

struct IncomeComparison {
    std::string period;
    std::vector<ComparedPeriod> columns;  ///< oldest first; after months and quarters, the whole year
    std::vector<StatementLine> lines;
    ReportProof proof;
};
BOOST_DESCRIBE_STRUCT(IncomeComparison, (), (period, columns, lines, proof))

/// Years without books are left out.
IncomeComparison income_comparison(Context& context, const IncomeComparisonRequest& request);

extern const std::span<const Route> income_comparison_routes;

}  // namespace daftar::accounting
