// Recognises the supplier of a paper, or proposes a new one.
#pragma once
#include "registry/bank_account.hpp"

namespace daftar::registry {

/// By what a supplier was recognised, strongest first.
enum class SupplierEvidence { identifier, bank_account, name, none };
BOOST_DESCRIBE_ENUM(SupplierEvidence, identifier, bank_account, name, none)

/// What a paper says of its issuer.
struct SupplierClues {
    std::vector<Identifier> identifiers;  ///< those with wrong check digits are passed over
    std::optional<std::string> iban;      ///< or a Moroccan RIB
    std::string name;
};

struct SupplierMatch {
    Id<Party> party_id;
    SupplierEvidence evidence = SupplierEvidence::none;
    Decimal similarity{1, 0};                       ///< of the names, 0 to 1, when the name decided
    bool is_new = false;                            ///< proposed now, to be reviewed by a person
    std::optional<BankAccountStatus> bank_account;  ///< of the IBAN on the paper: pay only when verified
};

/// The active supplier with one of these identifiers, or this bank account, or nearly this name (trigrams); nothing
/// else is written. Nothing when nobody fits.
std::optional<SupplierMatch> find_supplier(Context& context, const SupplierClues& clues);
/// The same; when nobody fits, a supplier marked for review is created with these identifiers. A bank account that is
/// new for the supplier is kept as unverified.
SupplierMatch find_or_propose_supplier(Context& context, const SupplierClues& clues);

}  // namespace daftar::registry
