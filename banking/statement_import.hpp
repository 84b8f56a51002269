// A statement file becomes movements: all of it or nothing, and never twice.
#pragma once
#include "banking/bank_account.hpp"
#include "banking/statement_gap.hpp"

namespace daftar::banking {

struct StatementView {
    Id<BankStatement> id;
    Id<BankAccount> bank_account_id;
    std::string format, filename, sequence;
    std::optional<Date> period_start, period_end;
    std::optional<Money> opening_balance, closing_balance;
    std::optional<Date> closing_date;
    Problems doubts;                  ///< contradictions of the file that a person accepted
    std::int32_t movement_count = 0;  ///< in the file, booked ones only
    std::int32_t new_count = 0;       ///< those that no earlier statement had brought
    Timestamp created_at;
};
BOOST_DESCRIBE_STRUCT(StatementView, (),
                      (id, bank_account_id, format, filename, sequence, period_start, period_end, opening_balance,
                       closing_balance, closing_date, doubts, movement_count, new_count, created_at))

struct ImportRequest {
    std::optional<Text<1, 200>> filename;
    std::optional<Id<BankAccount>> bank_account_id;  ///< found from the file when absent
    std::optional<bool> accept_doubts;               ///< import although balances, counts or sums contradict themselves
};
BOOST_DESCRIBE_STRUCT(ImportRequest, (), (filename, bank_account_id, accept_doubts))

struct ImportResult {
    std::string format;
    bool already_imported = false;  ///< this very file was imported before; nothing was added
    std::int64_t new_movements = 0;
    std::int64_t detailed_movements = 0;  ///< known totals that the new movements give in detail
    std::vector<StatementView> statements;
    std::vector<MissingStatement> missing_statements;  ///< holes before or after these statements: a warning
};
BOOST_DESCRIBE_STRUCT(ImportResult, (),
                      (format, already_imported, new_movements, detailed_movements, statements, missing_statements))

/// Reads the bytes and writes what is new. Refusals: unreadable_statement and doubtful_statement with located problems,
/// unknown_bank_account, other_bank_account, wrong_currency.
ImportResult import_statements(Context& context, std::string_view bytes, const ImportRequest& request);

extern const std::span<const Route> statement_routes;

}  // namespace daftar::banking
