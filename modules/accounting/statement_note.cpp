#include "modules/accounting/statement_note.hpp"

#include "modules/accounting/template_table.hpp"

namespace daftar::accounting {

std::vector<StatementNote> statement_notes(std::string_view chart, const Money& income) {
    const auto within = [&](const std::string& from, const std::string& below) {
        const auto amount = income.decimal();
        return (from.empty() || *Decimal::parse(from) <= amount) && (below.empty() || amount < *Decimal::parse(below));
    };
    std::vector<StatementNote> notes;
    for (const auto& row : table_rows(embedded_template("notes.tsv")))
        if (row[0] == chart && within(row[1], row[2])) notes.push_back({row[4], row[5], row[3] == "yes"});
    return notes;
}

}  // namespace daftar::accounting
