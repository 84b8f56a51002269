// Named SQL statements, as embedded from the .sql files.
#pragma once
#include <string_view>
#include <vector>

namespace daftar {

struct Statement {
    std::string_view name;  ///< of the prepared statement: "ledger.account.find_account"
    std::string_view text;
};

/// A statement whose rows fill `Row`: a described struct, or a single type for one column.
template <class R> struct Query : Statement { using Row = R; };

/// A statement whose rows nobody reads.
struct Command : Statement {};

/// Remembers every statement of the program, for the test that prepares them all.
bool note_statement(const Statement& statement);
const std::vector<Statement>& all_statements();

}  // namespace daftar
