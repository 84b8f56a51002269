#include "modules/accounting/open_claim.hpp"

#include "modules/accounting/open_claim.sql.hpp"

namespace daftar::accounting {

Money settle_claims(Context& context, std::span<const OpenClaim> claims, Id<ledger::Entry> payment, std::int32_t line,
                    const Money& amount, std::string_view reason) {
    std::vector<ledger::LineToMatch> lines{{payment, line, {}}};
    Money covered(0, context.currency());
    for (const auto& claim : claims) {
        if (covered >= amount) break;
        lines.push_back({claim.entry_id, claim.line_number, {}});
        covered += claim.open_amount.minor < 0 ? -claim.open_amount : claim.open_amount;
    }
    if (lines.size() == 1) return covered;
    return ledger::match_lines(context, lines, reason).total;
}

std::vector<OpenClaim> open_debts_of(Context& context, Id<ledger::Entry> entry, Id<ledger::Account> account) {
    return context.rows<sql::open_debts_of_entry>(context.organization(), entry, account);
}

}  // namespace daftar::accounting
