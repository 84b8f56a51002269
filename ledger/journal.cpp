#include "ledger/journal.hpp"

#include "ledger/account.hpp"
#include "ledger/books.sql.hpp"

namespace daftar::ledger {
namespace {

struct NewJournal {
    Text<1, 10> code;
    Text<1, 100> name;
    JournalKind kind = JournalKind::general;
    std::optional<Text<1, 20>> account_code;

    std::optional<Problem> broken_rule() const {
        if (code.value.find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789") != std::string::npos)
            return Problem{"code", "journal_code_form",
                           "Un code de journal : des majuscules sans accent et des chiffres."};
        const bool needs_account = kind == JournalKind::bank || kind == JournalKind::cash;
        if (needs_account != account_code.has_value())
            return Problem{"account_code", "account_of_bank_journal",
                           "Un journal de banque ou de caisse, et lui seul, a un compte."};
        return {};
    }
};
BOOST_DESCRIBE_STRUCT(NewJournal, (), (code, name, kind, account_code))

Page<JournalView> list_journals(Context& context) { return {context.rows<sql::journals>(context.organization()), {}}; }

Created<JournalView> create_journal(Context& context, const NewJournal& journal) {
    std::optional<Id<Account>> account;
    if (journal.account_code) {
        const auto found = account_of_code(context, *journal.account_code);
        if (!found) throw Refused(Refusal::unknown_account, journal.account_code->value + ".");
        account = found->id;
    }
    const auto id = context.new_id<Journal>();
    if (context.run<sql::insert_journal>(context.organization(), id, journal.code, journal.name, journal.kind,
                                         account) == 0)
        throw Refused(Refusal::code_taken, journal.code.value + ".");
    context.audit("CREATE", "Journal", id.value, Json::Object{{"code", journal.code.value}});
    return {{id, journal.code, journal.name, journal.kind,
             journal.account_code ? std::optional(journal.account_code->value) : std::nullopt, true}};
}

}  // namespace

std::string journal_of_kind(Context& context, JournalKind kind) {
    for (auto& journal : context.rows<sql::journals>(context.organization()))
        if (journal.kind == kind && journal.is_active) return journal.code;
    throw Refused(Refusal::unknown_journal, "Type : " + std::string(name_of(kind)) + ".");
}

std::optional<std::string> journal_of_account(Context& context, std::string_view account_code) {
    for (auto& journal : context.rows<sql::journals>(context.organization()))
        if (journal.account_code == account_code && journal.is_active) return journal.code;
    return {};
}

constexpr Route routes[] = {
    {"GET", "/api/v1/accounting/journals", "read_chart", operation<list_journals>},
    {"POST", "/api/v1/accounting/journals", "edit_chart", operation<create_journal>},
};
const std::span<const Route> journal_routes = routes;

}  // namespace daftar::ledger
