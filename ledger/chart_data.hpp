// Charts of accounts as data: ledger/charts/*.tsv, compiled into the program.
#pragma once
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace daftar::ledger {

/// One account of a chart. `parent_code` is a proper prefix of `code` and stands earlier in the file; "" for a root.
struct ChartAccount {
    std::string code, name;
    std::string account_type;  ///< Asset, Liability, Equity, Income, Expense, OffBalance
    std::string normal_side;   ///< debit, credit, both
    std::string parent_code;
    std::vector<std::string> roles;  ///< parts that it plays: bank, owners, suppliers …
    std::string collective;          ///< kind of its auxiliaries: owner, supplier, client, other; "" when it has none
    std::string closing;             ///< result (to the result account), works (to the works account), carry, none
    bool confirmed = false;          ///< false: the official wording is still to be checked
};

struct ChartJournal {
    std::string code, name;
    std::string kind;          ///< purchases, sales, bank, cash, general, opening, closing
    std::string account_role;  ///< account of a bank or cash journal, "" for the others
};

/// Which account a kind of expense goes to, before the accountant changes it.
struct ChartCategory {
    std::string code, name;  ///< "electricity", "Électricité"
    std::string account_code;
    std::string statement_line;  ///< of the income statement: utilities, maintenance, property_expenses,
                                 ///< management_fees, insurance, other_expenses
};

/// Where the difference between classes 7 and 6 goes when a year closes.
struct ClosingRule {
    std::string kind;          ///< result_account: equity keeps it; distribution: it belongs to the owners at once
    std::string surplus_code;  ///< account credited with a surplus
    std::string deficit_code;  ///< account debited with a deficit
    std::string works_code;    ///< account that carries the `works` accounts apart; "" when the chart has none
};

struct Chart {
    std::string name, country, title;
    bool closed = false;  ///< closed list: sub-accounts are allowed, new roots are not
    std::vector<ChartAccount> accounts;
    std::vector<ChartJournal> journals;
    std::vector<ChartCategory> categories;
    ClosingRule closing;

    /// Nothing when the chart has no such account.
    const ChartAccount* find(std::string_view code) const;
    /// The account that plays a part; nothing when the chart leaves that part open.
    const ChartAccount* with_role(std::string_view role) const;
};

/// ma-syndicat, be-acp or fr-copropriete. Another name is refused with 404 `unknown_chart`.
const Chart& chart_named(std::string_view name);
/// Names of every chart.
std::vector<std::string> chart_names();

/// Parts that every chart must cast, and those that it may.
const std::set<std::string_view>& required_roles();
const std::set<std::string_view>& optional_roles();

/// Reads a chart file; the first fault is thrown as std::runtime_error with its line.
Chart read_chart(std::string_view name, std::string_view text);

}  // namespace daftar::ledger
