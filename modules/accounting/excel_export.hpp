// Excel workbooks of the five reports that the accountant's guide names.
#pragma once
#include "modules/accounting/report_paper.hpp"

namespace daftar::accounting {

struct ExcelRequest {
    Text<1, 40> report_type;  ///< balance-sheet, income-statement, trial-balance, ledger, vat-declaration
    std::int32_t year = 0;
    std::optional<std::int32_t> quarter;  ///< of an income statement or a VAT declaration; the whole year when absent
    std::optional<Text<1, 20>> account_code;  ///< of a ledger or a trial balance: accounts that start so

    std::optional<Problem> broken_rule() const;
};
BOOST_DESCRIBE_STRUCT(ExcelRequest, (), (report_type, year, quarter, account_code))

File excel_export(Context& context, const ExcelRequest& request);

extern const std::span<const Route> excel_export_routes;

}  // namespace daftar::accounting
