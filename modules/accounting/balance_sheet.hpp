// The balance sheet in the shape of the accountant's guide, from templates/lines.tsv.
#pragma once
#include "modules/accounting/statement_figures.hpp"

namespace daftar::accounting {

struct YearRequest {
    std::int32_t year = 0;
};
BOOST_DESCRIBE_STRUCT(YearRequest, (), (year))

struct FixedAssets {
    Money buildings, equipment, other, total;
};
BOOST_DESCRIBE_STRUCT(FixedAssets, (), (buildings, equipment, other, total))
struct CurrentAssets {
    Money receivables, bank, cash, stocks, other, total;
};
BOOST_DESCRIBE_STRUCT(CurrentAssets, (), (receivables, bank, cash, stocks, other, total))
struct Assets {
    FixedAssets fixed_assets;
    CurrentAssets current_assets;
    Money total_assets;
};
BOOST_DESCRIBE_STRUCT(Assets, (), (fixed_assets, current_assets, total_assets))

struct Equity {
    Money capital, reserves, retained_earnings;
    Money current_result;  ///< of the year: without it no sheet of an open year could balance
    Money total;
};
BOOST_DESCRIBE_STRUCT(Equity, (), (capital, reserves, retained_earnings, current_result, total))
struct LongTermLiabilities {
    Money provisions, loans, total;
};
BOOST_DESCRIBE_STRUCT(LongTermLiabilities, (), (provisions, loans, total))
struct CurrentLiabilities {
    Money suppliers, owners_in_credit, taxes, bank_overdraft, other, total;
};
BOOST_DESCRIBE_STRUCT(CurrentLiabilities, (), (suppliers, owners_in_credit, taxes, bank_overdraft, other, total))
struct Liabilities {
    Equity equity;
    LongTermLiabilities long_term_liabilities;
    CurrentLiabilities current_liabilities;
    Money total_liabilities;
};
BOOST_DESCRIBE_STRUCT(Liabilities, (), (equity, long_term_liabilities, current_liabilities, total_liabilities))

struct BalanceCheck {
    Money assets, liabilities, difference;
    bool balanced = true;
    std::optional<std::string> defect;  ///< what is wrong, in a sentence, when it is not balanced
};
BOOST_DESCRIBE_STRUCT(BalanceCheck, (), (assets, liabilities, difference, balanced, defect))

struct BalanceSheet {
    std::string period;
    Assets assets;
    Liabilities liabilities;
    BalanceCheck balance_check;
    std::vector<StatementLine>
        lines;  ///< the same, line by line, against the year before, with the accounts behind each
    ReportProof proof;
};
BOOST_DESCRIBE_STRUCT(BalanceSheet, (), (period, assets, liabilities, balance_check, lines, proof))

/// Before the closing entries, so that a year shows the same sheet once it is closed.
BalanceSheet balance_sheet(Context& context, const YearRequest& request);
/// The same as a statement, for paper and spreadsheet.
Statement balance_sheet_statement(const BalanceSheet& sheet, std::int32_t year);

extern const std::span<const Route> balance_sheet_routes;

}  // namespace daftar::accounting
