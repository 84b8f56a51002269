#include "ledger/posting_reader.hpp"

#include "ledger/entry.sql.hpp"
#include "ledger/fiscal_year.hpp"
#include "ledger/papers.hpp"

namespace daftar::ledger {
namespace {

constexpr const char* default_journal = "OD";

struct Sides {
    __int128 debit = 0, credit = 0;
};

Sides sides_of(const Posting& posting) {
    Sides sides;
    for (const auto& line : posting.lines)
        (line.amount.minor > 0 ? sides.debit : sides.credit) += std::abs(line.amount.minor);
    return sides;
}

/// The facts of some entries, found by the codes that people write.
class Codes {
public:
    explicit Codes(const PostingFacts& facts) {
        for (const auto& [id, account] : facts.accounts) accounts_.emplace(account.code, &account);
        for (const auto& [id, auxiliary] : facts.auxiliaries)
            auxiliaries_.emplace(std::pair(auxiliary.account_id, auxiliary.code), id);
    }
    const AccountFacts* account(const std::string& code) const {
        const auto found = accounts_.find(code);
        return found == accounts_.end() ? nullptr : found->second;
    }
    std::optional<Id<Auxiliary>> auxiliary(Id<Account> account, const std::string& code) const {
        const auto found = auxiliaries_.find({account, code});
        return found == auxiliaries_.end() ? std::nullopt : std::optional(found->second);
    }

private:
    std::map<std::string, const AccountFacts*, std::less<>> accounts_;
    std::map<std::pair<Id<Account>, std::string>, Id<Auxiliary>> auxiliaries_;
};

Posting head_of(const NewEntry& entry) {
    Posting posting;
    posting.journal_code = entry.journal_code ? entry.journal_code->value : default_journal;
    posting.date = entry.date;
    posting.description = entry.description;
    posting.voucher_reference = entry.voucher_reference ? entry.voucher_reference->value : "";
    posting.document = entry.document_id;
    return posting;
}

template <class Rule> Problem problem_of(std::string path, Rule rule, const std::string& detail = "") {
    return {std::move(path), std::string(name_of(rule)),
            std::string(text_of(rule).sentence) + (detail.empty() ? "" : " " + detail)};
}

std::optional<PostingRefusal> calendar_rule(const Date& date, const std::vector<YearView>& years,
                                            const std::vector<PeriodView>& locked) {
    const auto holds = [&](const auto& span) { return span.start_date <= date && date <= span.end_date; };
    const auto year = std::ranges::find_if(years, holds);
    if (year == years.end()) return PostingRefusal::no_fiscal_year;
    if (year->status == YearStatus::closed) return PostingRefusal::year_closed;
    if (std::ranges::any_of(locked, holds)) return PostingRefusal::period_locked;
    return {};
}

bool is_opening(const std::string& journal_code, const PostingFacts& facts) {
    const auto journal = facts.journals.find(journal_code);
    return journal != facts.journals.end() && journal->second.kind == JournalKind::opening;
}

/// The day, when one of the entries asks for it.
std::optional<Date> takeover_day_wanted(Context& context, std::span<const NewEntry> entries,
                                        const PostingFacts& facts) {
    for (const auto& entry : entries)
        if (entry.journal_code && is_opening(entry.journal_code->value, facts)) return takeover_day(context);
    return {};
}

/// "Ligne 2 (999999)." of "lines[1].account_code" and "… (999999)"; "" of a problem of the whole entry.
std::string place_of(const Problem& problem) {
    constexpr std::string_view lines = "lines[";
    if (!problem.path.starts_with(lines)) return "";
    const auto number = std::stoul(problem.path.substr(lines.size())) + 1;
    const auto named = problem.message.rfind('(');
    return "Ligne " + std::to_string(number) + (named == std::string::npos ? "" : " " + problem.message.substr(named)) +
           ".";
}

/// What the journals of a year end ask of an entry written by hand.
std::optional<Problem> year_end_rule(const Posting& posting, const PostingFacts& facts, const std::string& path,
                                     const std::optional<Date>& takeover) {
    const auto journal = facts.journals.find(posting.journal_code);
    if (journal == facts.journals.end()) return {};
    if (journal->second.kind == JournalKind::closing)
        return problem_of(path + "journal_code", PostingRefusal::journal_reserved);
    if (journal->second.kind != JournalKind::opening) return {};
    if (posting.date != takeover) return problem_of(path + "date", PostingRefusal::opening_at_takeover_only);
    for (std::size_t l = 0; l < posting.lines.size(); ++l) {
        const auto account = facts.accounts.find(posting.lines[l].account);
        if (account == facts.accounts.end()) continue;
        const auto type = account->second.account_type;
        if (type == AccountType::Income || type == AccountType::Expense)
            return problem_of(path + "lines[" + std::to_string(l) + "].account_code", PostingRefusal::opening_of_result,
                              "(" + account->second.code + ")");
    }
    return {};
}

}  // namespace

RefusalText text_of(PostingRefusal refusal) {
    switch (refusal) {
        case PostingRefusal::no_fiscal_year:
            return {422, "Aucun exercice ne contient cette date."};
        case PostingRefusal::year_closed:
            return {409, "Cet exercice est clos."};
        case PostingRefusal::period_locked:
            return {409, "Cette période est verrouillée."};
        case PostingRefusal::entry_total_too_large:
            return {422, "Le total de l'écriture dépasse ce qu'un montant peut tenir."};
        case PostingRefusal::journal_reserved:
            return {422, "Le journal de clôture est réservé à la clôture de l'exercice."};
        case PostingRefusal::opening_at_takeover_only:
            return {422,
                    "Une reprise de soldes se date du premier jour du premier exercice ; les à-nouveaux suivants "
                    "viennent de la clôture."};
        case PostingRefusal::opening_of_result:
            return {422, "Une reprise de soldes ne porte pas de charge ni de produit : leur exercice est terminé."};
        case PostingRefusal::year_end_entry:
            return {409, "Les écritures de clôture et d'à-nouveaux ne se contre-passent pas : l'exercice se rouvre."};
    }
    return {500, ""};
}

std::string ReadPostings::path_of(std::size_t entry) const {
    return path_prefix.empty() ? "" : path_prefix + "[" + std::to_string(entry) + "].";
}

void ReadPostings::refuse() {
    std::ranges::stable_sort(problems, {}, [](const auto& each) { return each.first; });
    Problems told;
    for (auto& [entry, problem] : problems) told.push_back(std::move(problem));
    const auto first = told.front();
    const auto detail = told.size() == 1 && postings.size() <= 1
                            ? place_of(first)
                            : std::to_string(told.size()) + " erreur(s) ; rien n'a été enregistré.";
    if (const auto rule = enum_from<Refusal>(first.code); rule && *rule != Refusal::year_closed)
        throw Refused(*rule, detail, std::move(told));
    throw Refused(*enum_from<PostingRefusal>(first.code), detail, std::move(told));
}

ReadPostings collect_postings(Context& context, std::span<const NewEntry> entries, std::string_view path_prefix) {
    ReadPostings read;
    read.facts = facts_of(context, entries);
    const Codes codes(read.facts);
    read.path_prefix = path_prefix;
    read.postings.reserve(entries.size());
    std::vector<NamedPaper> papers;
    for (std::size_t i = 0; i < entries.size(); ++i) name_papers(entries[i], read.path_of(i), papers);
    require_papers(context, papers);
    const auto takeover = takeover_day_wanted(context, entries, read.facts);
    for (std::size_t i = 0; i < entries.size(); ++i) {
        const auto& entry = entries[i];
        const auto report = [&](std::size_t line, const char* field, Refusal rule, const std::string& detail) {
            read.problems.emplace_back(i, problem_of(read.path_of(i) + "lines[" + std::to_string(line) + "]." + field,
                                                     rule, "(" + detail + ")"));
        };
        auto posting = head_of(entry);
        for (std::size_t l = 0; l < entry.lines.size(); ++l) {
            const auto& line = entry.lines[l];
            const auto* account = codes.account(line.account_code);
            std::optional<Id<Auxiliary>> auxiliary;
            if (!account)
                report(l, "account_code", Refusal::unknown_account, line.account_code);
            else if (!account->is_active)
                report(l, "account_code", Refusal::inactive_account, line.account_code);
            if (account && line.auxiliary_code && !(auxiliary = codes.auxiliary(account->id, *line.auxiliary_code)))
                report(l, "auxiliary_code", Refusal::unknown_auxiliary, *line.auxiliary_code);
            posting.lines.push_back({account ? account->id : Id<Account>(), auxiliary, line.amount(),
                                     line.description ? line.description->value : "", line.due_date, line.currency,
                                     line.currency_amount, line.currency_rate, line.axes, line.box});
        }
        if (auto problem = year_end_rule(posting, read.facts, read.path_of(i), takeover))
            read.problems.emplace_back(i, std::move(*problem));
        if (is_opening(posting.journal_code, read.facts)) posting.kind = EntryKind::opening;
        read.postings.push_back(std::move(posting));
    }
    return read;
}

std::optional<Date> takeover_day(Context& context) {
    const auto years = all_years(context);
    return years.empty() ? std::nullopt : std::optional(years.front().start_date);
}

ReadPostings read_postings(Context& context, std::span<const NewEntry> entries, std::string_view path_prefix) {
    auto read = collect_postings(context, entries, path_prefix);
    // The database lets openings into locked periods, for the closing's sake; those written by hand are no exception.
    if (std::ranges::any_of(read.postings, [](const auto& one) { return one.kind == EntryKind::opening; }))
        add_calendar_problems(context, read);
    if (!read.problems.empty()) read.refuse();
    return read;
}

void add_calendar_problems(Context& context, ReadPostings& read) {
    const auto years = all_years(context);
    const auto locked = context.rows<sql::locked_periods>(context.organization());
    for (std::size_t i = 0; i < read.postings.size(); ++i) {
        const auto& date = read.postings[i].date;
        if (const auto rule = calendar_rule(date, years, locked))
            read.problems.emplace_back(i, problem_of(read.path_of(i) + "date", *rule, "(" + french(date) + ")"));
    }
}

void add_balance_problems(ReadPostings& read) {
    for (std::size_t i = 0; i < read.postings.size(); ++i) {
        const auto& posting = read.postings[i];
        const auto path = read.path_of(i) + "lines";
        const auto sides = sides_of(posting);
        if (posting.lines.size() < 2)
            read.problems.emplace_back(i, problem_of(path, Refusal::entry_needs_lines));
        else if (!fits(posting))
            read.problems.emplace_back(i, problem_of(path, PostingRefusal::entry_total_too_large));
        else if (sides.debit != sides.credit)
            read.problems.emplace_back(
                i, problem_of(path, Refusal::lines_must_balance,
                              "Écart " +
                                  french(Money(static_cast<std::int64_t>(sides.debit - sides.credit),
                                               posting.lines.front().amount.currency)) +
                                  "."));
    }
}

bool fits(const Posting& posting) {
    const auto sides = sides_of(posting);
    return sides.debit <= money_minor_max && sides.credit <= money_minor_max;
}

std::int64_t draft_total(const NewEntry& entry) {
    __int128 total = 0;
    for (const auto& line : entry.lines) total += line.debit.value_or(Money()).minor;
    if (total > money_minor_max)
        throw BadInput("lines", std::string(name_of(PostingRefusal::entry_total_too_large)),
                       text_of(PostingRefusal::entry_total_too_large).sentence);
    return static_cast<std::int64_t>(total);
}

}  // namespace daftar::ledger
