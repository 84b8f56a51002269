#include "server/modules.hpp"

#include "banking/banking.hpp"
#include "core/job_runner.hpp"
#include "documents/documents.hpp"
#include "identity/identity.hpp"
#include "ledger/ledger.hpp"
#include "modules/accounting/accounting.hpp"
#include "registry/registry.hpp"
#include "server/api_description.hpp"
#include "server/backup_job.hpp"
#include "server/office.hpp"
#include "server/outbox.hpp"
#include "server/paper_posting.hpp"
#include "server/retention_job.hpp"

namespace daftar::server {

std::vector<Module> all_modules() {
    return {{"office",
             {office_routes, job_routes, outbox_routes},
             {send_mail_job, apply_retention_job, forget_files_job, forget_expired_job, backup_job, failed_backup_job}},
            identity::identity(),
            ledger::ledger(),
            registry::registry(),
            banking::banking(),
            documents::documents(paper_poster()),
            accounting::accounting()};
}

std::string openapi_text() {
    ConnectionPool no_database("", 0);
    const Services services;
    return to_text(api_description(App(no_database, services, all_modules(), {})));
}

}  // namespace daftar::server
