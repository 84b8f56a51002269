// The annual report on paper: the page an owner looks at first, then what an accountant checks.
#include "modules/accounting/annual_report.hpp"

namespace daftar::accounting {
namespace {

constexpr std::size_t ranked_categories_max = 8;

std::string beside_last_year(const ComparedFigure& figure) {
    if (!figure.previous) return {};
    const auto change = change_text(figure.amount, *figure.previous);
    return change.empty() ? "rien l'année précédente" : change + " sur un an";
}

const char* sentence_of(UnpaidAction action) {
    switch (action) {
        case UnpaidAction::wait:
            return "Non échu";
        case UnpaidAction::remind:
            return "Rappel amiable";
        case UnpaidAction::formal_notice:
            return "Mise en demeure";
        case UnpaidAction::recovery:
            return "Dossier de recouvrement";
    }
    return "";
}

class Paper {
public:
    Paper(Context& context, const AnnualReport& report)
        : context_(context),
          report_(report),
          period_(report_period(context, report.year)),
          document_(letterhead(context, report_subject(context), "Rapport annuel " + std::to_string(report.year),
                               period_, report.proof)) {}

    std::string bytes() {
        key_figures();
        months();
        banks();
        categories();
        suppliers();
        unpaid();
        how_to_read();
        return document_.bytes(context_.now());
    }

private:
    PdfText amount(const Money& value, const std::string& link = {}) {
        return {french(value), page_address(context_, link)};
    }
    PdfText before(const std::optional<Money>& value) { return {value ? french(*value) : ""}; }
    std::string last_year() const { return std::to_string(report_.year - 1); }
    bool compares() const { return period_.previous_start.has_value(); }

    void key_figures() {
        const auto& summary = report_.summary;
        const auto figure = [&](const char* label, const ComparedFigure& value, std::string note,
                                bool attention = false) {
            return PdfFigure{label, french(value.amount), std::move(note), page_address(context_, value.link),
                             attention};
        };
        const bool owed = summary.unpaid.amount.minor > 0;
        document_.figures({figure("Encaissements", summary.receipts, beside_last_year(summary.receipts)),
                           figure("Décaissements", summary.payments, beside_last_year(summary.payments)),
                           figure("Trésorerie", summary.closing_cash, "au " + french(report_.as_of)),
                           figure("Impayés", summary.unpaid,
                                  count_of(static_cast<std::int64_t>(report_.unpaid.size()),
                                           "compte à relancer ou à suivre", "comptes à relancer ou à suivre"),
                                  owed)});
        document_.figures({figure("Charges de l'exercice", summary.expenses, beside_last_year(summary.expenses)),
                           figure("Produits de l'exercice", summary.income, beside_last_year(summary.income)),
                           figure("Résultat", summary.result, summary.result.amount.minor < 0 ? "déficit" : "excédent",
                                  summary.result.amount.minor < 0)});
    }

    void months() {
        if (report_.months.empty()) return;
        PdfChart chart{PdfChartKind::bars,
                       "Encaissements et décaissements par mois",
                       {},
                       {{"Encaissements", {}}, {"Décaissements", {}}},
                       report_.currency};
        PdfChart cash{PdfChartKind::lines, "Trésorerie en fin de mois", {}, {{"Trésorerie", {}}}, report_.currency};
        for (const auto& month : report_.months) {
            const auto name = month_name(month.month);
            chart.labels.push_back(name.substr(0, name.find(' ')));
            chart.series[0].values.push_back(month.receipts.decimal());
            chart.series[1].values.push_back(month.payments.decimal());
            cash.series[0].values.push_back(month.closing.decimal());
        }
        cash.labels = chart.labels;
        document_.chart(std::move(chart));
        document_.chart(std::move(cash));
    }

    void banks() {
        document_.heading("Encaissements par banque");
        PdfTable table{{{"Compte", PdfAlign::start, 1},
                        {"Solde initial", PdfAlign::end},
                        {"Encaissé", PdfAlign::end},
                        {"Décaissé", PdfAlign::end},
                        {"Virements", PdfAlign::end},
                        {"Solde final", PdfAlign::end}},
                       {},
                       "Aucun mouvement de trésorerie sur l'exercice."};
        Money opening(0, context_.currency()), receipts = opening, payments = opening, transfers = opening,
                                               closing = opening;
        for (const auto& bank : report_.receipts_by_bank) {
            table.rows.push_back({{{bank.account_code + "  " + bank.account_name},
                                   amount(bank.opening),
                                   amount(bank.receipts, bank.link),
                                   amount(bank.payments, bank.link),
                                   amount(bank.transfers),
                                   amount(bank.closing, bank.link)}});
            opening += bank.opening, receipts += bank.receipts, payments += bank.payments, transfers += bank.transfers,
                closing += bank.closing;
        }
        if (report_.receipts_by_bank.size() > 1)
            table.rows.push_back(
                {{{"Total"}, amount(opening), amount(receipts), amount(payments), amount(transfers), amount(closing)},
                 PdfRowKind::total});
        document_.table(std::move(table));
    }

    void categories() {
        document_.heading("Dépenses par nature");
        PdfChart chart{PdfChartKind::ranking, "Les principales dépenses", {}, {{"Charges", {}}}, report_.currency};
        PdfTable table{{{"Nature", PdfAlign::start, 1}, {"Part", PdfAlign::end}}, {}, "Aucune charge sur l'exercice."};
        if (compares()) table.columns.push_back({last_year(), PdfAlign::end});
        table.columns.push_back({std::to_string(report_.year), PdfAlign::end});
        if (compares()) table.columns.push_back({"Évolution", PdfAlign::end});
        Money previous(0, context_.currency());
        for (const auto& category : report_.expenses_by_category) {
            if (chart.labels.size() < ranked_categories_max && category.amount.minor > 0) {
                chart.labels.push_back(category.name);
                chart.series[0].values.push_back(category.amount.decimal());
            }
            PdfRow row{{{category.account_code + "  " + category.name}, {share(category.share)}}};
            if (compares()) row.cells.push_back(before(category.previous));
            row.cells.push_back(amount(category.amount, category.link));
            if (compares()) row.cells.push_back({change_text(category.amount, *category.previous)});
            previous += category.previous.value_or(Money(0, context_.currency()));
            table.rows.push_back(std::move(row));
        }
        if (!table.rows.empty()) {
            PdfRow total{{{"Total des charges"}, {"100\u202f%"}}, PdfRowKind::total};
            if (compares()) total.cells.push_back(amount(previous));
            total.cells.push_back(amount(report_.summary.expenses.amount, report_.summary.expenses.link));
            if (compares()) total.cells.push_back({change_text(report_.summary.expenses.amount, previous)});
            table.rows.push_back(std::move(total));
        }
        document_.chart(std::move(chart));
        document_.table(std::move(table));
    }

    void suppliers() {
        document_.heading("Dépenses par fournisseur");
        PdfTable table{
            {{"Fournisseur", PdfAlign::start, 1}, {"Factures", PdfAlign::end}}, {}, "Aucune facture sur l'exercice."};
        if (compares()) table.columns.push_back({last_year(), PdfAlign::end});
        table.columns.push_back({std::to_string(report_.year), PdfAlign::end});
        std::int64_t invoices = 0;
        Money total(0, context_.currency()), previous = total;
        for (const auto& supplier : report_.expenses_by_supplier) {
            PdfRow row{{{supplier.name}, {supplier.supplier_code ? std::to_string(supplier.invoices) : ""}}};
            if (compares()) row.cells.push_back(before(supplier.previous));
            row.cells.push_back(amount(supplier.amount, supplier.link));
            table.rows.push_back(std::move(row));
            if (supplier.supplier_code) invoices += supplier.invoices;
            total += supplier.amount;
            previous += supplier.previous.value_or(Money(0, context_.currency()));
        }
        if (!table.rows.empty()) {
            PdfRow last{{{"Total"}, {std::to_string(invoices)}}, PdfRowKind::total};
            if (compares()) last.cells.push_back(amount(previous));
            last.cells.push_back(amount(total));
            table.rows.push_back(std::move(last));
        }
        document_.table(std::move(table));
    }

    void unpaid() {
        document_.heading("Impayés au " + french(report_.as_of));
        PdfTable table{{{"Copropriétaire", PdfAlign::start, 1},
                        {"Compte"},
                        {"Échu depuis"},
                        {"Dont échu", PdfAlign::end},
                        {"Solde dû", PdfAlign::end},
                        {"Suite proposée"}},
                       {},
                       "Aucun impayé : tous les comptes sont à jour."};
        Money overdue(0, context_.currency());
        for (const auto& owner : report_.unpaid) {
            overdue += owner.overdue;
            const auto since = owner.oldest_due_date ? french(*owner.oldest_due_date) : std::string();
            table.rows.push_back({{{owner.name + " (" + owner.owner_code + ")"},
                                   {owner.account_code},
                                   {since},
                                   amount(owner.overdue),
                                   amount(owner.balance, owner.link),
                                   {sentence_of(owner.action)}}});
        }
        if (!table.rows.empty())
            table.rows.push_back({{{"Total"},
                                   {},
                                   {},
                                   amount(overdue),
                                   amount(report_.summary.unpaid.amount, report_.summary.unpaid.link),
                                   {}},
                                  PdfRowKind::total});
        document_.table(std::move(table));
    }

    void how_to_read() {
        document_.note(
            {"Les encaissements et décaissements viennent des comptes de trésorerie (classe 5), hors virements "
             "internes ; les charges et produits, des "
             "comptes de gestion (classes 6 et 7) à leur date d'engagement. Les paiements sont réputés éteindre les "
             "demandes les plus anciennes."});
    }

    static std::string share(Decimal share) {
        std::string text = Decimal{share.rounded(3).units, 1}.text();
        if (const auto point = text.find('.'); point != std::string::npos) text[point] = ',';
        return text + "\u202f%";
    }

    Context& context_;
    const AnnualReport& report_;
    ReportPeriod period_;
    PdfDocument document_;
};

}  // namespace

std::string annual_report_pdf(Context& context, const AnnualReport& report) { return Paper(context, report).bytes(); }

}  // namespace daftar::accounting
