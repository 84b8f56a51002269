// The rules an entry must pass before anything is written. Pure: no SQL, no clock.
#pragma once
#include "ledger/entry.hpp"

namespace daftar::ledger {

/// What the rules need to know of an account.
struct AccountFacts {
    Id<Account> id;
    std::string code;
    bool is_active = true;
    bool is_collective = false;
    AccountType account_type = AccountType::Asset;
};
BOOST_DESCRIBE_STRUCT(AccountFacts, (), (id, code, is_active, is_collective, account_type))

struct AuxiliaryFacts {
    Id<Auxiliary> id;
    Id<Account> account_id;
    std::string code;
    bool is_active = true;
};
BOOST_DESCRIBE_STRUCT(AuxiliaryFacts, (), (id, account_id, code, is_active))

/// The first broken rule, and which line breaks it.
struct Broken {
    Refusal rule;
    std::optional<std::size_t> line;  ///< from 0
    std::string detail;               ///< French
};

/// Rules in order: entry_needs_lines, unknown_account, inactive_account, unknown_auxiliary, auxiliary_not_of_account,
/// lines_must_balance. Nothing when the entry may be posted.
std::optional<Broken> check(const Posting& posting, const std::map<Id<Account>, AccountFacts>& accounts,
                            const std::map<Id<Auxiliary>, AuxiliaryFacts>& auxiliaries);

}  // namespace daftar::ledger
