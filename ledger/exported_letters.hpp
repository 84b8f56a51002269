// Lettrage as outside programs want it: lines of one letter balance.
#pragma once
#include <map>

#include "ledger/types.hpp"

namespace daftar::ledger {

struct LineKey {
    Uuid entry_id;
    std::int32_t line_number = 0;
    friend auto operator<=>(const LineKey&, const LineKey&) = default;
};

struct ExportedLetter {
    std::string letter;
    Date date;
};

/// A line in a lettrage that stands.
struct LetteredLine {
    Uuid matching_id;
    LineKey line;
};

/// What was settled in several steps (a payment over two claims, then the rest of one of them) hangs together: it gets
/// one letter, the last, once every line of it is settled whole. Before that its lines have none. Pure.
std::map<LineKey, ExportedLetter> letters_of(const std::map<Uuid, ExportedLetter>& matchings,
                                             const std::vector<LetteredLine>& lines,
                                             const std::map<LineKey, bool>& is_settled);

/// Of every line of the books.
std::map<LineKey, ExportedLetter> exported_letters(Context& context);

}  // namespace daftar::ledger
