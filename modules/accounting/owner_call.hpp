// Calls to owners and their payments: the postings behind any trade's fund calls.
#pragma once
#include "ledger/entry.hpp"
#include "registry/party.hpp"

namespace daftar::accounting {

/// What a call is for: each goes to its own receivable and income accounts.
enum class CallPurpose { budget, works, reserve };
BOOST_DESCRIBE_ENUM(CallPurpose, budget, works, reserve)

struct CallShare {
    Id<registry::Party> owner_id;
    std::int64_t weight = 0;  ///< shares, tantièmes: whole and not negative
};
BOOST_DESCRIBE_STRUCT(CallShare, (), (owner_id, weight))

/// A total split over owners by largest remainder.
struct NewCall {
    Date date;
    Text<1, 300> description;
    Money total;
    std::vector<CallShare> shares;
    std::optional<Date> due_date;  ///< the day of the call when absent
    std::optional<CallPurpose> purpose;
    std::optional<Text<0, 100>> reference;
    std::optional<Text<1, 20>> income_account_code;  ///< that of the purpose when absent

    std::optional<Problem> broken_rule() const;
};
BOOST_DESCRIBE_STRUCT(NewCall, (),
                      (date, description, total, shares, due_date, purpose, reference, income_account_code))

struct CalledShare {
    Id<registry::Party> owner_id;
    std::string owner_code, owner_name;
    Money amount;
};
BOOST_DESCRIBE_STRUCT(CalledShare, (), (owner_id, owner_code, owner_name, amount))

struct IssuedCall {
    Id<ledger::Entry> entry_id;
    std::int64_t entry_number = 0;
    Money total;
    std::vector<CalledShare> shares;
};
BOOST_DESCRIBE_STRUCT(IssuedCall, (), (entry_id, entry_number, total, shares))

/// Posts one entry with one open item per owner.
IssuedCall issue_call(Context& context, const NewCall& call);

/// Money received from an owner.
struct NewReceipt {
    Date date;
    Id<registry::Party> owner_id;
    Money amount;
    std::optional<Text<1, 20>> account_code;  ///< of a bank or cash account; the bank when absent
    std::optional<Text<0, 300>> description;
    std::optional<Text<0, 100>> reference;
    std::optional<CallPurpose> purpose;
    std::optional<bool> match;  ///< settle the owner's oldest due items with it; yes when absent
};
BOOST_DESCRIBE_STRUCT(NewReceipt, (), (date, owner_id, amount, account_code, description, reference, purpose, match))

struct RecordedReceipt {
    Id<ledger::Entry> entry_id;
    std::int64_t entry_number = 0;
    Money matched;  ///< part that settles open items
};
BOOST_DESCRIBE_STRUCT(RecordedReceipt, (), (entry_id, entry_number, matched))

RecordedReceipt record_receipt(Context& context, const NewReceipt& receipt);

extern const std::span<const Route> owner_call_routes;
extern const std::span<const Route> owner_call_list_routes;

}  // namespace daftar::accounting
