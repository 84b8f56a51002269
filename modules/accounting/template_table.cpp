#include "modules/accounting/template_table.hpp"

#include <algorithm>

#include "embedded/statement_templates.hpp"
#include "core/ensure.hpp"
#include "core/text.hpp"
#include "core/text_parts.hpp"

namespace daftar::accounting {
namespace {

std::vector<std::string> cells_of(std::string_view line) {
    std::vector<std::string> cells;
    for (const auto cell : split(line, '\t')) cells.emplace_back(trimmed(cell));
    return cells;
}

}  // namespace

std::vector<std::vector<std::string>> table_rows(std::string_view text) {
    std::vector<std::vector<std::string>> rows;
    for (const auto line : split(text, '\n'))
        if (!trimmed(line).empty() && line[0] != '#') rows.push_back(cells_of(line));
    std::size_t width = 0;
    for (const auto& row : rows) width = std::max(width, row.size());
    for (auto& row : rows) row.resize(width);
    return rows;
}

std::string_view embedded_template(std::string_view name) {
    const auto found = std::ranges::find(daftar::statement_templates, name, &EmbeddedFile::name);
    ensure(found != std::end(daftar::statement_templates), "a statement template is missing");
    return found->text;
}

std::vector<std::pair<std::string_view, std::string_view>> embedded_templates() {
    std::vector<std::pair<std::string_view, std::string_view>> files;
    for (const auto& file : daftar::statement_templates) files.emplace_back(file.name, file.text);
    std::ranges::sort(files);
    return files;
}

}  // namespace daftar::accounting
