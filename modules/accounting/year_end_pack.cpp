#include "modules/accounting/year_end_pack.hpp"

#include "modules/accounting/aged_balance_paper.hpp"
#include "modules/accounting/balance_sheet.hpp"
#include "modules/accounting/income_statement.hpp"
#include "modules/accounting/trial_balance_paper.hpp"
#include "modules/accounting/year_end_checklist.hpp"
#include "modules/accounting/year_end_pack.sql.hpp"

namespace daftar::accounting {

/// One line of a closing or opening entry, posted or foreseen.
struct PackLine {
    ledger::EntryKind kind = ledger::EntryKind::closing;
    Date date;
    std::string entry;  ///< "CLO 1"; empty while it is foreseen
    std::string account_code, account_name;
    std::optional<std::string> auxiliary_code, auxiliary_name;
    Money amount;
};
BOOST_DESCRIBE_STRUCT(PackLine, (),
                      (kind, date, entry, account_code, account_name, auxiliary_code, auxiliary_name, amount))

namespace {

constexpr std::pair<const char*, const char*> contents[] = {
    {"Bilan", "Ce que possède et ce que doit la copropriété en fin d'exercice"},
    {"Compte de résultats", "Produits et charges de l'exercice, par nature"},
    {"Balance générale", "Tous les comptes, avant les écritures de clôture"},
    {"États légaux", "Ceux que demande la loi du pays, et les contrôles qui les lient"},
    {"Soldes des copropriétaires", "Ce que chacun doit ou a versé d'avance, par ancienneté"},
    {"Écritures de clôture", "Le solde des comptes de gestion et les à-nouveaux"},
    {"Preuve du registre", "L'empreinte qui scelle chaque écriture"},
};

std::string state_of(CheckStatus status) {
    switch (status) {
        case CheckStatus::OK:
            return "✓ en ordre";
        case CheckStatus::WARNING:
            return "! à signaler";
        case CheckStatus::PENDING:
            return "… à faire";
        case CheckStatus::ERROR:
            return "✗ bloquant";
    }
    return {};
}

class Pack {
public:
    Pack(Context& context, const FiscalYearRequest& request)
        : context_(context),
          request_(request),
          year_(year_named(context, request.year)),
          period_(report_period(context, request.year)),
          subject_(report_subject(context)),
          proof_(report_proof(context)),
          document_(letterhead(context, subject_,
                               "Dossier de clôture " + period_.label + (period_.is_closed ? "" : " – provisoire"),
                               period_, proof_)) {}

    File file() {
        const auto sheet = balance_sheet(context_, {request_.year});
        IncomeRequest whole_year;
        whole_year.year = request_.year;
        const auto income = income_statement(context_, whole_year);
        cover(sheet, income);
        part("Bilan");
        print_statement(context_, balance_sheet_statement(sheet, request_.year), document_);
        part("Compte de résultats");
        print_statement(context_, income_statement_statement(income, period_), document_);
        part("Balance générale");
        TrialBalancePaperRequest balance;
        balance.date = period_.end;
        balance.before_closing = true;
        print_report(context_, trial_balance_sheets(context_, balance), document_);
        part("États légaux");
        print_statements(context_, statements(context_, {request_.year, {}}), false, document_);
        part("Soldes des copropriétaires au " + french(period_.end));
        print_report(context_, aged_sheets(context_, {AgedKind::owners, period_.end, {}}), document_);
        closing_entries();
        proof();
        return {std::string(pdf_type),
                file_name(period_.is_closed ? "dossier-de-cloture" : "dossier-de-cloture-provisoire", period_, subject_,
                          ".pdf"),
                document_.bytes(context_.now()), true};
    }

private:
    void part(std::string title) {
        document_.page_break();
        document_.heading(std::move(title));
    }

    void cover(const BalanceSheet& sheet, const IncomeStatement& income) {
        document_.figures({{"Total de l'actif", french(sheet.assets.total_assets)},
                           {"Produits", french(income.income.total_income)},
                           {"Charges", french(income.expenses.total_expenses)},
                           {"Résultat", french(income.net_result), income.net_result.minor < 0 ? "déficit" : "excédent",
                            "", income.net_result.minor < 0}});
        const auto closed_at = context_.maybe<sql::closing_time>(context_.organization(), request_.year);
        if (period_.is_closed)
            document_.paragraph(
                {closed_at ? "Exercice clos le " + french(closed_at->utc_date()) + " : plus aucune écriture n'y entre."
                           : "Exercice clos : plus aucune écriture n'y entre."});
        else
            document_.paragraph(
                {"Dossier provisoire : l'exercice n'est pas clos, ses chiffres peuvent encore changer. "
                 "Les écritures de clôture sont celles qui seraient passées aujourd'hui."});
        document_.heading("Contenu", 2);
        PdfTable listed{{{"Pièce"}, {"Ce qu'elle montre", PdfAlign::start, 1}}, {}, ""};
        for (const auto& [name, text] : contents) listed.rows.push_back({{{name}, {text}}});
        document_.table(std::move(listed));
        document_.heading("Vérifications", 2);
        PdfTable checks{{{"Vérification"}, {"État"}, {"Constat", PdfAlign::start, 1}}, {}, ""};
        for (const auto& check : year_end_checklist(context_, request_).checks)
            checks.rows.push_back({{{check.item}, {state_of(check.status)}, {check.details}}});
        document_.table(std::move(checks));
    }

    /// Those that stand, or those that closing would post now.
    std::vector<PackLine> lines_of_closing() {
        if (period_.is_closed) return context_.rows<sql::closing_lines>(context_.organization(), request_.year);
        std::vector<PackLine> lines;
        const auto plan = closing_plan(context_, year_);
        const auto add = [&](const std::vector<YearBalance>& planned, ledger::EntryKind kind, const Date& date) {
            for (const auto& line : planned)
                lines.push_back({kind, date, "", line.account_code, line.account_name, line.auxiliary_code,
                                 line.auxiliary_name, line.balance});
        };
        add(plan.closing, ledger::EntryKind::closing, period_.end);
        add(plan.opening, ledger::EntryKind::opening, period_.end.plus_days(1));
        return lines;
    }

    void closing_entries() {
        const auto lines = lines_of_closing();
        part("Écritures de clôture");
        for (const auto kind : {ledger::EntryKind::closing, ledger::EntryKind::opening}) {
            const bool opening = kind == ledger::EntryKind::opening;
            XlsxSheet sheet{"", {}, {{"Compte", 16}, {"Intitulé", 44}, {"Débit", 18}, {"Crédit", 18}}, {}};
            std::string title = opening ? "À-nouveaux" : "Solde des comptes de gestion";
            for (const auto& line : lines) {
                if (line.kind != kind) continue;
                if (sheet.rows.empty())
                    title += " du " + french(line.date) + (line.entry.empty() ? "" : ", écriture " + line.entry);
                sheet.rows.push_back({{line.account_code + (line.auxiliary_code ? " " + *line.auxiliary_code : ""),
                                       line.auxiliary_name.value_or(line.account_name),
                                       line.amount.minor > 0 ? XlsxCell(line.amount) : XlsxCell(),
                                       line.amount.minor < 0 ? XlsxCell(-line.amount) : XlsxCell()}});
            }
            if (!sheet.rows.empty())
                sheet.rows.push_back({{"Total", {}, XlsxCell::sum(), XlsxCell::sum()}, XlsxRowKind::total});
            document_.heading(std::move(title), 2);
            ReportSheets report{"", "", period_};
            report.sheets.push_back(std::move(sheet));
            print_report(context_, std::move(report), document_);
        }
    }

    void proof() {
        document_.heading("Preuve du registre");
        if (proof_.root.empty()) return document_.paragraph({"Aucune écriture : il n'y a rien à prouver."});
        document_.paragraph({"Empreinte " + proof_.root + ", sur " + std::to_string(proof_.entry_count) +
                             " écritures, au " + french(proof_.date.utc_date()) + "."});
        document_.note(
            {"Changer, retirer ou insérer une seule écriture changerait cette empreinte. Elle se vérifie hors "
             "ligne : « daftar verify » compare deux exports des livres et nomme ce qui diffère."});
    }

    Context& context_;
    FiscalYearRequest request_;
    ledger::YearView year_;
    ReportPeriod period_;
    ReportSubject subject_;
    ReportProof proof_;
    PdfDocument document_;
};

File year_end_pack(Context& context, const FiscalYearRequest& request) { return Pack(context, request).file(); }

}  // namespace

constexpr Route routes[] = {
    {"GET", "/api/v1/reports/year-end-pack.pdf", "read_reports", operation<year_end_pack>},
};
const std::span<const Route> year_end_pack_routes = routes;

}  // namespace daftar::accounting
