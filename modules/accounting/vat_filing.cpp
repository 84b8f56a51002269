// Filing and settling VAT declarations: draft, filed, settled; a filed one may be withdrawn and filed again.
#include "ledger/account.hpp"
#include "ledger/entry.hpp"
#include "modules/accounting/money_account.hpp"
#include "modules/accounting/vat_declaration.hpp"
#include "modules/accounting/vat_filing.sql.hpp"

namespace daftar::accounting {

struct VatReturnView {
    Id<VatReturn> id;
    std::string period;
    Date start_date, end_date;
    VatFiling status = VatFiling::filed;
    Money collected, deductible, balance;
    std::string reference;
    Timestamp filed_at;
    std::optional<Date> settled_on;
    std::optional<Id<ledger::Entry>> settlement_entry_id;
};
BOOST_DESCRIBE_STRUCT(VatReturnView, (),
                      (id, period, start_date, end_date, status, collected, deductible, balance, reference, filed_at,
                       settled_on, settlement_entry_id))

struct QuarterFiling {
    std::string period;
    std::int32_t days = 0;
    std::int64_t days_filed = 0, days_settled = 0;
};
BOOST_DESCRIBE_STRUCT(QuarterFiling, (), (period, days, days_filed, days_settled))

namespace {

struct NewVatReturn {
    std::int32_t year = 0;
    std::optional<std::int32_t> quarter, month;
    std::optional<Text<0, 100>> reference;  ///< given by the tax office

    std::optional<Problem> broken_rule() const { return VatPeriodRequest{year, quarter, month}.broken_rule(); }
};
BOOST_DESCRIBE_STRUCT(NewVatReturn, (), (year, quarter, month, reference))

struct ReturnFilter {
    std::optional<std::int32_t> year;
};
BOOST_DESCRIBE_STRUCT(ReturnFilter, (), (year))

struct ReturnKey {
    Id<VatReturn> id;
};
BOOST_DESCRIBE_STRUCT(ReturnKey, (), (id))

struct Settlement {
    Id<VatReturn> id;
    std::optional<Date> date;                 ///< today when absent
    std::optional<Text<1, 20>> account_code;  ///< that pays or receives; the bank when absent
};
BOOST_DESCRIBE_STRUCT(Settlement, (), (id, date, account_code))

Page<VatReturnView> list_returns(Context& context, const ReturnFilter& filter) {
    return {context.rows<sql::list_vat_returns>(context.organization(), filter.year), {}};
}

Created<VatReturnView> file_return(Context& context, const NewVatReturn& request) {
    const VatPeriodRequest period{request.year, request.quarter, request.month};
    if (period.end() >= context.today())
        throw Refused(Refusal::period_not_over, "Elle se termine le " + french(period.end()) + ".");
    const auto declaration = vat_declaration(context, period);
    const auto id = context.new_id<VatReturn>();
    if (context.run<sql::insert_vat_return>(context.organization(), id, declaration.period, declaration.start_date,
                                            declaration.end_date, declaration.vat_collected, declaration.vat_deductible,
                                            declaration, request.reference ? request.reference->value : "",
                                            context.now(), context.principal().user) == 0)
        throw Refused(Refusal::already_filed, declaration.period + ".");
    context.audit(
        "FILE", "VatReturn", id.value,
        Json::Object{{"period", declaration.period}, {"balance", JsonNumber{declaration.vat_balance.text()}}});
    return {context.one<sql::vat_return_by_id>(context.organization(), id)};
}

VatReturnView settle_return(Context& context, const Settlement& settlement) {
    context.later<sql::lock_vat_return>(context.organization(), settlement.id);
    const auto filed = context.found<sql::vat_return_by_id>(context.organization(), settlement.id);
    if (filed.status == VatFiling::settled) throw Refused(Refusal::already_settled);
    if (filed.status != VatFiling::filed) throw Refused(Refusal::not_filed);
    const auto date = settlement.date.value_or(context.today());
    std::optional<Id<ledger::Entry>> entry;
    ledger::Posting posting;
    const auto add = [&](Id<ledger::Account> account, const Money& amount) {
        if (!amount.is_zero())
            posting.lines.push_back({account, {}, amount, "TVA " + filed.period, {}, {}, {}, {}, {}, {}});
    };
    add(ledger::account_of_role(context, "vat_out"), filed.collected);
    add(ledger::account_of_role(context, "vat_in"), -filed.deductible);
    if (!posting.lines.empty()) {
        const auto money = money_account(context, settlement.account_code
                                                      ? std::optional<std::string_view>(settlement.account_code->value)
                                                      : std::nullopt);
        add(money.id, -filed.balance);
        posting.journal_code = money.journal_code;
        posting.date = date;
        posting.description =
            filed.balance.minor > 0 ? "Paiement de la TVA " + filed.period : "Remboursement de la TVA " + filed.period;
        posting.voucher_reference = filed.reference.empty() ? "TVA " + filed.period : filed.reference;
        entry = ledger::post(context, posting).id;
    }
    context.run<sql::settle_vat_return>(context.organization(), filed.id, date, entry);
    context.audit("SETTLE", "VatReturn", filed.id.value,
                  Json::Object{{"period", filed.period}, {"balance", JsonNumber{filed.balance.text()}}});
    return context.one<sql::vat_return_by_id>(context.organization(), filed.id);
}

VatReturnView withdraw_return(Context& context, const ReturnKey& key) {
    const auto filed = context.found<sql::vat_return_by_id>(context.organization(), key.id);
    if (context.run<sql::withdraw_vat_return>(context.organization(), key.id) == 0)
        throw Refused(filed.status == VatFiling::settled ? Refusal::already_settled : Refusal::not_filed);
    context.audit("WITHDRAW", "VatReturn", key.id.value, Json::Object{{"period", filed.period}});
    return context.one<sql::vat_return_by_id>(context.organization(), key.id);
}

}  // namespace

std::vector<FiledPeriod> filing_of_year(Context& context, const Date& start, const Date& end) {
    std::vector<FiledPeriod> periods;
    for (auto& quarter : context.rows<sql::quarters_with_vat>(context.organization(), start, end)) {
        const auto status = quarter.days_settled >= quarter.days ? VatFiling::settled
                            : quarter.days_filed >= quarter.days ? VatFiling::filed
                                                                 : VatFiling::draft;
        periods.push_back({std::move(quarter.period), status});
    }
    return periods;
}

constexpr Route routes[] = {
    {"GET", "/api/v1/accounting/vat-declarations", "read_reports", operation<list_returns>},
    {"POST", "/api/v1/accounting/vat-declarations", "write_entries", operation<file_return>},
    {"POST", "/api/v1/accounting/vat-declarations/{id}/settle", "write_entries", operation<settle_return>},
    {"POST", "/api/v1/accounting/vat-declarations/{id}/withdraw", "write_entries", operation<withdraw_return>},
};
const std::span<const Route> vat_filing_routes = routes;

}  // namespace daftar::accounting
