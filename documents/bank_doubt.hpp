// Where the money would go: an account that no person has confirmed is pointed out before the paper is accepted.
#pragma once
#include "documents/types.hpp"

namespace daftar::documents {

/// Makes the field of the payment account doubtful, with its reason and a check of the same name, unless this
/// supplier's account was verified: `bank_account_changed` (another one was verified), `bank_account_rejected`,
/// `bank_account_new`, `bank_account_wrong` (its check digits). However sure the reading is: frauds are printed well.
void doubt_bank_account(Context& context, const std::optional<Id<registry::Party>>& supplier,
                        std::vector<PaperField>& fields);

}  // namespace daftar::documents
