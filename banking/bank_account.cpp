#include "banking/bank_account.hpp"

#include <algorithm>

#include "banking/bank_account.sql.hpp"
#include "banking/readers/references.hpp"
#include "core/changes.hpp"
#include "ledger/account.hpp"

namespace daftar::banking {
namespace {

struct BankAccountKey {
    Id<BankAccount> id;
};
BOOST_DESCRIBE_STRUCT(BankAccountKey, (), (id))

struct NewBankAccount {
    Text<1, 200> name;
    Text<1, 60> identifier;                   ///< IBAN, RIB or the bank's own number
    std::optional<Text<1, 20>> account_code;  ///< in the books; the account of the role "bank" when absent
    std::optional<Text<0, 100>> bank;
};
BOOST_DESCRIBE_STRUCT(NewBankAccount, (), (name, identifier, account_code, bank))

struct ChangedBankAccount {
    Id<BankAccount> id;
    std::optional<Text<1, 200>> name;
    std::optional<bool> is_active;
};
BOOST_DESCRIBE_STRUCT(ChangedBankAccount, (), (id, name, is_active))

struct NewLayout {
    Id<BankAccount> id;
    TableLayout layout;
};
BOOST_DESCRIBE_STRUCT(NewLayout, (), (id, layout))

constexpr std::pair<std::string_view, DateOrder> date_orders[] = {
    {"dmy", DateOrder::day_month_year}, {"mdy", DateOrder::month_day_year}, {"ymd", DateOrder::year_month_day}};

/// Each optional column of a layout beside its role, so that both directions are one table.
constexpr std::pair<std::optional<std::int32_t> TableLayout::*, Role> column_roles[] = {
    {&TableLayout::value_date, Role::value_date},
    {&TableLayout::amount, Role::amount},
    {&TableLayout::debit, Role::debit},
    {&TableLayout::credit, Role::credit},
    {&TableLayout::fee, Role::fee},
    {&TableLayout::direction, Role::direction},
    {&TableLayout::balance, Role::balance},
    {&TableLayout::currency, Role::currency},
    {&TableLayout::account, Role::account},
    {&TableLayout::label, Role::label},
    {&TableLayout::reference, Role::reference},
    {&TableLayout::structured, Role::structured},
    {&TableLayout::name, Role::name},
    {&TableLayout::counterparty, Role::counterparty},
    {&TableLayout::status, Role::status}};

Id<BankAccount> create(Context& context, const std::string& name, const std::string& identifier,
                       const std::string& bank, Id<ledger::Account> account) {
    const auto id = context.new_id<BankAccount>();
    for (const auto& other : bank_accounts(context)) {
        if (other.account_id == account) throw Refused(Refusal::account_already_bound);
        if (is_same_account(other.identifier, identifier)) throw Refused(Refusal::identifier_taken);
    }
    if (context.run<sql::insert_bank_account>(context.organization(), id, name, identifier, bank, context.currency(),
                                              account) == 0)
        throw Refused(Refusal::identifier_taken);
    context.audit("CREATE", "BankAccount", id.value, Json::Object{{"name", name}, {"identifier", identifier}});
    return id;
}

Page<BankAccountView> list(Context& context) { return {bank_accounts(context), {}}; }

BankAccountView get(Context& context, const BankAccountKey& key) { return bank_account(context, key.id); }

Created<BankAccountView> add(Context& context, const NewBankAccount& request) {
    auto account = Id<ledger::Account>();
    if (request.account_code) {
        const auto found = ledger::account_of_code(context, request.account_code->value);
        if (!found)
            throw Refused(Refusal::unknown_account, "",
                          {{"account_code", "unknown_account", text_of(Refusal::unknown_account).sentence}});
        account = found->id;
    } else {
        account = ledger::account_of_role(context, "bank");
    }
    return {bank_account(context, create(context, request.name, normalized_account(request.identifier.value),
                                         request.bank ? request.bank->value : "", account))};
}

BankAccountView change(Context& context, const ChangedBankAccount& request) {
    const auto before = bank_account(context, request.id);
    require_match(context, before.version);
    const auto name = request.name ? request.name->value : before.name;
    if (context.run<sql::update_bank_account>(context.organization(), request.id, name,
                                              request.is_active.value_or(before.is_active), before.version) == 0)
        throw Refused(CommonRefusal::changed_meanwhile);
    auto after = bank_account(context, request.id);
    context.audit("UPDATE", "BankAccount", request.id.value, changes(before, after));
    return after;
}

BankAccountView set_layout(Context& context, const NewLayout& request) {
    const auto before = bank_account(context, request.id);
    context.run<sql::set_table_layout>(context.organization(), request.id, request.layout);
    auto after = bank_account(context, request.id);
    context.audit("UPDATE", "BankAccount", request.id.value, changes(before, after));
    return after;
}

}  // namespace

std::optional<Problem> TableLayout::broken_rule() const {
    if (!amount && !(debit && credit))
        return Problem{"amount", "amount_column_missing",
                       "Indiquez la colonne du montant, ou celles du débit et du crédit."};
    for (const auto& [member, role] : column_roles)
        if ((this->*member).value_or(0) < 0)
            return Problem{"", "invalid_column", "Un numéro de colonne n’est pas négatif."};
    const bool known_order = !date_order || std::ranges::find(date_orders, *date_order, [](const auto& one) {
                                                return one.first;
                                            }) != std::end(date_orders);
    if (!known_order) return Problem{"date_order", "unknown_choice", "dmy, mdy ou ymd."};
    if (decimal_mark && *decimal_mark != "," && *decimal_mark != ".")
        return Problem{"decimal_mark", "unknown_choice", "Une virgule ou un point."};
    return {};
}

TableMapping mapping_of(const TableLayout& layout) {
    TableMapping mapping;
    mapping.header = layout.header;
    mapping.columns[Role::date] = layout.date;
    for (const auto& [member, role] : column_roles)
        if (layout.*member) mapping.columns[role] = *(layout.*member);
    mapping.detail_columns.assign(layout.details.begin(), layout.details.end());
    for (const auto& [text, order] : date_orders)
        if (layout.date_order == text) mapping.date_order = order;
    if (layout.decimal_mark)
        mapping.decimal_mark = *layout.decimal_mark == "," ? DecimalMark::comma : DecimalMark::point;
    return mapping;
}

TableLayout layout_of(const TableMapping& mapping) {
    TableLayout layout;
    layout.header = mapping.header;
    layout.date = mapping.columns.at(Role::date);
    for (const auto& [member, role] : column_roles)
        if (const auto found = mapping.columns.find(role); found != mapping.columns.end())
            layout.*member = found->second;
    layout.details.assign(mapping.detail_columns.begin(), mapping.detail_columns.end());
    for (const auto& [text, order] : date_orders)
        if (mapping.date_order == order) layout.date_order = text;
    if (mapping.decimal_mark) layout.decimal_mark = *mapping.decimal_mark == DecimalMark::comma ? "," : ".";
    return layout;
}

bool is_same_account(std::string_view one, std::string_view other) {
    if (one == other) return !one.empty();
    if (one.size() > other.size()) std::swap(one, other);
    // A number of eight figures or more inside the IBAN or the RIB that carries it: RIB of Morocco in its IBAN, bank +
    // branch + account of France, the bank's own number in a RIB.
    constexpr std::size_t telling_length = 8;
    if (one.size() < telling_length || !(is_iban(other) || is_moroccan_rib(other))) return false;
    return other.substr(is_iban(other) ? 4 : 0).find(one) != std::string_view::npos;
}

std::vector<BankAccountView> bank_accounts(Context& context) {
    return context.rows<sql::list_bank_accounts>(context.organization(), std::optional<Id<BankAccount>>());
}

BankAccountView bank_account(Context& context, Id<BankAccount> id) {
    return context.found<sql::list_bank_accounts>(context.organization(), std::optional(id));
}

BankAccountView account_of_statement(Context& context, std::optional<Id<BankAccount>> given,
                                     const Statement& statement) {
    const auto& identifier = statement.account_identifier;
    const auto named = identifier.empty() ? std::string() : identifier + ".";
    if (given) {
        auto account = bank_account(context, *given);
        if (!identifier.empty() && !is_same_account(account.identifier, identifier))
            throw Refused(Refusal::other_bank_account, named);
        return account;
    }
    const auto accounts = bank_accounts(context);
    if (identifier.empty() && accounts.size() == 1) return accounts.front();
    for (const auto& account : accounts)
        if (is_same_account(account.identifier, identifier)) return account;
    const auto of_role = ledger::account_of_role(context, "bank");
    const bool is_bound =
        std::ranges::any_of(accounts, [&](const BankAccountView& account) { return account.account_id == of_role; });
    // A table names no account: the book's own number stands for it until a file tells.
    const auto unnamed = std::ranges::find_if(
        accounts, [](const BankAccountView& account) { return account.identifier == account.account_code; });
    if (!identifier.empty() && unnamed != accounts.end()) {
        context.run<sql::name_bank_account>(context.organization(), unnamed->id, identifier, statement.bank);
        auto after = bank_account(context, unnamed->id);
        context.audit("UPDATE", "BankAccount", unnamed->id.value, changes(*unnamed, after));
        return after;
    }
    if (is_bound) throw Refused(Refusal::unknown_bank_account, named);
    if (!identifier.empty())
        return bank_account(context, create(context, "Banque " + identifier, identifier, statement.bank, of_role));
    const auto code = context.one<sql::code_of_account>(context.organization(), of_role);
    return bank_account(context, create(context, "Banque", code, statement.bank, of_role));
}

void learn_layout(Context& context, const BankAccountView& account, const TableMapping& mapping) {
    if (!account.table_layout && !mapping.header.empty())
        context.run<sql::set_table_layout>(context.organization(), account.id, layout_of(mapping));
}

constexpr Route routes[] = {
    {"GET", "/api/v1/bank/accounts", "bank", operation<list>},
    {"GET", "/api/v1/bank/accounts/{id}", "bank", operation<get>},
    {"POST", "/api/v1/bank/accounts", "bank", operation<add>},
    {"PUT", "/api/v1/bank/accounts/{id}", "bank", operation<change>},
    {"PUT", "/api/v1/bank/accounts/{id}/table-layout", "bank", operation<set_layout>},
};
const std::span<const Route> bank_account_routes = routes;

}  // namespace daftar::banking
