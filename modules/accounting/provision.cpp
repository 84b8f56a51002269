#include "modules/accounting/provision.hpp"

#include "ledger/account.hpp"
#include "ledger/entry.hpp"
#include "ledger/journal.hpp"
#include "modules/accounting/provision.sql.hpp"
#include "modules/accounting/year_end.hpp"

namespace daftar::accounting {

struct Provision;

enum class ProvisionStatus { proposed, posted, dropped };
BOOST_DESCRIBE_ENUM(ProvisionStatus, proposed, posted, dropped)

struct ProvisionView {
    Id<Provision> id;
    std::int32_t year = 0;
    std::string description, account_code;
    Money amount;
    ProvisionStatus status = ProvisionStatus::proposed;
    std::string reason;
    std::optional<Id<ledger::Entry>> entry_id;
};
BOOST_DESCRIBE_STRUCT(ProvisionView, (), (id, year, description, account_code, amount, status, reason, entry_id))

namespace {

struct NewProvision {
    std::int32_t year = 0;
    Text<1, 300> description;
    Text<1, 20> account_code;  ///< of the charge
    Money amount;
};
BOOST_DESCRIBE_STRUCT(NewProvision, (), (year, description, account_code, amount))

struct ProvisionList {
    std::int32_t year = 0;
    std::optional<Timestamp> reviewed_at;
    std::vector<ProvisionView> items;
};
BOOST_DESCRIBE_STRUCT(ProvisionList, (), (year, reviewed_at, items))

struct ProvisionKey {
    Id<Provision> id;
};
BOOST_DESCRIBE_STRUCT(ProvisionKey, (), (id))

struct DropRequest {
    Id<Provision> id;
    Text<3, 300> reason;
};
BOOST_DESCRIBE_STRUCT(DropRequest, (), (id, reason))

struct ReviewRequest {
    std::int32_t year = 0;
    std::optional<Text<0, 500>> comment;
};
BOOST_DESCRIBE_STRUCT(ReviewRequest, (), (year, comment))

ProvisionList list_provisions(Context& context, const FiscalYearRequest& request) {
    return {request.year, context.maybe<sql::provision_review>(context.organization(), request.year),
            context.rows<sql::list_provisions>(context.organization(), request.year)};
}

Created<ProvisionView> create_provision(Context& context, const NewProvision& provision) {
    year_named(context, provision.year);
    if (provision.amount.minor <= 0)
        throw Refused(Refusal::total_must_be_positive, "", at_path("amount", Refusal::total_must_be_positive));
    const auto account = ledger::account_of_code(context, provision.account_code);
    if (!account || !account->is_active || account->account_type != ledger::AccountType::Expense)
        throw Refused(Refusal::not_expense_account, provision.account_code.value + ".",
                      at_path("account_code", Refusal::not_expense_account));
    const auto id = context.new_id<Provision>();
    context.run<sql::insert_provision>(context.organization(), id, provision.year, provision.description, account->id,
                                       provision.amount);
    context.audit(
        "CREATE", "Provision", id.value,
        Json::Object{{"description", provision.description.value}, {"amount", JsonNumber{provision.amount.text()}}});
    return {context.one<sql::provision_by_id>(context.organization(), id)};
}

/// Charge of the year against invoices not yet received, on its last day.
ProvisionView post_provision(Context& context, const ProvisionKey& key) {
    const auto provision = context.found<sql::provision_by_id>(context.organization(), key.id);
    if (provision.status != ProvisionStatus::proposed) throw Refused(Refusal::already_reviewed);
    const auto year = year_named(context, provision.year);
    const auto account = ledger::account_of_code(context, provision.account_code);
    ensure(account.has_value(), "the account of a provision is gone");
    ledger::Posting posting;
    posting.journal_code = ledger::journal_of_kind(context, ledger::JournalKind::general);
    posting.date = year.end_date;
    posting.description = "Provision – " + provision.description;
    posting.voucher_reference = "PROV-" + std::to_string(provision.year);
    posting.lines.push_back({account->id, {}, provision.amount, posting.description, {}, {}, {}, {}, {}, {}});
    posting.lines.push_back({ledger::account_of_role(context, "suppliers_accrued"),
                             {},
                             -provision.amount,
                             posting.description,
                             {},
                             {},
                             {},
                             {},
                             {},
                             {}});
    const auto posted = ledger::post(context, posting);
    if (context.run<sql::decide_provision>(context.organization(), key.id, ProvisionStatus::posted, "", posted.id) == 0)
        throw Refused(Refusal::already_reviewed);
    context.audit("POST", "Provision", key.id.value, Json::Object{{"entry_id", posted.id.text()}});
    return context.one<sql::provision_by_id>(context.organization(), key.id);
}

ProvisionView drop_provision(Context& context, const DropRequest& request) {
    context.found<sql::provision_by_id>(context.organization(), request.id);
    if (context.run<sql::decide_provision>(context.organization(), request.id, ProvisionStatus::dropped, request.reason,
                                           std::optional<Uuid>()) == 0)
        throw Refused(Refusal::already_reviewed);
    context.audit("DROP", "Provision", request.id.value, Json::Object{{"reason", request.reason.value}});
    return context.one<sql::provision_by_id>(context.organization(), request.id);
}

ProvisionList review_provisions(Context& context, const ReviewRequest& request) {
    year_named(context, request.year);
    context.run<sql::review_provisions>(context.organization(), request.year,
                                        request.comment ? request.comment->value : "", context.now(),
                                        context.principal().user);
    context.audit("REVIEW", "Provision", {}, Json::Object{{"year", request.year}});
    return list_provisions(context, {request.year});
}

}  // namespace

constexpr Route routes[] = {
    {"GET", "/api/v1/accounting/provisions", "read_reports", operation<list_provisions>},
    {"POST", "/api/v1/accounting/provisions", "write_entries", operation<create_provision>},
    {"POST", "/api/v1/accounting/provisions/{id}/post", "write_entries", operation<post_provision>},
    {"POST", "/api/v1/accounting/provisions/{id}/drop", "write_entries", operation<drop_provision>},
    {"POST", "/api/v1/accounting/provisions/review", "write_entries", operation<review_provisions>},
};
const std::span<const Route> provision_routes = routes;

}  // namespace daftar::accounting
