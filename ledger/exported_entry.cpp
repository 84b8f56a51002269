#include "ledger/exported_entry.hpp"

#include "ledger/exported_entry.sql.hpp"
#include "ledger/exported_letters.hpp"
#include "ledger/journal.hpp"
#include "ledger/trial_balance.hpp"

namespace daftar::ledger {

struct ExportedLineRow {
    Uuid entry_id;
    std::int32_t line_number = 0;
    std::int64_t leaf_index = 0;
    std::string journal_code, journal_name;
    std::int64_t number = 0;
    Date date;
    EntryKind kind = EntryKind::movement;
    std::string entry_description, voucher_reference;
    Timestamp posted_at;
    std::string account_code, account_name;
    std::optional<std::string> auxiliary_code, auxiliary_name;
    Money amount;
    std::string line_description;
    std::optional<std::string> currency;
    std::optional<Decimal> currency_amount;
};
BOOST_DESCRIBE_STRUCT(ExportedLineRow, (),
                      (entry_id, line_number, leaf_index, journal_code, journal_name, number, date, kind,
                       entry_description, voucher_reference, posted_at, account_code, account_name, auxiliary_code,
                       auxiliary_name, amount, line_description, currency, currency_amount))

std::vector<ExportedEntry> entries_to_export(Context& context, const Date& start, const Date& end) {
    std::vector<ExportedEntry> entries;
    std::optional<std::int64_t> leaf;
    const auto letters = exported_letters(context);
    for (auto& row : context.rows<sql::exported_lines>(context.organization(), start, end)) {
        if (leaf != row.leaf_index) {
            leaf = row.leaf_index;
            entries.push_back({row.journal_code,
                               row.journal_name,
                               row.number,
                               row.date,
                               row.kind,
                               row.entry_description,
                               row.voucher_reference,
                               row.posted_at.utc_date(),
                               {}});
        }
        entries.back().lines.push_back(
            {std::move(row.account_code),
             std::move(row.account_name),
             std::move(row.auxiliary_code),
             std::move(row.auxiliary_name),
             row.amount,
             row.line_description.empty() ? row.entry_description : std::move(row.line_description),
             std::move(row.currency),
             row.currency_amount,
             {},
             {}});
        if (const auto letter = letters.find({row.entry_id, row.line_number}); letter != letters.end()) {
            entries.back().lines.back().letter = letter->second.letter;
            entries.back().lines.back().letter_date = letter->second.date;
        }
    }
    return entries;
}

std::optional<ExportedEntry> opening_to_export(Context& context, const Date& start, const Date& end) {
    const std::string title = "À-nouveaux au " + french(start);
    ExportedEntry opening{journal_of_kind(context, JournalKind::opening),
                          "À-nouveaux",
                          0,
                          start,
                          EntryKind::opening,
                          title,
                          "AN",
                          start,
                          {}};
    for (auto& account : trial_balance(context, {end, true, {}, {}}).accounts) {
        if (account.opening.is_zero()) continue;
        opening.lines.push_back({std::move(account.account_code),
                                 std::move(account.account_name),
                                 std::move(account.auxiliary_code),
                                 std::move(account.auxiliary_name),
                                 account.opening,
                                 title,
                                 {},
                                 {},
                                 {},
                                 {}});
    }
    if (opening.lines.empty()) return {};
    return opening;
}

}  // namespace daftar::ledger
