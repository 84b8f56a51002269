// Statements that follow balances through a year: from the opening over what happened to the close.
#pragma once
#include "ledger/fiscal_year.hpp"
#include "modules/accounting/statement_templates.hpp"

namespace daftar::accounting {

/// Sources `opening`, `debits`, `credits` (negative) and `current`, by account.
StatementFigures variation_figures(Context& context, const Date& end);

/// Sources `opening`, `called`, `paid`, `other` and `current`, by account and owner: what the call journals, the bank
/// and cash journals and the others moved on the accounts of the template's columns. They always add up.
StatementFigures contribution_figures(Context& context, const StatementTemplate& described, const Date& start,
                                      const Date& end);

/// The part of `realised` (amounts by account and axis) whose suppliers were paid by the end.
std::vector<LedgerAmount> paid_part(Context& context, const StatementTemplate& described, const Date& start,
                                    const Date& end, std::span<const LedgerAmount> realised);

/// Shows beside each owner the shares of his last call up to that day, and their sum; nothing where no call tells them.
void add_weights(Context& context, const Date& end, Statement& statement);

}  // namespace daftar::accounting
