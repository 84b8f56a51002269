// Opening the books of an organization: chart, roles, journals, first fiscal year.
#pragma once
#include "ledger/chart_data.hpp"
#include "ledger/types.hpp"

namespace daftar::ledger {

/// The chart of that name; "belgian-pcmn" is the guide's name for be-acp. Refused with unknown_chart.
const Chart& chart_asked_for(std::string_view name);

/// Creates the accounts, role bindings and journals of a chart that are missing; what is there stays as it is, so that
/// it may be called again. Refused with unknown_chart.
void seed_chart(Context& context, std::string_view chart);

/// Seeds the organization's chart, creates the book head and opens a year. Refused when the books are open already.
void open_books(Context& context, std::string_view chart, std::int32_t year);

/// The chart that the organization's books were opened with.
const Chart& chart_of(Context& context);
/// Whether the organization's chart is a closed list (France: art. 7 of the arrêté of 14 March 2005).
bool chart_is_closed(Context& context);

}  // namespace daftar::ledger
