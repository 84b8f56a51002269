#include "banking/movement.hpp"

#include "banking/movement.sql.hpp"
#include "banking/readers/encoding.hpp"
#include "ledger/settlement.hpp"

namespace daftar::banking {
namespace {

struct MovementKey {
    Id<BankMovement> id;
};
BOOST_DESCRIBE_STRUCT(MovementKey, (), (id))

struct MovementFilter {
    std::optional<Id<BankAccount>> bank_account_id;
    std::optional<MovementStatus> status;
    std::optional<Date> start_date, end_date;
    std::optional<Text<1, 100>> search;
    std::optional<std::int32_t> limit;  ///< 1 to 500, 100 when absent
    std::optional<Text<1, 40>> cursor;
};
BOOST_DESCRIBE_STRUCT(MovementFilter, (), (bank_account_id, status, start_date, end_date, search, limit, cursor))

/// A part of an open item that a suggestion settles.
struct PartView {
    Id<ledger::Entry> entry_id;
    std::int32_t line_number = 0;
    std::string account_code, auxiliary_code, auxiliary_name, description;
    Date due_date;
    Money amount, open_amount;  ///< positive
};
BOOST_DESCRIBE_STRUCT(PartView, (),
                      (entry_id, line_number, account_code, auxiliary_code, auxiliary_name, description, due_date,
                       amount, open_amount))

struct SuggestionView {
    std::int32_t score = 0;  ///< 0 to 100
    bool is_certain = false;
    std::vector<std::string> reasons;
    std::vector<PartView> items;
    std::vector<BookLine> book_lines;
    std::optional<Money> fee;
    bool is_bank_charge = false;
};
BOOST_DESCRIBE_STRUCT(SuggestionView, (), (score, is_certain, reasons, items, book_lines, fee, is_bank_charge))

Page<MovementView> list(Context& context, const MovementFilter& filter) {
    const auto limit = std::clamp(filter.limit.value_or(100), 1, 500);
    std::optional<Date> cursor_date;
    std::int64_t cursor_position = 0;
    if (filter.cursor) {  // "2025-12-31.1042"
        const auto& text = filter.cursor->value;
        cursor_date = Date::parse(text.substr(0, 10));
        const auto* end = text.data() + text.size();
        if (!cursor_date || text.size() < 12 || std::from_chars(text.data() + 11, end, cursor_position).ptr != end)
            throw Refused(CommonRefusal::invalid_cursor);
    }
    Page<MovementView> page{
        context.rows<sql::find_movements>(context.organization(), std::optional<Id<BankMovement>>(),
                                          filter.bank_account_id, filter.status, filter.start_date, filter.end_date,
                                          filter.search, cursor_date, cursor_position, limit),
        {}};
    if (static_cast<int>(page.items.size()) == limit)
        page.next = page.items.back().booking_date.text() + "." + std::to_string(page.items.back().position);
    return page;
}

MovementView get(Context& context, const MovementKey& key) { return movement(context, key.id); }

Page<SuggestionView> suggestions(Context& context, const MovementKey& key) {
    const auto found = movement(context, key.id);
    refuse_explained(found);
    const auto from = candidates(context, found.bank_account_id);
    const auto money = [&](std::int64_t minor) { return Money(minor, context.currency()); };
    Page<SuggestionView> page;
    for (const auto& suggestion : suggestions_for(found, from)) {
        SuggestionView view{suggestion.score,         suggestion.is_certain, suggestion.reasons, {}, {}, {},
                            suggestion.is_bank_charge};
        if (suggestion.fee) view.fee = money(suggestion.fee);
        if (suggestion.book_line) view.book_lines.push_back(from.lines[*suggestion.book_line]);
        for (const auto& part : suggestion.parts) {
            const auto& item = from.items[part.item];
            view.items.push_back({item.entry_id, item.line_number, item.account_code, item.auxiliary_code,
                                  item.auxiliary_name, item.description, item.due_date, money(part.amount),
                                  money(std::abs(item.open_amount.minor))});
        }
        page.items.push_back(std::move(view));
    }
    return page;
}

}  // namespace

MovementView movement(Context& context, Id<BankMovement> id) {
    const std::optional<Date> any_date;
    return context.found<sql::find_movements>(context.organization(), std::optional(id),
                                              std::optional<Id<BankAccount>>(), std::optional<MovementStatus>(),
                                              any_date, any_date, std::optional<std::string>(), any_date, 0, 1);
}

void refuse_explained(const MovementView& movement) {
    if (movement.status == MovementStatus::matched) throw Refused(Refusal::already_matched);
    if (movement.status == MovementStatus::detailed) throw Refused(Refusal::movement_detailed);
}

std::vector<MovementView> open_movements(Context& context, std::optional<Id<BankAccount>> account, std::int32_t limit) {
    return context.rows<sql::oldest_open_movements>(context.organization(), account, limit);
}

Candidates candidates(Context& context, Id<BankAccount> account) {
    return {context.rows<sql::open_candidates>(context.organization()),
            context.rows<sql::unproven_lines>(context.organization(), account)};
}

std::vector<Suggestion> suggestions_for(const MovementView& movement, const Candidates& candidates) {
    MovementClues clues;
    clues.amount = movement.amount.minor;
    clues.date = movement.booking_date;
    clues.text = folded(movement.label + " " + movement.details + " " + movement.reference + " " +
                        movement.end_to_end_id + " " + movement.counterparty_name);
    clues.structured = movement.structured_communication;
    clues.counterparty_name = folded(movement.counterparty_name);
    clues.counterparty_account = movement.counterparty_account;
    if (movement.charges) clues.charges = movement.charges->minor;
    std::vector<OpenItemClues> items;
    for (const auto& item : candidates.items)
        items.push_back({item.open_amount.minor, item.due_date, item.auxiliary_id ? item.auxiliary_id->text() : "",
                         folded(item.auxiliary_name), item.accounts,
                         ledger::reference_keys(item.voucher_reference, item.description),
                         folded(item.auxiliary_code)});
    std::vector<BookLineClues> lines;
    for (const auto& line : candidates.lines) lines.push_back({line.amount.minor, line.date, folded(line.description)});
    return suggest(clues, items, lines);
}

constexpr Route routes[] = {
    {"GET", "/api/v1/bank/movements", "bank", operation<list>},
    {"GET", "/api/v1/bank/movements/{id}", "bank", operation<get>},
    {"GET", "/api/v1/bank/movements/{id}/suggestions", "bank", operation<suggestions>},
};
const std::span<const Route> movement_routes = routes;

}  // namespace daftar::banking
