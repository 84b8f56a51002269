// Entries: checked, then posted for good.
#pragma once
#include "core/operation.hpp"
#include "ledger/types.hpp"

namespace daftar::ledger {

/// One line of a posting.
struct PostingLine {
    Id<Account> account;
    std::optional<Id<Auxiliary>> auxiliary;
    Money amount;  ///< debit positive, credit negative, never zero
    std::string description;
    std::optional<Date> due_date;  ///< when an open item falls due; the entry's date when absent
    std::optional<Currency> currency;
    std::optional<Decimal> currency_amount, currency_rate;
    std::optional<Axes> axes;
    std::optional<PageBox> box;
};

/// An entry that a business act wants posted.
struct Posting {
    std::string journal_code;
    Date date;
    std::string description, voucher_reference;
    std::optional<Uuid> document;
    EntryKind kind = EntryKind::movement;
    std::optional<Id<Entry>> reversal_of;
    std::vector<PostingLine> lines;
};

/// Where a posted entry stands.
struct PostedEntry {
    Id<Entry> id;
    std::int64_t number = 0;      ///< gapless per journal and fiscal year
    std::int64_t leaf_index = 0;  ///< in the Merkle log
};

/// Posts in the transaction of the business act. Refuses, before anything is written: fewer than two lines, debits
/// other than credits, unknown or inactive accounts, an auxiliary of another account, an unknown journal. The database
/// refuses a date outside an open year or in a locked period. The order of the result is that of the postings.
std::vector<PostedEntry> post(Context& context, std::span<const Posting> postings);
PostedEntry post(Context& context, const Posting& posting);

/// One line as the accountant's guide writes it: debit or credit, the other absent or zero.
struct NewLine {
    Text<1, 20> account_code;
    std::optional<Text<1, 40>> auxiliary_code;
    std::optional<Text<0, 500>> description;
    std::optional<Money> debit, credit;
    std::optional<Date> due_date;
    std::optional<Currency> currency;
    std::optional<Decimal> currency_amount, currency_rate;
    std::optional<Axes> axes;
    std::optional<PageBox> box;

    std::optional<Problem> broken_rule() const;
    Money amount() const;
};
BOOST_DESCRIBE_STRUCT(NewLine, (),
                      (account_code, auxiliary_code, description, debit, credit, due_date, currency, currency_amount,
                       currency_rate, axes, box))

/// A manual entry. Without a journal it goes to the general one.
struct NewEntry {
    Date date;
    Text<1, 500> description;
    std::vector<NewLine> lines;
    std::optional<Text<1, 10>> journal_code;
    std::optional<Text<0, 100>> voucher_reference;
    std::optional<Uuid> document_id;
    std::optional<bool> draft;
};
BOOST_DESCRIBE_STRUCT(NewEntry, (), (date, description, lines, journal_code, voucher_reference, document_id, draft))

extern const std::span<const Route> entry_routes;

}  // namespace daftar::ledger
