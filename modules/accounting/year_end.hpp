// Closing a year and reopening it.
#pragma once
#include "ledger/fiscal_year.hpp"
#include "modules/accounting/closing_plan.hpp"
#include "modules/accounting/refusal.hpp"

namespace daftar::accounting {

struct YearClosing;

struct FiscalYearRequest {
    std::int32_t year = 0;
};
BOOST_DESCRIBE_STRUCT(FiscalYearRequest, (), (year))

/// The year of that number. Refused with year_not_found.
ledger::YearView year_named(Context& context, std::int32_t year);
/// The lines that closing this year would post now.
ClosingPlan closing_plan(Context& context, const ledger::YearView& year);

extern const std::span<const Route> year_end_routes;
extern const std::span<const Route> year_end_checklist_routes;

}  // namespace daftar::accounting
