#include "banking/suggestion.hpp"

#include <algorithm>
#include <map>
#include <set>

namespace daftar::banking {
namespace {

constexpr std::size_t suggestions_max = 10;
constexpr int similar = 60;                   // two words of three
constexpr int days_apart_max = 10;            // between a book line and the bank's own date
constexpr std::size_t subset_items_max = 12;  // 4,096 sums at most
constexpr std::int64_t fee_max = 5'000;       // minor units; more is a difference to look at, not a transfer fee

std::set<std::string, std::less<>> words_of(std::string_view text) {
    static const std::set<std::string, std::less<>> titles = {
        "MME", "MLLE", "MONSIEUR", "MADAME", "MRS", "STE", "SARL", "SPRL", "SRL", "VIR", "VIREMENT", "SEPA", "RECU"};
    std::set<std::string, std::less<>> words;
    while (!text.empty()) {
        const auto end = std::min(text.find(' '), text.size());
        const auto word = text.substr(0, end);
        if (word.size() > 2 && !titles.contains(word)) words.emplace(word);
        text.remove_prefix(std::min(text.size(), end + 1));
    }
    return words;
}

std::string digits_and_letters(std::string_view text) {
    std::string kept;
    for (const char c : text)
        if ((c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z')) kept += c;
    return kept;
}

std::vector<std::string_view> split(std::string_view text) {
    std::vector<std::string_view> words;
    while (!text.empty()) {
        const auto end = std::min(text.find(' '), text.size());
        if (end > 0) words.push_back(text.substr(0, end));
        text.remove_prefix(std::min(text.size(), end + 1));
    }
    return words;
}

/// How a movement points to one open item.
struct Link {
    bool structured = false, reference = false, account = false, code = false;
    bool cites = false;  ///< a reference that several owners share: it tells which of one owner's items is meant
    int name = 0;
    bool any() const { return structured || reference || account || code || name >= similar; }
    bool is_sure() const { return structured || reference || account || code; }
    int score() const {
        const int own = structured        ? 94
                        : reference       ? 90
                        : account         ? 88
                        : code            ? 86
                        : name >= similar ? 80 + name / 20
                                          : 0;
        return own > 0 && cites ? own + 2 : own;
    }
    std::vector<std::string> reasons() const {
        std::vector<std::string> found;
        if (structured) found.emplace_back("communication structurée");
        if (reference || (cites && any())) found.emplace_back("référence citée");
        if (account) found.emplace_back("compte bancaire connu");
        if (code) found.emplace_back("code cité");
        if (name >= similar) found.emplace_back("nom ressemblant");
        return found;
    }
};

/// The words of a movement, asked whether they cite a key: as words of their own, "2025 17" for "2025-17"; a long key
/// also inside others. A year cites nothing.
class Citations {
public:
    explicit Citations(std::string_view text) : words_(split(text)), plain_(digits_and_letters(text)) {}

    bool contain(std::string_view key) const {
        constexpr std::size_t telling = 8;
        const bool is_year = key.size() == 4 && (key.starts_with("19") || key.starts_with("20"));
        if (key.size() < 4 || is_year) return false;
        if (key.size() >= telling && plain_.find(key) != plain_.npos) return true;
        for (std::size_t first = 0; first < words_.size(); ++first) {
            std::string joined;
            for (auto i = first; i < words_.size() && joined.size() < key.size(); ++i)
                joined += digits_and_letters(words_[i]);
            if (joined == key) return true;
        }
        return false;
    }

private:
    std::vector<std::string_view> words_;
    std::string plain_;
};

class Suggester {
public:
    Suggester(const MovementClues& movement, const std::vector<OpenItemClues>& items,
              const std::vector<BookLineClues>& lines)
        : movement_(movement),
          items_(items),
          lines_(lines),
          wanted_(movement.amount < 0 ? -movement.amount : movement.amount) {
        const Citations citations(movement.text);
        const auto structured = digits_and_letters(movement.structured);
        std::map<std::string, std::set<std::string>> owners_of;  // by reference
        for (std::size_t i = 0; i < items.size(); ++i)
            for (const auto& reference : items[i].references)
                owners_of[digits_and_letters(reference)].insert(items[i].auxiliary.empty() ? std::to_string(i)
                                                                                           : items[i].auxiliary);
        std::map<std::string, bool> cited;
        for (const auto& [key, owners] : owners_of) cited[key] = citations.contain(key);
        for (const auto& item : items) {
            Link link;
            for (const auto& reference : item.references) {
                const auto key = digits_and_letters(reference);
                if (!structured.empty() && key == structured)
                    link.structured = true;
                else if (cited[key])
                    (owners_of[key].size() == 1 ? link.reference : link.cites) = true;
            }
            link.code = citations.contain(digits_and_letters(item.code));
            link.account = std::ranges::find(item.accounts, movement.counterparty_account) != item.accounts.end() &&
                           !movement.counterparty_account.empty();
            link.name = std::max(name_similarity(item.name, movement.counterparty_name),
                                 name_similarity(item.name, movement.text));
            links_.push_back(link);
        }
    }

    std::vector<Suggestion> all() {
        book_lines();
        single_items();
        by_auxiliary();
        bank_charge();
        std::ranges::stable_sort(
            found_, [](const Suggestion& one, const Suggestion& other) { return one.score > other.score; });
        // Two suggestions of equal strength are a choice for a person.
        if (found_.size() > 1 && found_[0].score == found_[1].score)
            found_[0].is_certain = found_[1].is_certain = false;
        for (std::size_t i = 1; i < found_.size(); ++i) found_[i].is_certain = false;
        if (found_.size() > suggestions_max) found_.resize(suggestions_max);
        return std::move(found_);
    }

private:
    std::int64_t open_of(std::size_t i) const { return items_[i].open < 0 ? -items_[i].open : items_[i].open; }
    bool is_on_side(std::size_t i) const { return (items_[i].open > 0) == (movement_.amount > 0); }

    bool has_linked_item_of(std::int64_t amount) const {
        for (std::size_t i = 0; i < items_.size(); ++i)
            if (items_[i].open == amount && links_[i].any()) return true;
        return false;
    }

    void book_lines() {
        for (std::size_t i = 0; i < lines_.size(); ++i) {
            const auto days = std::abs(days_between(lines_[i].date, movement_.date));
            if (lines_[i].amount != movement_.amount || days > days_apart_max) continue;
            const int name = std::max(name_similarity(movement_.counterparty_name, lines_[i].text),
                                      name_similarity(lines_[i].text, movement_.text));
            // The same sum may have been paid by two owners: without a word in common only the single one is sure.
            const auto equal = std::ranges::count_if(lines_, [&](const auto& other) {
                return other.amount == movement_.amount &&
                       std::abs(days_between(other.date, movement_.date)) <= days_apart_max;
            });
            const bool may_be_another = equal > 1 || has_linked_item_of(movement_.amount);
            Suggestion suggestion;
            suggestion.book_line = i;
            suggestion.score = 84 + (days_apart_max - days) + (name >= similar ? 5 : 0);
            suggestion.is_certain = days <= 5 && (name >= similar || !may_be_another);
            suggestion.reasons = {"écriture de banque du même montant",
                                  days == 0 ? "même jour" : "à " + std::to_string(days) + " jour(s)"};
            if (name >= similar) suggestion.reasons.emplace_back("nom ressemblant");
            found_.push_back(std::move(suggestion));
        }
    }

    void single_items() {
        std::size_t same_amount = 0;
        std::map<std::string, int> exact_of;  // by auxiliary and strength: of two equal calls the older is paid first
        for (std::size_t i = 0; i < items_.size(); ++i) same_amount += is_on_side(i) && open_of(i) == wanted_;
        for (std::size_t i = 0; i < items_.size(); ++i) {
            if (!is_on_side(i)) continue;
            const auto& link = links_[i];
            const bool exact = open_of(i) == wanted_;
            // The bank keeps its fee of a receipt, and takes it on top of a payment.
            const auto fees = movement_.charges.value_or(0);
            const bool with_charges =
                fees != 0 && open_of(i) == (movement_.amount > 0 ? wanted_ + fees : wanted_ - fees);
            const auto difference = open_of(i) - wanted_;
            const auto kept = movement_.amount > 0 ? difference : -difference;
            const bool small_fee = !exact && kept > 0 && kept <= fee_max && kept * 50 <= open_of(i);
            Suggestion suggestion;
            suggestion.reasons = link.reasons();
            if (exact) {
                suggestion.parts = {{i, wanted_}};
                suggestion.score = link.any() ? std::min(100, link.score() + 4) : same_amount == 1 ? 60 : 40;
                suggestion.is_certain = link.is_sure();
                suggestion.reasons.emplace_back("montant exact");
                if (link.any() && !items_[i].auxiliary.empty())
                    suggestion.score -=
                        std::min(9, exact_of[items_[i].auxiliary + " " + std::to_string(suggestion.score)]++);
            } else if (with_charges) {
                suggestion.parts = {{i, open_of(i)}};
                suggestion.fee = *movement_.charges;
                suggestion.score = link.any() ? link.score() : 65;
                suggestion.reasons.emplace_back("montant exact avant frais de la banque");
            } else if (link.any() && small_fee) {
                suggestion.parts = {{i, open_of(i)}};
                suggestion.fee = kept;
                suggestion.score = link.score() - 20;
                suggestion.reasons.emplace_back("écart qui ressemble à des frais");
            } else if ((link.structured || link.reference) && difference > 0) {
                suggestion.parts = {{i, wanted_}};
                suggestion.score = link.score() - 10;
                suggestion.reasons.emplace_back("paiement partiel");
            } else {
                continue;
            }
            found_.push_back(std::move(suggestion));
        }
    }

    // Several items of one owner or supplier: those that sum exactly, else the oldest first.
    void by_auxiliary() {
        std::map<std::string, std::vector<std::size_t>> groups;
        for (std::size_t i = 0; i < items_.size(); ++i)
            if (is_on_side(i) && !items_[i].auxiliary.empty()) groups[items_[i].auxiliary].push_back(i);
        for (auto& [auxiliary, group] : groups) {
            if (group.size() < 2) continue;
            std::ranges::stable_sort(
                group, [&](std::size_t one, std::size_t other) { return items_[one].due < items_[other].due; });
            const auto strongest =
                *std::ranges::max_element(group, {}, [&](std::size_t i) { return links_[i].score(); });
            const auto& link = links_[strongest];
            const auto chosen = exact_subset(group);
            if (!chosen.empty()) {
                Suggestion suggestion;
                for (const auto i : chosen) suggestion.parts.push_back({i, open_of(i)});
                suggestion.reasons = link.reasons();
                suggestion.reasons.push_back("somme exacte de " + std::to_string(chosen.size()) + " échéances");
                suggestion.score = link.any() ? link.score() : 45;
                suggestion.is_certain = link.structured || link.account || link.code;
                found_.push_back(std::move(suggestion));
            } else if (link.any()) {
                oldest_first(group, link);
            }
        }
    }

    std::vector<std::size_t> exact_subset(const std::vector<std::size_t>& group) const {
        const auto count = std::min(group.size(), subset_items_max);
        std::vector<std::size_t> best;
        for (std::uint32_t mask = 1; mask < (1U << count); ++mask) {
            std::int64_t sum = 0;
            std::vector<std::size_t> chosen;
            for (std::size_t bit = 0; bit < count; ++bit)
                if (mask >> bit & 1U) sum += open_of(group[bit]), chosen.push_back(group[bit]);
            if (sum == wanted_ && chosen.size() > 1 && (best.empty() || chosen.size() < best.size())) best = chosen;
        }
        return best;
    }

    void oldest_first(const std::vector<std::size_t>& group, const Link& link) {
        Suggestion suggestion;
        auto left = wanted_;
        for (const auto i : group) {
            const auto part = std::min(left, open_of(i));
            if (part > 0) suggestion.parts.push_back({i, part});
            left -= part;
        }
        if (left != 0 || suggestion.parts.size() < 2) return;
        suggestion.reasons = link.reasons();
        suggestion.reasons.emplace_back("échéances les plus anciennes d’abord");
        suggestion.score = link.score() - 15;
        found_.push_back(std::move(suggestion));
    }

    void bank_charge() {
        if (movement_.amount >= 0) return;
        // The bank names no other side for its own fees; "frais" of a lawyer or a notary have one.
        if (!movement_.counterparty_name.empty() || !movement_.counterparty_account.empty()) return;
        static constexpr std::string_view words[] = {"FRAIS",           "COMMISSION",         "AGIOS",
                                                     "TENUE DE COMPTE", "TENUE COMPTE",       "COTISATION CARTE",
                                                     "KOSTEN",          "INTERETS DEBITEURS", "PACK COMPTE"};
        if (std::ranges::none_of(
                words, [&](std::string_view word) { return movement_.text.find(word) != movement_.text.npos; }))
            return;
        Suggestion suggestion;
        suggestion.is_bank_charge = true;
        suggestion.score = 70;
        suggestion.reasons = {"frais de la banque"};
        found_.push_back(std::move(suggestion));
    }

    const MovementClues& movement_;
    const std::vector<OpenItemClues>& items_;
    const std::vector<BookLineClues>& lines_;
    const std::int64_t wanted_;
    std::vector<Link> links_;
    std::vector<Suggestion> found_;
};

}  // namespace

int name_similarity(std::string_view name, std::string_view text) {
    const auto named = words_of(name), said = words_of(text);
    if (named.empty() || said.empty()) return 0;
    const auto common = std::ranges::count_if(named, [&](const std::string& word) { return said.contains(word); });
    return static_cast<int>(common * 100 / static_cast<std::ptrdiff_t>(named.size()));
}

std::vector<Suggestion> suggest(const MovementClues& movement, const std::vector<OpenItemClues>& items,
                                const std::vector<BookLineClues>& lines) {
    return Suggester(movement, items, lines).all();
}

}  // namespace daftar::banking
