// Bank accounts of suppliers and other parties: nothing is paid to one before a person has confirmed it.
#pragma once
#include "registry/party.hpp"

namespace daftar::registry {

struct BankAccount;

enum class BankAccountStatus { unverified, verified, rejected };
BOOST_DESCRIBE_ENUM(BankAccountStatus, unverified, verified, rejected)
enum class BankAccountSource { manual, document };
BOOST_DESCRIBE_ENUM(BankAccountSource, manual, document)

/// `iban` holds a Moroccan account too: "MA64" and its RIB.
struct BankAccountView {
    Id<BankAccount> id;
    Id<Party> party_id;
    std::string iban, holder;
    BankAccountStatus status = BankAccountStatus::unverified;
    BankAccountSource source = BankAccountSource::manual;
    std::optional<Timestamp> decided_at;
    Timestamp created_at;
};
BOOST_DESCRIBE_STRUCT(BankAccountView, (), (id, party_id, iban, holder, status, source, decided_at, created_at))

/// An IBAN, or a Moroccan RIB of 24 digits, as an IBAN without spaces; nothing when its check digits are wrong.
std::optional<std::string> canonical_iban(std::string_view text);
/// Every account of a party, newest first.
std::vector<BankAccountView> bank_accounts_of(Context& context, Id<Party> party);
/// Remembers an account of a party as unverified, unless it is known already; its state.
BankAccountView note_bank_account(Context& context, Id<Party> party, std::string_view iban, BankAccountSource source);

extern const std::span<const Route> bank_account_routes;

}  // namespace daftar::registry
