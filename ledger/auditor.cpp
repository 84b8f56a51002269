#include "ledger/auditor.hpp"

#include "core/log.hpp"
#include "ledger/auditor.sql.hpp"
#include "ledger/sealed.hpp"

namespace daftar::ledger {

struct Discrepancy {
    std::optional<Id<Entry>> entry_id;
    std::string subject, expected, found;
};
BOOST_DESCRIBE_STRUCT(Discrepancy, (), (entry_id, subject, expected, found))

namespace {

constexpr std::size_t findings_max = 200;  // of one check; the queries have the same limit

class Auditor {
public:
    explicit Auditor(Context& context) : context_(context) {}

    AuditReport audit() {
        report_.date = context_.now();
        report_.entries = leaf_count(context_);
        report_.lines = context_.one<sql::line_count>(context_.organization());
        compare<sql::wrong_balances>(AuditCheck::balances);
        compare<sql::wrong_lines>(AuditCheck::lines);
        compare<sql::wrong_numbers>(AuditCheck::numbers);
        compare<sql::wrong_leaves>(AuditCheck::leaves);
        compare<sql::wrong_dates>(AuditCheck::dates);
        compare<sql::wrong_open_items>(AuditCheck::open_items);
        compare<sql::wrong_matchings>(AuditCheck::matchings);
        check_seal();
        report_.sound = report_.findings.empty();
        return std::move(report_);
    }

private:
    void add(AuditCheck check, std::string subject, std::string message, std::optional<Id<Entry>> entry = {}) {
        if (++counts_[check] <= findings_max)
            report_.findings.push_back({check, std::move(subject), std::move(message), entry});
    }

    template <const auto& query> void compare(AuditCheck check) {
        for (auto& row : context_.rows<query>(context_.organization()))
            add(check, std::move(row.subject), "attendu : " + row.expected + " ; trouvé : " + row.found, row.entry_id);
    }

    /// One pass over the log: every entry against its leaf, every chunk and every signed head against the leaves before
    /// it.
    void check_seal() {
        const auto heads = kept_heads(context_);
        report_.signed_heads = static_cast<std::int64_t>(heads.size());
        auto head = heads.begin();
        const auto chunks = cached_chunks(context_);
        MerkleFrontier log, chunk;
        std::int64_t sound_size = 0;
        const auto check_heads_here = [&] {
            for (; head != heads.end() && head->size == static_cast<std::int64_t>(log.size()); ++head) {
                if (hex_of(log.root()) == head->root)
                    sound_size = head->size;
                else
                    add(AuditCheck::signed_heads, "tête de " + std::to_string(head->size) + " écritures",
                        "la racine signée le " + head->signed_at.text() +
                            " ne correspond plus : une écriture des rangs " + std::to_string(sound_size) + " à " +
                            std::to_string(head->size - 1) + " a été modifiée, supprimée ou insérée");
            }
        };
        check_heads_here();
        each_sealed(context_, 0, report_.entries, [&](const SealedEntry& entry) {
            if (!entry.is_intact())
                add(AuditCheck::seal, entry.name(), "l'écriture a été modifiée après sa comptabilisation",
                    entry.entry.id);
            log.append(entry.recorded_hash);
            chunk.append(entry.recorded_hash);
            if (chunk.size() == chunk_leaves) {
                const auto number = log.size() / chunk_leaves - 1;
                const auto cached = chunks.find(number);
                if (cached != chunks.end() && cached->second != chunk.root())
                    add(AuditCheck::seal, "tranche " + std::to_string(number),
                        "la racine gardée en cache ne correspond plus à ses écritures");
                chunk = {};
            }
            check_heads_here();
        });
        for (; head != heads.end(); ++head)
            add(AuditCheck::signed_heads, "tête de " + std::to_string(head->size) + " écritures",
                "signée le " + head->signed_at.text() + ", mais le livre n'a plus que " + std::to_string(log.size()) +
                    " écritures");
        for (const auto& kept : heads)
            if (!kept.is_genuine())
                add(AuditCheck::signed_heads, "tête de " + std::to_string(kept.size) + " écritures",
                    "signature invalide");
        report_.root = hex_of(log.root());
    }

    Context& context_;
    AuditReport report_;
    std::map<AuditCheck, std::size_t> counts_;
};

void run_audit(Context& context, const Json&) {
    const auto report = audit_books(context);
    if (report.sound) {
        keep_signed_head(context);
        return;
    }
    log_line(LogLevel::error, "audit found books unsound",
             {{"findings", static_cast<std::int64_t>(report.findings.size())},
              {"first", report.findings.front().subject + ": " + report.findings.front().message}});
    Json::Array findings;
    for (const auto& finding : report.findings)
        findings.push_back(Json::Object{
            {"check", name_of(finding.check)}, {"subject", finding.subject}, {"message", finding.message}});
    context.audit("AUDIT_FAILED", "Book", context.organization().value,
                  Json::Object{{"findings", std::move(findings)}});
}

void run_sign(Context& context, const Json&) { keep_signed_head(context); }

}  // namespace

AuditReport audit_books(Context& context) { return Auditor(context).audit(); }

constexpr Route routes[] = {
    {"GET", "/api/v1/proofs/audit", "read_audit", operation<audit_books>},
};
const std::span<const Route> audit_routes = routes;
const std::vector<JobHandler> proof_jobs{{"audit_books", run_audit}, {"sign_tree_head", run_sign}};

}  // namespace daftar::ledger
