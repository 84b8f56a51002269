// Posting: loads what the rules need, checks, then hands the entries to the database in one call.
#include "ledger/canonical.hpp"
#include "ledger/entry.sql.hpp"
#include "ledger/posting_facts.hpp"
#include "ledger/posting_reader.hpp"

namespace daftar::ledger {

struct PostedRow {
    Id<Entry> entry_id;
    std::int64_t entry_number = 0, entry_leaf = 0;
};
BOOST_DESCRIBE_STRUCT(PostedRow, (), (entry_id, entry_number, entry_leaf))

namespace {

/// Which of several entries is at fault, and where.
[[noreturn]] void refuse(const Broken& broken, std::size_t posting, std::size_t posting_count) {
    std::string path = posting_count > 1 ? "entries[" + std::to_string(posting) + "]" : "";
    if (broken.line)
        path += (path.empty() ? "lines[" : ".lines[") + std::to_string(*broken.line) + "]";
    else
        path += path.empty() ? "lines" : ".lines";
    const auto sentence =
        std::string(text_of(broken.rule).sentence) + (broken.detail.empty() ? "" : " " + broken.detail);
    throw Refused(broken.rule, broken.detail, {{path, std::string(name_of(broken.rule)), sentence}});
}

CanonicalEntry canonical_of(const Context& context, Id<Entry> id, const Posting& posting, const PostingFacts& facts) {
    CanonicalEntry entry{context.organization(),
                         id,
                         posting.journal_code,
                         posting.date,
                         posting.kind,
                         std::string(context.currency().code()),
                         posting.description,
                         posting.voucher_reference,
                         posting.document,
                         posting.reversal_of,
                         {}};
    for (const auto& line : posting.lines) {
        entry.lines.push_back({facts.accounts.at(line.account).code,
                               line.auxiliary ? facts.auxiliaries.at(*line.auxiliary).code : "", line.amount.minor,
                               line.description, line.due_date, line.currency, line.currency_amount, line.currency_rate,
                               line.axes, line.box});
    }
    return entry;
}

/// The columns of `post_entries`, one vector each.
struct Columns {
    std::vector<Id<Entry>> ids;
    std::vector<Id<Journal>> journals;
    std::vector<Date> dates;
    std::vector<EntryKind> kinds;
    std::vector<std::string> descriptions, vouchers;
    std::vector<std::optional<Uuid>> documents;
    std::vector<std::optional<Id<Entry>>> reversals;
    std::vector<Bytes> canonicals;
    std::vector<std::int32_t> line_counts;

    std::vector<std::int32_t> line_entries, line_numbers;
    std::vector<Id<Account>> accounts;
    std::vector<std::optional<Id<Auxiliary>>> auxiliaries;
    std::vector<Money> amounts;
    std::vector<std::string> line_descriptions;
    std::vector<std::optional<Date>> due_dates;
    std::vector<std::optional<Currency>> currencies;
    std::vector<std::optional<Decimal>> currency_amounts, currency_rates;
    std::vector<std::optional<Axes>> axes;
    std::vector<std::optional<PageBox>> boxes;
    std::vector<bool> collective;

    void add(Id<Entry> id, Id<Journal> journal, const Posting& posting, std::string canonical,
             const PostingFacts& facts) {
        ids.push_back(id);
        journals.push_back(journal);
        dates.push_back(posting.date);
        kinds.push_back(posting.kind);
        descriptions.push_back(posting.description);
        vouchers.push_back(posting.voucher_reference);
        documents.push_back(posting.document);
        reversals.push_back(posting.reversal_of);
        canonicals.push_back({std::move(canonical)});
        line_counts.push_back(static_cast<std::int32_t>(posting.lines.size()));
        std::int32_t number = 0;
        for (const auto& line : posting.lines) {
            line_entries.push_back(static_cast<std::int32_t>(ids.size()));
            line_numbers.push_back(++number);
            accounts.push_back(line.account);
            auxiliaries.push_back(line.auxiliary);
            amounts.push_back(line.amount);
            line_descriptions.push_back(line.description);
            due_dates.push_back(line.due_date);
            currencies.push_back(line.currency);
            currency_amounts.push_back(line.currency_amount);
            currency_rates.push_back(line.currency_rate);
            axes.push_back(line.axes);
            boxes.push_back(line.box);
            collective.push_back(facts.accounts.at(line.account).is_collective);
        }
    }
};

}  // namespace

std::vector<PostedEntry> post(Context& context, std::span<const Posting> postings) {
    if (postings.empty()) return {};
    return post(context, postings, facts_of(context, postings));
}

std::vector<PostedEntry> post(Context& context, std::span<const Posting> postings, const PostingFacts& facts) {
    Columns columns;
    for (std::size_t i = 0; i < postings.size(); ++i) {
        const auto& posting = postings[i];
        if (!fits(posting)) throw Refused(PostingRefusal::entry_total_too_large);
        if (const auto broken = check(posting, facts.accounts, facts.auxiliaries)) refuse(*broken, i, postings.size());
        const auto journal = facts.journals.find(posting.journal_code);
        if (journal == facts.journals.end())
            throw Refused(Refusal::unknown_journal, "Journal " + posting.journal_code + ".",
                          {{(postings.size() > 1 ? "entries[" + std::to_string(i) + "]." : "") + "journal_code",
                            std::string(name_of(Refusal::unknown_journal)),
                            std::string(text_of(Refusal::unknown_journal).sentence)}});
        const auto id = context.new_id<Entry>();
        columns.add(id, journal->second.id, posting, canonical_text(canonical_of(context, id, posting, facts)), facts);
    }

    // After this point the entries must succeed, but for the calendar, which the database guards.
    const auto rows = context.rows<sql::post_entries>(
        context.organization(), context.principal().user, columns.ids, columns.journals, columns.dates, columns.kinds,
        columns.descriptions, columns.vouchers, columns.documents, columns.reversals, columns.canonicals,
        columns.line_counts, columns.line_entries, columns.line_numbers, columns.accounts, columns.auxiliaries,
        columns.amounts, columns.line_descriptions, columns.due_dates, columns.currencies, columns.currency_amounts,
        columns.currency_rates, columns.axes, columns.boxes, columns.collective);
    std::map<Id<Entry>, PostedRow> by_id;
    for (const auto& row : rows) by_id.emplace(row.entry_id, row);
    std::vector<PostedEntry> posted;
    posted.reserve(postings.size());
    for (const auto& id : columns.ids) posted.push_back({id, by_id.at(id).entry_number, by_id.at(id).entry_leaf});
    return posted;
}

PostedEntry post(Context& context, const Posting& posting) { return post(context, std::span(&posting, 1)).front(); }

}  // namespace daftar::ledger
