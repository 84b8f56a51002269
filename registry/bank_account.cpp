#include "registry/bank_account.hpp"

#include "core/changes.hpp"
#include "registry/bank_account.sql.hpp"
#include "registry/identifiers/identifiers.hpp"

namespace daftar::registry {
namespace {

struct PartyKey {
    Id<Party> id;
};
BOOST_DESCRIBE_STRUCT(PartyKey, (), (id))

struct NewBankAccount {
    Id<Party> id;
    Text<1, 60> iban;  ///< or a Moroccan RIB
    std::optional<Text<0, 200>> holder;
};
BOOST_DESCRIBE_STRUCT(NewBankAccount, (), (id, iban, holder))

struct Decision {
    Id<Party> id;
    Id<BankAccount> account_id;
    BankAccountStatus status = BankAccountStatus::verified;

    std::optional<Problem> broken_rule() const {
        if (status == BankAccountStatus::unverified)
            return Problem{"status", "not_a_decision", "Confirmez ou refusez ce compte bancaire."};
        return {};
    }
};
BOOST_DESCRIBE_STRUCT(Decision, (), (id, account_id, status))

Page<BankAccountView> list_accounts(Context& context, const PartyKey& key) {
    return {bank_accounts_of(context, party(context, key.id).id), {}};
}

Page<BankAccountView> accounts_to_verify(Context& context) {
    return {context.rows<sql::accounts_to_verify>(context.organization()), {}};
}

Created<BankAccountView> add_account(Context& context, const NewBankAccount& account) {
    const auto owner = party(context, account.id);
    const auto iban = canonical_iban(account.iban);
    if (!iban)
        throw Refused(Refusal::invalid_bank_account, "",
                      {{"iban", "invalid_bank_account", text_of(Refusal::invalid_bank_account).sentence}});
    const auto id = context.new_id<BankAccount>();
    if (context.run<sql::insert_bank_account>(context.organization(), id, owner.id, *iban,
                                              account.holder ? account.holder->value : "",
                                              BankAccountSource::manual) == 0)
        throw Refused(Refusal::bank_account_known);
    context.audit("CREATE", "PartyBankAccount", id.value, Json::Object{{"party", owner.name}, {"iban", *iban}});
    return {context.one<sql::bank_account_by_id>(context.organization(), id)};
}

BankAccountView decide(Context& context, const Decision& decision) {
    const auto before = context.found<sql::bank_account_by_id>(context.organization(), decision.account_id);
    if (before.party_id != decision.id) throw Refused(CommonRefusal::not_found);
    if (context.run<sql::decide_bank_account>(context.organization(), decision.account_id, decision.status,
                                              context.now(), context.principal().user) == 0)
        throw Refused(Refusal::already_decided);
    auto after = context.one<sql::bank_account_by_id>(context.organization(), decision.account_id);
    auto changed = changes(before, after);
    changed["iban"] = before.iban;
    context.audit("VERIFY", "PartyBankAccount", decision.account_id.value, std::move(changed));
    return after;
}

}  // namespace

std::optional<std::string> canonical_iban(std::string_view text) {
    const auto plain = canonical(text);
    if (is_valid_rib(plain)) return iban_of_rib(plain);
    if (is_valid_iban(plain)) return plain;
    return {};
}

std::vector<BankAccountView> bank_accounts_of(Context& context, Id<Party> party) {
    return context.rows<sql::list_bank_accounts>(context.organization(), party);
}

BankAccountView note_bank_account(Context& context, Id<Party> party, std::string_view iban, BankAccountSource source) {
    const auto plain = canonical_iban(iban);
    if (!plain) throw Refused(Refusal::invalid_bank_account);
    const auto id = context.new_id<BankAccount>();
    if (context.run<sql::insert_bank_account>(context.organization(), id, party, *plain, "", source) > 0)
        context.audit("CREATE", "PartyBankAccount", id.value,
                      Json::Object{{"iban", *plain}, {"source", name_of(source)}});
    return context.one<sql::bank_account_by_iban>(context.organization(), party, *plain);
}

constexpr Route routes[] = {
    {"GET", "/api/v1/parties/{id}/bank-accounts", "read_registry", operation<list_accounts>},
    {"POST", "/api/v1/parties/{id}/bank-accounts", "edit_registry", operation<add_account>},
    {"PUT", "/api/v1/parties/{id}/bank-accounts/{account_id}", "edit_registry", operation<decide>},
    {"GET", "/api/v1/party-bank-accounts/to-verify", "read_registry", operation<accounts_to_verify>},
};
const std::span<const Route> bank_account_routes = routes;

}  // namespace daftar::registry
