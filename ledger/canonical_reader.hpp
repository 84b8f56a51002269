// Canonical texts read back field by field, for people and for comparison.
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace daftar::ledger {

/// The fields of a canonical text, in the order of `canonical_text`.
struct CanonicalFields {
    std::vector<std::string> head;                ///< eleven: version, organization, identifier, journal, date …
    std::vector<std::vector<std::string>> lines;  ///< ten each: account, auxiliary, amount …
    std::string number;

    const std::string& organization() const { return head[1]; }
    const std::string& journal() const { return head[3]; }
    const std::string& date() const { return head[4]; }
    /// "BQ n° 12 du 2025-03-01"
    std::string name() const;
    /// Sum of the amounts in minor units; nothing when one of them is no number.
    std::optional<std::int64_t> balance() const;
};

/// Nothing when the text is not a canonical text of version 1.
std::optional<CanonicalFields> read_canonical(std::string_view text);

/// French sentences that say what differs: "ligne 2, montant : 50000 devient 60000".
std::vector<std::string> differences_between(const CanonicalFields& before, const CanonicalFields& after);

}  // namespace daftar::ledger
