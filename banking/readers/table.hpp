// Rows of cells from CSV or a workbook, and how their columns make a statement.
#pragma once
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "banking/readers/faults.hpp"
#include "banking/readers/statement.hpp"
#include "banking/readers/values.hpp"

namespace daftar::banking {

struct Cell {
    std::string text;
    bool is_exact = false;  ///< a number ("1234.5") or a day ("2025-12-31") of a workbook, not text to interpret
};

struct Row {
    int line = 0;
    std::vector<Cell> cells;
    const Cell& at(int column) const;  ///< an empty cell beyond the end or for a column below 0
    bool is_blank() const;
};

struct Table {
    std::vector<Row> rows;
    char delimiter = 0;  ///< 0 for a workbook
};

/// RFC 4180 with any delimiter. A quote never closed is a fault at the line where it opens.
Table parse_csv(std::string_view text, char delimiter, Faults& faults);

/// What a column holds.
enum class Role {
    date,
    value_date,
    amount,
    debit,
    credit,
    fee,        ///< kept by the bank beside the amount
    direction,  ///< D/C, Af/Bij
    balance,
    currency,
    account,
    label,
    reference,
    structured,
    name,  ///< of the counterparty
    counterparty,
    status,
    details
};

/// How one bank lays its table out. Found from the header's words, or kept from an earlier file and then binding.
struct TableMapping {
    std::vector<std::string> header;  ///< folded titles; empty when the file has none
    std::map<Role, int> columns;      ///< from 0
    std::vector<int> detail_columns;
    std::optional<DateOrder> date_order;  ///< nothing: found from the dates themselves
    std::optional<DecimalMark> decimal_mark;
};

/// Where the header stands and what its columns hold.
struct FoundLayout {
    TableMapping mapping;
    std::size_t first_row = 0;  ///< index of the first row below the header
};

/// Reads the words of the header (French, Dutch, English). Nothing when no row names a date and an amount.
std::optional<FoundLayout> find_layout(const Table& table);
/// Finds a saved layout again: the row with exactly its titles, or row 0 when it has none.
std::optional<FoundLayout> find_saved_layout(const Table& table, const TableMapping& saved);
/// Guesses a layout without header: one column of dates, one of signed amounts, one of words. Nothing when unsure.
std::optional<FoundLayout> find_layout_by_content(const Table& table);

/// One statement for each account named in the table.
std::vector<Statement> read_table(const Table& table, const FoundLayout& layout, Faults& faults);

/// The cells of the first sheet of an .xlsx workbook that looks like a statement (the first sheet otherwise).
std::vector<Table> read_workbook(std::string_view bytes, Faults& faults);

}  // namespace daftar::banking
