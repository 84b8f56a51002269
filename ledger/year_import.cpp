// A year into empty books.
#include "ledger/books.hpp"
#include "ledger/entry.hpp"
#include "ledger/fiscal_year.hpp"
#include "ledger/matching_writer.hpp"
#include "ledger/year_file.hpp"
#include "ledger/year_file.sql.hpp"

namespace daftar::ledger {

struct CodedAccount {
    Id<Account> id;
    std::string code;
};
BOOST_DESCRIBE_STRUCT(CodedAccount, (), (id, code))

struct CodedAuxiliary {
    Id<Auxiliary> id;
    std::string account_code, code;
};
BOOST_DESCRIBE_STRUCT(CodedAuxiliary, (), (id, account_code, code))

namespace {

constexpr std::size_t entries_at_once = 1'000;

YearFile read_file(std::string_view text, const Currency& currency) {
    auto parsed = parse_json(text);
    if (const auto* fault = std::get_if<JsonFault>(&parsed))
        throw BadInput("", "invalid_json",
                       fault->message + " (ligne " + std::to_string(fault->line) + ", colonne " +
                           std::to_string(fault->column) + ")");
    Problems problems;
    Reading reading{problems, currency};
    auto file = read_json<YearFile>(std::get<Json>(parsed), reading);
    if (!problems.empty()) throw BadInput(std::move(problems));
    if (file.format != "daftar-year-1")
        throw BadInput("format", "unknown_format", "Ce fichier n'est pas un exercice exporté par Daftar.");
    return file;
}

class Importer {
public:
    Importer(Context& context, const YearFile& file) : context_(context), file_(file) {}

    YearImportReport import() {
        open();
        copy_masters();
        post_opening();
        post_entries();
        match_all();
        deactivate();
        context_.run<sql::refresh_statistics>();
        const auto root = content_root_of(year_to_export(context_, file_.year));
        if (root != file_.content_root || root != content_root_of(file_))
            throw Refused(YearFileRefusal::content_differs);
        context_.audit("IMPORT", "FiscalYear", {},
                       Json::Object{{"year", file_.year}, {"entries", file_.entries.size()}, {"content_root", root}});
        return {file_.year, static_cast<std::int64_t>(file_.accounts.size()),
                static_cast<std::int64_t>(file_.entries.size()), static_cast<std::int64_t>(file_.matchings.size()),
                root};
    }

private:
    void open() {
        if (file_.currency != context_.currency().code()) throw Refused(YearFileRefusal::other_currency);
        const auto size = context_.maybe<sql::book_size>(context_.organization());
        if (size.value_or(0) > 0) throw Refused(YearFileRefusal::books_not_empty);
        if (!size) open_books(context_, file_.chart, file_.year);
        auto year = find_year(context_, file_.year);
        if (!year) year = open_year(context_, file_.year);
        if (year->start_date != file_.start_date || year->end_date != file_.end_date)
            throw Refused(YearFileRefusal::year_differs);
    }

    void copy_masters() {
        const auto organization = context_.organization();
        std::vector<Uuid> ids;
        std::vector<std::string> codes, names, types, others;
        std::vector<std::optional<std::string>> parents;
        std::vector<bool> collective, confirmed;
        const auto clear = [&] {
            ids.clear(), codes.clear(), names.clear(), types.clear(), others.clear(), parents.clear();
        };
        for (const auto& account : file_.accounts) {
            ids.push_back(context_.new_id<Account>().value);
            codes.push_back(account.code);
            names.push_back(account.name);
            types.emplace_back(name_of(account.account_type));
            parents.push_back(account.parent_code);
            collective.push_back(account.is_collective);
            confirmed.push_back(account.name_confirmed);
        }
        context_.later<sql::import_accounts>(organization, ids, codes, names, types, parents, collective, confirmed);
        clear();
        for (const auto& role : file_.roles) {
            names.push_back(role.role);
            codes.push_back(role.account_code);
        }
        context_.later<sql::import_roles>(organization, names, codes);
        clear();
        for (const auto& auxiliary : file_.auxiliaries) {
            ids.push_back(context_.new_id<Auxiliary>().value);
            others.push_back(auxiliary.account_code);
            codes.push_back(auxiliary.code);
            names.push_back(auxiliary.name);
            types.emplace_back(name_of(auxiliary.kind));
        }
        context_.later<sql::import_auxiliaries>(organization, ids, others, codes, names, types);
        clear();
        for (const auto& journal : file_.journals) {
            ids.push_back(context_.new_id<Journal>().value);
            codes.push_back(journal.code);
            names.push_back(journal.name);
            types.emplace_back(name_of(journal.kind));
            parents.push_back(journal.account_code);
        }
        context_.later<sql::import_journals>(organization, ids, codes, names, types, parents);
        for (auto& account : context_.rows<sql::account_ids>(organization))
            accounts_.emplace(std::move(account.code), account.id);
        for (auto& auxiliary : context_.rows<sql::auxiliary_ids>(organization))
            auxiliaries_.emplace(std::pair(std::move(auxiliary.account_code), std::move(auxiliary.code)), auxiliary.id);
    }

    PostingLine line_of(const std::string& account_code, const std::optional<std::string>& auxiliary_code,
                        const Money& amount) const {
        const auto account = accounts_.find(account_code);
        if (account == accounts_.end()) throw Refused(Refusal::unknown_account, account_code + ".");
        PostingLine line{account->second, {}, amount, "", {}, {}, {}, {}, {}, {}};
        if (!auxiliary_code) return line;
        const auto auxiliary = auxiliaries_.find({account_code, *auxiliary_code});
        if (auxiliary == auxiliaries_.end())
            throw Refused(Refusal::unknown_auxiliary, account_code + " " + *auxiliary_code + ".");
        line.auxiliary = auxiliary->second;
        return line;
    }

    void post_opening() {
        if (file_.opening.empty()) return;
        Posting opening{journal_of_kind(context_, JournalKind::opening),
                        file_.start_date,
                        "À-nouveaux au " + french(file_.start_date),
                        "AN",
                        {},
                        EntryKind::opening,
                        {},
                        {}};
        for (const auto& balance : file_.opening)
            opening.lines.push_back(line_of(balance.account_code, balance.auxiliary_code, balance.balance));
        post(context_, opening);
    }

    void post_entries() {
        std::vector<Posting> waiting;
        const auto flush = [&] {
            for (const auto& posted : post(context_, std::span<const Posting>(waiting))) posted_.push_back(posted.id);
            waiting.clear();
        };
        for (const auto& entry : file_.entries) {
            const auto place = static_cast<std::int64_t>(posted_.size() + waiting.size());
            if (entry.reversal_of && (*entry.reversal_of < 0 || *entry.reversal_of >= place))
                throw BadInput("entries[" + std::to_string(place) + "].reversal_of", "not_earlier",
                               "Une contre-passation suit l'écriture qu'elle annule.");
            // A reversal needs the identifier of its origin, which posting gives.
            if (entry.reversal_of && *entry.reversal_of >= static_cast<std::int64_t>(posted_.size())) flush();
            Posting posting{entry.journal_code,
                            entry.date,
                            entry.description,
                            entry.voucher_reference,
                            entry.document_id,
                            entry.kind,
                            {},
                            {}};
            if (entry.reversal_of) posting.reversal_of = posted_[static_cast<std::size_t>(*entry.reversal_of)];
            for (const auto& line : entry.lines) {
                auto& added = posting.lines.emplace_back(line_of(line.account_code, line.auxiliary_code, line.amount));
                added.description = line.description;
                added.due_date = line.due_date;
                added.currency = line.currency;
                added.currency_amount = line.currency_amount;
                added.currency_rate = line.currency_rate;
                added.axes = line.axes;
                added.box = line.box;
            }
            waiting.push_back(std::move(posting));
            if (waiting.size() == entries_at_once) flush();
        }
        flush();
    }

    /// Checks what `post` cannot: a lettrage names open lines of one account and auxiliary, and settles what they hold.
    void match(std::size_t number) {
        const auto& matching = file_.matchings[number];
        const auto demand = [&](bool sound) {
            if (!sound)
                throw BadInput("matchings[" + std::to_string(number) + "]", "invalid_matching",
                               "Ce lettrage ne correspond pas aux écritures du fichier.");
        };
        demand(!matching.lines.empty());
        std::vector<MatchedPart> parts;
        std::int64_t sum = 0;
        bool is_full = true;
        const YearFileLine* first = nullptr;
        std::set<std::pair<std::int64_t, std::int32_t>> seen;
        Date latest = file_.start_date;
        for (const auto& matched : matching.lines) {
            demand(matched.entry >= 0 && matched.entry < static_cast<std::int64_t>(posted_.size()));
            demand(seen.emplace(matched.entry, matched.line_number).second);
            const auto place = static_cast<std::size_t>(matched.entry);
            const auto& entry = file_.entries[place];
            demand(matched.line_number >= 1 && static_cast<std::size_t>(matched.line_number) <= entry.lines.size());
            const auto& line = entry.lines[static_cast<std::size_t>(matched.line_number) - 1];
            if (!first) first = &line;
            demand(entry.kind == EntryKind::movement && collective_.contains(line.account_code) &&
                   line.account_code == first->account_code && line.auxiliary_code == first->auxiliary_code);
            const auto part = line.amount.minor > 0 ? matched.amount.minor : -matched.amount.minor;
            auto& left =
                left_.try_emplace({matched.entry, matched.line_number}, std::abs(line.amount.minor)).first->second;
            demand(matched.amount.minor > 0 && matched.amount.minor <= left);
            left -= matched.amount.minor;
            is_full = is_full && left == 0;
            sum += part;
            latest = std::max(latest, entry.date);
            parts.push_back({posted_[place], matched.line_number, part});
        }
        demand(sum == 0);
        auto& writer =
            writers_.try_emplace(first->account_code, context_, accounts_.at(first->account_code)).first->second;
        writer.add(line_of(first->account_code, first->auxiliary_code, first->amount).auxiliary, latest,
                   matching.reason, is_full, parts);
    }

    void match_all() {
        for (const auto& account : file_.accounts)
            if (account.is_collective) collective_.insert(account.code);
        for (std::size_t i = 0; i < file_.matchings.size(); ++i) match(i);
        for (auto& [account, writer] : writers_) writer.flush();
    }

    /// Last, because entries were posted on them while they were active.
    void deactivate() {
        std::vector<std::string> accounts, auxiliary_accounts, auxiliaries;
        for (const auto& account : file_.accounts)
            if (!account.is_active) accounts.push_back(account.code);
        for (const auto& auxiliary : file_.auxiliaries)
            if (!auxiliary.is_active) {
                auxiliary_accounts.push_back(auxiliary.account_code);
                auxiliaries.push_back(auxiliary.code);
            }
        context_.later<sql::deactivate_accounts>(context_.organization(), accounts);
        context_.later<sql::deactivate_auxiliaries>(context_.organization(), auxiliary_accounts, auxiliaries);
    }

    Context& context_;
    const YearFile& file_;
    std::map<std::string, Id<Account>, std::less<>> accounts_;
    std::map<std::pair<std::string, std::string>, Id<Auxiliary>> auxiliaries_;
    std::vector<Id<Entry>> posted_;
    std::set<std::string, std::less<>> collective_;
    std::map<std::pair<std::int64_t, std::int32_t>, std::int64_t> left_;  ///< of a line, by place and number
    std::map<std::string, MatchingWriter> writers_;                       ///< by account code
};

}  // namespace

RefusalText text_of(YearFileRefusal refusal) {
    switch (refusal) {
        case YearFileRefusal::other_currency:
            return {422, "Le fichier est tenu dans une autre monnaie que l'organisation."};
        case YearFileRefusal::books_not_empty:
            return {409, "Un exercice ne s'importe que dans des livres vides."};
        case YearFileRefusal::year_differs:
            return {422, "Les dates de l'exercice du fichier ne sont pas celles de l'organisation."};
        case YearFileRefusal::content_differs:
            return {422, "Le contenu du fichier ne correspond pas à son empreinte : rien n'a été importé."};
    }
    return {500, ""};
}

YearImportReport import_year(Context& context, std::string_view text) {
    const auto file = read_file(text, context.currency());
    return Importer(context, file).import();
}

}  // namespace daftar::ledger
