// The statements of a country filled from the books: annexes, funds, ties.
#pragma once
#include "modules/accounting/statement_note.hpp"
#include "modules/accounting/statement_templates.hpp"

namespace daftar::accounting {

struct StatementsRequest {
    std::int32_t year = 0;
    std::optional<Text<1, 60>> name;  ///< one statement only
};
BOOST_DESCRIBE_STRUCT(StatementsRequest, (), (year, name))

struct Statements {
    std::string chart, period;
    std::vector<Statement> statements;
    std::vector<StatementCheck> checks;
    bool ready = true;  ///< no blocking tie is broken
    std::vector<StatementNote> notes;
    ReportProof proof;
};
BOOST_DESCRIBE_STRUCT(Statements, (), (chart, period, statements, checks, ready, notes, proof))

/// Every statement that the organization's chart describes, with the ties between them. An unknown name is refused with
/// 404.
Statements statements(Context& context, const StatementsRequest& request);
/// The ties that are broken, blocking or not, for the closing checklist.
std::vector<StatementCheck> broken_ties(Context& context, std::int32_t year);

/// Balances at a day as the year's closing finds them, one per auxiliary; `dimension` is "other" for those that are not
/// owners'.
std::vector<LedgerAmount> balances_at(Context& context, const Date& day);
std::vector<LedgerAmount> amounts_between(Context& context, const Date& start, const Date& end);

/// All statements in a row, then the ties between them; those the law does not ask for on demand only.
void print_statements(Context& context, const Statements& all, bool even_if_not_wanted, PdfDocument& document);
/// Any statement on paper and as a sheet.
void print_statement(Context& context, const Statement& statement, PdfDocument& document);
XlsxSheet sheet_of(Context& context, const Statement& statement, const ReportSubject& subject,
                   const ReportPeriod& period);

extern const std::span<const Route> statement_routes;

}  // namespace daftar::accounting
