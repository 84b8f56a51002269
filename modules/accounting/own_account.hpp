// What an owner sees of the books: his own account and what he still owes, nothing of his neighbours.
#pragma once
#include "ledger/account_ledger.hpp"
#include "ledger/open_items.hpp"

namespace daftar::accounting {

struct OwnAccountRequest {
    std::optional<Date> start_date, end_date;  ///< the current fiscal year when absent

    std::optional<Problem> broken_rule() const;
};
BOOST_DESCRIBE_STRUCT(OwnAccountRequest, (), (start_date, end_date))

/// One of his accounts: ordinary charges, works, reserve fund.
struct OwnAccount {
    std::string owner_name;
    ledger::AccountLedger statement;
    std::vector<ledger::OpenItemView> open_items;
};
BOOST_DESCRIBE_STRUCT(OwnAccount, (), (owner_name, statement, open_items))

struct OwnAccounts {
    Date as_of;                         ///< the day it was asked
    Money balance;                      ///< at the end of the period: positive, he owes
    Money overdue;                      ///< what fell due before that day and is open
    std::optional<Date> next_due_date;  ///< of what is open, that day or later
    std::vector<OwnAccount> accounts;   ///< none when no owner of these books carries his address
};
BOOST_DESCRIBE_STRUCT(OwnAccounts, (), (as_of, balance, overdue, next_due_date, accounts))

/// The owner is the party of these books whose e-mail address is that of the person who asks.
OwnAccounts own_accounts(Context& context, const OwnAccountRequest& request);

extern const std::span<const Route> own_account_routes;

}  // namespace daftar::accounting
