// Manual entries: create, many at once, reverse.
#include "ledger/entry.hpp"

#include "ledger/draft.hpp"
#include "ledger/entry.sql.hpp"
#include "ledger/matching.hpp"
#include "ledger/posting_reader.hpp"

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

WrittenEntry post_one(Context& context, const NewEntry& entry) {
    const auto read = read_postings(context, std::span(&entry, 1), "");
    return written(context, read.postings.front(), post(context, read.postings, read.facts).front());
}

Created<WrittenEntry> create_entry(Context& context, const NewEntry& entry) {
    if (entry.draft.value_or(false)) {
        const auto id = save_draft(context, entry);
        const auto total = draft_total(entry);
        return {{Id<Entry>{id.value},
                 EntryStatus::draft,
                 entry.journal_code ? entry.journal_code->value : default_journal,
                 {},
                 entry.date,
                 entry.description,
                 Money(total, context.currency()),
                 {}}};
    }
    return {post_one(context, entry)};
}

/// All or nothing: every entry is read and checked before one is posted, and every problem is told.
Created<WrittenBatch> create_batch(Context& context, const NewBatch& batch) {
    auto read = collect_postings(context, batch.entries, "entries");
    add_calendar_problems(context, read);
    add_balance_problems(read);
    if (!read.problems.empty()) read.refuse();
    const auto& postings = read.postings;
    WrittenBatch result;
    const auto posted = post(context, postings, read.facts);
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

/// What the reversed lines had settled is open again, and each of them settles with its reversal: neither stays open.
void settle_with_reversal(Context& context, Id<Entry> origin, Id<Entry> reversal) {
    for (const auto matching : context.rows<sql::matchings_of_entry>(context.organization(), origin))
        undo_matching(context, {matching});
    for (const auto line : context.rows<sql::open_lines_of_entry>(context.organization(), origin))
        match_lines(context, std::array{LineToMatch{origin, line, {}}, LineToMatch{reversal, line, {}}}, by_reversal);
}

Created<WrittenEntry> reverse_entry(Context& context, const ReversalRequest& request) {
    context.later<sql::lock_reversal>(request.id.text());
    const auto origin = context.found<sql::entry_to_reverse>(context.organization(), request.id);
    if (origin.is_reversed) throw Refused(Refusal::already_reversed);
    if (origin.reversal_of) throw Refused(Refusal::cannot_reverse_reversal);
    const bool takes_over = origin.kind == EntryKind::opening && origin.date == takeover_day(context);
    if (origin.kind != EntryKind::movement && !takes_over) throw Refused(PostingRefusal::year_end_entry);
    Posting posting;
    posting.journal_code = origin.journal_code;
    posting.kind = origin.kind;
    // What was taken over wrongly was never a movement of the year: it goes where it came from.
    posting.date = takes_over ? origin.date : request.date.value_or(origin.date);
    if (posting.date < origin.date)
        throw BadInput("date", "before_origin",
                       "Une contre-passation n'est pas antérieure à son écriture (" + french(origin.date) + ").");
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
    settle_with_reversal(context, origin.id, posted.id);
    context.audit("REVERSE", "JournalEntry", request.id.value, Json::Object{{"reversal", posted.id.text()}});
    return {written(context, posting, posted)};
}

struct DraftToPost {
    Id<Draft> id;
};
BOOST_DESCRIBE_STRUCT(DraftToPost, (), (id))

WrittenEntry post_draft(Context& context, const DraftToPost& request) {
    const auto entry = take_draft(context, request.id);
    return post_one(context, entry);
}

/// Whether amount × rate is the line's amount, as far as the digits of the rate say: half a unit of its last digit, and
/// one unit of the books for rounding.
bool rate_explains(const NewLine& line) {
    if (line.currency_rate->units <= 0) return false;
    const Money amount = line.amount();
    const auto digits = static_cast<unsigned>(amount.currency.digits());
    const unsigned scale = line.currency_amount->scale + line.currency_rate->scale;
    const auto absolute = [](__int128 value) { return value < 0 ? -value : value; };
    const __int128 foreign = absolute(line.currency_amount->units);
    const unsigned common = std::max(scale, digits);
    if (common > 18 || foreign > power_of_ten(17) || line.currency_rate->units > power_of_ten(15)) return false;
    const __int128 unit = power_of_ten(common - digits), finer = power_of_ten(common - scale);
    const __int128 difference = absolute(foreign * line.currency_rate->units * finer - absolute(amount.minor) * unit);
    return 2 * difference <= foreign * finer + 2 * unit;
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
    if (currency && !rate_explains(*this))
        return Problem{"currency_amount", "rate_does_not_explain",
                       "Le montant en monnaie multiplié par le cours ne donne pas le montant de la ligne."};
    return {};
}

Money NewLine::amount() const { return debit.value_or(Money()) - credit.value_or(Money()); }

constexpr Route routes[] = {
    {"POST", "/api/v1/accounting/journal-entries", "write_entries", operation<create_entry>},
    {"POST", "/api/v1/accounting/journal-entries/batch", "write_entries", operation<create_batch>},
    {"POST", "/api/v1/accounting/journal-entries/{id}/reverse", "write_entries", operation<reverse_entry>},
    {"POST", "/api/v1/accounting/journal-entries/{id}/post", "write_entries", operation<post_draft>},
};
const std::span<const Route> entry_routes = routes;

}  // namespace daftar::ledger
