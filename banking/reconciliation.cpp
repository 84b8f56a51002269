#include "banking/reconciliation.hpp"

#include "banking/reconciliation.sql.hpp"
#include "ledger/tree_head.hpp"
#include "ledger/trial_balance.hpp"

namespace daftar::banking {

struct ReconciledAccount {
    Id<BankAccount> bank_account_id;
    Id<ledger::Account> account_id;
    std::string code, name;
    std::optional<Date> first_day;  ///< of the first statement: what came before is inside its opening balance
};
BOOST_DESCRIBE_STRUCT(ReconciledAccount, (), (bank_account_id, account_id, code, name, first_day))

struct BankBalance {
    Money balance;
    Date day;
};
BOOST_DESCRIBE_STRUCT(BankBalance, (), (balance, day))

struct FrozenRow {
    Reconciliation content;
    std::int64_t entry_count = 0;
    std::string root;
    Timestamp created_at;
};
BOOST_DESCRIBE_STRUCT(FrozenRow, (), (content, entry_count, root, created_at))

struct FrozenView {
    Uuid id;
    std::string account_code;
    Date date;
    std::int64_t entry_count = 0;
    std::string root;
    Timestamp created_at;
};
BOOST_DESCRIBE_STRUCT(FrozenView, (), (id, account_code, date, entry_count, root, created_at))

namespace {

struct ReconciliationRequest {
    Text<1, 20> account_code;
    std::optional<Date> date;  ///< today when absent
    std::optional<Uuid> organization_id;
};
BOOST_DESCRIBE_STRUCT(ReconciliationRequest, (), (account_code, date, organization_id))

ReconciledAccount account_of(Context& context, std::string_view code) {
    const auto found = context.maybe<sql::reconciled_account>(context.organization(), code);
    if (!found) throw Refused(Refusal::no_bank_account);
    return *found;
}

Money book_balance(Context& context, const std::string& code, const Date& date) {
    ledger::BalanceRequest request;
    request.date = date;
    request.account_code = Text<1, 20>(code);
    for (const auto& account : ledger::trial_balance(context, request).accounts)
        if (account.account_code == code) return account.balance;
    return Money(0, context.currency());
}

Reconciliation compute(Context& context, const ReconciledAccount& account, const Date& date) {
    Reconciliation result;
    result.account = account.code + " - " + account.name;
    result.date = date;
    result.book_balance = book_balance(context, account.code, date);
    const auto bank = context.maybe<sql::bank_balance_at>(context.organization(), account.bank_account_id, date);
    result.outstanding_items =
        context.rows<sql::outstanding_lines>(context.organization(), account.account_id, date, account.first_day);
    result.unbooked_movements =
        context.rows<sql::unbooked_movements>(context.organization(), account.bank_account_id, date);
    if (!bank) return result;
    result.bank_statement_balance = bank->balance;
    result.bank_statement_date = bank->day;
    Money reconciled = bank->balance;
    for (const auto& item : result.outstanding_items) reconciled += item.amount;
    for (const auto& movement : result.unbooked_movements) reconciled -= movement.amount;
    result.reconciled_balance = reconciled;
    result.difference = reconciled - result.book_balance;
    if (!result.difference->is_zero())
        result.status = ReconciliationStatus::Difference;
    else
        result.status =
            result.unbooked_movements.empty() ? ReconciliationStatus::Reconciled : ReconciliationStatus::ToBook;
    return result;
}

void check_organization(Context& context, const ReconciliationRequest& request) {
    if (request.organization_id && *request.organization_id != context.organization().value)
        throw Refused(CommonRefusal::wrong_organization);
}

Reconciliation get(Context& context, const ReconciliationRequest& request) {
    check_organization(context, request);
    return reconciliation(context, request.account_code.value, request.date.value_or(context.today()));
}

Created<Reconciliation> freeze(Context& context, const ReconciliationRequest& request) {
    check_organization(context, request);
    const auto account = account_of(context, request.account_code.value);
    const auto date = request.date.value_or(context.today());
    const auto result = compute(context, account, date);
    if (result.status != ReconciliationStatus::Reconciled)
        throw Refused(Refusal::not_reconciled, result.difference ? "Écart : " + french(*result.difference) + "."
                                                                 : "Aucun relevé ne donne le solde à cette date.");
    const auto root = ledger::current_root(context);
    const auto id = context.new_id<Reconciliation>();
    if (context.run<sql::insert_reconciliation>(context.organization(), id, account.account_id, date, result, root.size,
                                                root.root, context.principal().user) == 0)
        throw Refused(Refusal::reconciliation_exists);
    context.audit("FREEZE", "BankReconciliation", id.value,
                  Json::Object{{"account", account.code}, {"date", date.text()}});
    return {reconciliation(context, request.account_code.value, date)};
}

Page<FrozenView> list(Context& context) {
    return {context.rows<sql::list_reconciliations>(context.organization()), {}};
}

}  // namespace

Reconciliation reconciliation(Context& context, std::string_view account_code, const Date& date) {
    const auto account = account_of(context, account_code);
    auto now = compute(context, account, date);
    now.missing_statements = missing_statements(context, {account.bank_account_id, date});
    auto frozen = context.maybe<sql::frozen_reconciliation>(context.organization(), account.account_id, date);
    if (!frozen) return now;
    const bool still_true = now.book_balance == frozen->content.book_balance && now.difference &&
                            now.difference->is_zero() && now.unbooked_movements.empty() &&
                            now.outstanding_items.size() == frozen->content.outstanding_items.size();
    frozen->content.frozen = {frozen->created_at, frozen->entry_count, frozen->root, still_true};
    frozen->content.missing_statements = std::move(now.missing_statements);
    return std::move(frozen->content);
}

constexpr Route routes[] = {
    {"GET", "/api/v1/accounting/bank-reconciliation", "read_reports", operation<get>},
    {"POST", "/api/v1/accounting/bank-reconciliation", "match", operation<freeze>},
    {"GET", "/api/v1/accounting/bank-reconciliations", "read_reports", operation<list>},
};
const std::span<const Route> reconciliation_routes = routes;

}  // namespace daftar::banking
