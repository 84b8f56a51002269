#include "modules/accounting/excel_export.hpp"

#include <algorithm>
#include <array>

#include "modules/accounting/balance_sheet.hpp"
#include "modules/accounting/income_statement.hpp"
#include "modules/accounting/ledger_paper.hpp"
#include "modules/accounting/vat_declaration.hpp"

namespace daftar::accounting {
namespace {

/// One kind of workbook: its sheets for a period.
struct Export {
    const char* type;
    const char* title;
    const char* file;
    std::vector<XlsxSheet> (*sheets)(Context&, const ExcelRequest&, const ReportSubject&, const ReportPeriod&);
};

std::vector<XlsxSheet> balance_sheets(Context& context, const ExcelRequest& request, const ReportSubject& subject,
                                      const ReportPeriod& period) {
    return {sheet_of(context, balance_sheet_statement(balance_sheet(context, {request.year}), request.year), subject,
                     period)};
}

std::vector<XlsxSheet> income_sheets(Context& context, const ExcelRequest& request, const ReportSubject& subject,
                                     const ReportPeriod& period) {
    IncomeRequest asked;
    asked.year = request.year;
    asked.quarter = request.quarter;
    return {sheet_of(context, income_statement_statement(income_statement(context, asked), period), subject, period)};
}

std::vector<XlsxSheet> trial_balance_sheets(Context& context, const ExcelRequest& request, const ReportSubject& subject,
                                            const ReportPeriod& period) {
    ledger::BalanceRequest asked;
    asked.date = period.end;
    asked.account_code = request.account_code;
    const auto balance = ledger::trial_balance(context, asked);
    XlsxSheet sheet{"Balance",
                    preamble(subject, "Balance générale au " + french(period.end), period),
                    {{"Compte", 12}, {"Intitulé", 44}, {"Débit", 18}, {"Crédit", 18}, {"Solde", 18}},
                    {}};
    for (const auto& account : balance.accounts)
        sheet.rows.push_back(
            {{account.account_code, account.account_name, account.debit, account.credit,
              XlsxCell(account.balance)
                  .linked(page_address(context, ledger_link(account.account_code, period.start, period.end)))}});
    sheet.rows.push_back({{"Total", {}, XlsxCell::sum(), XlsxCell::sum(), XlsxCell::sum()}, XlsxRowKind::total});
    return {std::move(sheet)};
}

std::vector<XlsxSheet> general_ledger_sheets(Context& context, const ExcelRequest& request,
                                             const ReportSubject& subject, const ReportPeriod& period) {
    auto report =
        ledger_sheets(context, {request.account_code, period.start, period.end, {}}, workbook_lines_max, true);
    for (auto& sheet : report.sheets) sheet.preamble = preamble(subject, report.title, period);
    return std::move(report.sheets);
}

std::vector<XlsxSheet> vat_sheets(Context& context, const ExcelRequest& request, const ReportSubject& subject,
                                  const ReportPeriod& period) {
    std::vector<XlsxSheet> sheets;
    for (std::int32_t quarter = 1; quarter <= 4; ++quarter) {
        if (request.quarter && *request.quarter != quarter) continue;
        VatPeriodRequest asked;
        asked.year = request.year;
        asked.quarter = quarter;
        const auto declaration = vat_declaration(context, asked);
        XlsxSheet sheet{declaration.period,
                        preamble(subject, "Déclaration de TVA " + declaration.period, period),
                        {{"", 20}, {"Taux", 10}, {"Base", 18}, {"TVA", 18}},
                        {}};
        for (const auto& box : declaration.boxes)
            sheet.rows.push_back({{box.direction == VatDirection::collected ? "TVA collectée" : "TVA déductible",
                                   box.rate ? XlsxCell(*box.rate) : XlsxCell("?"), box.base, box.vat}});
        sheet.rows.push_back({{"TVA collectée", {}, {}, declaration.vat_collected}, XlsxRowKind::subtotal});
        sheet.rows.push_back({{"TVA déductible", {}, {}, declaration.vat_deductible}, XlsxRowKind::subtotal});
        sheet.rows.push_back(
            {{declaration.vat_balance.minor < 0 ? "À récupérer" : "À payer", {}, {}, declaration.vat_balance},
             XlsxRowKind::total});
        sheets.push_back(std::move(sheet));
    }
    return sheets;
}

constexpr std::array<Export, 5> exports = {
    {{"balance-sheet", "Bilan", "bilan", balance_sheets},
     {"income-statement", "Compte de résultats", "compte-de-resultats", income_sheets},
     {"trial-balance", "Balance générale", "balance-generale", trial_balance_sheets},
     {"ledger", "Grand livre", "grand-livre", general_ledger_sheets},
     {"vat-declaration", "Déclaration de TVA", "declaration-tva", vat_sheets}}};

}  // namespace

std::optional<Problem> ExcelRequest::broken_rule() const {
    if (std::ranges::none_of(exports, [&](const auto& one) { return report_type.value == one.type; }))
        return Problem{"report_type", "unknown_choice",
                       "Rapports possibles : balance-sheet, income-statement, trial-balance, ledger, vat-declaration."};
    if (quarter && report_type.value != "income-statement" && report_type.value != "vat-declaration")
        return Problem{"quarter", "not_for_this_report", "Ce rapport porte sur l'année entière."};
    if (quarter && (*quarter < 1 || *quarter > 4))
        return Problem{"quarter", "unknown_quarter", "Un trimestre va de 1 à 4."};
    return {};
}

File excel_export(Context& context, const ExcelRequest& request) {
    const auto& chosen =
        *std::ranges::find_if(exports, [&](const auto& one) { return request.report_type.value == one.type; });
    const auto period = report_period(context, request.year, request.quarter);
    const auto subject = report_subject(context);
    auto book = workbook(context, subject, chosen.title);
    book.sheets = chosen.sheets(context, request, subject, period);
    return {std::string(xlsx_type), file_name(chosen.file, period, subject, ".xlsx"), xlsx(book), false};
}

constexpr Route routes[] = {
    {"GET", "/api/v1/exports/excel", "export_books", operation<excel_export>},
};
const std::span<const Route> excel_export_routes = routes;

}  // namespace daftar::accounting
