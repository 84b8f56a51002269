// Proves the books of one organization from their lines, and names what differs.
#pragma once
#include "core/app.hpp"
#include "ledger/tree_head.hpp"

namespace daftar::ledger {

enum class AuditCheck { balances, lines, numbers, leaves, dates, open_items, matchings, seal, signed_heads };
BOOST_DESCRIBE_ENUM(AuditCheck, balances, lines, numbers, leaves, dates, open_items, matchings, seal, signed_heads)

/// One difference. Amounts in the message are minor units.
struct AuditFinding {
    AuditCheck check = AuditCheck::balances;
    std::string subject, message;
    std::optional<Id<Entry>> entry_id;
};
BOOST_DESCRIBE_STRUCT(AuditFinding, (), (check, subject, message, entry_id))

struct AuditReport {
    Timestamp date;
    std::int64_t entries = 0, lines = 0;
    std::string root;  ///< of the recorded leaves, hexadecimal
    std::int64_t signed_heads = 0;
    bool sound = false;
    std::vector<AuditFinding> findings;  ///< at most 200 for each check
};
BOOST_DESCRIBE_STRUCT(AuditReport, (), (date, entries, lines, root, signed_heads, sound, findings))

/// Rebuilds balances and open items from the lines; checks numbers, ranks, dates and exact balance; recomputes every
/// entry's canonical text and leaf hash; compares the roots with the cached chunks and the signed heads. Writes
/// nothing.
AuditReport audit_books(Context& context);

extern const std::span<const Route> audit_routes;
/// "audit_books": audits, and signs and keeps a head when the books are sound. "sign_tree_head": only that.
extern const std::vector<JobHandler> proof_jobs;

}  // namespace daftar::ledger
