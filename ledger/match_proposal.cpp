// The automatic lettrage: which open lines of one auxiliary belong together.
#include <algorithm>
#include <map>

#include "ledger/settlement.hpp"

namespace daftar::ledger {
namespace {

constexpr std::size_t communication_digits = 12, reference_length_min = 4;

bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// Last two digits = first ten modulo 97, 97 when that is 0.
bool is_communication(std::string_view digits) {
    std::int64_t base = 0;
    for (const char c : digits.substr(0, 10)) base = base * 10 + (c - '0');
    const auto check = (digits[10] - '0') * 10 + (digits[11] - '0');
    return check == (base % 97 == 0 ? 97 : base % 97);
}

void add_communications(std::string_view text, std::vector<std::string>& keys) {
    std::string digits;
    const auto end_run = [&] {
        if (digits.size() == communication_digits && is_communication(digits))
            keys.push_back("communication " + digits);
        digits.clear();
    };
    for (const char c : text) {
        if (is_digit(c))
            digits += c;
        else if (c != '/')
            end_run();
    }
    end_run();
}

/// Works on the lines that are still open while proposals are made.
class Proposer {
public:
    Proposer(std::vector<OpenLine> lines, bool claims_are_debits)
        : lines_(std::move(lines)), claims_are_debits_(claims_are_debits) {
        std::ranges::stable_sort(lines_, {},
                                 [](const OpenLine& line) { return std::tuple(line.due, line.date, line.place); });
    }

    std::vector<MatchProposal> propose() {
        match_reversals();
        match_references();
        match_amounts();
        match_oldest();
        return std::move(proposals_);
    }

private:
    bool is_claim(const OpenLine& line) const { return (line.open > 0) == claims_are_debits_; }

    /// Proposes lines (indexes, oldest due first) and takes off what that will settle.
    void take(const std::vector<std::size_t>& chosen, std::string_view reason) {
        std::vector<OpenAmount> amounts;
        for (const auto i : chosen) amounts.push_back({lines_[i].open, lines_[i].due, {}});
        const auto settled = settle(amounts);
        const auto* parts = std::get_if<std::vector<std::int64_t>>(&settled);
        if (!parts) return;
        MatchProposal proposal{{}, reason};
        for (std::size_t i = 0; i < chosen.size(); ++i) {
            if ((*parts)[i] == 0) continue;
            proposal.places.push_back(lines_[chosen[i]].place);
            lines_[chosen[i]].open -= (*parts)[i];
        }
        proposals_.push_back(std::move(proposal));
    }

    void match_reversals() {
        std::map<std::pair<std::string, std::int32_t>, std::size_t> origins;
        for (std::size_t i = 0; i < lines_.size(); ++i) origins[{lines_[i].entry, lines_[i].line_number}] = i;
        for (std::size_t i = 0; i < lines_.size(); ++i) {
            if (lines_[i].reversal_of.empty()) continue;
            const auto origin = origins.find({lines_[i].reversal_of, lines_[i].line_number});
            if (origin != origins.end() && lines_[origin->second].open == -lines_[i].open)
                take({origin->second, i}, by_reversal);
        }
    }

    void match_references() {
        std::map<std::string, std::vector<std::size_t>> by_key;
        for (std::size_t i = 0; i < lines_.size(); ++i)
            for (auto& key : reference_keys(lines_[i].voucher_reference, lines_[i].description))
                by_key[std::move(key)].push_back(i);
        for (const auto& [key, sharing] : by_key) {
            std::vector<std::size_t> open;
            for (const auto i : sharing)
                if (lines_[i].open != 0) open.push_back(i);
            take(open, by_reference);
        }
    }

    void match_amounts() {
        std::map<std::int64_t, std::vector<std::size_t>> claims;  // oldest due last, so that it is taken first
        for (std::size_t i = lines_.size(); i-- > 0;)
            if (lines_[i].open != 0 && is_claim(lines_[i])) claims[lines_[i].open].push_back(i);
        for (std::size_t i = 0; i < lines_.size(); ++i) {
            if (lines_[i].open == 0 || is_claim(lines_[i])) continue;
            const auto equal = claims.find(-lines_[i].open);
            if (equal == claims.end() || equal->second.empty()) continue;
            const auto claim = equal->second.back();
            equal->second.pop_back();
            take({claim, i}, by_amount);
        }
    }

    void match_oldest() {
        std::size_t claim = 0;
        for (std::size_t i = 0; i < lines_.size(); ++i) {
            if (lines_[i].open == 0 || is_claim(lines_[i])) continue;
            std::vector<std::size_t> chosen{i};
            for (auto left = lines_[i].open; claim < lines_.size(); ++claim) {
                if (lines_[claim].open == 0 || !is_claim(lines_[claim])) continue;
                chosen.push_back(claim);
                const bool covers = (left < 0) != (left + lines_[claim].open < 0) || left + lines_[claim].open == 0;
                left += lines_[claim].open;
                if (covers) break;  // this claim may stay open for the next payment
            }
            if (chosen.size() == 1) return;
            take(chosen, by_due_date);
        }
    }

    std::vector<OpenLine> lines_;
    bool claims_are_debits_;
    std::vector<MatchProposal> proposals_;
};

}  // namespace

std::vector<std::string> reference_keys(std::string_view voucher_reference, std::string_view description) {
    std::vector<std::string> keys;
    add_communications(voucher_reference, keys);
    add_communications(description, keys);
    std::string reference;
    for (const char c : voucher_reference) {
        if (is_digit(c) || (c >= 'A' && c <= 'Z')) reference += c;
        if (c >= 'a' && c <= 'z') reference += static_cast<char>(c - 'a' + 'A');
    }
    if (reference.size() >= reference_length_min) keys.push_back("reference " + reference);
    std::ranges::sort(keys);
    keys.erase(std::ranges::unique(keys).begin(), keys.end());
    return keys;
}

std::vector<MatchProposal> propose_matches(std::vector<OpenLine> lines, bool claims_are_debits) {
    return Proposer(std::move(lines), claims_are_debits).propose();
}

}  // namespace daftar::ledger
