#include "documents/reading/layout.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>

#include "documents/extract/quarter_turns.hpp"
#include "documents/reading/fold.hpp"

namespace daftar::documents {
namespace {

constexpr float wide = 1.1f;  // a gap of more than this many heights begins a new segment

Token token_of(const Word& word, int page) {
    Token token;
    token.text = word.text;
    token.area = {page, word.x, word.y, word.x + word.width, word.y + word.height};
    token.confidence = word.confidence;
    token.size = word.size > 0 ? word.size : word.height;
    return token;
}

/// "Date:12/03/2025" and "Total=12,00" are two words; times and addresses stay whole.
void append_split(std::vector<Token>& out, Token token) {
    const auto& text = token.text;
    const auto at = text.find_first_of(":=");
    const bool splits = at != std::string::npos && at > 0 && at + 1 < text.size() && text[at + 1] != '/' &&
                        has_letter(text.substr(0, at)) && text.find('@') == std::string::npos &&
                        text.find("www.") == std::string::npos;
    if (!splits) {
        out.push_back(std::move(token));
        return;
    }
    Token left = token, right = token;
    const float share = static_cast<float>(at + 1) / static_cast<float>(text.size());
    left.text = text.substr(0, at + 1);
    right.text = text.substr(at + 1);
    left.area.x1 = right.area.x0 = token.area.x0 + token.area.width() * share;
    out.push_back(std::move(left));
    append_split(out, std::move(right));
}

/// Rows of tokens: each joins the row whose middle is nearest, when they overlap by more than half.
std::vector<std::vector<Token>> rows_of(std::vector<Token> tokens) {
    std::stable_sort(tokens.begin(), tokens.end(),
                     [](const Token& a, const Token& b) { return a.area.middle_y() < b.area.middle_y(); });
    std::vector<std::vector<Token>> rows;
    std::vector<float> middles;
    for (auto& token : tokens) {
        int best = -1;
        for (int i = static_cast<int>(rows.size()) - 1; i >= 0 && i >= static_cast<int>(rows.size()) - 4; --i) {
            const auto& sample = rows[static_cast<std::size_t>(i)].back();
            const float limit = 0.45f * std::min(sample.area.height(), token.area.height());
            if (std::fabs(middles[static_cast<std::size_t>(i)] - token.area.middle_y()) <= limit) {
                best = i;
                break;
            }
        }
        if (best < 0) {
            middles.push_back(token.area.middle_y());
            rows.emplace_back().push_back(std::move(token));
        } else {
            auto& row = rows[static_cast<std::size_t>(best)];
            auto& middle = middles[static_cast<std::size_t>(best)];
            middle =
                (middle * static_cast<float>(row.size()) + token.area.middle_y()) / static_cast<float>(row.size() + 1);
            row.push_back(std::move(token));
        }
    }
    for (auto& row : rows)
        std::stable_sort(row.begin(), row.end(), [](const Token& a, const Token& b) { return a.area.x0 < b.area.x0; });
    return rows;
}

/// Letters and digits, and the marks inside a spaced date or number: "1 2 / 0 3". A colon or "%" stands between words.
bool may_be_spaced(const Token& token) {
    return length_of(token.text) == 1 && (has_letter(token.text) || has_digit(token.text) ||
                                          std::string_view("/.,-'").find(token.text) != std::string_view::npos);
}

/// "F A C T U R E" is one word: runs of three or more single characters, evenly spaced.
std::vector<Token> glue_spaced_letters(std::vector<Token> row) {
    std::vector<Token> out;
    for (std::size_t i = 0; i < row.size();) {
        std::size_t end = i;
        std::vector<float> gaps;
        while (end < row.size() && may_be_spaced(row[end])) {
            if (end > i) {
                const float gap = row[end].area.x0 - row[end - 1].area.x1;
                if (gap > 1.2f * row[end].area.height()) break;
                gaps.push_back(gap);
            }
            ++end;
        }
        if (end - i < 3) {
            out.push_back(std::move(row[i++]));
            continue;
        }
        std::nth_element(gaps.begin(), gaps.begin() + static_cast<std::ptrdiff_t>(gaps.size() / 2), gaps.end());
        const float usual = std::max(gaps[gaps.size() / 2], 0.5f);
        Token word = row[i];
        for (++i; i < end; ++i) {
            if (row[i].area.x0 - word.area.x1 > 1.7f * usual) {
                out.push_back(std::move(word));
                word = row[i];
            } else {
                word.text += row[i].text;
                word.area = joined(word.area, row[i].area);
            }
        }
        out.push_back(std::move(word));
    }
    return out;
}

/// A word that its kerning cut, "d'" "a" "compte": pieces of one size that touch each other.
std::vector<Token> join_touching(std::vector<Token> row) {
    std::vector<Token> out;
    for (auto& token : row) {
        auto* before = out.empty() ? nullptr : &out.back();
        const bool joins = before && before->confidence == 1000 && token.confidence == 1000 &&
                           before->size == token.size && std::fabs(before->area.y0 - token.area.y0) < 0.2f &&
                           std::fabs(token.area.x0 - before->area.x1) < 0.02f * token.size &&
                           has_letter(token.text.substr(0, 1)) && !has_digit(before->text) && !has_digit(token.text) &&
                           before->text.find_last_of(":=;|/") != before->text.size() - 1;
        if (joins) {
            before->text += token.text;
            before->area = joined(before->area, token.area);
        } else {
            out.push_back(std::move(token));
        }
    }
    return out;
}

/// Rules of a table that recognition took for letters: "| TOTAL", "(DH)|".
std::string without_rules(std::string text) {
    constexpr std::string_view rules = "|[]{}_";
    while (!text.empty() && rules.find(text.back()) != std::string_view::npos) text.pop_back();
    while (!text.empty() && rules.find(text.front()) != std::string_view::npos) text.erase(0, 1);
    return text;
}

float usual_height(const std::vector<Word>& words) {
    std::vector<float> heights;
    for (const auto& word : words) heights.push_back(word.height);
    if (heights.empty()) return 0;
    std::nth_element(heights.begin(), heights.begin() + static_cast<std::ptrdiff_t>(heights.size() / 2), heights.end());
    return heights[heights.size() / 2];
}

void append_row(Layout& layout, std::vector<Token> row) {
    Line line;
    line.first = static_cast<int>(layout.tokens.size());
    line.first_segment = static_cast<int>(layout.segments.size());
    line.area = row.front().area;
    for (auto& token : row) {
        const int index = static_cast<int>(layout.tokens.size());
        token.folded = fold(token.text);
        token.line = static_cast<int>(layout.lines.size());
        const bool begins =
            index == line.first || token.area.x0 - layout.tokens.back().area.x1 >
                                       wide * std::min(token.area.height(), layout.tokens.back().area.height());
        if (begins) layout.segments.push_back({index, index, token.line, token.area});
        auto& segment = layout.segments.back();
        segment.last = index;
        segment.area = joined(segment.area, token.area);
        token.segment = static_cast<int>(layout.segments.size()) - 1;
        line.area = joined(line.area, token.area);
        line.last = index;
        layout.tokens.push_back(std::move(token));
    }
    line.last_segment = static_cast<int>(layout.segments.size()) - 1;
    layout.lines.push_back(line);
}

}  // namespace

Area joined(const Area& left, const Area& right) {
    return {left.page, std::min(left.x0, right.x0), std::min(left.y0, right.y0), std::max(left.x1, right.x1),
            std::max(left.y1, right.y1)};
}

float same_row(const Area& left, const Area& right) {
    if (left.page != right.page) return 0;
    const float shared = std::min(left.y1, right.y1) - std::max(left.y0, right.y0);
    const float smaller = std::min(left.height(), right.height());
    return smaller > 0 ? std::max(0.0f, shared / smaller) : 0;
}

float shared_width(const Area& left, const Area& right) {
    return std::min(left.x1, right.x1) - std::max(left.x0, right.x0);
}

Box box_of(const Area& area) {
    const auto tenths = [](float length) { return Decimal{std::lround(length * 10), 1}; };
    return {tenths(area.x0), tenths(area.y0), tenths(area.width()), tenths(area.height())};
}

std::string Layout::text(int first, int last) const {
    std::string out;
    for (int i = first; i <= last; ++i) {
        if (i > first) out += ' ';
        out += tokens[static_cast<std::size_t>(i)].text;
    }
    return out;
}

Area Layout::area(int first, int last) const {
    Area out = tokens[static_cast<std::size_t>(first)].area;
    for (int i = first + 1; i <= last; ++i) out = joined(out, tokens[static_cast<std::size_t>(i)].area);
    return out;
}

int Layout::confidence(int first, int last) const {
    int lowest = 1000;
    for (int i = first; i <= last; ++i) lowest = std::min(lowest, tokens[static_cast<std::size_t>(i)].confidence);
    return lowest;
}

float Layout::space_before(int token) const {
    const auto& here = tokens[static_cast<std::size_t>(token)];
    if (lines[static_cast<std::size_t>(here.line)].first == token) return 1e6f;
    return here.area.x0 - tokens[static_cast<std::size_t>(token) - 1].area.x1;
}

namespace {

/// How most of the page's letters stand.
int common_turns(const ExtractedPage& page) {
    std::array<int, 4> letters{};
    for (const auto& word : page.words) letters[static_cast<std::size_t>(word.turns & 3)] += length_of(word.text);
    return static_cast<int>(std::max_element(letters.begin(), letters.end()) - letters.begin());
}

using FontSizes = std::map<int, int>;  ///< half points → characters

/// Lays out the words of a page that stand upright after `turns`.
void append_sheet(Layout& layout, const ExtractedPage& page, int turns, FontSizes& sizes) {
    layout.sheets.push_back({page.number, turns});
    const int sheet = static_cast<int>(layout.sheets.size());
    layout.pages.push_back(
        {sheet, 0, 0, turns % 2 == 0 ? page.width : page.height, turns % 2 == 0 ? page.height : page.width});
    auto words = page.words;
    std::erase_if(words, [&](const Word& word) { return word.turns != turns; });
    for (auto& word : words) turn(word, page.width, page.height, turns);
    std::vector<Token> tokens;
    const float usual = page.source == TextSource::ocr ? usual_height(words) : 0;
    for (auto& word : words) {
        if (word.height < 1.3f * usual) {  // boxes of recognised words hug their letters: "une" is lower than "Total"
            word.y += word.height / 2 - 0.65f * usual;
            word.height = 1.3f * usual;
        }
        if (page.source == TextSource::ocr && word.confidence < 1000) word.text = without_rules(word.text);
        if (word.height <= 0 || word.width <= 0 || word.text.empty()) continue;
        append_split(tokens, token_of(word, sheet));
        sizes[static_cast<int>(std::lround(tokens.back().size * 2))] += length_of(word.text);
    }
    for (auto& row : rows_of(std::move(tokens))) append_row(layout, glue_spaced_letters(join_touching(std::move(row))));
}

float points(Decimal value) {
    float out = static_cast<float>(value.units);
    for (int i = 0; i < value.scale; ++i) out /= 10;
    return out;
}

Box turned_box(const Box& box, float width, float height, int turns) {
    if (turns == 0) return box;
    const auto place =
        turned({points(box.x), points(box.y), points(box.width), points(box.height)}, width, height, turns);
    return box_of({0, place.x, place.y, place.x + place.width, place.y + place.height});
}

}  // namespace

ShownPlace shown_place(const Layout& layout, int sheet, const Box& upright) {
    if (sheet < 1 || sheet > static_cast<int>(layout.sheets.size())) return {sheet, upright};
    const auto& [page, turns] = layout.sheets[static_cast<std::size_t>(sheet) - 1];
    const auto& area = layout.pages[static_cast<std::size_t>(sheet) - 1];
    return {page, turned_box(upright, area.x1, area.y1, 4 - turns)};
}

Box upright_place(const Layout& layout, int page, const Box& shown) {
    if (page < 1 || page > layout.printed_pages) return shown;
    const int turns = layout.sheets[static_cast<std::size_t>(page) - 1].turns;
    const auto& area = layout.pages[static_cast<std::size_t>(page) - 1];
    return turned_box(shown, turns % 2 == 0 ? area.x1 : area.y1, turns % 2 == 0 ? area.y1 : area.x1, turns);
}

Layout lay_out(const ExtractedDocument& document) {
    Layout layout;
    FontSizes sizes;
    layout.printed_pages = static_cast<int>(document.pages.size());
    for (const auto& page : document.pages) {
        append_sheet(layout, page, common_turns(page), sizes);
        if (page.source == TextSource::ocr) layout.recognised = true;
    }
    for (const auto& page : document.pages)
        for (int turns = 0; turns < 4; ++turns)
            if (turns != layout.sheets[static_cast<std::size_t>(&page - document.pages.data())].turns &&
                std::ranges::any_of(page.words, [&](const Word& word) { return word.turns == turns; }))
                append_sheet(layout, page, turns, sizes);
    const auto commonest =
        std::max_element(sizes.begin(), sizes.end(), [](const auto& a, const auto& b) { return a.second < b.second; });
    if (commonest != sizes.end()) layout.text_size = static_cast<float>(commonest->first) / 2;
    return layout;
}

}  // namespace daftar::documents
