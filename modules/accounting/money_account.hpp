// Bank and cash accounts with their journals.
#pragma once
#include "ledger/types.hpp"
#include "modules/accounting/refusal.hpp"

namespace daftar::accounting {

struct MoneyAccount {
    Id<ledger::Account> id;
    std::string code, name, journal_code;
};
BOOST_DESCRIBE_STRUCT(MoneyAccount, (), (id, code, name, journal_code))

/// The active account of that code that has a bank or cash journal; the bank when no code is given. Refused with
/// not_a_money_account.
MoneyAccount money_account(Context& context, std::optional<std::string_view> code);
/// Every active bank and cash account.
std::vector<MoneyAccount> money_accounts(Context& context);

}  // namespace daftar::accounting
