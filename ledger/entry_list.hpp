// Reading entries back: list and detail.
#pragma once
#include "core/operation.hpp"
#include "ledger/types.hpp"

namespace daftar::ledger {

struct LineView {
    std::int32_t line_number = 0;
    std::string account_code, account_name;
    std::optional<std::string> auxiliary_code, auxiliary_name;
    std::string description;
    Money debit, credit;
    std::optional<Date> due_date;
    std::optional<std::string> letter;  ///< of the lettrage that settles this line
    std::optional<std::string> currency;
    std::optional<Decimal> currency_amount, currency_rate;
    std::optional<Axes> axes;
    std::optional<PageBox> box;
};
BOOST_DESCRIBE_STRUCT(LineView, (),
                      (line_number, account_code, account_name, auxiliary_code, auxiliary_name, description, debit,
                       credit, due_date, letter, currency, currency_amount, currency_rate, axes, box))

/// A paper of an entry: the one it was posted from, or one attached later.
struct EntryPaper {
    Uuid id;
    std::string filename, media_type;
    std::optional<Timestamp> attached_at;  ///< absent: posted from it
};
BOOST_DESCRIBE_STRUCT(EntryPaper, (), (id, filename, media_type, attached_at))

struct EntryView {
    Id<Entry> id;
    std::string status;  ///< "posted"; drafts have a list of their own
    std::string journal_code;
    std::int32_t year = 0;
    std::int64_t number = 0;
    Date date;
    EntryKind kind = EntryKind::movement;
    std::string description, voucher_reference;
    std::optional<Uuid> document_id;
    std::optional<Id<Entry>> reversal_of, reversed_by;
    Money total;
    std::int64_t leaf_index = 0;
    Timestamp posted_at;
    std::optional<std::string> posted_by;
    std::vector<LineView> lines;
    std::vector<EntryPaper> documents;  ///< the first is the one it was posted from, if any
};
BOOST_DESCRIBE_STRUCT(EntryView, (),
                      (id, status, journal_code, year, number, date, kind, description, voucher_reference, document_id,
                       reversal_of, reversed_by, total, leaf_index, posted_at, posted_by, lines, documents))

/// Filters of the journal; every one may be absent.
struct EntryFilter {
    std::optional<Date> start_date, end_date;
    std::optional<Text<1, 10>> journal_code;
    std::optional<Text<1, 20>> account_code;
    std::optional<Text<1, 100>> search;  ///< in description and voucher reference
    std::optional<Uuid> document_id;
    std::optional<Text<1, 60>> category;
    std::optional<Uuid> supplier_id;
    std::optional<Text<1, 40>> auxiliary_code;
    std::optional<std::int32_t> limit;  ///< 1 to 500, 50 when absent
    std::optional<Text<1, 40>> cursor;
};
BOOST_DESCRIBE_STRUCT(EntryFilter, (),
                      (start_date, end_date, journal_code, account_code, search, document_id, category, supplier_id,
                       auxiliary_code, limit, cursor))

/// One entry with its lines; 404 when it is not there.
EntryView read_entry(Context& context, Id<Entry> id);

extern const std::span<const Route> entry_list_routes;

}  // namespace daftar::ledger
