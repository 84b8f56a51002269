// Which lines close a year and open the next one. Pure rules: no SQL, no clock.
#pragma once
#include "ledger/account.hpp"
#include "ledger/chart_data.hpp"

namespace daftar::accounting {

/// What an account (or one of its auxiliaries) holds at the end of a year, debit positive.
struct YearBalance {
    Id<ledger::Account> account_id;
    std::string account_code, account_name;
    ledger::AccountType account_type = ledger::AccountType::Asset;
    std::optional<Id<ledger::Auxiliary>> auxiliary_id;
    std::optional<std::string> auxiliary_code, auxiliary_name;
    bool is_active = true;
    Money balance;
};
BOOST_DESCRIBE_STRUCT(YearBalance, (),
                      (account_id, account_code, account_name, account_type, auxiliary_id, auxiliary_code,
                       auxiliary_name, is_active, balance))

/// An owner and what was called from him in the year: the key by which a result is distributed.
struct DistributionShare {
    std::optional<Id<ledger::Auxiliary>> auxiliary_id;
    std::string auxiliary_code, auxiliary_name;
    Money called;
};
BOOST_DESCRIBE_STRUCT(DistributionShare, (), (auxiliary_id, auxiliary_code, auxiliary_name, called))

/// Accounts that receive the result; `works` only where the chart carries works apart.
struct ResultAccounts {
    ledger::AccountView surplus, deficit;
    std::optional<ledger::AccountView> works;
};

struct ClosingPlan {
    std::vector<YearBalance>
        closing;  ///< lines of the closing entry: what makes income and expenses zero, and where the result goes
    std::vector<YearBalance> opening;  ///< lines of the à-nouveaux: what is carried forward, with its auxiliaries
    Money net_result;                  ///< income − expenses: negative is a deficit
    Money works_result;                ///< the part of it that waits on the works account
};

/// The closing rule of the chart: `result_account` puts the result on one account; `distribution` shares it over the
/// owners in proportion to what was called from them (largest remainder), or leaves it unshared when nothing was
/// called.
ClosingPlan plan_closing(const ledger::Chart& chart, const std::vector<YearBalance>& balances,
                         const ResultAccounts& accounts, const std::vector<DistributionShare>& shares,
                         Currency currency);

/// `works` for an account that hangs under a works account of the chart, `result` for other income and expenses, else
/// `carry`.
std::string closing_of(const ledger::Chart& chart, std::string_view code, ledger::AccountType type);

}  // namespace daftar::accounting
