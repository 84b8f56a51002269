// Financial statements described as data (modules/accounting/templates/*.tsv) and the pure rules that fill them.
#pragma once
#include <map>
#include <span>

#include "modules/accounting/report_paper.hpp"

namespace daftar::accounting {

/// What an account (or one auxiliary of it, or one value of an axis) contributes: debit positive.
struct LedgerAmount {
    std::string account_code, account_name;
    Money amount;
    std::string dimension = {};  ///< allocation key or works project, when a statement is cut by it
};
BOOST_DESCRIBE_STRUCT(LedgerAmount, (), (account_code, account_name, amount, dimension))

/// "45:d !459": the accounts that start with 45 and have a debit balance, those under 459 left out. The longest prefix
/// that fits an account decides.
class AccountRule {
public:
    /// A bug in the template when the text cannot be read. `side` says which sign shows as positive.
    AccountRule(std::string_view side, std::string_view prefixes);
    /// Whether the amount counts here.
    bool takes(const LedgerAmount& amount) const;
    Money signed_amount(const LedgerAmount& amount) const { return credit_ ? -amount.amount : amount.amount; }

private:
    struct Term {
        std::string prefix;
        char side;  ///< 'd' or 'c' for one side only, 0 for both
        bool excluded;
    };
    bool credit_;
    std::vector<Term> terms_;
};

enum class StatementStyle { heading, line, subtotal, total, each };
BOOST_DESCRIBE_ENUM(StatementStyle, heading, line, subtotal, total, each)

/// One term of "a + b - c".
struct SumTerm {
    std::string code;
    bool minus = false;
};
std::vector<SumTerm> sum_terms(std::string_view expression);
/// The same as codes, those that are taken away with "-" before them.
std::vector<std::string> signed_codes(std::span<const SumTerm> terms);

struct StatementTemplate {
    struct Column {
        std::string code, title, source;  ///< source: current, previous, budget … or "current - budget"
        std::optional<AccountRule> rule;  ///< of a statement whose columns count different accounts
    };
    struct Row {
        std::string code;
        StatementStyle style = StatementStyle::line;
        std::string label;
        std::optional<AccountRule> rule;
        std::vector<SumTerm> sum;  ///< of subtotals and totals
    };
    std::string name, title, chart, source;
    bool confirmed = false;
    std::string scope;                         ///< balances, movements, since_start, variation or contributions
    std::string weights_title;                 ///< of a column of shares beside the amounts; "" for none
    std::string dimension, dimension_default;  ///< axis that an `each` row is cut by, and the name of what has none
    std::optional<Decimal> income_from, income_below;  ///< yearly income for which the law wants this statement
    std::vector<Column> columns;
    std::vector<Row> rows;
};
/// Every template of a chart, in the order of their names.
std::vector<const StatementTemplate*> templates_of(std::string_view chart);
/// Reads one template; the first fault is a Bug with its line.
StatementTemplate read_template(std::string_view name, std::string_view text);

struct StatementColumn {
    std::string code, title;
};
BOOST_DESCRIBE_STRUCT(StatementColumn, (), (code, title))

struct StatementAccount {
    std::string account_code, account_name;
    Money amount;
    std::string link;
    /// One per column of the statement that is read from the books, each with the query that opens its lines.
    std::vector<std::optional<Money>> amounts = {};
    std::vector<std::string> links = {};
};
BOOST_DESCRIBE_STRUCT(StatementAccount, (), (account_code, account_name, amount, link, amounts, links))

struct StatementLine {
    std::string code, label;
    StatementStyle style = StatementStyle::line;
    std::vector<std::optional<Money>>
        amounts;                             ///< one per column; absent when the column has no source (no budget voted)
    std::vector<StatementAccount> accounts;  ///< what makes the amounts of the columns that are read from the books
    std::vector<std::string> sum =
        {};  ///< codes of the lines that a total adds; those that it takes away start with "-"
    std::optional<std::int64_t> weight =
        {};  ///< shares of the owner, where the statement shows them and they are known
};
BOOST_DESCRIBE_STRUCT(StatementLine, (), (code, label, style, amounts, accounts, sum, weight))
/// Adds what an account contributes to one column of a line: `shown` already has the sign of the line.
void explain(StatementLine& line, std::size_t column, const LedgerAmount& amount, const Money& shown,
             const std::string& link);

struct Statement {
    std::string name, title, source;
    bool confirmed = false;  ///< false: "à confirmer", the official layout could not be checked
    bool applies = true;     ///< false: the income of the year is outside the limits for which the law wants it
    std::vector<StatementColumn> columns;
    std::vector<StatementLine> lines;
    std::optional<std::string> weights_title = {};  ///< of the column of shares, where there is one
};
BOOST_DESCRIBE_STRUCT(Statement, (), (name, title, source, confirmed, applies, columns, lines, weights_title))

/// Amounts by column source; a source that is missing leaves its columns empty.
using StatementFigures = std::map<std::string, std::vector<LedgerAmount>, std::less<>>;
/// Fills a template. Pure.
Statement fill(const StatementTemplate& described, const StatementFigures& figures, const Currency& currency);

struct StatementCheck {
    std::string code, severity, label;
    Money left, right, difference;
    bool ok = true;
    std::string source;
};
BOOST_DESCRIBE_STRUCT(StatementCheck, (), (code, severity, label, left, right, difference, ok, source))
/// The ties of a chart between its filled statements and the ledger's balances (one per auxiliary). Pure.
std::vector<StatementCheck> check_statements(std::string_view chart, std::span<const Statement> statements,
                                             std::span<const LedgerAmount> balances, const Currency& currency);

/// Line of the balance sheet or of the income statement for an account, by the side of its balance:
/// templates/lines.tsv. `fallback` when no rule fits.
std::string line_of(std::string_view chart, std::string_view statement, std::string_view account_code, bool is_debit,
                    std::string_view fallback);

}  // namespace daftar::accounting
