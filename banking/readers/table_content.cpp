// A table without titles: its columns speak for themselves, or nothing is believed.
#include <algorithm>

#include "banking/readers/table.hpp"

namespace daftar::banking {
namespace {

using Amounts = std::vector<Decimal>;  ///< of one column, a row each

struct Columns {
    std::vector<int> dates, amounts;
    std::vector<Amounts> values;  ///< of `amounts`
    int label = -1;
};

Columns columns_of(const Table& table, std::size_t first_row) {
    Columns found;
    std::size_t longest = 0;
    for (std::size_t column = 0; column < table.rows[first_row].cells.size(); ++column) {
        std::vector<std::string_view> texts;
        std::size_t letters = 0;
        bool has_decimals = false;
        for (auto index = first_row; index < table.rows.size(); ++index) {
            if (table.rows[index].is_blank()) continue;
            const auto& text = table.rows[index].at(static_cast<int>(column)).text;
            texts.push_back(text);
            letters += static_cast<std::size_t>(
                std::ranges::count_if(text, [](unsigned char c) { return std::isalpha(c) || c >= 0x80; }));
            has_decimals = has_decimals || text.find_first_of(",.") != text.npos;
        }
        const auto mark = decimal_mark_of(texts).value_or(DecimalMark::comma);
        Amounts amounts;
        for (const auto text : texts)
            if (const auto amount = amount_from(text, mark)) amounts.push_back(*amount);
        if (date_order_of(texts)) {
            found.dates.push_back(static_cast<int>(column));
        } else if (has_decimals && amounts.size() == texts.size()) {
            found.amounts.push_back(static_cast<int>(column));
            found.values.push_back(std::move(amounts));
        } else if (letters > longest) {
            longest = letters, found.label = static_cast<int>(column);
        }
    }
    return found;
}

// Balance before + amount = balance after, on every row.
bool is_between(const Amounts& before, const Amounts& amount, const Amounts& after) {
    for (std::size_t i = 0; i < amount.size(); ++i)
        if (before[i] + amount[i] != after[i]) return false;
    return true;
}

// The balance follows from the row above or the row below, all the way.
bool runs_with(const Amounts& amount, const Amounts& balance) {
    bool down = amount.size() > 1, up = down;
    for (std::size_t i = 1; i < amount.size(); ++i) {
        down = down && balance[i - 1] + amount[i] == balance[i];
        up = up && balance[i] + amount[i - 1] == balance[i - 1];
    }
    return down || up;
}

struct Choice {
    int amount = -1, balance = -1;
};

// One column of amounts, or the one that the balances beside it prove. Nothing when the figures leave it open.
Choice choose(const Columns& columns) {
    const auto count = columns.amounts.size();
    if (count == 1) return {columns.amounts[0], -1};
    for (std::size_t a = 0; a < count; ++a)
        for (std::size_t b = 0; b < count; ++b) {
            if (a == b) continue;
            if (count == 2 && runs_with(columns.values[a], columns.values[b]))
                return {columns.amounts[a], columns.amounts[b]};
            for (std::size_t c = 0; c < count; ++c)
                if (count == 3 && c != a && c != b && b < c &&
                    is_between(columns.values[b], columns.values[a], columns.values[c]))
                    return {columns.amounts[a], columns.amounts[c]};
        }
    return {};
}

bool has_figures(const Row& row) {
    return std::ranges::any_of(
        row.cells, [](const Cell& cell) { return cell.text.find_first_of("0123456789") != cell.text.npos; });
}

}  // namespace

std::optional<FoundLayout> find_layout_by_content(const Table& table) {
    constexpr std::size_t preamble_rows_max = 3;
    for (std::size_t first = 0; first < std::min(table.rows.size(), preamble_rows_max + 1); ++first) {
        // A line of the account with its balance may stand first (BNP); titles that are not known are not skipped.
        if (first > 0 && !has_figures(table.rows[first - 1])) break;
        if (table.rows[first].cells.size() < 3) continue;
        const auto columns = columns_of(table, first);
        const auto choice = choose(columns);
        if (columns.dates.empty() || columns.dates.size() > 2 || choice.amount < 0 || columns.label < 0) continue;
        TableMapping mapping;
        mapping.columns = {{Role::date, columns.dates[0]}, {Role::amount, choice.amount}, {Role::label, columns.label}};
        if (columns.dates.size() == 2) mapping.columns[Role::value_date] = columns.dates[1];
        if (choice.balance >= 0) mapping.columns[Role::balance] = choice.balance;
        return FoundLayout{std::move(mapping), first};
    }
    return {};
}

}  // namespace daftar::banking
