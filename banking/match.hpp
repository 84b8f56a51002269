// A movement is explained: posted against what it settles, or proven by lines already in the books; undone by reversal.
#pragma once
#include "banking/movement.hpp"

namespace daftar::banking {

/// An open line that the movement settles, wholly or for `amount` (positive).
struct ItemToSettle {
    Id<ledger::Entry> entry_id;
    std::int32_t line_number = 1;
    std::optional<Money> amount;
};
BOOST_DESCRIBE_STRUCT(ItemToSettle, (), (entry_id, line_number, amount))

struct LineToProve {
    Id<ledger::Entry> entry_id;
    std::int32_t line_number = 1;
};
BOOST_DESCRIBE_STRUCT(LineToProve, (), (entry_id, line_number))

/// A part posted to an account directly: positive goes the movement's own way, negative against it.
struct PartToPost {
    Text<1, 20> account_code;
    std::optional<Text<1, 40>> auxiliary_code;
    Money amount;
    std::optional<Text<0, 500>> description;
};
BOOST_DESCRIBE_STRUCT(PartToPost, (), (account_code, auxiliary_code, amount, description))

/// The parts sum to the movement; `fee` is what the bank kept of a receipt or took on top of a payment.
struct MatchRequest {
    Id<BankMovement> id;
    std::optional<std::vector<ItemToSettle>> items;
    std::optional<std::vector<LineToProve>> book_lines;
    std::optional<std::vector<PartToPost>> lines;
    std::optional<Money> fee;
    std::optional<Text<0, 200>> reason;

    std::optional<Problem> broken_rule() const;
};
BOOST_DESCRIBE_STRUCT(MatchRequest, (), (id, items, book_lines, lines, fee, reason))

/// Posts, matches and marks in one transaction. Refusals: already_matched, parts_must_sum, line_not_of_bank,
/// line_already_proven, unknown_account, and those of posting and lettrage.
MovementView match_movement(Context& context, const MatchRequest& request);
/// Undoes the lettrages, reverses the posted entry (at the movement's date unless another is given) and opens the
/// movement.
MovementView unmatch_movement(Context& context, Id<BankMovement> id, std::optional<Date> date);

extern const std::span<const Route> match_routes;

}  // namespace daftar::banking
