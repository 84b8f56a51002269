// Words of the ledger that several files share.
#pragma once
#include "core/context.hpp"

namespace daftar::ledger {

struct Account;
struct Auxiliary;
struct Journal;
struct Entry;
struct Draft;

/// The guide's account types. A debit raises Asset and Expense, a credit the others.
enum class AccountType { Asset, Liability, Equity, Income, Expense, OffBalance };
BOOST_DESCRIBE_ENUM(AccountType, Asset, Liability, Equity, Income, Expense, OffBalance)

enum class JournalKind { purchases, sales, bank, cash, general, opening, closing };
BOOST_DESCRIBE_ENUM(JournalKind, purchases, sales, bank, cash, general, opening, closing)

/// Opening and closing entries stay out of the movements of a year, so that nothing counts twice.
enum class EntryKind { movement, opening, closing };
BOOST_DESCRIBE_ENUM(EntryKind, movement, opening, closing)

enum class AuxiliaryKind { owner, supplier, client, lot, other };
BOOST_DESCRIBE_ENUM(AuxiliaryKind, owner, supplier, client, lot, other)

enum class Refusal {
    lines_must_balance,
    entry_needs_lines,
    unknown_account,
    inactive_account,
    unknown_auxiliary,
    auxiliary_not_of_account,
    unknown_journal,
    unknown_document,
    already_reversed,
    cannot_reverse_reversal,
    code_taken,
    parent_missing,
    parent_must_prefix,
    closed_list,
    unknown_chart,
    books_already_open,
    books_not_open,
    role_not_bound,
    year_exists,
    too_many_open_years,
    year_not_contiguous,
    year_closed,
    year_not_found,
    draft_has_problems,
    account_has_no_role
};
BOOST_DESCRIBE_ENUM(Refusal, lines_must_balance, entry_needs_lines, unknown_account, inactive_account,
                    unknown_auxiliary, auxiliary_not_of_account, unknown_journal, unknown_document, already_reversed,
                    cannot_reverse_reversal, code_taken, parent_missing, parent_must_prefix, closed_list, unknown_chart,
                    books_already_open, books_not_open, role_not_bound, year_exists, too_many_open_years,
                    year_not_contiguous, year_closed, year_not_found, draft_has_problems, account_has_no_role)
RefusalText text_of(Refusal refusal);

/// Analytic axes of a line: what it was for.
struct Axes {
    std::optional<Uuid> building_id;
    std::optional<std::string> allocation_key, works_project, site, category;
    std::optional<Uuid> supplier_id;

    bool empty() const {
        return !building_id && !allocation_key && !works_project && !site && !category && !supplier_id;
    }
};
BOOST_DESCRIBE_STRUCT(Axes, (), (building_id, allocation_key, works_project, site, category, supplier_id))

/// Where on the paper an amount was read: page from 1, points from the page's top left.
struct PageBox {
    Uuid document_id;
    std::int32_t page = 1;
    Decimal x, y, width, height;
};
BOOST_DESCRIBE_STRUCT(PageBox, (), (document_id, page, x, y, width, height))

}  // namespace daftar::ledger
