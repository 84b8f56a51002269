// Lettrage by hand: settle, undo, list.
#include "ledger/matching.hpp"

#include "ledger/matching.sql.hpp"
#include "ledger/matching_writer.hpp"

namespace daftar::ledger {

struct LockedItem {
    Id<Entry> entry_id;
    std::int32_t line_number = 0;
    Id<Account> account_id;
    std::optional<Id<Auxiliary>> auxiliary_id;
    Date date, due_date;
    std::int64_t open_amount = 0;
};
BOOST_DESCRIBE_STRUCT(LockedItem, (), (entry_id, line_number, account_id, auxiliary_id, date, due_date, open_amount))

struct LockedMatching {
    Id<Matching> id;
    Id<Account> account_id;
    std::optional<Timestamp> undone_at;
};
BOOST_DESCRIBE_STRUCT(LockedMatching, (), (id, account_id, undone_at))

struct MatchingRow {
    Id<Matching> id;
    std::string account_code;
    std::optional<std::string> auxiliary_code;
    std::string letter;
    Date date;
    std::string reason;
    bool is_full = false;
    Timestamp created_at;
    std::optional<Timestamp> undone_at;
};
BOOST_DESCRIBE_STRUCT(MatchingRow, (),
                      (id, account_code, auxiliary_code, letter, date, reason, is_full, created_at, undone_at))

struct MatchedRow {
    Id<Matching> matching_id;
    Id<Entry> entry_id;
    std::int32_t line_number = 0;
    std::string journal_code;
    std::int64_t number = 0;
    Date date;
    std::string description, voucher_reference;
    Money amount;
};
BOOST_DESCRIBE_STRUCT(MatchedRow, (),
                      (matching_id, entry_id, line_number, journal_code, number, date, description, voucher_reference,
                       amount))

namespace {

constexpr std::size_t lines_max = 1'000;

struct NewMatching {
    std::vector<LineToMatch> lines;
    std::optional<Text<0, 200>> reason;

    std::optional<Problem> broken_rule() const {
        if (lines.size() < 2) return Problem{"lines", "too_few", "Un lettrage rapproche au moins deux lignes."};
        if (lines.size() > lines_max) return Problem{"lines", "too_many", "Au plus 1 000 lignes par lettrage."};
        std::set<std::pair<Id<Entry>, std::int32_t>> seen;
        for (std::size_t i = 0; i < lines.size(); ++i)
            if (!seen.emplace(lines[i].entry_id, lines[i].line_number).second)
                return Problem{"lines[" + std::to_string(i) + "]", "given_twice", "Cette ligne est donnée deux fois."};
        return {};
    }
};
BOOST_DESCRIBE_STRUCT(NewMatching, (), (lines, reason))

struct MatchingFilter {
    std::optional<Text<1, 20>> account_code;
    std::optional<Text<1, 40>> auxiliary_code;
    std::optional<bool> undone;  ///< also those that were undone
    std::optional<std::int32_t> limit;
    std::optional<std::int64_t> cursor;
};
BOOST_DESCRIBE_STRUCT(MatchingFilter, (), (account_code, auxiliary_code, undone, limit, cursor))

struct MatchingKey {
    Id<Matching> id;
};
BOOST_DESCRIBE_STRUCT(MatchingKey, (), (id))

std::vector<MatchingView> with_lines(Context& context, std::vector<MatchingRow> rows) {
    std::vector<Id<Matching>> ids;
    for (const auto& row : rows) ids.push_back(row.id);
    std::map<Id<Matching>, std::vector<MatchedRow>> lines;
    for (auto& line : context.rows<sql::items_of_matchings>(context.organization(), ids))
        lines[line.matching_id].push_back(std::move(line));
    std::vector<MatchingView> views;
    for (auto& row : rows) {
        MatchingView view{row.id,
                          std::move(row.account_code),
                          std::move(row.auxiliary_code),
                          std::move(row.letter),
                          row.date,
                          std::move(row.reason),
                          row.is_full,
                          row.created_at,
                          row.undone_at,
                          Money(0, context.currency()),
                          {}};
        for (auto& line : lines[row.id]) {
            if (line.amount.minor > 0) view.total += line.amount;
            view.lines.push_back({line.entry_id, line.line_number, std::move(line.journal_code), line.number, line.date,
                                  std::move(line.description), std::move(line.voucher_reference), line.amount});
        }
        views.push_back(std::move(view));
    }
    return views;
}

std::vector<LockedItem> lock_items(Context& context, const std::vector<Id<Entry>>& entries,
                                   const std::vector<std::int32_t>& numbers) {
    return context.rows<sql::lock_items>(context.organization(), entries, numbers);
}

Created<MatchingView> create_matching(Context& context, const NewMatching& request) {
    return {match_lines(context, request.lines, request.reason ? request.reason->value : "manuel")};
}

MatchingView undo(Context& context, const MatchingKey& key) { return undo_matching(context, key.id); }

MatchingView get_matching(Context& context, const MatchingKey& key) {
    auto views = read_matchings(context, {key.id});
    if (views.empty()) throw Refused(CommonRefusal::not_found);
    return std::move(views.front());
}

Page<MatchingView> list_matchings(Context& context, const MatchingFilter& filter) {
    const auto limit = std::clamp(filter.limit.value_or(50), 1, 500);
    const auto skipped = std::max<std::int64_t>(0, filter.cursor.value_or(0));
    Page<MatchingView> page{
        with_lines(context, context.rows<sql::find_matchings>(context.organization(), std::optional<std::string>(),
                                                              filter.account_code, filter.auxiliary_code,
                                                              filter.undone.value_or(false), skipped, limit)),
        {}};
    if (static_cast<int>(page.items.size()) == limit) page.next = std::to_string(skipped + limit);
    return page;
}

}  // namespace

MatchingWriter::MatchingWriter(Context& context, Id<Account> account) : context_(context), account_(account) {
    context.later<sql::lock_matchings_of>(context.organization().text(), account.text());
    letter_ = context.maybe<sql::last_letter>(context.organization(), account).value_or("");
}

Id<Matching> MatchingWriter::add(std::optional<Id<Auxiliary>> auxiliary, const Date& date, std::string_view reason,
                                 bool is_full, const std::vector<MatchedPart>& parts) {
    const auto id = context_.new_id<Matching>();
    letter_ = next_letter(letter_);
    ids_.push_back(id);
    auxiliaries_.push_back(auxiliary);
    letters_.push_back(letter_);
    dates_.push_back(date);
    reasons_.emplace_back(reason);
    full_.push_back(is_full);
    for (const auto& part : parts) {
        matching_of_part_.push_back(id);
        entries_.push_back(part.entry_id);
        line_numbers_.push_back(part.line_number);
        amounts_.push_back(part.amount);
    }
    return id;
}

void MatchingWriter::flush() {
    if (ids_.empty()) return;
    const auto organization = context_.organization();
    context_.later<sql::insert_matchings>(organization, account_, context_.principal().user, ids_, auxiliaries_,
                                          letters_, dates_, reasons_, full_);
    context_.later<sql::insert_matching_items>(organization, matching_of_part_, entries_, line_numbers_, amounts_);
    context_.later<sql::settle_items>(organization, entries_, line_numbers_, amounts_);
    ids_.clear(), matching_of_part_.clear(), auxiliaries_.clear(), letters_.clear(), reasons_.clear(), dates_.clear();
    full_.clear(), entries_.clear(), line_numbers_.clear(), amounts_.clear();
}

std::vector<MatchingView> read_matchings(Context& context, const std::vector<Id<Matching>>& ids) {
    const std::optional<std::string> any;
    return with_lines(context,
                      context.rows<sql::find_matchings>(context.organization(), ids, any, any, true, 0, ids.size()));
}

MatchingView match_lines(Context& context, std::span<const LineToMatch> lines, std::string_view reason) {
    std::vector<Id<Entry>> entries;
    std::vector<std::int32_t> numbers;
    std::map<std::pair<Id<Entry>, std::int32_t>, std::optional<std::int64_t>> wanted;
    for (const auto& line : lines) {
        entries.push_back(line.entry_id);
        numbers.push_back(line.line_number);
        wanted[{line.entry_id, line.line_number}] = line.amount ? std::optional(line.amount->minor) : std::nullopt;
    }
    const auto accounts = context.rows<sql::account_of_items>(context.organization(), entries, numbers);
    if (accounts.empty()) throw Refused(MatchingRefusal::item_not_open);
    if (accounts.size() > 1) throw Refused(MatchingRefusal::different_accounts);
    MatchingWriter writer(context, accounts.front());

    const auto items = lock_items(context, entries, numbers);
    if (items.size() != wanted.size()) throw Refused(MatchingRefusal::item_not_open);
    std::vector<OpenAmount> amounts;
    Date latest = items.front().date;
    for (const auto& item : items) {
        if (item.open_amount == 0) throw Refused(MatchingRefusal::item_not_open);
        if (item.auxiliary_id != items.front().auxiliary_id) throw Refused(MatchingRefusal::different_auxiliaries);
        amounts.push_back({item.open_amount, item.due_date, wanted.at({item.entry_id, item.line_number})});
        latest = std::max(latest, item.date);
    }
    const auto settled = settle(amounts);
    if (const auto* refusal = std::get_if<MatchingRefusal>(&settled)) throw Refused(*refusal);
    const auto& amounts_settled = std::get<std::vector<std::int64_t>>(settled);

    std::vector<MatchedPart> parts;
    bool is_full = true;
    for (std::size_t i = 0; i < items.size(); ++i) {
        is_full = is_full && items[i].open_amount == amounts_settled[i];
        if (amounts_settled[i] != 0) parts.push_back({items[i].entry_id, items[i].line_number, amounts_settled[i]});
    }
    const auto id = writer.add(items.front().auxiliary_id, latest, reason, is_full, parts);
    writer.flush();
    auto view = std::move(read_matchings(context, {id}).at(0));
    context.audit("MATCH", "Matching", id.value,
                  Json::Object{{"account", view.account_code},
                               {"letter", view.letter},
                               {"total", JsonNumber{view.total.text()}},
                               {"reason", reason}});
    return view;
}

MatchingView undo_matching(Context& context, Id<Matching> id) {
    const auto matching = context.found<sql::lock_matching>(context.organization(), id);
    if (matching.undone_at) throw Refused(MatchingRefusal::already_undone);
    std::vector<Id<Entry>> entries;
    std::vector<std::int32_t> numbers;
    std::vector<std::int64_t> given_back;
    for (const auto& part : context.rows<sql::items_of_matching>(context.organization(), id)) {
        entries.push_back(part.entry_id);
        numbers.push_back(part.line_number);
        given_back.push_back(-part.amount);
    }
    lock_items(context, entries, numbers);
    context.later<sql::settle_items>(context.organization(), entries, numbers, given_back);
    context.later<sql::mark_undone>(context.organization(), id, context.principal().user);
    auto view = std::move(read_matchings(context, {id}).at(0));
    context.audit("UNMATCH", "Matching", id.value,
                  Json::Object{{"account", view.account_code}, {"letter", view.letter}});
    return view;
}

constexpr Route routes[] = {
    {"GET", "/api/v1/accounting/matchings", "read_reports", operation<list_matchings>},
    {"GET", "/api/v1/accounting/matchings/{id}", "read_reports", operation<get_matching>},
    {"POST", "/api/v1/accounting/matchings", "match", operation<create_matching>},
    {"POST", "/api/v1/accounting/matchings/{id}/undo", "match", operation<undo>},
};
const std::span<const Route> matching_routes = routes;

}  // namespace daftar::ledger
