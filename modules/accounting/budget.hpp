// A budget per category and year, and what became of it.
#pragma once
#include "core/operation.hpp"

namespace daftar::accounting {

enum class BudgetKind { income, expense };
BOOST_DESCRIBE_ENUM(BudgetKind, income, expense)

/// `category`: one of the expense categories; for income "calls" (appels de fonds) or "other".
struct BudgetLineView {
    BudgetKind kind = BudgetKind::expense;
    std::string category, name;
    Money amount, actual;
    Money variance;  ///< actual − budget
    std::string link;
};
BOOST_DESCRIBE_STRUCT(BudgetLineView, (), (kind, category, name, amount, actual, variance, link))

struct BudgetTotals {
    Money budget, actual;
};
BOOST_DESCRIBE_STRUCT(BudgetTotals, (), (budget, actual))

struct BudgetView {
    std::int32_t year = 0;
    std::vector<BudgetLineView> lines;
    BudgetTotals income, expenses;
    std::int64_t version = 0;
};
BOOST_DESCRIBE_STRUCT(BudgetView, (), (year, lines, income, expenses, version))

/// Budget of a year and what became of it, up to a day when one is given. Refused with year_not_found.
BudgetView budget_of(Context& context, std::int32_t year, std::optional<Date> until = {});

extern const std::span<const Route> budget_routes;

}  // namespace daftar::accounting
