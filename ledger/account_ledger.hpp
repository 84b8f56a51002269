// The general ledger (grand livre) of one account.
#pragma once
#include "core/operation.hpp"
#include "ledger/types.hpp"

namespace daftar::ledger {

struct LedgerRequest {
    Text<1, 20> account_code;
    std::optional<Date> start_date, end_date;  ///< the current fiscal year when absent
    std::optional<Text<1, 40>> auxiliary_code;
    std::optional<std::int32_t> limit;  ///< 1 to 1,000 lines, 200 when absent
    std::optional<Text<1, 80>> cursor;

    std::optional<Problem> broken_rule() const {
        if (start_date && end_date && *end_date < *start_date)
            return Problem{"end_date", "before_start", "La fin précède le début."};
        return {};
    }
};
BOOST_DESCRIBE_STRUCT(LedgerRequest, (), (account_code, start_date, end_date, auxiliary_code, limit, cursor))

/// One line of the account, with the balance after it.
struct LedgerLine {
    Date date;
    std::string description;
    Money debit, credit, balance;
    Id<Entry> entry_id;
    std::int32_t line_number = 0;
    std::string journal_code;
    std::int64_t entry_number = 0;
    std::string voucher_reference;
    std::optional<std::string> auxiliary_code, auxiliary_name, letter;
    std::optional<Uuid> document_id;
    std::optional<PageBox> box;
};
BOOST_DESCRIBE_STRUCT(LedgerLine, (),
                      (date, description, debit, credit, balance, entry_id, line_number, journal_code, entry_number,
                       voucher_reference, auxiliary_code, auxiliary_name, letter, document_id, box))

/// The guide's shape: opening balance, lines with a running balance, totals of the whole period, closing balance.
struct AccountLedger {
    std::string account_code, account_name, period;
    Money opening_balance;
    std::vector<LedgerLine> entries;
    Money total_debit, total_credit, closing_balance;
    std::optional<std::string> next;
};
BOOST_DESCRIBE_STRUCT(AccountLedger, (),
                      (account_code, account_name, period, opening_balance, entries, total_debit, total_credit,
                       closing_balance, next))

AccountLedger account_ledger(Context& context, const LedgerRequest& request);

extern const std::span<const Route> account_ledger_routes;

}  // namespace daftar::ledger
