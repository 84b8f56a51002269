// Journals: achats, appels, banque, caisse, opérations diverses, à-nouveaux, clôture.
#pragma once
#include "core/operation.hpp"
#include "ledger/types.hpp"

namespace daftar::ledger {

struct JournalView {
    Id<Journal> id;
    std::string code, name;
    JournalKind kind = JournalKind::general;
    std::optional<std::string> account_code;  ///< of a bank or cash journal
    bool is_active = true;
};
BOOST_DESCRIBE_STRUCT(JournalView, (), (id, code, name, kind, account_code, is_active))

/// The code of the first active journal of a kind. Refused with unknown_journal when there is none.
std::string journal_of_kind(Context& context, JournalKind kind);
/// The code of the bank or cash journal of an account; nothing when it has none.
std::optional<std::string> journal_of_account(Context& context, std::string_view account_code);

extern const std::span<const Route> journal_routes;

}  // namespace daftar::ledger
