// The aged balance as sheets: who is late, by how long, beside another day when asked.
#pragma once
#include "modules/accounting/aged_balance.hpp"
#include "modules/accounting/report_sheets.hpp"

namespace daftar::accounting {

struct AgedPaperRequest {
    AgedKind kind = AgedKind::owners;
    std::optional<Date> date;         ///< today when absent
    std::optional<Date> compared_to;  ///< a second day, in a column of its own
};
BOOST_DESCRIBE_STRUCT(AgedPaperRequest, (), (kind, date, compared_to))

ReportSheets aged_sheets(Context& context, const AgedPaperRequest& request);

}  // namespace daftar::accounting
