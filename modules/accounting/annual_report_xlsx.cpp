// The annual report as a workbook: one sheet per part, totals that recalculate.
#include "modules/accounting/annual_report.hpp"

namespace daftar::accounting {

std::string annual_report_xlsx(Context& context, const AnnualReport& report) {
    const auto subject = report_subject(context);
    const auto period = report_period(context, report.year);
    const std::string title = "Rapport annuel " + std::to_string(report.year), year = std::to_string(report.year),
                      last_year = std::to_string(report.year - 1);
    const bool compares = period.previous_start.has_value();
    const auto sheet = [&](const char* name, std::vector<XlsxColumn> columns) {
        return XlsxSheet{name, preamble(subject, title, period), std::move(columns), {}};
    };
    const auto linked = [&](const Money& amount, const std::string& link) {
        return XlsxCell(amount).linked(page_address(context, link));
    };
    const auto optional = [](const std::optional<Money>& amount) { return amount ? XlsxCell(*amount) : XlsxCell(); };

    auto summary = sheet("Synthèse", {{"", 34}, {year, 18}, {last_year, 18}});
    const auto add_figure = [&](const char* name, const ComparedFigure& figure) {
        summary.rows.push_back({{name, linked(figure.amount, figure.link), optional(figure.previous)}});
    };
    add_figure("Encaissements", report.summary.receipts);
    add_figure("Décaissements", report.summary.payments);
    add_figure("Trésorerie au début", report.summary.opening_cash);
    add_figure("Trésorerie à la fin", report.summary.closing_cash);
    add_figure("Charges de l'exercice", report.summary.expenses);
    add_figure("Produits de l'exercice", report.summary.income);
    add_figure("Résultat", report.summary.result);
    add_figure("Impayés", report.summary.unpaid);
    if (!report.proof.root.empty())
        summary.rows.push_back(
            {{"Preuve du registre (" + std::to_string(report.proof.entry_count) + " écritures)", report.proof.root}});

    auto banks = sheet(
        "Banques",
        {{"Compte", 12}, {"Nom", 30}, {"Mois", 12}, {"Encaissé", 16}, {"Décaissé", 16}, {"Solde en fin de mois", 18}});
    for (const auto& bank : report.receipts_by_bank) {
        banks.rows.push_back({{bank.account_code + " " + bank.account_name}, XlsxRowKind::section});
        for (const auto& month : bank.months)
            banks.rows.push_back(
                {{bank.account_code, bank.account_name, month.month, linked(month.receipts, month.link),
                  linked(month.payments, month.link), month.closing}});
        banks.rows.push_back(
            {{"Sous-total", {}, {}, XlsxCell::sum(), XlsxCell::sum(), bank.closing}, XlsxRowKind::subtotal});
    }
    banks.rows.push_back(
        {{"Total", {}, {}, XlsxCell::sum(), XlsxCell::sum(), report.summary.closing_cash.amount}, XlsxRowKind::total});

    auto categories = sheet("Natures", {{"Compte", 12}, {"Nature", 36}, {year, 16}});
    auto suppliers = sheet("Fournisseurs", {{"Code", 14}, {"Fournisseur", 36}, {"Factures", 10}, {year, 16}});
    if (compares) categories.columns.push_back({last_year, 16}), suppliers.columns.push_back({last_year, 16});
    const auto add_row = [&](XlsxSheet& to, std::vector<XlsxCell> cells, const std::optional<Money>& previous) {
        if (compares) cells.push_back(optional(previous));
        to.rows.push_back({std::move(cells)});
    };
    for (const auto& category : report.expenses_by_category)
        add_row(categories, {category.account_code, category.name, linked(category.amount, category.link)},
                category.previous);
    for (const auto& supplier : report.expenses_by_supplier)
        add_row(suppliers,
                {supplier.supplier_code.value_or(""), supplier.name, Decimal{supplier.invoices, 0},
                 linked(supplier.amount, supplier.link)},
                supplier.previous);
    std::vector<XlsxCell> total = {"Total", {}, XlsxCell::sum()};
    if (compares) total.push_back(XlsxCell::sum());
    categories.rows.push_back({total, XlsxRowKind::total});
    total.insert(total.begin() + 2, XlsxCell::sum());
    suppliers.rows.push_back({total, XlsxRowKind::total});

    auto unpaid = sheet("Impayés", {{"Compte", 12},
                                    {"Code", 14},
                                    {"Copropriétaire", 32},
                                    {"Échu depuis", 13},
                                    {"Jours", 8},
                                    {"Dont échu", 16},
                                    {"Solde dû", 16}});
    for (const auto& owner : report.unpaid)
        unpaid.rows.push_back({{owner.account_code, owner.owner_code, owner.name,
                                owner.oldest_due_date ? XlsxCell(*owner.oldest_due_date) : XlsxCell(),
                                owner.oldest_due_date ? XlsxCell(std::to_string(owner.days_late)) : XlsxCell(),
                                owner.overdue, linked(owner.balance, owner.link)}});
    unpaid.rows.push_back({{"Total", {}, {}, {}, {}, XlsxCell::sum(), XlsxCell::sum()}, XlsxRowKind::total});

    auto book = workbook(context, subject, title);
    book.sheets = {std::move(summary), std::move(banks), std::move(categories), std::move(suppliers),
                   std::move(unpaid)};
    return xlsx(book);
}

}  // namespace daftar::accounting
