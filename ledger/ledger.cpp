#include "ledger/ledger.hpp"

#include "ledger/auditor.hpp"
#include "ledger/draft.hpp"
#include "ledger/export_text.hpp"
#include "ledger/matching.hpp"
#include "ledger/open_items.hpp"
#include "ledger/proof.hpp"
#include "ledger/retention.hpp"
#include "ledger/year_file.hpp"

namespace daftar::ledger {

Module ledger() {
    return {"ledger",
            {account_routes, journal_routes, fiscal_year_routes, entry_routes, entry_list_routes, draft_routes,
             trial_balance_routes, account_ledger_routes, open_item_routes, matching_routes, proof_routes, audit_routes,
             text_export_routes, year_file_routes, retention_routes},
            proof_jobs};
}

}  // namespace daftar::ledger
