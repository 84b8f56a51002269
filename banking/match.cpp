#include "banking/match.hpp"

#include "banking/bank_account.hpp"
#include "banking/match.sql.hpp"
#include "core/text_cut.hpp"
#include "ledger/account.hpp"
#include "ledger/entry.hpp"
#include "ledger/journal.hpp"
#include "ledger/matching.hpp"

namespace daftar::banking {

struct SettledItem {
    Id<ledger::Entry> entry_id;
    std::int32_t line_number = 0;
    Id<ledger::Account> account_id;
    std::optional<Id<ledger::Auxiliary>> auxiliary_id;
    Money open_amount;
    std::string description;
};
BOOST_DESCRIBE_STRUCT(SettledItem, (), (entry_id, line_number, account_id, auxiliary_id, open_amount, description))

struct ProvenLine {
    Money amount;
    bool is_proven = false;
};
BOOST_DESCRIBE_STRUCT(ProvenLine, (), (amount, is_proven))

struct ActiveMatch {
    Id<BankMatch> id;
    std::optional<Id<ledger::Entry>> entry_id;
    std::vector<Uuid> matching_ids;
};
BOOST_DESCRIBE_STRUCT(ActiveMatch, (), (id, entry_id, matching_ids))

struct EntryToTakeBack {
    std::string journal_code;
    std::int64_t number = 0;
    std::string description, voucher_reference;
    std::optional<Id<ledger::Entry>> reversed_by;
};
BOOST_DESCRIBE_STRUCT(EntryToTakeBack, (), (journal_code, number, description, voucher_reference, reversed_by))

struct OpenPeriod {
    Date start_date, end_date;
};
BOOST_DESCRIBE_STRUCT(OpenPeriod, (), (start_date, end_date))

struct LineToTakeBack {
    std::int32_t line_number = 0;
    Id<ledger::Account> account_id;
    std::optional<Id<ledger::Auxiliary>> auxiliary_id;
    Money amount;
    std::string description;
    Money open_amount;
};
BOOST_DESCRIBE_STRUCT(LineToTakeBack, (), (line_number, account_id, auxiliary_id, amount, description, open_amount))

namespace {

struct UnmatchRequest {
    Id<BankMovement> id;
    std::optional<Date> date;  ///< of the reversal; the movement's own when absent
};
BOOST_DESCRIBE_STRUCT(UnmatchRequest, (), (id, date))

struct AutoMatchRequest {
    std::optional<Id<BankAccount>> bank_account_id;
};
BOOST_DESCRIBE_STRUCT(AutoMatchRequest, (), (bank_account_id))

struct AutoMatched {
    Id<BankMovement> movement_id;
    Money amount;
    std::string label, reason;
};
BOOST_DESCRIBE_STRUCT(AutoMatched, (), (movement_id, amount, label, reason))

struct AutoMatchReply {
    std::int64_t examined = 0, matched_count = 0;
    std::int64_t in_closed_periods = 0;  ///< certain, but their day takes no entry any more
    std::vector<AutoMatched> matched;
};
BOOST_DESCRIBE_STRUCT(AutoMatchReply, (), (examined, matched_count, in_closed_periods, matched))

constexpr std::int32_t auto_match_max = 500;

std::string title_of(const MovementView& movement) {
    auto title =
        movement.counterparty_name.empty() ? movement.label : movement.counterparty_name + " – " + movement.label;
    constexpr std::size_t title_max = 200;
    if (title.size() > title_max) {
        title.resize(title_max);
        while (!title.empty() && (static_cast<unsigned char>(title.back()) & 0xC0) == 0x80) title.pop_back();
        if (!title.empty() && (title.back() & 0x80)) title.pop_back();
    }
    return title.empty() ? "Mouvement bancaire" : title;
}

/// The movement's own day; after the last reconciliation signed off when it is in one, which stays as it was signed.
Date posting_day(Context& context, const MovementView& movement) {
    const auto frozen = context.maybe<sql::frozen_over>(context.organization(), movement.id);
    if (!frozen) return movement.booking_date;
    const auto anew = context.maybe<sql::booked_anew_from>(context.organization(), movement.id);
    return std::max(frozen->plus_days(1), anew.value_or(*frozen));
}

/// Builds the posting of a match and remembers which of its lines settle which items.
class MatchBuilder {
public:
    MatchBuilder(Context& context, const MovementView& movement, const BankAccountView& account)
        : context_(context), movement_(movement), account_(account) {
        posting_.date = posting_day(context, movement);
        posting_.description = title_of(movement);
        posting_.voucher_reference = first_characters(movement.reference, 100);
        posting_.journal_code = ledger::journal_of_account(context, account.account_code).value_or("");
        if (posting_.journal_code.empty())
            posting_.journal_code = ledger::journal_of_kind(context, ledger::JournalKind::bank);
        posting_.lines.push_back({account.account_id, {}, {}, posting_.description, {}, {}, {}, {}, {}, {}});
    }

    void settle(const ItemToSettle& request) {
        const auto item =
            context_.found<sql::settled_items>(context_.organization(), request.entry_id, request.line_number);
        auto part = item.open_amount;
        if (request.amount) part = item.open_amount.minor < 0 ? -*request.amount : *request.amount;
        if (part.is_zero()) throw Refused(ledger::MatchingRefusal::item_not_open);
        add(item.account_id, item.auxiliary_id, part, item.description);
        const auto own_line = static_cast<std::int32_t>(posting_.lines.size());
        const auto amount = part.minor < 0 ? -part : part;
        pairs_.push_back({{item.entry_id, item.line_number, amount}, own_line, amount});
    }

    void post_part(const PartToPost& part, std::size_t index) {
        const auto path = "lines[" + std::to_string(index) + "].";
        const auto account = ledger::account_of_code(context_, part.account_code.value);
        if (!account)
            throw Refused(Refusal::unknown_account, part.account_code.value + ".",
                          {{path + "account_code", "unknown_account", text_of(Refusal::unknown_account).sentence}});
        if (account->id == account_.account_id)
            throw Refused(
                Refusal::part_of_own_account, "",
                {{path + "account_code", "part_of_own_account", text_of(Refusal::part_of_own_account).sentence}});
        std::optional<Id<ledger::Auxiliary>> auxiliary;
        if (part.auxiliary_code) {
            auxiliary =
                context_.maybe<sql::auxiliary_by_code>(context_.organization(), account->id, *part.auxiliary_code);
            if (!auxiliary) throw Refused(ledger::Refusal::unknown_auxiliary, part.auxiliary_code->value + ".");
        }
        add(account->id, auxiliary, movement_.amount.minor < 0 ? -part.amount : part.amount,
            part.description ? part.description->value : posting_.description);
    }

    void keep_fee(const Money& fee) {
        if (!fee.is_zero()) add(ledger::account_of_role(context_, "bank_charges"), {}, -fee, "Frais bancaires");
    }

    void prove(const LineToProve& line) {
        const auto found = context_.maybe<sql::line_of_bank>(context_.organization(), line.entry_id, line.line_number,
                                                             account_.account_id);
        if (!found) throw Refused(Refusal::line_not_of_bank);
        if (found->is_proven) throw Refused(Refusal::line_already_proven);
        explained_ += found->amount;
        proven_.push_back(line);
    }

    void write(const std::string& reason) {
        if (explained_.minor != movement_.amount.minor)
            throw Refused(Refusal::parts_must_sum, french(Money(explained_.minor, context_.currency())) +
                                                       " au lieu de " + french(movement_.amount) + ".");
        const auto id = context_.new_id<BankMatch>();
        std::optional<Id<ledger::Entry>> entry;
        std::vector<Uuid> matchings;
        if (posting_.lines.size() > 1) {
            entry = post();
            for (const auto& [item, own_line, amount] : pairs_)
                matchings.push_back(
                    ledger::match_lines(context_, std::vector<ledger::LineToMatch>{item, {*entry, own_line, amount}},
                                        reason)
                        .id.value);
        }
        context_.run<sql::insert_match>(context_.organization(), id, movement_.id, entry, matchings, reason,
                                        context_.principal().user);
        for (const auto& line : proven_)
            context_.run<sql::insert_match_line>(context_.organization(), id, line.entry_id, line.line_number);
        context_.run<sql::set_movement_status>(context_.organization(), movement_.id, MovementStatus::matched);
        context_.audit("MATCH", "BankMovement", movement_.id.value,
                       Json::Object{{"amount", JsonNumber{movement_.amount.text()}}, {"reason", reason}});
    }

private:
    struct Pair {
        ledger::LineToMatch item;
        std::int32_t own_line;
        Money amount;
    };

    // `contribution` is what the part brings to the bank; its own line stands against it.
    void add(Id<ledger::Account> account, std::optional<Id<ledger::Auxiliary>> auxiliary, const Money& contribution,
             const std::string& description) {
        explained_ += contribution;
        posting_.lines.front().amount += contribution;
        posting_.lines.push_back({account, auxiliary, -contribution, description, {}, {}, {}, {}, {}, {}});
    }

    Id<ledger::Entry> post() {
        // Parts that cancel out move no money: the entry then has no line on the bank's account.
        const bool moves_money = !posting_.lines.front().amount.is_zero();
        if (!moves_money) {
            posting_.lines.erase(posting_.lines.begin());
            for (auto& pair : pairs_) --pair.own_line;
        }
        const auto posted = ledger::post(context_, posting_);
        if (moves_money) proven_.push_back({posted.id, 1});
        return posted.id;
    }

    Context& context_;
    const MovementView& movement_;
    const BankAccountView& account_;
    ledger::Posting posting_;
    Money explained_;
    std::vector<Pair> pairs_;
    std::vector<LineToProve> proven_;
};

MovementView match(Context& context, const MatchRequest& request) { return match_movement(context, request); }

MovementView unmatch(Context& context, const UnmatchRequest& request) {
    return unmatch_movement(context, request.id, request.date);
}

std::string joined(const std::vector<std::string>& reasons) {
    std::string text;
    for (const auto& reason : reasons) text += (text.empty() ? "" : ", ") + reason;
    return text;
}

MatchRequest request_of(const MovementView& movement, const Suggestion& suggestion, const Candidates& from,
                        Currency currency) {
    MatchRequest request;
    request.id = movement.id;
    request.reason = Text<0, 200>(joined(suggestion.reasons));
    if (suggestion.book_line)
        request.book_lines = {
            {from.lines[*suggestion.book_line].entry_id, from.lines[*suggestion.book_line].line_number}};
    std::vector<ItemToSettle> items;
    for (const auto& part : suggestion.parts)
        items.push_back(
            {from.items[part.item].entry_id, from.items[part.item].line_number, Money(part.amount, currency)});
    if (!items.empty()) request.items = std::move(items);
    return request;
}

// Applies what is certain, movement by movement; candidates are read again once one of them is used up.
AutoMatchReply auto_match(Context& context, const AutoMatchRequest& request) {
    if (request.bank_account_id) bank_account(context, *request.bank_account_id);  // 404 when it is not there
    AutoMatchReply reply;
    std::optional<Candidates> from;
    Id<BankAccount> account_of_candidates;
    const auto open = context.rows<sql::open_periods>(context.organization());
    const auto takes_entries = [&](const Date& day) {
        return std::ranges::any_of(open, [&](const auto& one) { return one.start_date <= day && day <= one.end_date; });
    };
    for (const auto& movement : open_movements(context, request.bank_account_id, auto_match_max)) {
        ++reply.examined;
        if (!from || account_of_candidates != movement.bank_account_id)
            from = candidates(context, account_of_candidates = movement.bank_account_id);
        const auto suggestions = suggestions_for(movement, *from);
        if (suggestions.empty() || !suggestions.front().is_certain) continue;
        // One that cannot be posted must not stop the others; a line already posted is proven whenever it is.
        if (!suggestions.front().book_line && !takes_entries(movement.booking_date)) {
            ++reply.in_closed_periods;
            continue;
        }
        match_movement(context, request_of(movement, suggestions.front(), *from, context.currency()));
        reply.matched.push_back({movement.id, movement.amount, movement.label, joined(suggestions.front().reasons)});
        ++reply.matched_count;
        from.reset();
    }
    return reply;
}

// The lines of the taken-back entry and of its reversal settle each other, so that neither stays open.
void settle_reversal(Context& context, Id<ledger::Entry> entry, Id<ledger::Entry> reversal,
                     const std::vector<LineToTakeBack>& lines) {
    for (const auto& line : lines)
        if (!line.open_amount.is_zero())
            ledger::match_lines(
                context,
                std::vector<ledger::LineToMatch>{{entry, line.line_number, {}}, {reversal, line.line_number, {}}},
                ledger::by_reversal);
}

Id<ledger::Entry> take_back(Context& context, Id<ledger::Entry> entry, const Date& date) {
    const auto origin = context.one<sql::entry_to_take_back>(context.organization(), entry);
    if (origin.reversed_by) return *origin.reversed_by;
    const auto lines = context.rows<sql::lines_to_take_back>(context.organization(), entry);
    ledger::Posting posting;
    posting.journal_code = origin.journal_code;
    posting.date = date;
    posting.description = "Rapprochement annulé de " + origin.journal_code + " " + std::to_string(origin.number) +
                          " : " + origin.description;
    posting.voucher_reference = origin.voucher_reference;
    posting.reversal_of = entry;
    for (const auto& line : lines)
        posting.lines.push_back(
            {line.account_id, line.auxiliary_id, -line.amount, line.description, {}, {}, {}, {}, {}, {}});
    const auto reversal = ledger::post(context, posting).id;
    settle_reversal(context, entry, reversal, lines);
    return reversal;
}

}  // namespace

std::optional<Problem> MatchRequest::broken_rule() const {
    const bool says_nothing = (!items || items->empty()) && (!book_lines || book_lines->empty()) &&
                              (!lines || lines->empty()) && (!fee || fee->is_zero());
    if (says_nothing)
        return Problem{"items", "nothing_to_match",
                       "Dites ce que le mouvement solde : items, book_lines, lines ou fee."};
    if (fee && fee->minor < 0) return Problem{"fee", "must_not_be_negative", "Des frais ne sont pas négatifs."};
    if (items)
        for (const auto& item : *items)
            if (item.amount && item.amount->minor <= 0)
                return Problem{"items", "must_be_positive", "La part d’une échéance est positive."};
    if (lines)
        for (const auto& line : *lines)
            if (line.amount.is_zero()) return Problem{"lines", "must_not_be_zero", "Une part n’est pas nulle."};
    return {};
}

MovementView match_movement(Context& context, const MatchRequest& request) {
    context.later<sql::lock_movement>(context.organization(), request.id);
    const auto found = movement(context, request.id);
    refuse_explained(found);
    const auto account = bank_account(context, found.bank_account_id);
    MatchBuilder builder(context, found, account);
    for (const auto& item : request.items.value_or(std::vector<ItemToSettle>())) builder.settle(item);
    std::size_t index = 0;
    for (const auto& part : request.lines.value_or(std::vector<PartToPost>())) builder.post_part(part, index++);
    for (const auto& line : request.book_lines.value_or(std::vector<LineToProve>())) builder.prove(line);
    if (request.fee) builder.keep_fee(*request.fee);
    builder.write(request.reason ? request.reason->value : "rapprochement manuel");
    return movement(context, request.id);
}

MovementView unmatch_movement(Context& context, Id<BankMovement> id, std::optional<Date> date) {
    context.later<sql::lock_movement>(context.organization(), id);
    const auto found = movement(context, id);
    const auto match = context.maybe<sql::active_match>(context.organization(), id);
    if (!match) throw Refused(Refusal::not_matched);
    if (const auto frozen = context.maybe<sql::frozen_over>(context.organization(), id))
        throw Refused(Refusal::reconciliation_frozen, "Figé au " + french(*frozen) + ".");
    if (date && *date < found.booking_date)
        throw Refused(Refusal::undo_before_movement, french(found.booking_date) + ".");
    for (const auto& matching : match->matching_ids) ledger::undo_matching(context, {matching});
    std::optional<Id<ledger::Entry>> reversal;
    if (match->entry_id) reversal = take_back(context, *match->entry_id, date.value_or(found.booking_date));
    context.run<sql::undo_match>(context.organization(), match->id, context.principal().user, reversal);
    context.run<sql::release_match_lines>(context.organization(), match->id);
    context.run<sql::set_movement_status>(context.organization(), id, MovementStatus::open);
    context.audit("UNMATCH", "BankMovement", id.value, Json::Object{{"amount", JsonNumber{found.amount.text()}}});
    return movement(context, id);
}

constexpr Route routes[] = {
    {"POST", "/api/v1/bank/movements/auto-match", "match", operation<auto_match>},
    {"POST", "/api/v1/bank/movements/{id}/match", "match", operation<match>},
    {"POST", "/api/v1/bank/movements/{id}/unmatch", "match", operation<unmatch>},
};
const std::span<const Route> match_routes = routes;

}  // namespace daftar::banking
