// The trial balance, at any date, from the maintained sums.
#pragma once
#include "core/operation.hpp"
#include "ledger/types.hpp"

namespace daftar::ledger {

/// One account (or auxiliary) of a trial balance. Opening + movements of the fiscal year up to the date.
struct AccountBalance {
    std::string account_code, account_name;
    Id<Account> account_id;
    AccountType account_type = AccountType::Asset;
    std::optional<std::string> auxiliary_code, auxiliary_name;
    Money opening;        ///< debit positive
    Money debit, credit;  ///< as the guide counts them: an opening balance is part of its side
    Money balance;        ///< debit − credit
};
BOOST_DESCRIBE_STRUCT(AccountBalance, (),
                      (account_code, account_name, account_id, account_type, auxiliary_code, auxiliary_name, opening,
                       debit, credit, balance))

struct BalanceRequest {
    std::optional<Date> date;                 ///< today when absent
    std::optional<bool> auxiliaries;          ///< one row per auxiliary of the collective accounts
    std::optional<Text<1, 20>> account_code;  ///< accounts that start so
    std::optional<bool> before_closing;       ///< leave the closing entries of the year out
};
BOOST_DESCRIBE_STRUCT(BalanceRequest, (), (date, auxiliaries, account_code, before_closing))

struct TrialBalance {
    Date date;
    std::vector<AccountBalance> accounts;
    Money total_debit, total_credit;
    bool balanced = true;
};
BOOST_DESCRIBE_STRUCT(TrialBalance, (), (date, accounts, total_debit, total_credit, balanced))

/// Accounts without any amount are left out. Income and expense accounts start at zero with each fiscal year; the
/// others carry the previous years on, whether these are closed (opening entries) or still open (computed).
TrialBalance trial_balance(Context& context, const BalanceRequest& request);

/// Sums of one period, by account: for income statements and budgets. Movements only, without opening or closing
/// entries.
std::vector<AccountBalance> movements(Context& context, const Date& start, const Date& end);

extern const std::span<const Route> trial_balance_routes;

}  // namespace daftar::ledger
