#include "modules/accounting/year_end_checklist.hpp"

#include "banking/statement_gap.hpp"
#include "ledger/account.hpp"
#include "ledger/trial_balance.hpp"
#include "modules/accounting/statement_figures.hpp"
#include "modules/accounting/vat_declaration.hpp"
#include "modules/accounting/year_end_checklist.sql.hpp"

namespace daftar::accounting {

struct YearEndFacts {
    std::int64_t drafts = 0, unapproved = 0, open_provisions = 0;
    std::optional<Timestamp> provisions_reviewed_at;
};
BOOST_DESCRIBE_STRUCT(YearEndFacts, (), (drafts, unapproved, open_provisions, provisions_reviewed_at))

struct ReconciledAccount {
    std::string code, name;
    std::optional<Date> reconciled_on;
};
BOOST_DESCRIBE_STRUCT(ReconciledAccount, (), (code, name, reconciled_on))

namespace {

// The guide's example (fourth quarter before 20 January). Shown as usual, not as the law: it differs by country and
// regime.
constexpr int vat_filing_days = 20;

YearEndCheck check_of(std::string code, std::string item, bool blocking, CheckStatus status, std::string details,
                      std::optional<std::string> link = {}) {
    return {std::move(item), status, std::move(details), std::move(code), blocking, std::move(link)};
}

YearEndCheck earlier_years(Context& context, const ledger::YearView& year) {
    for (const auto& other : ledger::all_years(context))
        if (other.year < year.year && other.status == ledger::YearStatus::open)
            return check_of("earlier_years", "Exercices antérieurs", true, CheckStatus::PENDING,
                            "L'exercice " + std::to_string(other.year) + " est encore ouvert");
    return check_of("earlier_years", "Exercices antérieurs", true, CheckStatus::OK, "Tous clos");
}

YearEndCheck year_is_over(Context& context, const ledger::YearView& year) {
    const bool over = year.end_date < context.today();
    return check_of("year_over", "Exercice terminé", true, over ? CheckStatus::OK : CheckStatus::PENDING,
                    (over ? "Terminé le " : "Se termine le ") + french(year.end_date));
}

YearEndCheck balanced(const ledger::TrialBalance& balance) {
    const std::string link = "/api/v1/accounting/trial-balance?before_closing=true&date=" + balance.date.text();
    if (balance.balanced)
        return check_of("trial_balance", "Balance équilibrée", true, CheckStatus::OK,
                        "Débit = Crédit (" + french(balance.total_debit) + ")", link);
    return check_of("trial_balance", "Balance équilibrée", true, CheckStatus::ERROR,
                    "Débit " + french(balance.total_debit) + " ≠ Crédit " + french(balance.total_credit), link);
}

YearEndCheck reconciliations(Context& context, const ledger::YearView& year) {
    std::string late, done;
    for (const auto& account :
         context.rows<sql::reconciled_accounts>(context.organization(), year.start_date, year.end_date)) {
        if (account.reconciled_on && *account.reconciled_on >= year.end_date.plus_days(-1))
            done = "Dernier rapprochement : " + french(*account.reconciled_on);
        else
            late +=
                (late.empty() ? "" : " ; ") + account.code + " " + account.name +
                (account.reconciled_on ? " : rapproché au " + french(*account.reconciled_on) : " : jamais rapproché");
    }
    if (!late.empty())
        return check_of("bank_reconciliation", "Rapprochement bancaire", false, CheckStatus::WARNING, late);
    return check_of("bank_reconciliation", "Rapprochement bancaire", false, CheckStatus::OK,
                    done.empty() ? "Aucun mouvement de banque" : done);
}

/// A year whose bank statements have holes may be balanced and wrong.
YearEndCheck bank_statements(Context& context, const ledger::YearView& year) {
    const std::string link = "/api/v1/bank/missing-statements?date=" + year.end_date.text();
    std::string holes;
    for (const auto& hole : banking::missing_statements(context, {{}, year.end_date}))
        if (hole.before > year.start_date) holes += (holes.empty() ? "" : " ") + hole.message;
    return check_of("bank_statements", "Relevés de banque", false,
                    holes.empty() ? CheckStatus::OK : CheckStatus::WARNING,
                    holes.empty() ? "Aucun relevé ne manque entre ceux qui sont importés" : holes, link);
}

void vat_checks(Context& context, const ledger::YearView& year, std::vector<YearEndCheck>& checks) {
    const auto periods = filing_of_year(context, year.start_date, year.end_date);
    if (periods.empty())
        checks.push_back(check_of("vat", "Déclarations de TVA", true, CheckStatus::OK, "Aucune TVA à déclarer"));
    for (const auto& period : periods) {
        const auto quarter = period.period.substr(period.period.find('Q') + 1), number = period.period.substr(0, 4);
        const Date end = Date(std::stoi(number), static_cast<unsigned>(std::stoi(quarter) * 3), 1).end_of_month();
        const auto link = "/api/v1/reports/vat-declaration?year=" + number + "&quarter=" + quarter;
        const std::string item = "Déclaration TVA Q" + quarter + " " + number;
        switch (period.status) {
            case VatFiling::settled:
                checks.push_back(check_of("vat", item, true, CheckStatus::OK, "Déposée et soldée", link));
                break;
            case VatFiling::filed:
                checks.push_back(check_of("vat", item, true, CheckStatus::PENDING, "Déposée, à solder", link));
                break;
            default:
                checks.push_back(check_of("vat", item, true, CheckStatus::PENDING,
                                          "À déposer ; échéance usuelle : " + french(end.plus_days(vat_filing_days)),
                                          link));
        }
    }
}

YearEndCheck provisions(const YearEndFacts& facts, std::int32_t year) {
    const auto link = "/api/v1/accounting/provisions?year=" + std::to_string(year);
    if (facts.open_provisions > 0)
        return check_of("provisions", "Provisions évaluées", true, CheckStatus::PENDING,
                        count_of(facts.open_provisions, "provision à décider", "provisions à décider"), link);
    if (!facts.provisions_reviewed_at)
        return check_of("provisions", "Provisions évaluées", false, CheckStatus::WARNING,
                        "Revue des provisions non confirmée", link);
    return check_of("provisions", "Provisions évaluées", true, CheckStatus::OK,
                    "Revues le " + french(facts.provisions_reviewed_at->utc_date()), link);
}

YearEndCheck suspense(Context& context, const ledger::TrialBalance& balance) {
    const auto codes = context.rows<sql::suspense_accounts>(context.organization());
    std::string open;
    for (const auto& account : balance.accounts)
        if (std::ranges::find(codes, account.account_code) != codes.end() && !account.balance.is_zero())
            open += (open.empty() ? "" : " ; ") + account.account_code + " : " + french(account.balance);
    return check_of("suspense", "Comptes d'attente", false, open.empty() ? CheckStatus::OK : CheckStatus::WARNING,
                    open.empty() ? "Soldés" : open);
}

YearEndCheck inactive_accounts(const ClosingPlan& plan) {
    std::string inactive;
    for (const auto* lines : {&plan.closing, &plan.opening})
        for (const auto& line : *lines)
            if (!line.is_active && inactive.find(line.account_code) == std::string::npos)
                inactive += (inactive.empty() ? "" : ", ") + line.account_code;
    return check_of("inactive_accounts", "Comptes désactivés", true,
                    inactive.empty() ? CheckStatus::OK : CheckStatus::ERROR,
                    inactive.empty() ? "Aucun ne porte de solde" : "Portent un solde, à réactiver : " + inactive);
}

/// Accounts made before the type was checked against the class: the statements would place them twice or nowhere.
YearEndCheck account_types(const ledger::TrialBalance& balance) {
    std::string wrong;
    for (const auto& account : balance.accounts)
        if (!ledger::fits_class(account.account_code, account.account_type))
            wrong += (wrong.empty() ? "" : ", ") + account.account_code + " " + account.account_name;
    return check_of("account_types", "Types des comptes", true, wrong.empty() ? CheckStatus::OK : CheckStatus::ERROR,
                    wrong.empty() ? "Conformes aux classes"
                                  : "Le type contredit la classe, à corriger dans le plan comptable : " + wrong,
                    wrong.empty()
                        ? std::nullopt
                        : std::optional<std::string>("/api/v1/accounts?search=" + wrong.substr(0, wrong.find(' '))));
}

/// The ties between the statements that the country's law wants: each broken one is named.
void ties(Context& context, const ledger::YearView& year, std::vector<YearEndCheck>& checks) {
    const auto link = "/api/v1/reports/statements?year=" + std::to_string(year.year);
    const auto broken = broken_ties(context, year.year);
    if (broken.empty())
        checks.push_back(
            check_of("statements", "Contrôles entre les états", true, CheckStatus::OK, "Tous conformes", link));
    for (const auto& tie : broken) {
        const bool blocking = tie.severity == "blocking";
        checks.push_back(check_of(tie.code, "Contrôles entre les états", blocking,
                                  blocking ? CheckStatus::ERROR : CheckStatus::WARNING,
                                  tie.label + " : écart de " + french(tie.difference), link));
    }
}

}  // namespace

YearEndChecklist year_end_checklist(Context& context, const FiscalYearRequest& request) {
    const auto year = year_named(context, request.year);
    const auto facts =
        context.one<sql::year_end_facts>(context.organization(), year.start_date, year.end_date, year.year);
    ledger::BalanceRequest before_closing;
    before_closing.date = year.end_date;
    before_closing.before_closing = true;
    const auto balance = ledger::trial_balance(context, before_closing);
    YearEndChecklist checklist;
    checklist.year = year.year;
    checklist.is_closed = year.status == ledger::YearStatus::closed;
    auto& checks = checklist.checks;
    checks.push_back(balanced(balance));
    ties(context, year, checks);
    checks.push_back(check_of(
        "drafts", "Écritures en brouillon", true, facts.drafts == 0 ? CheckStatus::OK : CheckStatus::PENDING,
        facts.drafts == 0
            ? "Aucune"
            : count_of(facts.drafts, "brouillon à valider ou à supprimer", "brouillons à valider ou à supprimer"),
        "/api/v1/accounting/drafts"));
    checks.push_back(check_of(
        "expenses", "Factures en attente", false, facts.unapproved == 0 ? CheckStatus::OK : CheckStatus::WARNING,
        facts.unapproved == 0 ? "Toutes approuvées"
                              : count_of(facts.unapproved, "facture non approuvée", "factures non approuvées"),
        "/api/v1/expenses?status=recorded"));
    checks.push_back(reconciliations(context, year));
    checks.push_back(bank_statements(context, year));
    vat_checks(context, year, checks);
    checks.push_back(provisions(facts, year.year));
    checks.push_back(suspense(context, balance));
    if (!checklist.is_closed) checks.push_back(inactive_accounts(closing_plan(context, year)));
    checks.push_back(earlier_years(context, year));
    checks.push_back(year_is_over(context, year));
    checks.push_back(account_types(balance));
    checklist.ready_for_closure = !checklist.is_closed && std::ranges::none_of(checks, [](const auto& check) {
        return check.blocking && check.status != CheckStatus::OK;
    });
    return checklist;
}

constexpr Route routes[] = {
    {"GET", "/api/v1/accounting/year-end-checklist", "read_reports", operation<year_end_checklist>},
};
const std::span<const Route> year_end_checklist_routes = routes;

}  // namespace daftar::accounting
