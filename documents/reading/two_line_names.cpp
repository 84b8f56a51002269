// Names that do not fit on one line.
#include <algorithm>
#include <array>
#include <cmath>

#include "documents/reading/fold.hpp"
#include "documents/reading/parties.hpp"

namespace daftar::documents {
namespace {

/// Words between the parts of a name: none ends with one, and a line that begins with one goes on with the line above.
bool is_joint(const std::string& word) {
    static constexpr std::array<std::string_view, 21> joints{"et",  "de",   "du",  "des", "d'",  "la",  "le",
                                                             "les", "pour", "&",   "und", "en",  "van", "of",
                                                             "and", "der",  "den", "da",  "von", "aux", "au"};
    return std::ranges::find(joints, word) != joints.end() || word.starts_with("d'") || word.starts_with("l'");
}

/// "Syndicat des copropriétaires" is what they all are called; the name comes under it.
bool is_generic(const std::string& folded) {
    static constexpr std::array<std::string_view, 14> generic{"syndicat des coproprietaires",
                                                              "syndicat de coproprietaires",
                                                              "synd des coproprietaires",
                                                              "synd. des coproprietaires",
                                                              "syndicat coproprietaires",
                                                              "syndicat des coproprietaires de",
                                                              "syndicat des coproprietaires du",
                                                              "copropriete",
                                                              "association des coproprietaires",
                                                              "association de coproprietaires",
                                                              "vereniging van mede-eigenaars",
                                                              "vereniging van eigenaars",
                                                              "sdc",
                                                              "union des coproprietaires"};
    return std::ranges::find(generic, folded) != generic.end();
}

/// The segment right under, in the same letters and from the same edge.
const Segment* under(const Layout& layout, const Segment& own, const Area& name) {
    for (const auto& other : layout.segments) {
        const float height = name.height(), drop = other.area.y0 - name.y1;
        const auto size = layout.tokens[static_cast<std::size_t>(other.first)].size,
                   own_size = layout.tokens[static_cast<std::size_t>(own.first)].size;
        if (other.area.page != name.page || drop < -0.5f * height || drop > 0.7f * height ||
            other.area.middle_y() < name.middle_y() + 0.6f * height || std::abs(size - own_size) > 0.12f * own_size)
            continue;
        if (std::abs(other.area.x0 - name.x0) < 4 || std::abs(other.area.middle_x() - name.middle_x()) < 3 ||
            std::abs(other.area.x1 - name.x1) < 3)
            return &other;
    }
    return nullptr;
}

}  // namespace

std::pair<std::string, Area> with_second_line(const Evidence& seen, int first, int last) {
    const auto& layout = seen.layout;
    auto text = layout.text(first, last);
    auto area = layout.area(first, last);
    const auto& tokens = layout.tokens;
    const auto& own = layout.segments[static_cast<std::size_t>(tokens[static_cast<std::size_t>(first)].segment)];
    const auto* next = own.last == last ? under(layout, own, area) : nullptr;
    if (!next || next->last - next->first > 7) return {text, area};
    const auto more = layout.text(next->first, next->last);
    const auto folded = fold(more);
    const bool goes_on = is_joint(tokens[static_cast<std::size_t>(last)].folded) ||
                         tokens[static_cast<std::size_t>(last)].text == "-" ||
                         (is_joint(tokens[static_cast<std::size_t>(next->first)].folded) && next->last > next->first) ||
                         is_generic(fold(text));
    const bool something_else =
        is_address(folded) || folded.find(':') != std::string::npos || folded.starts_with("c/o") ||
        std::any_of(seen.values.taken.begin() + next->first, seen.values.taken.begin() + next->last + 1,
                    [](char taken) { return taken == 'i' || taken == 'd'; });
    if (!goes_on || something_else) return {text, area};
    return {text + " " + more, joined(area, next->area)};
}

}  // namespace daftar::documents
