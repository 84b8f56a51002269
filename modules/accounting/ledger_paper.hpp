// The general ledger on paper and as a workbook: account by account, each with its opening, its lines and its closing.
#pragma once
#include "modules/accounting/report_sheets.hpp"

namespace daftar::accounting {

struct LedgerPaperRequest {
    std::optional<Text<1, 20>> account_code;    ///< this account, or every account that starts so; all when absent
    std::optional<Date> start_date, end_date;   ///< the current fiscal year when absent
    std::optional<Text<1, 40>> auxiliary_code;  ///< of the account

    std::optional<Problem> broken_rule() const;
};
BOOST_DESCRIBE_STRUCT(LedgerPaperRequest, (), (account_code, start_date, end_date, auxiliary_code))

/// `lines_max` more lines are refused with report_too_long before they are all read. `and_below`: the accounts that
/// start with the code too, even when an account has just that code.
ReportSheets ledger_sheets(Context& context, const LedgerPaperRequest& request, std::size_t lines_max,
                           bool and_below = false);

extern const std::span<const Route> ledger_paper_routes;

}  // namespace daftar::accounting
