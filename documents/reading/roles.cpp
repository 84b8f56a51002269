#include "documents/reading/roles.hpp"

#include <algorithm>

namespace daftar::documents {
namespace {

/// What a label's meaning is worth for each part: "Total" alone is most often the total with tax, "Net à payer" often
/// too.
struct Worth {
    Meaning meaning;
    Part part;
    float factor;
};
constexpr Worth worths[] = {
    {Meaning::excluding_tax, Part::excluding_tax, 1.0f}, {Meaning::tax, Part::tax, 1.0f},
    {Meaning::including_tax, Part::including_tax, 1.0f}, {Meaning::total, Part::including_tax, 1.0f},
    {Meaning::total, Part::excluding_tax, 0.7f},         {Meaning::due, Part::due, 1.0f},
    {Meaning::due, Part::including_tax, 0.78f},          {Meaning::paid, Part::paid, 1.0f},
    {Meaning::previous, Part::previous, 1.0f},           {Meaning::excluding_tax, Part::including_tax, 0.15f},
};

/// Lower on the last pages is where totals stand.
float lateness(const Evidence& seen, const Area& place) {
    const auto& pages = seen.layout.pages;
    const float share = place.y0 / std::max(pages[static_cast<std::size_t>(place.page) - 1].y1, 1.0f);
    return std::min(1.0f, (static_cast<float>(place.page - 1) + share) / static_cast<float>(seen.layout.printed_pages));
}

void offer(std::vector<Candidate>& list, Candidate candidate) {
    const auto same =
        std::find_if(list.begin(), list.end(), [&](const Candidate& other) { return other.value == candidate.value; });
    if (same == list.end()) {
        list.push_back(std::move(candidate));
    } else if (same->score < candidate.score) {
        candidate.score = std::min(1.2f, candidate.score + 0.05f);
        *same = std::move(candidate);
    } else {
        same->score = std::min(1.2f, same->score + 0.05f);
    }
}

/// Numbers on the row between a label and another number push the other one away: the first is meant, or the last in a
/// row of totals.
int numbers_between(const Evidence& seen, const Label& label, const NumberValue& value) {
    return static_cast<int>(
        std::count_if(seen.values.numbers.begin(), seen.values.numbers.end(), [&](const NumberValue& other) {
            return &other != &value && !other.number.percent && other.is_money() &&
                   same_row(other.area, value.area) > 0.5f && other.area.x0 > label.area.x1 - 2 &&
                   other.area.x1 < value.area.x0 + 2;
        }));
}

/// The label above a value at any height, when it heads the value's column.
const Label* head_of(const Evidence& seen, const Area& value) {
    const Label* best = nullptr;
    for (const auto& label : seen.labels) {
        const bool amount = label.meaning == Meaning::excluding_tax || label.meaning == Meaning::tax ||
                            label.meaning == Meaning::including_tax;
        if (!amount || label.area.page != value.page || label.area.y1 > value.y0 + 1) continue;
        if (shared_width(label.area, value) <= 0 && std::abs(label.area.x1 - value.x1) > 14) continue;
        if (!best || label.area.y0 > best->area.y0) best = &label;
    }
    return best;
}

bool may_be_total(const NumberValue& value) {
    return !value.number.percent && value.number.decimals <= 2 &&
           (value.is_money() || value.number.grouped || value.number.decimals == 0);
}

/// The last row of a table, "Total   1 594,91   309,97   1 904,88": what the columns are called far above.
void offer_total_row(const Evidence& seen, Roles& roles) {
    for (const auto& label : seen.labels) {
        const auto& line =
            seen.layout.lines[static_cast<std::size_t>(seen.layout.tokens[static_cast<std::size_t>(label.first)].line)];
        if (label.meaning != Meaning::total || label.first != line.first) continue;
        for (const auto& value : seen.values.numbers) {
            if (value.first <= label.last || value.last > line.last || !may_be_total(value) || !value.is_money())
                continue;
            const auto* head = head_of(seen, value.area);
            if (!head) continue;
            const auto part = head->meaning == Meaning::excluding_tax ? Part::excluding_tax
                              : head->meaning == Meaning::tax         ? Part::tax
                                                                      : Part::including_tax;
            offer(roles.candidates[part], {value.number.value, &value, 0.95f * static_cast<float>(head->weight) / 100,
                                           "ligne du total, " + label_reason(seen, *head, Side::below)});
        }
    }
}

/// A row "TOTAL   1 400,00   234,00   1 634,00" whose last amount is the sum of two before it, though no column is
/// named.
void offer_adding_row(const Evidence& seen, Roles& roles) {
    for (const auto& label : seen.labels) {
        const auto& tokens = seen.layout.tokens;
        const auto& line =
            seen.layout.lines[static_cast<std::size_t>(tokens[static_cast<std::size_t>(label.first)].line)];
        if ((label.meaning != Meaning::total && label.meaning != Meaning::including_tax) || label.first != line.first)
            continue;
        std::vector<const NumberValue*> row;
        for (const auto& value : seen.values.numbers)
            if (value.first > label.last && value.last <= line.last && value.is_money()) row.push_back(&value);
        for (std::size_t net = 0; net + 2 < row.size(); ++net)
            for (std::size_t tax = net + 1; tax + 1 < row.size(); ++tax) {
                const auto* sum = row[tax + 1];
                if (!(row[net]->number.value + row[tax]->number.value == sum->number.value) ||
                    row[tax]->number.value.units == 0)
                    continue;
                const auto reason = "ligne du total : la somme des deux autres";
                offer(roles.candidates[Part::excluding_tax], {row[net]->number.value, row[net], 0.75f, reason});
                offer(roles.candidates[Part::tax], {row[tax]->number.value, row[tax], 0.75f, reason});
                offer(roles.candidates[Part::including_tax], {sum->number.value, sum, 0.75f, reason});
            }
    }
}

}  // namespace

Decimal magnitude(Decimal value) { return value.units < 0 ? -value : value; }

const std::vector<Candidate>& Roles::of(Part part) const {
    static const std::vector<Candidate> none;
    const auto found = candidates.find(part);
    return found == candidates.end() ? none : found->second;
}

const Candidate* Roles::find(Part part, Decimal value) const {
    for (const auto& candidate : of(part))
        if (candidate.value == value) return &candidate;
    return nullptr;
}

Roles find_roles(const Evidence& seen) {
    Roles roles;
    for (const auto& label : seen.labels) {
        for (const auto& [meaning, part, factor] : worths) {
            if (label.meaning != meaning) continue;
            bool right = false;
            for (const int pass : {0, 1}) {  // what stands to the right is meant before what stands below
                if (pass == 1 && right) break;
                for (const auto& value : seen.values.numbers) {
                    if (!may_be_total(value)) continue;
                    const auto near = nearness(seen, label, value.area);
                    if (near.side != (pass == 0 ? Side::right : Side::below)) continue;
                    float score = static_cast<float>(label.weight) / 100 * factor * near.score;
                    if (pass == 0) {
                        right = true;
                        score *= 1.0f - 0.12f * static_cast<float>(std::min(numbers_between(seen, label, value), 4));
                    }
                    if (!value.is_money()) score *= value.number.grouped ? 0.8f : 0.45f;
                    score += 0.08f * lateness(seen, value.area);
                    offer(roles.candidates[part],
                          {value.number.value, &value, score, label_reason(seen, label, near.side)});
                }
            }
        }
    }
    offer_total_row(seen, roles);
    offer_adding_row(seen, roles);
    for (auto& [part, list] : roles.candidates) {
        std::stable_sort(list.begin(), list.end(),
                         [](const Candidate& a, const Candidate& b) { return a.score > b.score; });
        if (list.size() > 10) list.resize(10);
    }
    return roles;
}

const NumberValue* printed_amount(const Evidence& seen, Decimal value) {
    const NumberValue* found = nullptr;
    for (const auto& number : seen.values.numbers)
        if (number.is_money() && number.number.value == value) found = &number;
    return found;
}

}  // namespace daftar::documents
