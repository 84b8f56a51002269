#include "ledger/check.hpp"

namespace daftar::ledger {
namespace {

std::optional<Broken> check_line(const PostingLine& line, std::size_t index,
                                 const std::map<Id<Account>, AccountFacts>& accounts,
                                 const std::map<Id<Auxiliary>, AuxiliaryFacts>& auxiliaries) {
    const auto account = accounts.find(line.account);
    if (account == accounts.end()) return Broken{Refusal::unknown_account, index, ""};
    if (!account->second.is_active)
        return Broken{Refusal::inactive_account, index, "Compte " + account->second.code + "."};
    if (!line.auxiliary) return {};
    const auto auxiliary = auxiliaries.find(*line.auxiliary);
    if (auxiliary == auxiliaries.end()) return Broken{Refusal::unknown_auxiliary, index, ""};
    if (auxiliary->second.account_id != line.account)
        return Broken{Refusal::auxiliary_not_of_account, index,
                      "Auxiliaire " + auxiliary->second.code + ", compte " + account->second.code + "."};
    return {};
}

}  // namespace

std::optional<Broken> check(const Posting& posting, const std::map<Id<Account>, AccountFacts>& accounts,
                            const std::map<Id<Auxiliary>, AuxiliaryFacts>& auxiliaries) {
    if (posting.lines.size() < 2) return Broken{Refusal::entry_needs_lines, {}, ""};
    Money debit, credit;
    for (std::size_t i = 0; i < posting.lines.size(); ++i) {
        const auto& line = posting.lines[i];
        if (auto broken = check_line(line, i, accounts, auxiliaries)) return broken;
        ensure(!line.amount.is_zero(), "a posting line has no amount");
        (line.amount.minor > 0 ? debit : credit) += line.amount;
    }
    if ((debit + credit).is_zero()) return {};
    return Broken{Refusal::lines_must_balance, {}, "Débit " + french(debit) + ", crédit " + french(-credit) + "."};
}

}  // namespace daftar::ledger
