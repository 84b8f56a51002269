// What a bank movement may be: open items it settles, lines already in the books, fees. Pure: no SQL, no clock.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "core/date.hpp"

namespace daftar::banking {

/// A movement as the rules see it; texts are folded (capitals without accents).
struct MovementClues {
    std::int64_t amount = 0;  ///< minor units, positive enters the account
    Date date;
    std::string text;        ///< label, details, references: everything that was said
    std::string structured;  ///< digits of the structured communication, or RF…
    std::string counterparty_name, counterparty_account;
    std::optional<std::int64_t> charges;  ///< fees inside the amount
};

/// An open line of an owner, supplier or client.
struct OpenItemClues {
    std::int64_t open = 0;  ///< debit positive
    Date due;
    std::string auxiliary;                ///< identifier of the auxiliary, "" without one
    std::string name;                     ///< of the auxiliary, folded
    std::vector<std::string> accounts;    ///< confirmed bank accounts of the party
    std::vector<std::string> references;  ///< structured communications and voucher reference: `ledger::reference_keys`
    std::string code;                     ///< of the auxiliary, folded: "LOT008"
};

/// A line of the bank's account that no movement has proven yet.
struct BookLineClues {
    std::int64_t amount = 0;  ///< debit positive: money that entered
    Date date;
    std::string text;  ///< description and voucher, folded
};

/// The part of an open item that a suggestion settles.
struct SuggestedPart {
    std::size_t item = 0;     ///< index in the open items
    std::int64_t amount = 0;  ///< positive
};

struct Suggestion {
    std::vector<SuggestedPart> parts;
    std::optional<std::size_t> book_line;  ///< instead of parts: already in the books
    std::int64_t fee = 0;                  ///< positive: what the bank kept of the parts' sum
    bool is_bank_charge = false;           ///< the whole movement is the bank's own fee
    int score = 0;                         ///< 0 to 100
    bool is_certain = false;               ///< may be applied without a person
    std::vector<std::string> reasons;      ///< French, the strongest first
};

/// At most ten suggestions, the best first. A credit settles debits and the other way round.
std::vector<Suggestion> suggest(const MovementClues& movement, const std::vector<OpenItemClues>& items,
                                const std::vector<BookLineClues>& lines);

/// Share of the words of the shorter name that the other text contains, 0 to 100. Words of one or two letters and
/// titles do not count.
int name_similarity(std::string_view name, std::string_view text);

}  // namespace daftar::banking
