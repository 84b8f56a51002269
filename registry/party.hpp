// People and companies: suppliers, owners, others, with their identifiers.
#pragma once
#include "core/operation.hpp"
#include "ledger/types.hpp"
#include "registry/refusal.hpp"

namespace daftar::registry {

struct Party;

enum class PartyKind { supplier, owner, company, person };
BOOST_DESCRIBE_ENUM(PartyKind, supplier, owner, company, person)

/// ICE, IF, RC, TP and CNSS in Morocco; enterprise number in Belgium; SIREN and SIRET in France; VAT number anywhere.
enum class IdentifierKind { ice, fiscal_id, trade_register, professional_tax, cnss, be_enterprise, siren, siret, vat };
BOOST_DESCRIBE_ENUM(IdentifierKind, ice, fiscal_id, trade_register, professional_tax, cnss, be_enterprise, siren, siret,
                    vat)

/// Kept without separators, in capitals.
struct Identifier {
    IdentifierKind kind = IdentifierKind::vat;
    Text<1, 40> value;
    friend bool operator==(const Identifier&, const Identifier&) = default;
};
BOOST_DESCRIBE_STRUCT(Identifier, (), (kind, value))

/// The identifiers in canonical form. Refused with invalid_identifier when a check digit is wrong or a kind comes
/// twice.
std::vector<Identifier> canonical_identifiers(const std::vector<Identifier>& identifiers);

/// Absent: a code is given ("F0001" for suppliers, "C0001" for owners …). The code is that of its auxiliary accounts.
struct NewParty {
    PartyKind kind = PartyKind::supplier;
    Text<1, 200> name;
    std::optional<Text<1, 40>> code;
    std::optional<Text<0, 200>> email;
    std::optional<Text<0, 40>> phone;
    std::optional<Text<0, 500>> address;
    std::optional<Text<1, 60>> default_category;
    std::optional<std::vector<Identifier>> identifiers;
};
BOOST_DESCRIBE_STRUCT(NewParty, (), (kind, name, code, email, phone, address, default_category, identifiers))

struct PartyView {
    Id<Party> id;
    PartyKind kind = PartyKind::supplier;
    std::string code, name, email, phone, address;
    std::optional<std::string> default_category;
    bool needs_review = false;  ///< proposed from a paper, not yet seen by a person
    bool is_active = true;
    std::vector<Identifier> identifiers;
    Money balance;  ///< open on his auxiliaries: he owes it when positive
    std::int64_t version = 1;
    Timestamp created_at;
};
BOOST_DESCRIBE_STRUCT(PartyView, (),
                      (id, kind, code, name, email, phone, address, default_category, needs_review, is_active,
                       identifiers, balance, version, created_at))

/// Writes the party and, for a supplier or an owner, its auxiliary under the collective account of that part.
Id<Party> create_party(Context& context, const NewParty& party, bool needs_review = false);
/// 404 when it is not there.
PartyView party(Context& context, Id<Party> id);
/// The auxiliary of a party under the collective account of a role ("suppliers", "owners", "owners_works" …), made when
/// it is asked for the first time.
Id<ledger::Auxiliary> auxiliary_of(Context& context, const PartyView& party, std::string_view role);

/// Keeps the category of a supplier's expenses when he has none yet.
void remember_category(Context& context, Id<Party> party, std::string_view category);

extern const std::span<const Route> party_routes;

}  // namespace daftar::registry
