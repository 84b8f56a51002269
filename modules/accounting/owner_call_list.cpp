// What was called from owners and what they paid, newest first, as the books tell it.
#include <charconv>

#include "modules/accounting/owner_call.hpp"
#include "modules/accounting/owner_call_list.sql.hpp"

namespace daftar::accounting {

struct CallSummary {
    Id<ledger::Entry> entry_id;
    std::string journal_code;
    std::int64_t number = 0;
    Date date, due_date;
    std::string description, voucher_reference;
    CallPurpose purpose = CallPurpose::budget;
    std::int32_t owner_count = 0;
    Money total, settled_amount, open_amount;
    std::optional<Id<ledger::Entry>> reversed_by;
};
BOOST_DESCRIBE_STRUCT(CallSummary, (),
                      (entry_id, journal_code, number, date, due_date, description, voucher_reference, purpose,
                       owner_count, total, settled_amount, open_amount, reversed_by))

/// One payment of one owner; `matched` settles calls, `open_amount` still waits for one.
struct ReceiptSummary {
    Id<ledger::Entry> entry_id;
    std::int32_t line_number = 0;
    std::string journal_code;
    std::int64_t number = 0;
    Date date;
    std::string description, voucher_reference;
    CallPurpose purpose = CallPurpose::budget;
    std::optional<Id<registry::Party>> owner_id;
    std::optional<std::string> owner_code, owner_name;
    Money amount, matched, open_amount;
    std::optional<Id<ledger::Entry>> reversed_by;
};
BOOST_DESCRIBE_STRUCT(ReceiptSummary, (),
                      (entry_id, line_number, journal_code, number, date, description, voucher_reference, purpose,
                       owner_id, owner_code, owner_name, amount, matched, open_amount, reversed_by))

struct EntryPlace {
    Date date;
    std::int64_t leaf_index = 0;
};
BOOST_DESCRIBE_STRUCT(EntryPlace, (), (date, leaf_index))

namespace {

constexpr std::int32_t page_size = 100;

struct CallFilter {
    std::optional<Date> start_date, end_date;
    std::optional<Id<registry::Party>> owner_id;
    std::optional<Id<ledger::Entry>> cursor;
};
BOOST_DESCRIBE_STRUCT(CallFilter, (), (start_date, end_date, owner_id, cursor))

struct ReceiptFilter {
    std::optional<Date> start_date, end_date;
    std::optional<Id<registry::Party>> owner_id;
    std::optional<Text<38, 50>> cursor;  ///< of the entry and its line
};
BOOST_DESCRIBE_STRUCT(ReceiptFilter, (), (start_date, end_date, owner_id, cursor))

Page<CallSummary> list_calls(Context& context, const CallFilter& filter) {
    Page<CallSummary> page{context.rows<sql::list_calls>(context.organization(), filter.start_date, filter.end_date,
                                                         filter.owner_id, filter.cursor, page_size),
                           {}};
    if (static_cast<std::int32_t>(page.items.size()) == page_size) page.next = page.items.back().entry_id.text();
    return page;
}

Page<ReceiptSummary> list_receipts(Context& context, const ReceiptFilter& filter) {
    std::optional<EntryPlace> place;
    std::optional<std::int32_t> line;
    if (filter.cursor) {
        const std::string_view text = filter.cursor->value;
        const auto entry = Uuid::parse(text.substr(0, 36));
        line.emplace();
        const auto read = std::from_chars(text.data() + 37, text.data() + text.size(), *line);
        if (entry && text[36] == '.' && read.ec == std::errc() && read.ptr == text.data() + text.size())
            place = context.maybe<sql::place_of_entry>(context.organization(), *entry);
        if (!place) throw BadInput("cursor", "invalid_cursor", "Ce curseur n'est pas de cette liste.");
    }
    Page<ReceiptSummary> page{
        context.rows<sql::list_receipts>(context.organization(), filter.start_date, filter.end_date, filter.owner_id,
                                         place ? std::optional(place->date) : std::nullopt,
                                         place ? std::optional(place->leaf_index) : std::nullopt, line, page_size),
        {}};
    if (static_cast<std::int32_t>(page.items.size()) == page_size)
        page.next = page.items.back().entry_id.text() + "." + std::to_string(page.items.back().line_number);
    return page;
}

}  // namespace

constexpr Route routes[] = {
    {"GET", "/api/v1/calls", "read_reports", operation<list_calls>},
    {"GET", "/api/v1/receipts", "read_reports", operation<list_receipts>},
};
const std::span<const Route> owner_call_list_routes = routes;

}  // namespace daftar::accounting
