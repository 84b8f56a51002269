#include "modules/accounting/accounting.hpp"

#include "modules/accounting/activity_report.hpp"
#include "modules/accounting/aged_balance.hpp"
#include "modules/accounting/annual_report.hpp"
#include "modules/accounting/anomaly.hpp"
#include "modules/accounting/balance_sheet.hpp"
#include "modules/accounting/budget.hpp"
#include "modules/accounting/category.hpp"
#include "modules/accounting/dashboard.hpp"
#include "modules/accounting/excel_export.hpp"
#include "modules/accounting/expense.hpp"
#include "modules/accounting/export_fec.hpp"
#include "modules/accounting/export_noalyss.hpp"
#include "modules/accounting/income_comparison.hpp"
#include "modules/accounting/income_statement.hpp"
#include "modules/accounting/kpi.hpp"
#include "modules/accounting/ledger_paper.hpp"
#include "modules/accounting/own_account.hpp"
#include "modules/accounting/owner_call.hpp"
#include "modules/accounting/provision.hpp"
#include "modules/accounting/statement_figures.hpp"
#include "modules/accounting/trial_balance_paper.hpp"
#include "modules/accounting/vat_calculator.hpp"
#include "modules/accounting/vat_declaration.hpp"
#include "modules/accounting/vat_rate.hpp"
#include "modules/accounting/year_end.hpp"
#include "modules/accounting/year_end_pack.hpp"

namespace daftar::accounting {

Module accounting() {
    return {"accounting",
            {category_routes,
             expense_routes,
             expense_payment_routes,
             owner_call_routes,
             owner_call_list_routes,
             own_account_routes,
             vat_rate_routes,
             vat_calculator_routes,
             vat_declaration_routes,
             vat_declaration_paper_routes,
             vat_filing_routes,
             budget_routes,
             provision_routes,
             year_end_checklist_routes,
             year_end_routes,
             year_end_pack_routes,
             aged_balance_routes,
             aged_balance_paper_routes,
             anomaly_routes,
             dashboard_routes,
             kpi_routes,
             annual_report_routes,
             balance_sheet_routes,
             income_statement_routes,
             income_comparison_routes,
             activity_report_routes,
             statement_routes,
             trial_balance_paper_routes,
             ledger_paper_routes,
             excel_export_routes,
             fec_routes,
             noalyss_routes},
            {}};
}

}  // namespace daftar::accounting
