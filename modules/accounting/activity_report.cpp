#include "modules/accounting/activity_report.hpp"

#include "modules/accounting/activity_report.sql.hpp"

namespace daftar::accounting {

struct OwnerFlows {
    Money called, collected;
};
BOOST_DESCRIBE_STRUCT(OwnerFlows, (), (called, collected))

namespace {

ActivityComparison compared(const char* label, const ComparedFigure& figure) {
    ActivityComparison row{label, figure.amount, figure.previous, {}};
    if (figure.previous && !figure.previous->is_zero()) {
        const auto base = figure.previous->minor < 0 ? -figure.previous->minor : figure.previous->minor;
        row.change = divide({(figure.amount - *figure.previous).minor, 0}, {base, 0}, 4);
    }
    return row;
}

const char* french_label(std::string_view label) {
    if (label == "revenue") return "Produits";
    if (label == "expenses") return "Charges";
    if (label == "result") return "Résultat";
    return label == "cash" ? "Trésorerie" : "Impayés";
}

File activity_report_pdf(Context& context, const AnnualReportRequest& request) {
    const auto report = activity_report(context, request);
    const auto period = report_period(context, request.year);
    const auto subject = report_subject(context);
    PdfDocument document(letterhead(context, subject, "Rapport d'activité " + report.period, period, report.proof));
    std::string rate = Decimal{report.unpaid.recovery_rate.rounded(3).units, 1}.text();
    if (const auto point = rate.find('.'); point != std::string::npos) rate[point] = ',';
    document.figures({{"Produits", french(report.summary.revenue)},
                      {"Charges", french(report.summary.expenses)},
                      {"Résultat", french(report.summary.result), "", "", report.summary.result.minor < 0}});
    document.figures({{"Impayés", french(report.unpaid.total), count_of(report.unpaid.owners, "compte", "comptes"),
                       page_address(context, report.unpaid.link), report.unpaid.total.minor > 0},
                      {"Taux de recouvrement", rate + "\u202f%",
                       french(report.unpaid.collected) + " encaissés sur " + french(report.unpaid.called)}});
    PdfChart cash{PdfChartKind::lines,
                  "Évolution de la trésorerie",
                  {},
                  {{"Trésorerie", {}}},
                  std::string(context.currency().code())};
    for (const auto& month : report.cash_evolution) {
        const auto name = month_name(month.month);
        cash.labels.push_back(name.substr(0, name.find(' ')));
        cash.series[0].values.push_back(month.balance.decimal());
    }
    document.chart(std::move(cash));
    PdfChart categories{
        PdfChartKind::ranking, "Charges par catégorie", {}, {{"Charges", {}}}, std::string(context.currency().code())};
    for (const auto& category : report.expenses_by_category) {
        if (category.amount.minor <= 0) continue;
        categories.labels.push_back(category.name);
        categories.series[0].values.push_back(category.amount.decimal());
    }
    document.chart(std::move(categories));
    document.heading("Comparaison avec l'année précédente");
    PdfTable table{{{"", PdfAlign::start, 1},
                    {std::to_string(request.year - 1), PdfAlign::end},
                    {report.period, PdfAlign::end},
                    {"Évolution", PdfAlign::end}},
                   {},
                   ""};
    for (const auto& row : report.comparison)
        table.rows.push_back({{{french_label(row.label)},
                               {row.previous ? french(*row.previous) : "—"},
                               {french(row.current)},
                               {row.previous ? change_text(row.current, *row.previous) : ""}}});
    document.table(std::move(table));
    return {std::string(pdf_type), file_name("rapport-d-activite", period, subject, ".pdf"),
            document.bytes(context.now()), true};
}

}  // namespace

ActivityReport activity_report(Context& context, const AnnualReportRequest& request) {
    auto annual = annual_report(context, request);
    const auto flows = context.one<sql::owner_flows>(context.organization(), annual.start_date, annual.end_date);
    ActivityReport report;
    report.period = std::to_string(annual.year);
    report.summary = {annual.summary.income.amount, annual.summary.expenses.amount, annual.summary.result.amount};
    for (const auto& month : annual.months)
        report.cash_evolution.push_back({month.month, month.receipts, month.payments, month.closing});
    Money overdue(0, context.currency());
    for (const auto& owner : annual.unpaid) overdue += owner.overdue;
    report.unpaid = {
        annual.summary.unpaid.amount,
        overdue,
        static_cast<std::int64_t>(annual.unpaid.size()),
        flows.called,
        flows.collected,
        flows.called.is_zero() ? Decimal{1, 0} : divide({flows.collected.minor, 0}, {flows.called.minor, 0}, 4),
        annual.summary.unpaid.link};
    report.comparison = {compared("revenue", annual.summary.income), compared("expenses", annual.summary.expenses),
                         compared("result", annual.summary.result), compared("cash", annual.summary.closing_cash),
                         compared("unpaid", annual.summary.unpaid)};
    report.expenses_by_category = std::move(annual.expenses_by_category);
    report.proof = annual.proof;
    return report;
}

constexpr Route routes[] = {
    {"GET", "/api/v1/reports/activity-report", "read_reports", operation<activity_report>},
    {"GET", "/api/v1/reports/activity-report.pdf", "read_reports", operation<activity_report_pdf>},
    {"GET", "/api/v1/reports/activity-report.xlsx", "read_reports", operation<activity_report_xlsx>},
};
const std::span<const Route> activity_report_routes = routes;

}  // namespace daftar::accounting
