// The chart of accounts of an organization, its roles and its auxiliaries.
#pragma once
#include "core/operation.hpp"
#include "ledger/types.hpp"

namespace daftar::ledger {

/// An account as the guide shows it.
struct AccountView {
    Id<Account> id;
    std::string code, name;
    AccountType account_type = AccountType::Asset;
    std::optional<std::string> parent_code;
    Id<Organization> organization_id;
    bool is_active = true;
    bool is_collective = false;  ///< carries auxiliaries and open items
    bool name_confirmed = true;  ///< false: wording to be checked against the official text
    std::optional<std::string> role;
    std::int64_t version = 1;
    Timestamp created_at;
};
BOOST_DESCRIBE_STRUCT(AccountView, (),
                      (id, code, name, account_type, parent_code, organization_id, is_active, is_collective,
                       name_confirmed, role, version, created_at))

/// A part that the software needs an account for, and the account that plays it.
struct RoleView {
    std::string role, account_code, account_name;
};
BOOST_DESCRIBE_STRUCT(RoleView, (), (role, account_code, account_name))

/// The account bound to a role ("suppliers", "owners", "bank" …). Refused with role_not_bound when there is none.
Id<Account> account_of_role(Context& context, std::string_view role);
/// Statements place accounts by class and by type: both must say the same. Classes 6 and 7 are charges and income in
/// every chart.
bool fits_class(std::string_view code, AccountType type);
/// The account of that code; nothing when there is none.
std::optional<AccountView> account_of_code(Context& context, std::string_view code);

/// An auxiliary (an owner, a supplier …) under a collective account.
struct AuxiliaryView {
    Id<Auxiliary> id;
    Id<Account> account_id;
    std::string account_code, code, name;
    AuxiliaryKind kind = AuxiliaryKind::other;
    std::optional<Uuid> party_id;
    bool is_active = true;
};
BOOST_DESCRIBE_STRUCT(AuxiliaryView, (), (id, account_id, account_code, code, name, kind, party_id, is_active))

struct NewAuxiliary {
    Text<1, 20> account_code;
    Text<1, 40> code;
    Text<1, 200> name;
    AuxiliaryKind kind = AuxiliaryKind::other;
    std::optional<Uuid> party_id;
};
BOOST_DESCRIBE_STRUCT(NewAuxiliary, (), (account_code, code, name, kind, party_id))

/// Creates an auxiliary under a collective account.
Id<Auxiliary> create_auxiliary(Context& context, const NewAuxiliary& auxiliary);

extern const std::span<const Route> account_routes;

}  // namespace daftar::ledger
