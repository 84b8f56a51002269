#include "modules/accounting/year_end.hpp"

#include "ledger/books.hpp"
#include "ledger/entry.hpp"
#include "ledger/journal.hpp"
#include "modules/accounting/year_end.sql.hpp"
#include "modules/accounting/year_end_checklist.hpp"

namespace daftar::accounting {

struct StandingClosing {
    Id<YearClosing> id;
    std::vector<Id<ledger::Entry>> entries;
};
BOOST_DESCRIBE_STRUCT(StandingClosing, (), (id, entries))

struct ClosingEntry {
    Id<ledger::Entry> id;
    std::string journal_code;
    Date date;
    ledger::EntryKind kind = ledger::EntryKind::closing;
    std::string description, voucher_reference;
};
BOOST_DESCRIBE_STRUCT(ClosingEntry, (), (id, journal_code, date, kind, description, voucher_reference))

struct ClosingLine {
    Id<ledger::Account> account_id;
    std::optional<Id<ledger::Auxiliary>> auxiliary_id;
    Money amount;
    std::string description;
};
BOOST_DESCRIBE_STRUCT(ClosingLine, (), (account_id, auxiliary_id, amount, description))

namespace {

struct PreviewLine {
    std::string account_code, account_name;
    std::optional<std::string> auxiliary_code, auxiliary_name;
    Money debit, credit;
};
BOOST_DESCRIBE_STRUCT(PreviewLine, (), (account_code, account_name, auxiliary_code, auxiliary_name, debit, credit))

/// What closing would post, without posting it.
struct ClosingPreview {
    std::int32_t year = 0;
    Date closing_date, opening_date;
    Money net_result, works_result;
    bool ready_for_closure = false;
    std::vector<PreviewLine> closing_entry, opening_entry;
};
BOOST_DESCRIBE_STRUCT(ClosingPreview, (),
                      (year, closing_date, opening_date, net_result, works_result, ready_for_closure, closing_entry,
                       opening_entry))

struct ReopenRequest {
    std::int32_t year = 0;
    std::optional<Text<0, 500>> reason;
};
BOOST_DESCRIBE_STRUCT(ReopenRequest, (), (year, reason))

struct ReopenedYear {
    std::int32_t year = 0;
    std::string status;
    std::vector<Id<ledger::Entry>> reversals;
};
BOOST_DESCRIBE_STRUCT(ReopenedYear, (), (year, status, reversals))

std::vector<PreviewLine> shown(const std::vector<YearBalance>& lines, const Money& zero) {
    std::vector<PreviewLine> out;
    for (const auto& line : lines)
        out.push_back({line.account_code, line.account_name, line.auxiliary_code, line.auxiliary_name,
                       line.balance.minor > 0 ? line.balance : zero, line.balance.minor < 0 ? -line.balance : zero});
    return out;
}

ClosingPreview preview(Context& context, const FiscalYearRequest& request) {
    const auto year = year_named(context, request.year);
    if (year.status == ledger::YearStatus::closed) throw Refused(Refusal::year_already_closed);
    const auto plan = closing_plan(context, year);
    const Money zero(0, context.currency());
    return {year.year,
            year.end_date,
            year.end_date.plus_days(1),
            plan.net_result,
            plan.works_result,
            year_end_checklist(context, request).ready_for_closure,
            shown(plan.closing, zero),
            shown(plan.opening, zero)};
}

ledger::Posting posting_of(Context& context, const std::vector<YearBalance>& lines, ledger::EntryKind kind,
                           const Date& date, const std::string& description, std::string voucher) {
    ledger::Posting posting;
    posting.journal_code = ledger::journal_of_kind(
        context, kind == ledger::EntryKind::closing ? ledger::JournalKind::closing : ledger::JournalKind::opening);
    posting.date = date;
    posting.kind = kind;
    posting.description = description;
    posting.voucher_reference = std::move(voucher);
    for (const auto& line : lines)
        posting.lines.push_back(
            {line.account_id, line.auxiliary_id, line.balance, description, {}, {}, {}, {}, {}, {}});
    return posting;
}

/// Totals of what is carried forward, as the balance sheet counts them: an account stands on the side of its balance.
Json opening_totals(const ClosingPlan& plan, const Money& zero) {
    Money assets = zero, liabilities = zero, equity = zero;
    std::map<std::string, std::pair<ledger::AccountType, Money>> accounts;
    for (const auto& line : plan.opening) {
        auto& account = accounts.try_emplace(line.account_code, line.account_type, zero).first->second;
        account.second += line.balance;
    }
    for (const auto& [code, account] : accounts) {
        const auto& [type, balance] = account;
        if (type == ledger::AccountType::OffBalance) continue;
        if (type == ledger::AccountType::Equity)
            equity -= balance;
        else if (balance.minor > 0)
            assets += balance;
        else
            liabilities -= balance;
    }
    return Json::Object{{"total_assets", JsonNumber{assets.text()}},
                        {"total_liabilities", JsonNumber{(liabilities + equity).text()}},
                        {"equity", JsonNumber{equity.text()}}};
}

Json close_year(Context& context, const FiscalYearRequest& request) {
    ledger::lock_books(context);
    const auto year = year_named(context, request.year);
    if (year.status == ledger::YearStatus::closed)
        throw Refused(Refusal::year_already_closed, std::to_string(request.year) + ".");
    for (const auto& other : ledger::all_years(context))
        if (other.year < year.year && other.status == ledger::YearStatus::open)
            throw Refused(Refusal::earlier_year_open, std::to_string(other.year) + ".");
    const auto checklist = year_end_checklist(context, request);
    Problems failures;
    for (const auto& check : checklist.checks)
        if (check.blocking && check.status != CheckStatus::OK)
            failures.push_back({"checks." + check.code, check.code, check.item + " : " + check.details});
    if (!failures.empty()) {
        const auto first = failures.front().message;
        throw Refused(Refusal::closing_blocked, first, std::move(failures));
    }

    const auto plan = closing_plan(context, year);
    const auto label = std::to_string(year.year);
    if (!ledger::find_year(context, year.year + 1)) ledger::open_year(context, year.year + 1);
    std::vector<ledger::Posting> postings;
    if (!plan.closing.empty())
        postings.push_back(posting_of(context, plan.closing, ledger::EntryKind::closing, year.end_date,
                                      "Clôture de l'exercice " + label + " – solde des comptes de gestion",
                                      "CLOTURE-" + label));
    const auto opening_label = std::to_string(year.year + 1);
    if (!plan.opening.empty())
        postings.push_back(posting_of(context, plan.opening, ledger::EntryKind::opening, year.end_date.plus_days(1),
                                      "À-nouveaux de l'exercice " + opening_label, "AN-" + opening_label));
    std::vector<Id<ledger::Entry>> entries;
    for (const auto& posted : ledger::post(context, postings)) entries.push_back(posted.id);
    ledger::set_year_status(context, year.year, ledger::YearStatus::closed);
    const auto id = context.new_id<YearClosing>();
    context.later<sql::insert_year_closing>(context.organization(), id, year.year, context.now(),
                                            context.principal().user, plan.net_result, entries);
    context.audit("CLOSE", "FiscalYear", year.id.value,
                  Json::Object{{"year", year.year}, {"net_result", JsonNumber{plan.net_result.text()}}});

    Json::Array ids;
    for (const auto& entry : entries) ids.emplace_back(entry.text());
    return Json::Object{{"year", year.year},
                        {"closure_date", year.end_date.text() + "T23:59:59Z"},
                        {"net_result", JsonNumber{plan.net_result.text()}},
                        {"status", "Closed"},
                        {"opening_balance_" + opening_label, opening_totals(plan, Money(0, context.currency()))},
                        {"entries", std::move(ids)}};
}

/// The closing and opening entries are reversed, never deleted: their trace stays in both years.
std::vector<Id<ledger::Entry>> reverse_all(Context& context, const std::vector<Id<ledger::Entry>>& entries,
                                           std::int32_t year) {
    std::vector<ledger::Posting> postings;
    for (auto id = entries.rbegin(); id != entries.rend(); ++id) {
        const auto entry = context.one<sql::closing_entry>(context.organization(), *id);
        ledger::Posting posting;
        posting.journal_code = entry.journal_code;
        posting.date = entry.date;
        posting.kind = entry.kind;
        posting.description = "Réouverture de l'exercice " + std::to_string(year) + " – " + entry.description;
        posting.voucher_reference = entry.voucher_reference;
        posting.reversal_of = entry.id;
        for (auto& line : context.rows<sql::closing_entry_lines>(context.organization(), entry.id))
            posting.lines.push_back(
                {line.account_id, line.auxiliary_id, -line.amount, posting.description, {}, {}, {}, {}, {}, {}});
        postings.push_back(std::move(posting));
    }
    std::vector<Id<ledger::Entry>> reversals;
    for (const auto& posted : ledger::post(context, postings)) reversals.push_back(posted.id);
    return reversals;
}

ReopenedYear reopen_year(Context& context, const ReopenRequest& request) {
    ledger::lock_books(context);
    const auto year = year_named(context, request.year);
    if (year.status == ledger::YearStatus::open)
        throw Refused(Refusal::year_not_closed, std::to_string(request.year) + ".");
    std::ptrdiff_t open_years = 0;
    for (const auto& other : ledger::all_years(context)) {
        if (other.year > year.year && other.status == ledger::YearStatus::closed)
            throw Refused(Refusal::later_year_closed, std::to_string(other.year) + ".");
        open_years += other.status == ledger::YearStatus::open;
    }
    if (open_years >= 2) throw Refused(ledger::Refusal::too_many_open_years);
    const auto closing = context.found<sql::standing_closing>(context.organization(), year.year);
    ledger::set_year_status(context, year.year, ledger::YearStatus::open);
    auto reversals = reverse_all(context, closing.entries, year.year);
    const std::string reason = request.reason ? request.reason->value : "";
    context.later<sql::mark_reopened>(context.organization(), closing.id, context.now(), context.principal().user,
                                      reason);
    context.audit("REOPEN", "FiscalYear", year.id.value, Json::Object{{"year", year.year}, {"reason", reason}});
    return {year.year, "Open", std::move(reversals)};
}

}  // namespace

ledger::YearView year_named(Context& context, std::int32_t year) {
    auto found = ledger::find_year(context, year);
    if (!found) throw Refused(ledger::Refusal::year_not_found, std::to_string(year) + ".");
    return *std::move(found);
}

ClosingPlan closing_plan(Context& context, const ledger::YearView& year) {
    const auto& chart = ledger::chart_of(context);
    const auto account = [&](const std::string& code) {
        auto found = ledger::account_of_code(context, code);
        ensure(found.has_value(), "the chart's closing account is missing");
        return *std::move(found);
    };
    ResultAccounts accounts{account(chart.closing.surplus_code), account(chart.closing.deficit_code), {}};
    if (!chart.closing.works_code.empty()) accounts.works = account(chart.closing.works_code);
    std::vector<DistributionShare> shares;
    if (chart.closing.kind == "distribution")
        shares = context.rows<sql::distribution_shares>(context.organization(), accounts.surplus.id, year.start_date,
                                                        year.end_date);
    return plan_closing(chart, context.rows<sql::year_balances>(context.organization(), year.start_date, year.end_date),
                        accounts, shares, context.currency());
}

constexpr Route routes[] = {
    {"GET", "/api/v1/accounting/year-end-preview", "read_reports", operation<preview>},
    {"POST", "/api/v1/accounting/year-end-close", "close_year", operation<close_year>},
    {"POST", "/api/v1/accounting/year-end-reopen", "reopen_year", operation<reopen_year>},
};
const std::span<const Route> year_end_routes = routes;

}  // namespace daftar::accounting
