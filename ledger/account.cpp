#include "ledger/account.hpp"

#include "ledger/account.sql.hpp"
#include "ledger/books.hpp"

namespace daftar::ledger {

enum class ChartRefusal { other_chart, type_in_use };
BOOST_DESCRIBE_ENUM(ChartRefusal, other_chart, type_in_use)

RefusalText text_of(ChartRefusal refusal) {
    switch (refusal) {
        case ChartRefusal::other_chart:
            return {409, "Deux plans comptables ne se mêlent pas."};
        case ChartRefusal::type_in_use:
            return {409, "Ce compte porte des écritures et son type convient à sa classe : il ne change plus."};
    }
    return {500, ""};
}

namespace {

constexpr std::int64_t accounts_max = 2'000;

struct AccountFilter {
    std::optional<AccountType> account_type;
    std::optional<bool> is_active;
    std::optional<Text<1, 100>> search;
    std::optional<Text<1, 20>> parent_code;
    std::optional<Text<1, 20>> cursor;
};
BOOST_DESCRIBE_STRUCT(AccountFilter, (), (account_type, is_active, search, parent_code, cursor))

struct AccountKey {
    Id<Account> id;
};
BOOST_DESCRIBE_STRUCT(AccountKey, (), (id))

struct AccountCode {
    Text<1, 20> code;
};
BOOST_DESCRIBE_STRUCT(AccountCode, (), (code))

struct NewAccount {
    Text<1, 20> code;
    Text<1, 200> name;
    AccountType account_type = AccountType::Asset;
    std::optional<Text<1, 20>> parent_code;
    std::optional<bool> is_collective;

    std::optional<Problem> broken_rule() const {
        if (code.value.front() < '0' || code.value.front() > '9')
            return Problem{"code", "invalid_code", "Un code de compte commence par le chiffre de sa classe."};
        for (const char c : code.value)
            if (!((c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z')))
                return Problem{"code", "invalid_code", "Un code de compte est fait de chiffres et de majuscules."};
        return {};
    }
};
BOOST_DESCRIBE_STRUCT(NewAccount, (), (code, name, account_type, parent_code, is_collective))

struct ChangedAccount {
    Id<Account> id;
    std::optional<Text<1, 200>> name;
    std::optional<bool> is_active;
    std::optional<AccountType>
        account_type;  ///< to mend one that contradicts its class, or of an account without lines
};
BOOST_DESCRIBE_STRUCT(ChangedAccount, (), (id, name, is_active, account_type))

struct AccountCount {
    std::int64_t count = 0;
};
BOOST_DESCRIBE_STRUCT(AccountCount, (), (count))

struct SeedRequest {
    Text<1, 40> chart;
};
BOOST_DESCRIBE_STRUCT(SeedRequest, (), (chart))

struct SeedReport {
    std::string chart;
    std::int64_t created = 0, total = 0;
};
BOOST_DESCRIBE_STRUCT(SeedReport, (), (chart, created, total))

struct RoleBinding {
    Text<1, 60> role;
    Text<1, 20> account_code;
};
BOOST_DESCRIBE_STRUCT(RoleBinding, (), (role, account_code))

struct AuxiliaryFilter {
    std::optional<Text<1, 20>> account_code;
    std::optional<AuxiliaryKind> kind;
    std::optional<Text<1, 100>> search;
    std::optional<Text<1, 100>> cursor;
};
BOOST_DESCRIBE_STRUCT(AuxiliaryFilter, (), (account_code, kind, search, cursor))

Listed<AccountView> list_accounts(Context& context, const AccountFilter& filter) {
    auto accounts = context.rows<sql::list_accounts>(context.organization(), filter.account_type, filter.is_active,
                                                     filter.search, filter.parent_code, filter.cursor, accounts_max);
    std::optional<std::string> next;
    if (static_cast<std::int64_t>(accounts.size()) == accounts_max) next = accounts.back().code;
    return {std::move(accounts), next};
}

AccountView get_account(Context& context, const AccountKey& key) {
    return context.found<sql::account_by_id>(context.organization(), key.id);
}

AccountView get_account_by_code(Context& context, const AccountCode& key) {
    return context.found<sql::account_by_code>(context.organization(), key.code);
}

AccountCount count_accounts(Context& context) { return {context.one<sql::count_accounts>(context.organization())}; }

bool is_result(AccountType type) { return type == AccountType::Income || type == AccountType::Expense; }

void refuse_other_type(std::string_view code, AccountType type) {
    if (!fits_class(code, type))
        throw BadInput("account_type", "type_not_of_class",
                       is_result(type) ? "Une charge ou un produit est en classe 6 ou 7."
                                       : "Un compte de classe 6 ou 7 est une charge (Expense) ou un produit (Income).");
}

/// Statements that were handed out rest on the type: it changes only where it was wrong or nothing was posted.
void refuse_type_change(Context& context, const AccountView& before, AccountType type) {
    if (type == before.account_type) return;
    refuse_other_type(before.code, type);
    if (fits_class(before.code, before.account_type) &&
        context.one<sql::account_has_lines>(context.organization(), before.id))
        throw Refused(ChartRefusal::type_in_use, before.code + ".",
                      {{"account_type", "type_in_use", text_of(ChartRefusal::type_in_use).sentence}});
}

Created<AccountView> create_account(Context& context, const NewAccount& account) {
    refuse_other_type(account.code.value, account.account_type);
    if (account.parent_code) {
        if (!account_of_code(context, *account.parent_code))
            throw Refused(Refusal::parent_missing, "Compte " + account.parent_code->value + ".",
                          {{"parent_code", "parent_missing", text_of(Refusal::parent_missing).sentence}});
        if (!account.code.value.starts_with(account.parent_code->value) || account.code == *account.parent_code)
            throw Refused(Refusal::parent_must_prefix, account.code.value + " sous " + account.parent_code->value + ".",
                          {{"code", "parent_must_prefix", text_of(Refusal::parent_must_prefix).sentence}});
    } else if (chart_is_closed(context)) {
        throw Refused(Refusal::closed_list, "",
                      {{"parent_code", "closed_list", text_of(Refusal::closed_list).sentence}});
    }
    const auto id = context.new_id<Account>();
    const auto inserted =
        context.run<sql::insert_account>(context.organization(), id, account.code, account.name, account.account_type,
                                         account.parent_code, account.is_collective.value_or(false), true);
    if (inserted == 0)
        throw Refused(Refusal::code_taken, account.code.value + ".",
                      {{"code", "code_taken", text_of(Refusal::code_taken).sentence}});
    context.audit("CREATE", "Account", id.value,
                  Json::Object{{"code", account.code.value}, {"name", account.name.value}});
    return {context.one<sql::account_by_id>(context.organization(), id)};
}

AccountView change_account(Context& context, const ChangedAccount& change) {
    const auto before = context.found<sql::account_by_id>(context.organization(), change.id);
    require_match(context, before.version);
    const std::string name = change.name ? change.name->value : before.name;
    const bool active = change.is_active.value_or(before.is_active);
    const auto type = change.account_type.value_or(before.account_type);
    refuse_type_change(context, before, type);
    if (context.run<sql::update_account>(context.organization(), change.id, name, active, before.version, type) == 0)
        throw Refused(CommonRefusal::changed_meanwhile);
    const auto facts = [](const std::string& called, bool is_active, AccountType account_type) {
        return Json::Object{
            {"name", called}, {"is_active", is_active}, {"account_type", std::string(name_of(account_type))}};
    };
    context.audit("UPDATE", "Account", change.id.value,
                  Json::Object{{"before", facts(before.name, before.is_active, before.account_type)},
                               {"after", facts(name, active, type)}});
    return context.one<sql::account_by_id>(context.organization(), change.id);
}

SeedReport seed_chart_operation(Context& context, const SeedRequest& request) {
    const auto& own = chart_of(context);
    if (chart_asked_for(request.chart.value).name != own.name)
        throw Refused(ChartRefusal::other_chart, "Cette organisation suit : " + own.title + ".");
    const auto before = context.one<sql::count_accounts>(context.organization());
    seed_chart(context, request.chart.value);
    const auto after = context.one<sql::count_accounts>(context.organization());
    context.audit("SEED", "Account", {}, Json::Object{{"chart", request.chart.value}, {"created", after - before}});
    return {request.chart, after - before, after};
}

Page<RoleView> list_roles(Context& context) { return {context.rows<sql::list_roles>(context.organization()), {}}; }

AccountView bind_role(Context& context, const RoleBinding& binding) {
    const auto account = account_of_code(context, binding.account_code);
    if (!account) throw Refused(Refusal::unknown_account, binding.account_code.value + ".");
    std::string before;
    for (const auto& role : context.rows<sql::list_roles>(context.organization()))
        if (role.role == binding.role.value) before = role.account_code;
    context.run<sql::bind_role>(context.organization(), binding.role, account->id);
    context.audit("UPDATE", "AccountRole", account->id.value,
                  Json::Object{{"role", binding.role.value},
                               {"before", Json::Object{{"account_code", before}}},
                               {"after", Json::Object{{"account_code", account->code}}}});
    return context.one<sql::account_by_id>(context.organization(), account->id);
}

Page<AuxiliaryView> list_auxiliaries(Context& context, const AuxiliaryFilter& filter) {
    constexpr std::int64_t page_size = 200;
    Page<AuxiliaryView> page{context.rows<sql::list_auxiliaries>(context.organization(), filter.account_code,
                                                                 filter.kind, filter.search, filter.cursor, page_size),
                             {}};
    if (static_cast<std::int64_t>(page.items.size()) == page_size)
        page.next = page.items.back().account_code + " " + page.items.back().code;
    return page;
}

struct CreatedAuxiliary {
    Id<Auxiliary> id;
};
BOOST_DESCRIBE_STRUCT(CreatedAuxiliary, (), (id))

Created<CreatedAuxiliary> create_auxiliary_operation(Context& context, const NewAuxiliary& auxiliary) {
    if (auxiliary.party_id && !context.one<sql::party_exists>(context.organization(), *auxiliary.party_id))
        throw Refused(CommonRefusal::not_found, "",
                      {{"party_id", "unknown_party", "Ce tiers n'est pas dans ces livres."}});
    return {{create_auxiliary(context, auxiliary)}};
}

}  // namespace

bool fits_class(std::string_view code, AccountType type) {
    return is_result(type) == (code.starts_with('6') || code.starts_with('7'));
}

Id<Account> account_of_role(Context& context, std::string_view role) {
    const auto found = context.maybe<sql::account_of_role>(context.organization(), role);
    if (!found) throw Refused(Refusal::role_not_bound, "Rôle : " + std::string(role) + ".");
    return {*found};
}

std::optional<AccountView> account_of_code(Context& context, std::string_view code) {
    return context.maybe<sql::account_by_code>(context.organization(), code);
}

Id<Auxiliary> create_auxiliary(Context& context, const NewAuxiliary& auxiliary) {
    const auto account = account_of_code(context, auxiliary.account_code);
    if (!account || !account->is_collective)
        throw Refused(Refusal::unknown_account, "Compte collectif " + auxiliary.account_code.value + ".",
                      {{"account_code", "unknown_account", text_of(Refusal::unknown_account).sentence}});
    const auto id = context.new_id<Auxiliary>();
    if (context.run<sql::insert_auxiliary>(context.organization(), id, account->id, auxiliary.code, auxiliary.name,
                                           auxiliary.kind, auxiliary.party_id) == 0)
        throw Refused(Refusal::code_taken, auxiliary.code.value + ".",
                      {{"code", "code_taken", text_of(Refusal::code_taken).sentence}});
    context.audit("CREATE", "Auxiliary", id.value,
                  Json::Object{{"code", auxiliary.code.value}, {"name", auxiliary.name.value}});
    return id;
}

constexpr Route routes[] = {
    {"GET", "/api/v1/accounts", "read_chart", operation<list_accounts>},
    {"GET", "/api/v1/accounts/count", "read_chart", operation<count_accounts>},
    {"GET", "/api/v1/accounts/{id}", "read_chart", operation<get_account>},
    {"GET", "/api/v1/accounts/code/{code}", "read_chart", operation<get_account_by_code>},
    {"POST", "/api/v1/accounts", "edit_chart", operation<create_account>},
    {"PUT", "/api/v1/accounts/{id}", "edit_chart", operation<change_account>},
    {"POST", "/api/v1/accounts/seed/{chart}", "edit_chart", operation<seed_chart_operation>},
    {"GET", "/api/v1/account-roles", "read_chart", operation<list_roles>},
    {"PUT", "/api/v1/account-roles/{role}", "edit_chart", operation<bind_role>},
    {"GET", "/api/v1/auxiliaries", "read_chart", operation<list_auxiliaries>},
    {"POST", "/api/v1/auxiliaries", "edit_chart", operation<create_auxiliary_operation>},
};
const std::span<const Route> account_routes = routes;

}  // namespace daftar::ledger
