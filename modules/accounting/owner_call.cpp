#include "modules/accounting/owner_call.hpp"

#include <map>

#include "core/text_cut.hpp"
#include "ledger/account.hpp"
#include "ledger/journal.hpp"
#include "modules/accounting/money_account.hpp"
#include "modules/accounting/open_claim.hpp"
#include "modules/accounting/owner_call.sql.hpp"

namespace daftar::accounting {

struct OwnerAuxiliary {
    Id<registry::Party> id;
    std::string code, name;
    std::optional<Id<ledger::Auxiliary>> auxiliary_id;
};
BOOST_DESCRIBE_STRUCT(OwnerAuxiliary, (), (id, code, name, auxiliary_id))

namespace {

constexpr std::size_t shares_max = 5'000;

struct PurposeRoles {
    const char *receivable, *income;
};
PurposeRoles roles_of(CallPurpose purpose) {
    switch (purpose) {
        case CallPurpose::budget:
            return {"owners", "call_income"};
        case CallPurpose::works:
            return {"owners_works", "call_income_works"};
        case CallPurpose::reserve:
            return {"owners_reserve", "call_income_reserve"};
    }
    return {"owners", "call_income"};
}

std::map<Id<registry::Party>, OwnerAuxiliary> load_owners(Context& context, const std::vector<Id<registry::Party>>& ids,
                                                          Id<ledger::Account> account, std::string_view role) {
    std::map<Id<registry::Party>, OwnerAuxiliary> owners;
    for (auto& owner : context.rows<sql::owners_by_id>(context.organization(), ids, account)) {
        if (!owner.auxiliary_id)
            owner.auxiliary_id = registry::auxiliary_of(context, registry::party(context, owner.id), role);
        owners.emplace(owner.id, std::move(owner));
    }
    return owners;
}

Id<ledger::Account> income_account(Context& context, const NewCall& call, const char* role) {
    if (!call.income_account_code) return ledger::account_of_role(context, role);
    const auto account = ledger::account_of_code(context, *call.income_account_code);
    const bool fits =
        account && account->is_active &&
        (account->account_type == ledger::AccountType::Income || account->account_type == ledger::AccountType::Equity);
    if (!fits)
        throw Refused(Refusal::not_income_account, call.income_account_code->value + ".",
                      at_path("income_account_code", Refusal::not_income_account));
    return account->id;
}

Created<IssuedCall> create_call(Context& context, const NewCall& call) { return {issue_call(context, call)}; }
Created<RecordedReceipt> create_receipt(Context& context, const NewReceipt& receipt) {
    return {record_receipt(context, receipt)};
}

}  // namespace

std::optional<Problem> NewCall::broken_rule() const {
    if (shares.empty() || shares.size() > shares_max) return Problem{"shares", "wrong_count", "De 1 à 5 000 parts."};
    std::set<Id<registry::Party>> seen;
    for (std::size_t i = 0; i < shares.size(); ++i) {
        const auto path = "shares[" + std::to_string(i) + "].";
        if (shares[i].weight < 0)
            return Problem{path + "weight", "must_not_be_negative", "Une part n'est pas négative."};
        if (!seen.insert(shares[i].owner_id).second)
            return Problem{path + "owner_id", "given_twice", "Ce copropriétaire est donné deux fois."};
    }
    return {};
}

IssuedCall issue_call(Context& context, const NewCall& call) {
    if (call.total.minor <= 0)
        throw Refused(Refusal::total_must_be_positive, "", at_path("total", Refusal::total_must_be_positive));
    std::vector<Id<registry::Party>> ids;
    std::vector<std::int64_t> weights;
    for (const auto& share : call.shares) {
        ids.push_back(share.owner_id);
        weights.push_back(share.weight);
    }
    if (std::ranges::all_of(weights, [](auto weight) { return weight == 0; }))
        throw Refused(Refusal::shares_needed, "", at_path("shares", Refusal::shares_needed));
    const auto roles = roles_of(call.purpose.value_or(CallPurpose::budget));
    const auto receivable = ledger::account_of_role(context, roles.receivable);
    const auto owners = load_owners(context, ids, receivable, roles.receivable);
    const auto amounts = allocate(call.total, weights);

    IssuedCall issued;
    issued.total = call.total;
    ledger::Posting posting;
    posting.journal_code = ledger::journal_of_kind(context, ledger::JournalKind::sales);
    posting.date = call.date;
    posting.description = call.description;
    posting.voucher_reference = call.reference && !call.reference->empty()
                                    ? call.reference->value
                                    : first_characters(call.description.value, 100);
    Problems problems;
    for (std::size_t i = 0; i < ids.size(); ++i) {
        const auto owner = owners.find(ids[i]);
        if (owner == owners.end()) {
            problems.push_back(at_path("shares[" + std::to_string(i) + "].owner_id", Refusal::not_an_owner).front());
            continue;
        }
        issued.shares.push_back({ids[i], owner->second.code, owner->second.name, amounts[i]});
        if (!amounts[i].is_zero())
            posting.lines.push_back({receivable,
                                     owner->second.auxiliary_id,
                                     amounts[i],
                                     call.description.value + " – " + owner->second.name,
                                     call.due_date.value_or(call.date),
                                     {},
                                     {},
                                     {},
                                     {},
                                     {}});
    }
    if (!problems.empty()) throw Refused(Refusal::not_an_owner, "", std::move(problems));
    posting.lines.push_back(
        {income_account(context, call, roles.income), {}, -call.total, call.description, {}, {}, {}, {}, {}, {}});
    const auto posted = ledger::post(context, posting);
    context.later<sql::insert_call_shares>(context.organization(), posted.id, ids, weights);
    issued.entry_id = posted.id;
    issued.entry_number = posted.number;
    context.audit("CREATE", "OwnerCall", posted.id.value,
                  Json::Object{{"description", call.description.value}, {"amount", JsonNumber{call.total.text()}}});
    return issued;
}

RecordedReceipt record_receipt(Context& context, const NewReceipt& receipt) {
    if (receipt.amount.minor <= 0)
        throw Refused(Refusal::total_must_be_positive, "", at_path("amount", Refusal::total_must_be_positive));
    const auto roles = roles_of(receipt.purpose.value_or(CallPurpose::budget));
    const auto receivable = ledger::account_of_role(context, roles.receivable);
    const auto owners = load_owners(context, {receipt.owner_id}, receivable, roles.receivable);
    if (owners.empty()) throw Refused(Refusal::not_an_owner, "", at_path("owner_id", Refusal::not_an_owner));
    const auto& owner = owners.begin()->second;
    const auto money = money_account(
        context, receipt.account_code ? std::optional<std::string_view>(receipt.account_code->value) : std::nullopt);

    ledger::Posting posting;
    posting.journal_code = money.journal_code;
    posting.date = receipt.date;
    posting.description = receipt.description && !receipt.description->empty() ? receipt.description->value
                                                                               : "Encaissement – " + owner.name;
    posting.voucher_reference = receipt.reference && !receipt.reference->empty()
                                    ? receipt.reference->value
                                    : owner.code + " " + receipt.date.text();
    posting.lines.push_back({money.id, {}, receipt.amount, posting.description, {}, {}, {}, {}, {}, {}});
    posting.lines.push_back(
        {receivable, owner.auxiliary_id, -receipt.amount, posting.description, {}, {}, {}, {}, {}, {}});
    const auto posted = ledger::post(context, posting);
    Money matched(0, context.currency());
    if (receipt.match.value_or(true)) {
        const auto claims = context.rows<sql::open_claims>(context.organization(), receivable, *owner.auxiliary_id);
        matched =
            settle_claims(context, claims, posted.id, 2, receipt.amount, "encaissement " + posting.voucher_reference);
    }
    context.audit("CREATE", "OwnerReceipt", posted.id.value,
                  Json::Object{{"owner", owner.name}, {"amount", JsonNumber{receipt.amount.text()}}});
    return {posted.id, posted.number, matched};
}

constexpr Route routes[] = {
    {"POST", "/api/v1/calls", "issue_calls", operation<create_call>},
    {"POST", "/api/v1/receipts", "record_payments", operation<create_receipt>},
};
const std::span<const Route> owner_call_routes = routes;

}  // namespace daftar::accounting
