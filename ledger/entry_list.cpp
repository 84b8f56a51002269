#include "ledger/entry_list.hpp"

#include "ledger/entry_list.sql.hpp"

namespace daftar::ledger {
namespace {

struct EntryKey {
    Id<Entry> id;
};
BOOST_DESCRIBE_STRUCT(EntryKey, (), (id))

/// "2025-12-31.1042": date and leaf of the last entry shown.
std::pair<std::optional<Date>, std::int64_t> read_cursor(const std::optional<Text<1, 40>>& cursor) {
    if (!cursor) return {{}, 0};
    const auto date = Date::parse(cursor->value.substr(0, 10));
    std::int64_t leaf = 0;
    const auto* end = cursor->value.data() + cursor->value.size();
    if (!date || cursor->value.size() < 12 || std::from_chars(cursor->value.data() + 11, end, leaf).ptr != end)
        throw Refused(CommonRefusal::invalid_cursor);
    return {date, leaf};
}

Page<EntryView> list_entries(Context& context, const EntryFilter& filter) {
    const auto limit = std::clamp(filter.limit.value_or(50), 1, 500);
    const auto [cursor_date, cursor_leaf] = read_cursor(filter.cursor);
    const std::optional<std::string> supplier =
        filter.supplier_id ? std::optional(filter.supplier_id->text()) : std::nullopt;
    const auto chosen = context.rows<sql::chosen_entries>(context.organization(), filter.start_date, filter.end_date,
                                                          filter.journal_code, filter.account_code, filter.search,
                                                          filter.document_id, filter.category, supplier,
                                                          filter.auxiliary_code, cursor_date, cursor_leaf, limit);
    Page<EntryView> page{context.rows<sql::entries_of>(context.organization(), chosen), {}};
    if (static_cast<int>(page.items.size()) == limit)
        page.next = page.items.back().date.text() + "." + std::to_string(page.items.back().leaf_index);
    return page;
}

EntryView get_entry(Context& context, const EntryKey& key) { return read_entry(context, key.id); }

}  // namespace

EntryView read_entry(Context& context, Id<Entry> id) {
    return context.found<sql::entries_of>(context.organization(), std::vector<Uuid>{id.value});
}

constexpr Route routes[] = {
    {"GET", "/api/v1/accounting/journal-entries", "read_reports", operation<list_entries>},
    {"GET", "/api/v1/accounting/journal-entries/{id}", "read_reports", operation<get_entry>},
};
const std::span<const Route> entry_list_routes = routes;

}  // namespace daftar::ledger
