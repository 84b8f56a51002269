// The VAT declaration on paper and as a workbook: its boxes beside those of the period before, then every line behind.
#include <algorithm>

#include "modules/accounting/report_sheets.hpp"
#include "modules/accounting/vat_declaration.hpp"

namespace daftar::accounting {
namespace {

VatPeriodRequest period_before(const VatPeriodRequest& period) {
    VatPeriodRequest before = period;
    auto& part = before.quarter ? before.quarter : before.month;
    if (--*part == 0) {
        part = before.quarter ? 4 : 12;
        --before.year;
    }
    return before;
}

const char* direction_name(VatDirection direction) {
    return direction == VatDirection::collected ? "TVA collectée" : "TVA déductible";
}

std::string rate_name(const std::optional<Decimal>& rate) {
    return rate ? french_percent(*rate) : std::string("Taux inconnu");
}

XlsxSheet boxes_sheet(const VatDeclaration& declaration, const VatDeclaration& before) {
    XlsxSheet sheet{"Déclaration", {}, {{"Grille", 36}, {"Base", 18}, {"TVA", 18}, {"TVA " + before.period, 18}}, {}};
    for (const auto direction : {VatDirection::collected, VatDirection::deductible}) {
        sheet.rows.push_back({{direction_name(direction)}, XlsxRowKind::section});
        for (const auto& box : declaration.boxes) {
            if (box.direction != direction) continue;
            const auto last = std::ranges::find_if(
                before.boxes, [&](const VatBox& one) { return one.direction == direction && one.rate == box.rate; });
            sheet.rows.push_back({{rate_name(box.rate), box.base, box.vat,
                                   last == before.boxes.end() ? XlsxCell() : XlsxCell(last->vat)}});
        }
        const bool collected = direction == VatDirection::collected;
        sheet.rows.push_back({{std::string("Total ") + direction_name(direction), XlsxCell::sum(), XlsxCell::sum(),
                               collected ? before.vat_collected : before.vat_deductible},
                              XlsxRowKind::subtotal});
    }
    sheet.rows.push_back({{declaration.vat_balance.minor < 0 ? "À récupérer" : "À payer",
                           {},
                           declaration.vat_balance,
                           before.vat_balance},
                          XlsxRowKind::total});
    return sheet;
}

XlsxSheet lines_sheet(Context& context, const VatDeclaration& declaration) {
    XlsxSheet sheet{"Détail", {}, {{"Date", 12}, {"Libellé", 48}, {"Taux", 12}, {"Base", 18}, {"TVA", 18}}, {}};
    for (const auto direction : {VatDirection::collected, VatDirection::deductible}) {
        bool any = false;
        for (const auto& box : declaration.boxes) {
            if (box.direction != direction) continue;
            if (!any) sheet.rows.push_back({{direction_name(direction)}, XlsxRowKind::section});
            any = true;
            for (const auto& line : box.entries)
                sheet.rows.push_back(
                    {{line.date, line.description, rate_name(box.rate) + (line.rate_inferred ? " *" : ""), line.base,
                      XlsxCell(line.vat).linked(
                          page_address(context, "/api/v1/accounting/journal-entries/" + line.entry_id.text() +
                                                    "?line=" + std::to_string(line.line_number)))}});
        }
        if (any)
            sheet.rows.push_back(
                {{std::string("Total"), direction_name(direction), {}, XlsxCell::sum(), XlsxCell::sum()},
                 XlsxRowKind::subtotal});
    }
    return sheet;
}

ReportSheets vat_sheets(Context& context, const VatPeriodRequest& request) {
    const auto declaration = vat_declaration(context, request);
    const auto before = vat_declaration(context, period_before(request));
    ReportSheets report{"Déclaration de TVA", "declaration-tva",
                        period_between(context, declaration.start_date, declaration.end_date)};
    report.period.label = declaration.period;
    report.object = declaration.period;
    const bool reclaim = declaration.vat_balance.minor < 0;
    report.figures = {
        {"TVA collectée", french(declaration.vat_collected), before.period + " : " + french(before.vat_collected)},
        {"TVA déductible", french(declaration.vat_deductible), before.period + " : " + french(before.vat_deductible)},
        {reclaim ? "À récupérer" : "À payer", french(reclaim ? -declaration.vat_balance : declaration.vat_balance)}};
    if (!declaration.deducts_vat)
        report.notes.emplace_back(
            "Cette organisation ne déduit pas la TVA : celle de ses achats fait partie de leur coût et n'apparaît "
            "pas.");
    if (!declaration.rates_confirmed)
        report.notes.emplace_back("Taux à confirmer : leur texte officiel n'a pas pu être vérifié.");
    const bool inferred = std::ranges::any_of(declaration.boxes, [](const VatBox& box) {
        return std::ranges::any_of(box.entries, &VatSource::rate_inferred);
    });
    if (inferred) report.notes.emplace_back("* Taux déduit des montants d'une écriture saisie à la main.");
    report.sheets = {boxes_sheet(declaration, before), lines_sheet(context, declaration)};
    return report;
}

File vat_declaration_pdf(Context& context, const VatPeriodRequest& request) {
    return paper_of(context, vat_sheets(context, request));
}
File vat_declaration_xlsx(Context& context, const VatPeriodRequest& request) {
    return workbook_of(context, vat_sheets(context, request));
}

}  // namespace

constexpr Route routes[] = {
    {"GET", "/api/v1/reports/vat-declaration.pdf", "read_reports", operation<vat_declaration_pdf>},
    {"GET", "/api/v1/reports/vat-declaration.xlsx", "read_reports", operation<vat_declaration_xlsx>},
};
const std::span<const Route> vat_declaration_paper_routes = routes;

}  // namespace daftar::accounting
