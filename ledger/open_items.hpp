// What remains to be settled on the collective accounts.
#pragma once
#include "core/operation.hpp"
#include "ledger/types.hpp"

namespace daftar::ledger {

struct OpenItemView {
    Id<Entry> entry_id;
    std::int32_t line_number = 0;
    std::string account_code, account_name;
    std::optional<std::string> auxiliary_code, auxiliary_name;
    std::string journal_code;
    std::int64_t number = 0;
    Date date, due_date;
    std::string description, voucher_reference;
    Money amount, open_amount;  ///< debit positive
    std::int32_t days_overdue = 0;
};
BOOST_DESCRIBE_STRUCT(OpenItemView, (),
                      (entry_id, line_number, account_code, account_name, auxiliary_code, auxiliary_name, journal_code,
                       number, date, due_date, description, voucher_reference, amount, open_amount, days_overdue))

struct OpenItemFilter {
    std::optional<Text<1, 20>> account_code;
    std::optional<Text<1, 40>> auxiliary_code;
    std::optional<Date> due_before;     ///< due that day or before
    std::optional<std::int32_t> limit;  ///< 1 to 500, 100 when absent
    std::optional<std::int64_t> cursor;
};
BOOST_DESCRIBE_STRUCT(OpenItemFilter, (), (account_code, auxiliary_code, due_before, limit, cursor))

struct OpenItems {
    std::vector<OpenItemView> items;  ///< by account, auxiliary and due date
    std::optional<std::string> next;
    std::int64_t count = 0;  ///< of all parts
    Money total;             ///< of all parts, debit positive
};
BOOST_DESCRIBE_STRUCT(OpenItems, (), (items, next, count, total))

/// Open lines, oldest due first within an auxiliary.
OpenItems open_items(Context& context, const OpenItemFilter& filter);

extern const std::span<const Route> open_item_routes;

}  // namespace daftar::ledger
