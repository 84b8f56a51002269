// Which part of each open line a lettrage settles. Pure rules: no SQL, no clock.
#pragma once
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "core/date.hpp"
#include "core/id.hpp"
#include "core/problem.hpp"

namespace daftar::ledger {

enum class MatchingRefusal {
    item_not_open,
    different_accounts,
    different_auxiliaries,
    needs_both_sides,
    amount_exceeds_open,
    amounts_must_balance,
    already_undone
};
BOOST_DESCRIBE_ENUM(MatchingRefusal, item_not_open, different_accounts, different_auxiliaries, needs_both_sides,
                    amount_exceeds_open, amounts_must_balance, already_undone)
RefusalText text_of(MatchingRefusal refusal);

/// What is still open of a line, in minor units: debit positive, credit negative, never zero.
struct OpenAmount {
    std::int64_t open = 0;
    Date due;
    std::optional<std::int64_t> wanted;  ///< how much of it to settle, positive; as much as possible when absent
};

/// The signed part of each line, zero for one that is not reached; the parts sum to zero. Without wanted amounts the
/// smaller side is settled whole, against the larger side's oldest due lines first.
std::variant<std::vector<std::int64_t>, MatchingRefusal> settle(std::span<const OpenAmount> items);

/// An open line as the automatic lettrage sees it.
struct OpenLine {
    std::size_t place = 0;  ///< of the caller
    std::int64_t open = 0;  ///< minor units, debit positive
    Date date, due;
    std::string entry;        ///< identifier of its entry
    std::string reversal_of;  ///< identifier of the entry that its own reverses, "" when it reverses none
    std::int32_t line_number = 0;
    std::string voucher_reference, description;
};

/// Lines that belong together, and why: one of the four reasons below.
struct MatchProposal {
    std::vector<std::size_t> places;
    std::string_view reason;
};
inline constexpr std::string_view by_reversal = "contre-passation", by_reference = "référence commune",
                                  by_amount = "montant exact", by_due_date = "échéance la plus ancienne";

/// Proposals for the open lines of one auxiliary, in order: a reversal and its origin; the same structured
/// communication or voucher reference; the exact amount; then each payment against the oldest due claims.
/// `claims_are_debits` for owners and clients, not for suppliers. Each proposal is to be settled before the next one
/// counts.
std::vector<MatchProposal> propose_matches(std::vector<OpenLine> lines, bool claims_are_debits);

/// The keys under which a line can be recognised: structured communications in its texts (12 digits with a valid check,
/// written +++123/4567/89002+++ or plain) and its voucher reference of at least four letters or digits.
std::vector<std::string> reference_keys(std::string_view voucher_reference, std::string_view description);

/// "AA", "AB" … "ZZ", "AAA" …: the letter after that one; "AA" after nothing.
std::string next_letter(std::string_view letter);

}  // namespace daftar::ledger
