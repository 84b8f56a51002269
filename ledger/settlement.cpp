#include "ledger/settlement.hpp"

#include <algorithm>
#include <numeric>

namespace daftar::ledger {
namespace {

std::int64_t magnitude(std::int64_t amount) { return amount < 0 ? -amount : amount; }

}  // namespace

RefusalText text_of(MatchingRefusal refusal) {
    switch (refusal) {
        case MatchingRefusal::item_not_open:
            return {409, "Cette ligne n'est pas (ou plus) ouverte au lettrage."};
        case MatchingRefusal::different_accounts:
            return {422, "Les lignes à lettrer sont sur des comptes différents."};
        case MatchingRefusal::different_auxiliaries:
            return {422, "Les lignes à lettrer concernent des tiers différents."};
        case MatchingRefusal::needs_both_sides:
            return {422, "Un lettrage rapproche au moins un débit et un crédit."};
        case MatchingRefusal::amount_exceeds_open:
            return {422, "Le montant à lettrer doit être positif et ne pas dépasser le reste ouvert."};
        case MatchingRefusal::amounts_must_balance:
            return {422, "Les débits et les crédits à lettrer ne s'équilibrent pas."};
        case MatchingRefusal::already_undone:
            return {409, "Ce lettrage est déjà annulé."};
    }
    return {500, ""};
}

std::variant<std::vector<std::int64_t>, MatchingRefusal> settle(std::span<const OpenAmount> items) {
    std::int64_t fixed[2] = {0, 0}, whole[2] = {0, 0};  // credits, debits
    for (const auto& item : items) {
        if (item.wanted && (*item.wanted <= 0 || *item.wanted > magnitude(item.open)))
            return MatchingRefusal::amount_exceeds_open;
        const bool debit = item.open > 0;
        fixed[debit] += item.wanted.value_or(0);
        whole[debit] += item.wanted.value_or(magnitude(item.open));
    }
    if (whole[0] == 0 || whole[1] == 0) return MatchingRefusal::needs_both_sides;
    const auto settled = std::min(whole[0], whole[1]);
    if (settled < fixed[0] || settled < fixed[1]) return MatchingRefusal::amounts_must_balance;

    std::vector<std::size_t> oldest_first(items.size());
    std::iota(oldest_first.begin(), oldest_first.end(), 0);
    std::ranges::stable_sort(oldest_first, {}, [&](std::size_t i) { return items[i].due; });
    std::int64_t left[2] = {settled - fixed[0], settled - fixed[1]};
    std::vector<std::int64_t> parts(items.size());
    for (const auto i : oldest_first) {
        const bool debit = items[i].open > 0;
        auto part = items[i].wanted.value_or(0);
        if (!items[i].wanted) {
            part = std::min(left[debit], magnitude(items[i].open));
            left[debit] -= part;
        }
        parts[i] = debit ? part : -part;
    }
    return parts;
}

std::string next_letter(std::string_view letter) {
    if (letter.empty()) return "AA";
    std::string next(letter);
    for (auto place = next.rbegin(); place != next.rend(); ++place) {
        if (*place != 'Z') {
            ++*place;
            return next;
        }
        *place = 'A';
    }
    return "A" + next;
}

}  // namespace daftar::ledger
