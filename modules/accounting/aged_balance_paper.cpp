#include "modules/accounting/aged_balance_paper.hpp"

#include <algorithm>

namespace daftar::accounting {
namespace {

std::string name_of(const AgedRow& row) {
    if (!row.auxiliary_code) return row.account_code;
    return *row.auxiliary_code + "  " + row.auxiliary_name.value_or("");
}

XlsxCell amount(const Money& value) { return value.is_zero() ? XlsxCell() : XlsxCell(value); }

/// Parts of a balance as the sheet shows them. `other` only where an account holds something beside its open items.
std::vector<std::pair<const char*, Money AgedAmounts::*>> parts_of(const AgedBalance& aged) {
    std::vector<std::pair<const char*, Money AgedAmounts::*>> parts{
        {"Non échu", &AgedAmounts::not_due},     {"1 à 30 j", &AgedAmounts::days_1_30},
        {"31 à 60 j", &AgedAmounts::days_31_60}, {"61 à 90 j", &AgedAmounts::days_61_90},
        {"Plus de 90 j", &AgedAmounts::over_90},
    };
    if (std::ranges::any_of(aged.rows, [](const AgedRow& row) { return !row.amounts.other.is_zero(); }))
        parts.emplace_back("Hors postes", &AgedAmounts::other);
    return parts;
}

Money late(const AgedAmounts& amounts) {
    return amounts.days_1_30 + amounts.days_31_60 + amounts.days_61_90 + amounts.over_90;
}

File aged_balance_pdf(Context& context, const AgedPaperRequest& request) {
    return paper_of(context, aged_sheets(context, request));
}
File aged_balance_xlsx(Context& context, const AgedPaperRequest& request) {
    return workbook_of(context, aged_sheets(context, request));
}

}  // namespace

ReportSheets aged_sheets(Context& context, const AgedPaperRequest& request) {
    const auto aged = aged_balance(context, {request.kind, request.date});
    std::vector<AgedRow> other;
    if (request.compared_to) other = aged_balance(context, {request.kind, request.compared_to}).rows;
    const bool owners = request.kind == AgedKind::owners;
    const auto parts = parts_of(aged);

    XlsxSheet sheet{"Balance âgée", {}, {{owners ? "Copropriétaire" : "Fournisseur", 36}, {"Échu depuis", 12}}, {}};
    for (const auto& [title, member] : parts) sheet.columns.push_back({title, 14});
    sheet.columns.push_back({"Solde", 16});
    if (request.compared_to) sheet.columns.push_back({"Au " + french(*request.compared_to), 16});
    for (const auto& row : aged.rows) {
        std::vector<XlsxCell> cells{name_of(row), row.oldest_due_date ? XlsxCell(*row.oldest_due_date) : XlsxCell()};
        for (const auto& [title, member] : parts) cells.push_back(amount(row.amounts.*member));
        cells.push_back(XlsxCell(row.amounts.balance).linked(page_address(context, row.link)));
        if (request.compared_to) {
            const auto before = std::ranges::find_if(other, [&](const AgedRow& one) {
                return one.account_code == row.account_code && one.auxiliary_code == row.auxiliary_code;
            });
            cells.push_back(before == other.end() ? XlsxCell() : amount(before->amounts.balance));
        }
        sheet.rows.push_back({std::move(cells)});
    }
    std::vector<XlsxCell> total{"Total", {}};
    for (std::size_t column = 2; column < sheet.columns.size(); ++column) total.push_back(XlsxCell::sum());
    sheet.rows.push_back({std::move(total), XlsxRowKind::total});

    ReportSheets report{owners ? "Balance âgée des copropriétaires" : "Balance âgée des fournisseurs",
                        owners ? "balance-agee-coproprietaires" : "balance-agee-fournisseurs",
                        period_between(context, aged.date, aged.date)};
    const Money overdue = late(aged.totals);
    report.figures = {
        {owners ? "Total dû" : "Total à payer", french(aged.totals.balance)},
        {"Dont échu", french(overdue), "", "", overdue.minor > 0},
        {"Échu depuis plus de 90 jours", french(aged.totals.over_90), "", "", aged.totals.over_90.minor > 0}};
    PdfChart chart{PdfChartKind::bars, "Ancienneté", {}, {{"Solde", {}}}, std::string(context.currency().code())};
    for (const auto& [title, member] : parts) {
        chart.labels.emplace_back(title);
        chart.series[0].values.push_back((aged.totals.*member).decimal());
    }
    if (!aged.rows.empty()) report.charts.push_back(std::move(chart));
    report.notes.emplace_back(
        "Postes ouverts à cette date, par ancienneté de leur échéance ; un montant négatif est un avoir ou une "
        "avance.");
    report.sheets.push_back(std::move(sheet));
    return report;
}

constexpr Route routes[] = {
    {"GET", "/api/v1/accounting/aged-balance.pdf", "read_reports", operation<aged_balance_pdf>},
    {"GET", "/api/v1/accounting/aged-balance.xlsx", "read_reports", operation<aged_balance_xlsx>},
};
const std::span<const Route> aged_balance_paper_routes = routes;

}  // namespace daftar::accounting
