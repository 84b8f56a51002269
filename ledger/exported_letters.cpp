#include "ledger/exported_letters.hpp"

#include "ledger/exported_letters.sql.hpp"

namespace daftar::ledger {

struct StandingMatching {
    Uuid id;
    std::string letter;
    Date date;
};
BOOST_DESCRIBE_STRUCT(StandingMatching, (), (id, letter, date))

struct LetteredRow {
    Uuid matching_id, entry_id;
    std::int32_t line_number = 0;
};
BOOST_DESCRIBE_STRUCT(LetteredRow, (), (matching_id, entry_id, line_number))

struct SettledRow {
    Uuid entry_id;
    std::int32_t line_number = 0;
};
BOOST_DESCRIBE_STRUCT(SettledRow, (), (entry_id, line_number))

namespace {

/// Lettrages that share a line, found by following each to the first of its group.
class Groups {
public:
    void join(const Uuid& left, const Uuid& right) { first_[top(left)] = top(right); }
    Uuid top(Uuid one) {
        first_.try_emplace(one, one);
        while (true) {
            auto& first = first_.at(one);
            if (first == one) return one;
            first = first_.at(first);  // the way is halved as it is walked
            one = first;
        }
    }

private:
    std::map<Uuid, Uuid> first_;
};

bool comes_after(const ExportedLetter& left, const ExportedLetter& right) {
    return std::pair(left.letter.size(), left.letter) > std::pair(right.letter.size(), right.letter);
}

}  // namespace

std::map<LineKey, ExportedLetter> letters_of(const std::map<Uuid, ExportedLetter>& matchings,
                                             const std::vector<LetteredLine>& lines,
                                             const std::map<LineKey, bool>& is_settled) {
    Groups groups;
    std::map<LineKey, Uuid> matching_of;
    for (const auto& one : lines) {
        if (!matchings.contains(one.matching_id)) continue;
        const auto [known, is_new] = matching_of.try_emplace(one.line, one.matching_id);
        if (!is_new) groups.join(one.matching_id, known->second);
    }
    std::map<Uuid, ExportedLetter> letters;  // by group
    for (const auto& [id, matching] : matchings) {
        auto& letter = letters.try_emplace(groups.top(id), matching).first->second;
        const auto date = std::max(letter.date, matching.date);
        if (comes_after(matching, letter)) letter = matching;
        letter.date = date;
    }
    for (const auto& [line, matching] : matching_of) {
        const auto settled = is_settled.find(line);
        if (settled == is_settled.end() || !settled->second) letters.erase(groups.top(matching));
    }
    std::map<LineKey, ExportedLetter> found;
    for (const auto& [line, matching] : matching_of)
        if (const auto letter = letters.find(groups.top(matching)); letter != letters.end())
            found.emplace(line, letter->second);
    return found;
}

std::map<LineKey, ExportedLetter> exported_letters(Context& context) {
    std::map<Uuid, ExportedLetter> matchings;
    for (auto& row : context.rows<sql::standing_matchings>(context.organization()))
        matchings.emplace(row.id, ExportedLetter{std::move(row.letter), row.date});
    std::vector<LetteredLine> lines;
    for (const auto& row : context.rows<sql::lettered_lines>(context.organization()))
        lines.push_back({row.matching_id, {row.entry_id, row.line_number}});
    std::map<LineKey, bool> is_settled;
    for (const auto& row : context.rows<sql::settled_lines>(context.organization()))
        is_settled.emplace(LineKey{row.entry_id, row.line_number}, true);
    return letters_of(matchings, lines, is_settled);
}

}  // namespace daftar::ledger
