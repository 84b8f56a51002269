// The trial balance on paper and as a workbook: class by class, beside the balances of another day when asked.
#pragma once
#include "modules/accounting/report_sheets.hpp"

namespace daftar::accounting {

struct TrialBalancePaperRequest {
    std::optional<Date> date;                 ///< today when absent
    std::optional<Date> compared_to;          ///< a second day, in a column of its own
    std::optional<bool> auxiliaries;          ///< one row per auxiliary of the collective accounts
    std::optional<Text<1, 20>> account_code;  ///< accounts that start so
    std::optional<bool> before_closing;       ///< leave the closing entries of the year out
};
BOOST_DESCRIBE_STRUCT(TrialBalancePaperRequest, (), (date, compared_to, auxiliaries, account_code, before_closing))

ReportSheets trial_balance_sheets(Context& context, const TrialBalancePaperRequest& request);

extern const std::span<const Route> trial_balance_paper_routes;

}  // namespace daftar::accounting
