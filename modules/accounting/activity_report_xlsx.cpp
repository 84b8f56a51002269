// The activity report as a workbook: the comparison, the cash month by month, the expenses, what is owed.
#include "modules/accounting/activity_report.hpp"
#include "modules/accounting/report_sheets.hpp"

namespace daftar::accounting {
namespace {

const char* label_of(std::string_view label) {
    if (label == "revenue") return "Produits";
    if (label == "expenses") return "Charges";
    if (label == "result") return "Résultat";
    return label == "cash" ? "Trésorerie" : "Impayés";
}

XlsxCell optional(const std::optional<Money>& amount) { return amount ? XlsxCell(*amount) : XlsxCell(); }

}  // namespace

File activity_report_xlsx(Context& context, const AnnualReportRequest& request) {
    const auto report = activity_report(context, request);
    const std::string before = std::to_string(request.year - 1);

    XlsxSheet comparison{"Comparaison", {}, {{"", 30}, {report.period, 18}, {before, 18}, {"Écart", 18}}, {}};
    for (const auto& one : report.comparison)
        comparison.rows.push_back({{label_of(one.label), one.current, optional(one.previous),
                                    one.previous ? XlsxCell(one.current - *one.previous) : XlsxCell()}});

    XlsxSheet cash{"Trésorerie",
                   {},
                   {{"Mois", 12}, {"Encaissements", 18}, {"Décaissements", 18}, {"Solde en fin de mois", 20}},
                   {}};
    for (const auto& month : report.cash_evolution)
        cash.rows.push_back({{month.month, month.inflows, month.outflows, month.balance}});
    cash.rows.push_back({{"Total", XlsxCell::sum(), XlsxCell::sum(), XlsxCell()}, XlsxRowKind::total});

    XlsxSheet expenses{"Charges", {}, {{"Compte", 12}, {"Nature", 40}, {report.period, 18}, {before, 18}}, {}};
    for (const auto& category : report.expenses_by_category)
        expenses.rows.push_back(
            {{category.account_code, category.name,
              XlsxCell(category.amount).linked(page_address(context, category.link)), optional(category.previous)}});
    expenses.rows.push_back({{"Total", {}, XlsxCell::sum(), XlsxCell::sum()}, XlsxRowKind::total});

    XlsxSheet unpaid{"Recouvrement", {}, {{"", 34}, {report.period, 18}}, {}};
    unpaid.rows = {{{"Appelé", report.unpaid.called}},
                   {{"Encaissé", report.unpaid.collected}},
                   {{"Taux de recouvrement (%)", (report.unpaid.recovery_rate * Decimal{100, 0}).normalized()}},
                   {{"Impayés", XlsxCell(report.unpaid.total).linked(page_address(context, report.unpaid.link))}},
                   {{"Dont échu", report.unpaid.overdue}},
                   {{"Comptes débiteurs", Decimal{report.unpaid.owners, 0}}}};

    ReportSheets sheets{"Rapport d'activité " + report.period, "rapport-d-activite",
                        report_period(context, request.year)};
    sheets.sheets = {std::move(comparison), std::move(cash), std::move(expenses), std::move(unpaid)};
    return workbook_of(context, std::move(sheets));
}

}  // namespace daftar::accounting
