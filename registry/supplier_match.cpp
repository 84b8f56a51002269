#include "registry/supplier_match.hpp"

#include "core/text_cut.hpp"
#include "registry/supplier_match.sql.hpp"

namespace daftar::registry {

struct NamedSupplier {
    Id<Party> id;
    Decimal similarity;
};
BOOST_DESCRIBE_STRUCT(NamedSupplier, (), (id, similarity))

namespace {

/// Identifiers that a paper may carry wrongly are left out rather than refused.
std::vector<Identifier> sound_identifiers(const std::vector<Identifier>& identifiers) {
    std::vector<Identifier> sound;
    for (const auto& identifier : identifiers) {
        auto candidate = sound;
        candidate.push_back(identifier);
        try {
            sound = canonical_identifiers(candidate);
        } catch (const Refused&) {
            continue;  // a wrong check digit: read badly or a bad paper
        }
    }
    return sound;
}

std::optional<SupplierMatch> recognise(Context& context, const SupplierClues& clues,
                                       const std::vector<Identifier>& identifiers,
                                       const std::optional<std::string>& iban) {
    std::vector<IdentifierKind> kinds;
    std::vector<std::string> values;
    for (const auto& identifier : identifiers) {
        kinds.push_back(identifier.kind);
        values.push_back(identifier.value);
    }
    if (!kinds.empty())
        if (const auto found = context.maybe<sql::supplier_by_identifier>(context.organization(), kinds, values))
            return SupplierMatch{{*found}, SupplierEvidence::identifier, {1, 0}, false, {}};
    if (iban)
        if (const auto found = context.maybe<sql::supplier_by_iban>(context.organization(), *iban))
            return SupplierMatch{{*found}, SupplierEvidence::bank_account, {1, 0}, false, {}};
    if (clues.name.empty()) return {};
    const auto named = context.rows<sql::suppliers_by_name>(context.organization(), clues.name);
    // Two suppliers that fit equally well are none: a person decides.
    if (named.empty() || (named.size() == 2 && named[0].similarity == named[1].similarity)) return {};
    return SupplierMatch{named[0].id, SupplierEvidence::name, named[0].similarity, false, {}};
}

}  // namespace

std::optional<SupplierMatch> find_supplier(Context& context, const SupplierClues& clues) {
    const auto iban = clues.iban ? canonical_iban(*clues.iban) : std::nullopt;
    auto match = recognise(context, clues, sound_identifiers(clues.identifiers), iban);
    if (match && iban)
        for (const auto& account : bank_accounts_of(context, match->party_id))
            if (account.iban == *iban) match->bank_account = account.status;
    return match;
}

SupplierMatch find_or_propose_supplier(Context& context, const SupplierClues& clues) {
    const auto identifiers = sound_identifiers(clues.identifiers);
    const auto iban = clues.iban ? canonical_iban(*clues.iban) : std::nullopt;
    auto match = recognise(context, clues, identifiers, iban);
    if (!match) {
        NewParty supplier;
        supplier.name =
            clues.name.empty() ? std::string("Fournisseur à identifier") : first_characters(clues.name, 200);
        supplier.identifiers = identifiers;
        match = SupplierMatch{create_party(context, supplier, true), SupplierEvidence::none, {0, 0}, true, {}};
    }
    if (iban)
        match->bank_account = note_bank_account(context, match->party_id, *iban, BankAccountSource::document).status;
    return *match;
}

}  // namespace daftar::registry
