// Lettrage: lines of one account and one auxiliary settled against each other.
#pragma once
#include "core/operation.hpp"
#include "ledger/settlement.hpp"
#include "ledger/types.hpp"

namespace daftar::ledger {

struct Matching;

/// A line to settle, wholly or for the part `amount` (positive, whatever its side).
struct LineToMatch {
    Id<Entry> entry_id;
    std::int32_t line_number = 1;  ///< from 1
    std::optional<Money> amount;
};
BOOST_DESCRIBE_STRUCT(LineToMatch, (), (entry_id, line_number, amount))

struct MatchedLine {
    Id<Entry> entry_id;
    std::int32_t line_number = 0;
    std::string journal_code;
    std::int64_t number = 0;
    Date date;
    std::string description, voucher_reference;
    Money amount;  ///< the settled part, debit positive
};
BOOST_DESCRIBE_STRUCT(MatchedLine, (),
                      (entry_id, line_number, journal_code, number, date, description, voucher_reference, amount))

struct MatchingView {
    Id<Matching> id;
    std::string account_code;
    std::optional<std::string> auxiliary_code;
    std::string letter;  ///< AA, AB … per account
    Date date;           ///< of the latest line: the day from which the others were settled
    std::string reason;
    bool is_full = false;  ///< no line of it stayed open
    Timestamp created_at;
    std::optional<Timestamp> undone_at;
    Money total;  ///< settled on each side
    std::vector<MatchedLine> lines;
};
BOOST_DESCRIBE_STRUCT(MatchingView, (),
                      (id, account_code, auxiliary_code, letter, date, reason, is_full, created_at, undone_at, total,
                       lines))

/// Settles lines against each other in the transaction of the caller. Without amounts the smaller side is settled
/// whole, the larger side's oldest due lines first. Refusals: item_not_open, different_accounts, different_auxiliaries,
/// needs_both_sides, amount_exceeds_open, amounts_must_balance. Safe beside other matchings: the account's matchings,
/// then the lines in sorted order are locked.
MatchingView match_lines(Context& context, std::span<const LineToMatch> lines, std::string_view reason);
/// Marks a lettrage as undone and opens its lines again. Refused with already_undone. Audited.
MatchingView undo_matching(Context& context, Id<Matching> id);

/// What the automatic lettrage of an account did.
struct AutoMatchReport {
    std::string account_code;
    std::int64_t matched_groups = 0, matched_lines = 0;
    Money matched_total;  ///< settled on each side
    std::int64_t remaining_lines = 0;
    Money remaining_balance;              ///< debit positive
    std::vector<MatchingView> matchings;  ///< with their reasons; the first 1,000
};
BOOST_DESCRIBE_STRUCT(AutoMatchReport, (),
                      (account_code, matched_groups, matched_lines, matched_total, remaining_lines, remaining_balance,
                       matchings))

/// Matches every open line of a collective account by the rules of `propose_matches`, auxiliary by auxiliary.
AutoMatchReport auto_match(Context& context, std::string_view account_code);

extern const std::span<const Route> matching_routes;

}  // namespace daftar::ledger
