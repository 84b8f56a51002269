// Manual entries: create, many at once, reverse.
#include "ledger/entry.hpp"

#include "ledger/check.hpp"
#include "ledger/draft.hpp"
#include "ledger/entry.sql.hpp"

namespace daftar::ledger {

struct ReversibleEntry {
    Id<Entry> id;
    std::string journal_code;
    std::int64_t number = 0;
    Date date;
    EntryKind kind = EntryKind::movement;
    std::string description, voucher_reference;
    std::optional<Uuid> document_id;
    std::optional<Id<Entry>> reversal_of;
    bool is_reversed = false;
};
BOOST_DESCRIBE_STRUCT(ReversibleEntry, (),
                      (id, journal_code, number, date, kind, description, voucher_reference, document_id, reversal_of,
                       is_reversed))

struct ReversibleLine {
    Id<Account> account_id;
    std::optional<Id<Auxiliary>> auxiliary_id;
    Money amount;
    std::string description;
    std::optional<Date> due_date;
    std::optional<Currency> currency;
    std::optional<Decimal> currency_amount, currency_rate;
    std::optional<Axes> axes;
    std::optional<PageBox> box;
};
BOOST_DESCRIBE_STRUCT(ReversibleLine, (),
                      (account_id, auxiliary_id, amount, description, due_date, currency, currency_amount,
                       currency_rate, axes, box))

namespace {

constexpr std::size_t batch_max = 10'000;
constexpr const char* default_journal = "OD";

enum class EntryStatus { draft, posted };
BOOST_DESCRIBE_ENUM(EntryStatus, draft, posted)

/// What a call that writes an entry answers; the whole entry is at GET …/{id}.
struct WrittenEntry {
    Id<Entry> id;
    EntryStatus status = EntryStatus::posted;
    std::string journal_code;
    std::optional<std::int64_t> number;
    Date date;
    std::string description;
    Money total;
    std::optional<std::int64_t> leaf_index;
};
BOOST_DESCRIBE_STRUCT(WrittenEntry, (), (id, status, journal_code, number, date, description, total, leaf_index))

struct NewBatch {
    std::vector<NewEntry> entries;

    std::optional<Problem> broken_rule() const {
        if (entries.empty()) return Problem{"entries", "too_few", "Au moins une écriture est attendue."};
        if (entries.size() > batch_max) return Problem{"entries", "too_many", "Au plus 10 000 écritures par envoi."};
        return {};
    }
};
BOOST_DESCRIBE_STRUCT(NewBatch, (), (entries))

struct WrittenBatch {
    std::vector<WrittenEntry> entries;
};
BOOST_DESCRIBE_STRUCT(WrittenBatch, (), (entries))

struct ReversalRequest {
    Id<Entry> id;
    std::optional<Date> date;  ///< the reversed entry's date when absent
    std::optional<Text<1, 500>> description;
};
BOOST_DESCRIBE_STRUCT(ReversalRequest, (), (id, date, description))

Money total_of(const Posting& posting) {
    Money total;
    for (const auto& line : posting.lines)
        if (line.amount.minor > 0) total += line.amount;
    return total;
}

WrittenEntry written(Context& context, const Posting& posting, const PostedEntry& posted) {
    const auto total = total_of(posting);
    context.audit("CREATE", "JournalEntry", posted.id.value,
                  Json::Object{{"description", posting.description},
                               {"amount", JsonNumber{total.text()}},
                               {"journal", posting.journal_code},
                               {"number", posted.number},
                               {"date", posting.date.text()}});
    return {posted.id, EntryStatus::posted, posting.journal_code, posted.number, posting.date, posting.description,
            total,     posted.leaf_index};
}

Created<WrittenEntry> create_entry(Context& context, const NewEntry& entry) {
    if (entry.draft.value_or(false)) {
        const auto id = save_draft(context, entry);
        Money total;
        for (const auto& line : entry.lines) total += line.debit.value_or(Money());
        return {{Id<Entry>{id.value},
                 EntryStatus::draft,
                 entry.journal_code ? entry.journal_code->value : default_journal,
                 {},
                 entry.date,
                 entry.description,
                 Money(total.minor, context.currency()),
                 {}}};
    }
    const auto postings = read_postings(context, std::span(&entry, 1), "");
    return {written(context, postings.front(), post(context, postings.front()))};
}

Created<WrittenBatch> create_batch(Context& context, const NewBatch& batch) {
    const auto postings = read_postings(context, batch.entries, "entries");
    Problems problems;
    for (std::size_t i = 0; i < postings.size(); ++i) {
        Money balance;
        for (const auto& line : postings[i].lines) balance += line.amount;
        const auto path = "entries[" + std::to_string(i) + "].lines";
        if (postings[i].lines.size() < 2)
            problems.push_back({path, "entry_needs_lines", text_of(Refusal::entry_needs_lines).sentence});
        else if (!balance.is_zero())
            problems.push_back(
                {path, "lines_must_balance",
                 std::string(text_of(Refusal::lines_must_balance).sentence) + " Écart " + french(balance) + "."});
    }
    if (!problems.empty()) {
        const auto count = std::to_string(problems.size());
        throw Refused(Refusal::lines_must_balance, count + " écriture(s) en erreur ; rien n'a été enregistré.",
                      std::move(problems));
    }
    WrittenBatch result;
    const auto posted = post(context, postings);
    for (std::size_t i = 0; i < postings.size(); ++i) {
        const auto& posting = postings[i];
        result.entries.push_back({posted[i].id, EntryStatus::posted, posting.journal_code, posted[i].number,
                                  posting.date, posting.description, total_of(posting), posted[i].leaf_index});
    }
    context.audit(
        "CREATE_BATCH", "JournalEntry", {},
        Json::Object{
            {"entries", postings.size()}, {"first", posted.front().id.text()}, {"last", posted.back().id.text()}});
    return {std::move(result)};
}

Created<WrittenEntry> reverse_entry(Context& context, const ReversalRequest& request) {
    const auto origin = context.found<sql::entry_to_reverse>(context.organization(), request.id);
    if (origin.is_reversed) throw Refused(Refusal::already_reversed);
    if (origin.reversal_of) throw Refused(Refusal::cannot_reverse_reversal);
    Posting posting;
    posting.journal_code = origin.journal_code;
    posting.date = request.date.value_or(origin.date);
    posting.description = request.description ? request.description->value
                                              : "Contre-passation de " + origin.journal_code + " " +
                                                    std::to_string(origin.number) + " : " + origin.description;
    posting.voucher_reference = origin.voucher_reference;
    posting.document = origin.document_id;
    posting.reversal_of = origin.id;
    for (const auto& line : context.rows<sql::lines_to_reverse>(context.organization(), request.id))
        posting.lines.push_back({line.account_id, line.auxiliary_id, -line.amount, line.description, line.due_date,
                                 line.currency,
                                 line.currency_amount ? std::optional(-*line.currency_amount) : std::nullopt,
                                 line.currency_rate, line.axes, line.box});
    const auto posted = post(context, posting);
    context.audit("REVERSE", "JournalEntry", request.id.value, Json::Object{{"reversal", posted.id.text()}});
    return {written(context, posting, posted)};
}

struct DraftToPost {
    Id<Draft> id;
};
BOOST_DESCRIBE_STRUCT(DraftToPost, (), (id))

WrittenEntry post_draft(Context& context, const DraftToPost& request) {
    const auto entry = take_draft(context, request.id);
    const auto postings = read_postings(context, std::span(&entry, 1), "");
    return written(context, postings.front(), post(context, postings.front()));
}

}  // namespace

std::optional<Problem> NewLine::broken_rule() const {
    const auto has = [](const std::optional<Money>& amount) { return amount && !amount->is_zero(); };
    if (debit && debit->minor < 0) return Problem{"debit", "must_not_be_negative", "Un débit n'est pas négatif."};
    if (credit && credit->minor < 0) return Problem{"credit", "must_not_be_negative", "Un crédit n'est pas négatif."};
    if (has(debit) == has(credit))
        return Problem{"debit", "debit_or_credit", "Une ligne porte un débit ou un crédit, et un seul des deux."};
    if (currency_amount.has_value() != currency.has_value() || currency_rate.has_value() != currency.has_value())
        return Problem{"currency", "currency_incomplete", "Monnaie, montant en monnaie et cours vont ensemble."};
    return {};
}

Money NewLine::amount() const { return debit.value_or(Money()) - credit.value_or(Money()); }

std::vector<Posting> read_postings(Context& context, std::span<const NewEntry> entries, std::string_view path_prefix) {
    std::set<std::string> codes;
    std::vector<std::string> auxiliary_accounts, auxiliary_codes;
    for (const auto& entry : entries)
        for (const auto& line : entry.lines) {
            codes.insert(line.account_code.value);
            if (!line.auxiliary_code) continue;
            auxiliary_accounts.push_back(line.account_code.value);
            auxiliary_codes.push_back(line.auxiliary_code->value);
        }
    std::map<std::string, AccountFacts, std::less<>> accounts;
    for (auto& account :
         context.rows<sql::accounts_by_code>(context.organization(), std::vector(codes.begin(), codes.end())))
        accounts.emplace(account.code, std::move(account));
    std::map<std::pair<Id<Account>, std::string>, Id<Auxiliary>> auxiliaries;
    if (!auxiliary_codes.empty())
        for (const auto& found :
             context.rows<sql::auxiliaries_by_code>(context.organization(), auxiliary_accounts, auxiliary_codes))
            auxiliaries.emplace(std::pair(found.account_id, found.code), found.id);

    Problems problems;
    std::vector<Posting> postings;
    postings.reserve(entries.size());
    for (std::size_t i = 0; i < entries.size(); ++i) {
        const auto& entry = entries[i];
        const auto prefix =
            path_prefix.empty() ? std::string() : std::string(path_prefix) + "[" + std::to_string(i) + "].";
        const auto report = [&](std::size_t line, const char* field, Refusal rule, const std::string& detail) {
            problems.push_back({prefix + "lines[" + std::to_string(line) + "]." + field, std::string(name_of(rule)),
                                std::string(text_of(rule).sentence) + " (" + detail + ")"});
        };
        Posting posting;
        posting.journal_code = entry.journal_code ? entry.journal_code->value : default_journal;
        posting.date = entry.date;
        posting.description = entry.description;
        posting.voucher_reference = entry.voucher_reference ? entry.voucher_reference->value : "";
        posting.document = entry.document_id;
        for (std::size_t l = 0; l < entry.lines.size(); ++l) {
            const auto& line = entry.lines[l];
            const auto account = accounts.find(line.account_code.value);
            if (account == accounts.end()) {
                report(l, "account_code", Refusal::unknown_account, line.account_code);
                continue;
            }
            if (!account->second.is_active) report(l, "account_code", Refusal::inactive_account, line.account_code);
            std::optional<Id<Auxiliary>> auxiliary;
            if (line.auxiliary_code) {
                const auto found = auxiliaries.find({account->second.id, line.auxiliary_code->value});
                if (found == auxiliaries.end())
                    report(l, "auxiliary_code", Refusal::unknown_auxiliary, *line.auxiliary_code);
                else
                    auxiliary = found->second;
            }
            posting.lines.push_back({account->second.id, auxiliary, line.amount(),
                                     line.description ? line.description->value : "", line.due_date, line.currency,
                                     line.currency_amount, line.currency_rate, line.axes, line.box});
        }
        postings.push_back(std::move(posting));
    }
    if (!problems.empty()) {
        const auto rule = *enum_from<Refusal>(problems.front().code);
        throw Refused(rule,
                      problems.size() == 1 ? problems.front().path : std::to_string(problems.size()) + " erreurs.",
                      std::move(problems));
    }
    return postings;
}

constexpr Route routes[] = {
    {"POST", "/api/v1/accounting/journal-entries", "write_entries", operation<create_entry>},
    {"POST", "/api/v1/accounting/journal-entries/batch", "write_entries", operation<create_batch>},
    {"POST", "/api/v1/accounting/journal-entries/{id}/reverse", "write_entries", operation<reverse_entry>},
    {"POST", "/api/v1/accounting/journal-entries/{id}/post", "write_entries", operation<post_draft>},
};
const std::span<const Route> entry_routes = routes;

}  // namespace daftar::ledger
