// What banking offers to the server and to the modules: include this from outside.
#pragma once
#include "banking/bank_account.hpp"
#include "banking/match.hpp"
#include "banking/movement.hpp"
#include "banking/reconciliation.hpp"
#include "banking/statement_import.hpp"
#include "core/app.hpp"

namespace daftar::banking {

/// Bank accounts, statement files, movements, their matching to the books, reconciliation.
Module banking();

}  // namespace daftar::banking
