#include "ledger/canonical_reader.hpp"

#include <charconv>

#include "ledger/canonical.hpp"

namespace daftar::ledger {
namespace {

constexpr const char* head_names[] = {
    "version", "organisation", "identifiant",        "journal", "date", "nature", "monnaie", "libellé",
    "pièce",   "document",     "contre-passation de"};
constexpr const char* line_names[] = {"compte",  "auxiliaire",         "montant", "libellé", "échéance",
                                      "monnaie", "montant en monnaie", "cours",   "axes",    "emplacement sur la page"};
constexpr std::size_t amount_field = 2;

std::optional<std::int64_t> whole_number(std::string_view text) {
    std::int64_t value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc() || end != text.data() + text.size()) return {};
    return value;
}

void compare(const std::vector<std::string>& before, const std::vector<std::string>& after,
             std::span<const char* const> names, const std::string& where, std::vector<std::string>& found) {
    for (std::size_t i = 0; i < names.size(); ++i)
        if (before[i] != after[i])
            found.push_back(where + names[i] + " : « " + before[i] + " » devient « " + after[i] + " »");
}

}  // namespace

std::string CanonicalFields::name() const { return journal() + " n° " + number + " du " + date(); }

std::optional<std::int64_t> CanonicalFields::balance() const {
    std::int64_t sum = 0;
    for (const auto& line : lines) {
        const auto amount = whole_number(line[amount_field]);
        if (!amount || __builtin_add_overflow(sum, *amount, &sum)) return {};
    }
    return sum;
}

std::optional<CanonicalFields> read_canonical(std::string_view text) {
    const auto parts = read_netstrings(text);
    constexpr auto head_size = std::size(head_names), line_size = std::size(line_names);
    if (!parts || parts->size() < head_size + 2 || parts->front() != "daftar-entry-1") return {};
    const auto count = whole_number((*parts)[head_size]);
    if (!count || *count < 0 || static_cast<std::uint64_t>(*count) > parts->size() ||
        parts->size() != head_size + 2 + static_cast<std::size_t>(*count) * line_size)
        return {};
    CanonicalFields fields;
    auto next = parts->begin();
    fields.head.assign(next, next + head_size);
    next += head_size + 1;
    for (std::int64_t i = 0; i < *count; ++i, next += line_size) fields.lines.emplace_back(next, next + line_size);
    fields.number = *next;
    return fields;
}

std::vector<std::string> differences_between(const CanonicalFields& before, const CanonicalFields& after) {
    std::vector<std::string> found;
    compare(before.head, after.head, head_names, "", found);
    if (before.number != after.number) found.push_back("numéro : " + before.number + " devient " + after.number);
    for (std::size_t i = 0; i < std::max(before.lines.size(), after.lines.size()); ++i) {
        const auto where = "ligne " + std::to_string(i + 1);
        if (i >= after.lines.size())
            found.push_back(where + " supprimée (compte " + before.lines[i][0] + ")");
        else if (i >= before.lines.size())
            found.push_back(where + " ajoutée (compte " + after.lines[i][0] + ")");
        else
            compare(before.lines[i], after.lines[i], line_names, where + ", ", found);
    }
    return found;
}

}  // namespace daftar::ledger
