#include <algorithm>

#include "banking/readers/encoding.hpp"
#include "banking/readers/table.hpp"
#include "core/text.hpp"

namespace daftar::banking {

const Cell& Row::at(int column) const {
    static const Cell none;
    return column >= 0 && static_cast<std::size_t>(column) < cells.size() ? cells[static_cast<std::size_t>(column)]
                                                                          : none;
}

bool Row::is_blank() const {
    return std::ranges::all_of(cells, [](const Cell& cell) { return cell.text.empty(); });
}

Table parse_csv(std::string_view text, char delimiter, Faults& faults) {
    Table table;
    table.delimiter = delimiter;
    int line = 1;
    for (std::size_t at = 0; at < text.size();) {
        Row row;
        row.line = line;
        for (bool more = true; more;) {
            std::string cell;
            while (at < text.size() && text[at] == ' ') ++at;
            if (text.substr(at).starts_with("=\"")) ++at;  // ="0123": a spreadsheet's way to keep zeros
            if (at < text.size() && text[at] == '"') {
                const int opened = line;
                bool closed = false;
                for (++at; at < text.size() && !closed; ++at) {
                    if (text[at] == '\n') ++line;
                    if (text[at] != '"')
                        cell += text[at];
                    else if (at + 1 < text.size() && text[at + 1] == '"')
                        cell += text[++at];
                    else
                        closed = true;
                }
                if (!closed) {
                    faults.add({opened}, "truncated",
                               "un guillemet ouvert n’est jamais fermé : le fichier est tronqué ou mal formé.");
                    return table;
                }
            }
            while (at < text.size() && text[at] != delimiter && text[at] != '\n' && text[at] != '\r')
                cell += text[at++];
            row.cells.push_back({squeezed(cell), false});
            more = at < text.size() && text[at] == delimiter;
            if (more) ++at;
        }
        if (at < text.size() && text[at] == '\r') ++at;
        if (at < text.size() && text[at] == '\n') ++at;
        ++line;
        table.rows.push_back(std::move(row));
    }
    return table;
}

}  // namespace daftar::banking
