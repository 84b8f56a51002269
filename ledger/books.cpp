#include "ledger/books.hpp"

#include "ledger/books.sql.hpp"
#include "ledger/fiscal_year.hpp"

namespace daftar::ledger {

const Chart& chart_asked_for(std::string_view name) { return chart_named(name == "belgian-pcmn" ? "be-acp" : name); }

void seed_chart(Context& context, std::string_view name) {
    const auto& chart = chart_asked_for(name);
    std::vector<Uuid> ids, journal_ids;
    std::vector<std::string> codes, names, types, roles, role_codes, journal_codes, journal_names, journal_kinds;
    std::vector<std::optional<std::string>> parents, journal_roles;
    std::vector<bool> collective, confirmed;
    for (const auto& account : chart.accounts) {
        ids.push_back(context.new_id<Account>().value);
        codes.push_back(account.code);
        names.push_back(account.name);
        types.push_back(account.account_type);
        parents.push_back(account.parent_code.empty() ? std::nullopt : std::optional(account.parent_code));
        collective.push_back(!account.collective.empty());
        confirmed.push_back(account.confirmed);
        for (const auto& role : account.roles) {
            roles.push_back(role);
            role_codes.push_back(account.code);
        }
    }
    context.later<sql::insert_accounts>(context.organization(), ids, codes, names, types, parents, collective,
                                        confirmed);
    context.later<sql::bind_roles>(context.organization(), roles, role_codes);
    for (const auto& journal : chart.journals) {
        journal_ids.push_back(context.new_id<Journal>().value);
        journal_codes.push_back(journal.code);
        journal_names.push_back(journal.name);
        journal_kinds.push_back(journal.kind);
        journal_roles.push_back(journal.account_role.empty() ? std::nullopt : std::optional(journal.account_role));
    }
    context.later<sql::insert_journals>(context.organization(), journal_ids, journal_codes, journal_names,
                                        journal_kinds, journal_roles);
    context.later<sql::insert_book>(context.organization());
}

void open_books(Context& context, std::string_view chart, std::int32_t year) {
    if (!all_years(context).empty()) throw Refused(Refusal::books_already_open);
    seed_chart(context, chart);
    open_year(context, year);
}

const Chart& chart_of(Context& context) {
    return chart_named(context.one<sql::chart_of_organization>(context.organization()));
}

bool chart_is_closed(Context& context) { return chart_of(context).closed; }

}  // namespace daftar::ledger
