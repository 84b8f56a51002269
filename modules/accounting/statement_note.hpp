// What the law asks beside the statements themselves: templates/notes.tsv.
#pragma once
#include "modules/accounting/report_paper.hpp"

namespace daftar::accounting {

struct StatementNote {
    std::string text, source;
    bool confirmed = false;
};
BOOST_DESCRIBE_STRUCT(StatementNote, (), (text, source, confirmed))

/// The notes of a chart for a year of that income.
std::vector<StatementNote> statement_notes(std::string_view chart, const Money& income);

}  // namespace daftar::accounting
