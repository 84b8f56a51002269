// The numbers that name a paper, an order and a customer.
#include <algorithm>

#include "documents/reading/dating.hpp"
#include "documents/reading/fold.hpp"

namespace daftar::documents {
namespace {

struct Code {
    int first = 0, last = 0;
    std::string text;
};

std::string trimmed(std::string text) {
    const auto edge = [](char c) {
        return c == ':' || c == '.' || c == ',' || c == ';' || c == '"' || c == '\'' || c == '#' || c == '|' ||
               c == '*';
    };
    while (!text.empty() && edge(text.back())) text.pop_back();
    while (!text.empty() && edge(text.front())) text.erase(0, 1);
    if (text.starts_with('(') && text.ends_with(')')) text = text.substr(1, text.size() - 2);
    for (const std::string_view sign : {"N°", "n°", "Nº", "nº"})  // "n°2025-042" in one word
        if (text.size() > sign.size() && text.starts_with(sign)) return trimmed(text.substr(sign.size()));
    return text;
}

bool is_capitals(const std::string& text) {
    return !text.empty() &&
           std::ranges::all_of(text, [](char c) { return (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9'); });
}

/// A code begins at token `i`: something with a digit that is no amount, date or identifier; its pieces are "FA",
/// "2025", "/", "001".
/// With `spaced`, groups of digits set apart by spaces are one code: "10 192 847 331".
std::optional<Code> code_at(const Evidence& seen, int i, bool spaced = false) {
    const auto& layout = seen.layout;
    const auto& tokens = layout.tokens;
    const auto kind = [&](int t) { return seen.values.taken[static_cast<std::size_t>(t)]; };
    const auto text = [&](int t) { return trimmed(tokens[static_cast<std::size_t>(t)].text); };
    const auto glue = [](const std::string& word) {
        return !word.empty() && (word.ends_with('/') || word.ends_with('-') || word.ends_with('_'));
    };
    const int line_last = layout.lines[static_cast<std::size_t>(tokens[static_cast<std::size_t>(i)].line)].last;
    const auto usable = [&](int t) {
        if (kind(t) == 'd') return is_digits(text(t)) && text(t).size() == 8;
        if (kind(t) == 'i') return false;
        if (kind(t) != 'n') return true;
        for (const auto& number : seen.values.numbers)
            if (number.first <= t && t <= number.last)
                return number.number.currency.empty() && !number.number.percent && number.number.decimals == 0 &&
                       (spaced || (number.first == number.last && !number.number.grouped));
        return true;
    };
    auto first = text(i);
    if (first.empty() || !usable(i) || length_of(first) > 40) return std::nullopt;
    Code code{i, i, first};
    // A short prefix of capitals may stand apart: "FA 2025-118".
    const bool prefix = !has_digit(first) && first.size() <= 4 &&
                        first ==
                            [&] {
                                auto up = first;
                                for (auto& c : up) c = static_cast<char>(std::toupper(static_cast<unsigned char>(c)));
                                return up;
                            }() &&
                        has_letter(first) && label_words(first).size() == 1 && label_words(first)[0] != "n°" &&
                        !is_filler(label_words(first)[0]) && currency_of_word(fold(first)).empty();
    for (int t = i + 1; t <= line_last && t < i + 6; ++t) {
        const auto next = text(t);
        const bool close = layout.space_before(t) < 0.6f * tokens[static_cast<std::size_t>(t)].area.height();
        const bool group = spaced && is_digits(next) && next.size() > 1 && is_digits(first) && kind(t) != 'd' &&
                           layout.space_before(t) < 0.5f * tokens[static_cast<std::size_t>(t)].area.height();
        // "2025 0114 7733 B", "0920 7741 33 25E", "AV 88 104 552": groups of capitals and digits.
        const bool tight = layout.space_before(t) < 0.5f * tokens[static_cast<std::size_t>(t)].area.height();
        // A last group of one digit, such as a check digit: "0225 441 887 3".
        const bool check_digit = spaced && tight && is_digits(next) && next.size() == 1 && is_digits(first) &&
                                 code.last > i + 1 && kind(t) != 'd';
        const bool check_letter = spaced && tight && kind(t) != 'd' && has_digit(code.text) && is_capitals(next) &&
                                  (has_digit(next) ? next.size() > 1 : next.size() == 1 && code.last > i);
        const bool piece = group || check_letter || check_digit || glue(code.text) || next == "/" || next == "-" ||
                           next.starts_with('/') || (next.starts_with('-') && has_digit(next)) ||
                           (prefix && t == i + 1 && has_digit(next));
        if (!close || !piece || next.empty() || kind(t) == 'i' ||
            (next == "-" && !(t + 1 <= line_last && has_digit(text(t + 1)))))
            break;
        if (group || check_letter || check_digit ||
            (prefix && t == i + 1 && !next.starts_with('/') && !next.starts_with('-')))
            code.text += " ";
        code.text += next;
        code.last = t;
    }
    while (!code.text.empty() && (code.text.back() == '-' || code.text.back() == '/')) code.text.pop_back();
    const auto digits =
        std::count_if(code.text.begin(), code.text.end(), [](unsigned char c) { return std::isdigit(c); });
    if (digits == 0) return std::nullopt;
    return code;
}

struct Choice {
    Code code;
    float score = 0;
    std::string reason;
    Area area;
};

/// The label ends in a word for "number": what follows is one, even in groups.
bool says_number(const Evidence& seen, const Label& label) {
    const auto words = label_words(seen.layout.tokens[static_cast<std::size_t>(label.last)].text);
    return label.weight >= 85 || (!words.empty() && words.back() == "n°");
}

/// "relatif à la facture n°", "acompte sur facture n°": the number of another paper.
bool names_other_paper(const Evidence& seen, const Label& label) {
    const auto& tokens = seen.layout.tokens;
    const auto& segment =
        seen.layout.segments[static_cast<std::size_t>(tokens[static_cast<std::size_t>(label.first)].segment)];
    for (int t = label.first - 1; t >= std::max(segment.first, label.first - 3); --t) {
        const auto word = label_word(tokens[static_cast<std::size_t>(t)].text);
        for (const std::string_view other : {"acompte", "acomptes", "relatif", "relative", "annule", "annulant",
                                             "annulation", "concerne", "concernant", "sur", "suite", "rectifie",
                                             "remplace", "corrige", "origine", "betreffende", "regarding", "zu", "zur"})
            if (word == other) return true;
    }
    return false;
}

/// "Devis n° D-2024-311" on an invoice: the number of what it answers.
bool names_quote(const Evidence& seen, const Label& label) {
    if (seen.type == DocumentType::quote) return false;
    for (int t = label.first; t <= label.last; ++t)
        for (const auto& word : label_words(seen.layout.tokens[static_cast<std::size_t>(t)].text))
            for (const std::string_view other :
                 {"devis", "offerte", "offertenummer", "quote", "quotation", "angebot", "angebotsnummer"})
                if (word == other) return true;
    return false;
}

bool is_title_word(const Evidence& seen, int token) {
    for (const auto& word : label_words(seen.layout.tokens[static_cast<std::size_t>(token)].text))
        for (const std::string_view title :
             {"facture", "avoir", "invoice", "factuur", "rechnung", "creditnota", "gutschrift", "quittance"})
            if (word == title) return true;
    return false;
}

/// "FACTURE" alone, and under it "n° 2025-0087": the two are one label.
bool under_title(const Evidence& seen, const Label& label) {
    const auto words = label_words(seen.layout.tokens[static_cast<std::size_t>(label.first)].text);
    if (label.first != label.last || words.size() != 1 || words[0] != "n°" || !label.begins_segment) return false;
    const auto& here = seen.layout.tokens[static_cast<std::size_t>(label.first)];
    const auto& own = seen.layout.segments[static_cast<std::size_t>(here.segment)];
    return std::any_of(seen.layout.segments.begin(), seen.layout.segments.end(), [&](const Segment& segment) {
        return segment.last - segment.first < 3 && segment.area.page == own.area.page &&
               segment.area.middle_y() < own.area.y0 && own.area.y0 - segment.area.y1 < 1.5f * segment.area.height() &&
               shared_width(segment.area, own.area) > 0 && is_title_word(seen, segment.first);
    });
}

/// "FACTURE" as the small head of a box over the number, which may be printed in groups; or as a title over it,
/// "FACTURE DE SOLDE".
bool heads_box(const Evidence& seen, const Label& label) {
    const auto& token = seen.layout.tokens[static_cast<std::size_t>(label.first)];
    const auto& segment = seen.layout.segments[static_cast<std::size_t>(token.segment)];
    if (segment.first != label.first || !is_title_word(seen, label.first)) return false;
    const bool title = segment.last - segment.first < 4 && token.size > 1.4f * seen.layout.text_size &&
                       !has_digit(seen.layout.text(segment.first, segment.last));
    return segment.last == label.last || title;
}

/// The whole title, of which the label is only the first word.
Label widened(const Evidence& seen, Label label) {
    const auto& token = seen.layout.tokens[static_cast<std::size_t>(label.first)];
    label.area = seen.layout.segments[static_cast<std::size_t>(token.segment)].area;
    return label;
}

/// The label is the head of a column of the table of lines.
bool heads_lines(const Evidence& seen, const Label& label) {
    const auto& line =
        seen.layout.lines[static_cast<std::size_t>(seen.layout.tokens[static_cast<std::size_t>(label.first)].line)];
    for (int t = line.first; t <= line.last; ++t) {
        int taken = 0;
        const auto column = column_of(seen.layout, t, line.last, taken);
        if (column == "description" || column == "quantity" || column == "unit_price") return true;
    }
    return false;
}

std::vector<Choice> choices(const Evidence& seen, Meaning meaning) {
    std::vector<Choice> out;
    const auto& layout = seen.layout;
    for (const auto& label : seen.labels) {
        if (label.meaning != meaning || (label.weight < 60 && heads_lines(seen, label))) continue;
        const bool is_number = meaning == Meaning::number;
        const bool boxed = is_number && heads_box(seen, label);
        const bool spaced = boxed || says_number(seen, label);
        const float other_paper =
            is_number && (names_other_paper(seen, label) || names_quote(seen, label)) ? 0.3f : 1.0f;
        const float own_weight = is_number && under_title(seen, label) ? 0.94f : static_cast<float>(label.weight) / 100;
        const float weight = own_weight * other_paper;
        // The first code to the right of the label, at most one word after its end; else the first one under it.
        const auto& line =
            layout.lines[static_cast<std::size_t>(layout.tokens[static_cast<std::size_t>(label.first)].line)];
        bool right = false;
        for (int t = label.last + 1; t <= line.last && !right; ++t) {
            const auto& token = layout.tokens[static_cast<std::size_t>(t)];
            const bool other_label = std::any_of(seen.labels.begin(), seen.labels.end(), [&](const Label& other) {
                return other.first == t && other.weight >= 55 && !has_digit(token.text);
            });
            if (other_label) break;
            if (const auto code = code_at(seen, t, spaced)) {
                right = true;
                const auto area = layout.area(code->first, code->last);
                const float gap = area.x0 - label.area.x1;
                const float words_between = static_cast<float>(t - label.last - 1);
                out.push_back({*code, weight * (1 - std::min(gap, 400.0f) / 1200) - 0.08f * words_between,
                               label_reason(seen, label, Side::right), area});
            } else if (has_letter(token.text) && length_of(token.text) > 3) {
                if (label.weight < 60) break;  // "Facture à régler…" announces nothing
            }
        }
        if (right) continue;
        for (const auto& segment : layout.segments) {
            if (segment.area.page != label.area.page || segment.area.y0 < label.area.y0 + 2 ||
                segment.area.y0 > label.area.y1 + 4 * label.area.height())
                continue;
            for (int t = segment.first; t <= std::min(segment.last, segment.first + 2); ++t) {
                const auto code = code_at(seen, t, spaced);
                if (!code) continue;
                const auto area = layout.area(code->first, code->last);
                const auto near = nearness(seen, boxed ? widened(seen, label) : label, area);
                if (near.side == Side::below)
                    out.push_back({*code, weight * near.score * (t == segment.first ? 1.0f : 0.85f),
                                   label_reason(seen, label, near.side), area});
                break;
            }
        }
    }
    // A short plain number is rarely the name of a paper; a year never is.
    for (auto& choice : out) {
        const auto& text = choice.code.text;
        if (is_digits(text) && text.size() == 4 && (text.starts_with("19") || text.starts_with("20")))
            choice.score *= 0.6f;
        if (text.size() <= 2) choice.score *= 0.7f;
        if (choice.area.page == 1) choice.score += 0.02f;
        const auto& page = layout.pages[static_cast<std::size_t>(choice.area.page) - 1];
        if (choice.area.y0 < 0.5f * page.y1) choice.score += 0.03f;
    }
    std::stable_sort(out.begin(), out.end(), [](const Choice& a, const Choice& b) { return a.score > b.score; });
    return out;
}

std::optional<TextReading> decided(const Evidence& seen, const std::vector<Choice>& list) {
    if (list.empty() || list.front().score < 0.2f) return std::nullopt;
    const auto& best = list.front();
    int confidence = best.score > 0.82f ? 991 : best.score > 0.6f ? 940 : 820;
    const auto repeated =
        std::count_if(list.begin(), list.end(), [&](const Choice& other) { return other.code.text == best.code.text; });
    if (repeated > 1) confidence = std::min(confidence + 25, 994);
    const auto rival =
        std::find_if(list.begin(), list.end(), [&](const Choice& other) { return other.code.text != best.code.text; });
    if (rival != list.end() && rival->score > best.score - 0.1f) confidence = std::min(confidence, 800);
    const int characters = seen.layout.confidence(best.code.first, best.code.last);
    return make_reading<TextReading>(best.code.text, best.area, bounded(confidence, characters, false), best.reason);
}

}  // namespace

void decide_numbers(const Evidence& seen, InvoiceReading& out) {
    out.number = decided(seen, choices(seen, Meaning::number));
    out.order_number = decided(seen, choices(seen, Meaning::order_number));
    out.customer_number = decided(seen, choices(seen, Meaning::customer_number));
}

}  // namespace daftar::documents
