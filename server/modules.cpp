#include "server/modules.hpp"

#include "banking/banking.hpp"
#include "core/job_runner.hpp"
#include "documents/documents.hpp"
#include "identity/identity.hpp"
#include "ledger/ledger.hpp"
#include "modules/accounting/accounting.hpp"
#include "registry/registry.hpp"
#include "server/outbox.hpp"

namespace daftar::server {

std::vector<Module> all_modules() {
    return {{"core", {job_routes, outbox_routes}, {send_mail_job}},
            identity::identity(),
            ledger::ledger(),
            registry::registry(),
            banking::banking(),
            documents::documents(),
            accounting::accounting()};
}

}  // namespace daftar::server
