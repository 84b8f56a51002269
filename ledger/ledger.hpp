// What the ledger offers to the server and to the modules: include this from outside.
#pragma once
#include "core/app.hpp"
#include "ledger/account.hpp"
#include "ledger/account_ledger.hpp"
#include "ledger/books.hpp"
#include "ledger/entry.hpp"
#include "ledger/entry_list.hpp"
#include "ledger/fiscal_year.hpp"
#include "ledger/journal.hpp"
#include "ledger/trial_balance.hpp"

namespace daftar::ledger {

/// Accounts, journals, entries, drafts, years, balances, lettrage and proofs.
Module ledger();

}  // namespace daftar::ledger
