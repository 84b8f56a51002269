#include "ledger/posting_facts.hpp"

#include <set>

#include "ledger/posting_facts.sql.hpp"

namespace daftar::ledger {

enum class FactKind { account, auxiliary, journal };
BOOST_DESCRIBE_ENUM(FactKind, account, auxiliary, journal)

struct FactRow {
    FactKind kind = FactKind::account;
    Uuid id;
    std::optional<Id<Account>> account_id;  ///< of an auxiliary
    std::string code;
    bool is_active = true, is_collective = false;
    std::optional<AccountType> account_type;  ///< of an account
    std::optional<JournalKind> journal_kind;  ///< of a journal
};
BOOST_DESCRIBE_STRUCT(FactRow, (), (kind, id, account_id, code, is_active, is_collective, account_type, journal_kind))

namespace {

PostingFacts sorted(std::vector<FactRow> rows) {
    PostingFacts facts;
    for (auto& row : rows) switch (row.kind) {
            case FactKind::account:
                facts.accounts.emplace(Id<Account>{row.id},
                                       AccountFacts{{row.id},
                                                    std::move(row.code),
                                                    row.is_active,
                                                    row.is_collective,
                                                    row.account_type.value_or(AccountType::Asset)});
                break;
            case FactKind::auxiliary:
                facts.auxiliaries.emplace(
                    Id<Auxiliary>{row.id},
                    AuxiliaryFacts{{row.id}, *row.account_id, std::move(row.code), row.is_active});
                break;
            case FactKind::journal:
                facts.journals.emplace(std::move(row.code),
                                       JournalFacts{{row.id}, row.journal_kind.value_or(JournalKind::general)});
                break;
        }
    return facts;
}

}  // namespace

PostingFacts facts_of(Context& context, std::span<const Posting> postings) {
    std::set<Id<Account>> accounts;
    std::set<Id<Auxiliary>> auxiliaries;
    for (const auto& posting : postings)
        for (const auto& line : posting.lines) {
            accounts.insert(line.account);
            if (line.auxiliary) auxiliaries.insert(*line.auxiliary);
        }
    return sorted(context.rows<sql::posting_facts_by_id>(context.organization(),
                                                         std::vector(accounts.begin(), accounts.end()),
                                                         std::vector(auxiliaries.begin(), auxiliaries.end())));
}

PostingFacts facts_of(Context& context, std::span<const NewEntry> entries) {
    std::set<std::string> codes;
    std::set<std::pair<std::string, std::string>> auxiliaries;
    for (const auto& entry : entries)
        for (const auto& line : entry.lines) {
            codes.insert(line.account_code.value);
            if (line.auxiliary_code) auxiliaries.emplace(line.account_code.value, line.auxiliary_code->value);
        }
    std::vector<std::string> auxiliary_accounts, auxiliary_codes;
    for (const auto& [account, code] : auxiliaries) {
        auxiliary_accounts.push_back(account);
        auxiliary_codes.push_back(code);
    }
    return sorted(context.rows<sql::posting_facts_by_code>(
        context.organization(), std::vector(codes.begin(), codes.end()), auxiliary_accounts, auxiliary_codes));
}

}  // namespace daftar::ledger
