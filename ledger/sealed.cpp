#include "ledger/sealed.hpp"

#include "ledger/sealed.sql.hpp"

namespace daftar::ledger {

struct SealedRow {
    Id<Entry> id;
    std::int64_t leaf_index = 0;
    Bytes leaf_hash;
    std::string journal_code;
    std::int64_t number = 0;
    Date date;
    EntryKind kind = EntryKind::movement;
    std::string description, voucher_reference;
    std::optional<Uuid> document_id;
    std::optional<Id<Entry>> reversal_of;
    std::int32_t line_count = 0;
};
BOOST_DESCRIBE_STRUCT(SealedRow, (),
                      (id, leaf_index, leaf_hash, journal_code, number, date, kind, description, voucher_reference,
                       document_id, reversal_of, line_count))

struct SealedLineRow {
    std::int64_t leaf_index = 0;
    std::string account_code, auxiliary_code;
    std::int64_t amount = 0;
    std::string description;
    std::optional<Date> due_date;
    std::optional<Currency> currency;
    std::optional<Decimal> currency_amount, currency_rate;
    std::optional<Axes> axes;
    std::optional<PageBox> box;
};
BOOST_DESCRIBE_STRUCT(SealedLineRow, (),
                      (leaf_index, account_code, auxiliary_code, amount, description, due_date, currency,
                       currency_amount, currency_rate, axes, box))

namespace {

constexpr std::int64_t entries_at_once = 2'000;

}  // namespace

std::string SealedEntry::name() const {
    return entry.journal_code + " " + std::to_string(number) + " du " + french(entry.date);
}

std::vector<SealedEntry> read_sealed(Context& context, std::int64_t begin, std::int64_t end) {
    std::vector<SealedEntry> entries;
    std::map<std::int64_t, std::size_t> place_of_leaf;
    for (auto& row : context.rows<sql::sealed_entries>(context.organization(), begin, end)) {
        place_of_leaf[row.leaf_index] = entries.size();
        entries.push_back({row.leaf_index,
                           row.number,
                           row.line_count,
                           {context.organization(),
                            row.id,
                            std::move(row.journal_code),
                            row.date,
                            row.kind,
                            std::string(context.currency().code()),
                            std::move(row.description),
                            std::move(row.voucher_reference),
                            row.document_id,
                            row.reversal_of,
                            {}},
                           hash_of_bytes(row.leaf_hash.value)});
    }
    for (auto& line : context.rows<sql::sealed_lines>(context.organization(), begin, end)) {
        const auto place = place_of_leaf.find(line.leaf_index);
        if (place == place_of_leaf.end()) continue;  // posted between the two statements
        entries[place->second].entry.lines.push_back({std::move(line.account_code), std::move(line.auxiliary_code),
                                                      line.amount, std::move(line.description), line.due_date,
                                                      line.currency, line.currency_amount, line.currency_rate,
                                                      std::move(line.axes), std::move(line.box)});
    }
    return entries;
}

std::int64_t leaf_count(Context& context) { return context.maybe<sql::leaf_count>(context.organization()).value_or(0); }

void each_sealed(Context& context, std::int64_t begin, std::int64_t end,
                 const std::function<void(const SealedEntry&)>& visit) {
    for (; begin < end; begin += entries_at_once)
        for (const auto& entry : read_sealed(context, begin, std::min(end, begin + entries_at_once))) visit(entry);
}

}  // namespace daftar::ledger
