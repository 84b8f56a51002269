#include "banking/banking.hpp"

namespace daftar::banking {

Module banking() {
    return {"banking",
            {bank_account_routes, statement_routes, statement_gap_routes, movement_routes, match_routes,
             reconciliation_routes},
            {}};
}

}  // namespace daftar::banking
