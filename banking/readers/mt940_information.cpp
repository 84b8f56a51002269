#include "banking/readers/mt940_information.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <string>

#include "banking/readers/encoding.hpp"
#include "banking/readers/mt940_plain.hpp"
#include "banking/readers/references.hpp"
#include "banking/readers/values.hpp"
#include "core/text.hpp"

namespace daftar::banking {
namespace {

constexpr std::size_t line_width = 65;      // a full line is broken inside a word
constexpr std::size_t tag_width = 4;        // ":86:" counts in the first line of most banks
constexpr std::size_t subfield_width = 27;  // the same for ?20 to ?29

bool is_digit(char c) { return c >= '0' && c <= '9'; }

void append(std::string& text, std::string_view more, std::string_view separator) {
    if (trimmed(more).empty()) return;
    if (!text.empty()) text += separator;
    text += more;
}

std::string joined(const std::vector<std::string_view>& lines) {
    std::string text;
    bool full = true;
    for (const auto line : lines) {
        if (!full && !text.ends_with('/')) text += ' ';  // "…/CSID/X/" goes on with "REMI/"
        full = line.size() >= line_width || (text.empty() && line.size() == line_width - tag_width);
        text += line;
    }
    return text;
}

// --- "166?00GUTSCHRIFT?20SVWZ+…?30BIC?31IBAN?32NAME"

// Three digits of kind before the first separator; Polish banks leave them out.
char separator_of(std::string_view text) {
    text = trimmed(text);
    const std::size_t at = text.size() > 3 && is_all_digits(text.substr(0, 3)) ? 3 : 0;
    if (text.size() < at + 3 || !is_digit(text[at + 1]) || !is_digit(text[at + 2])) return 0;
    const std::string_view separators = at == 3 ? "?>^<~@#$+" : "?>^<~";
    return separators.find(text[at]) != separators.npos ? text[at] : 0;
}

using Subfields = std::vector<std::pair<int, std::string>>;

Subfields subfields_of(std::string_view text, char separator) {
    Subfields found;
    for (std::size_t at = text.find(separator); at + 2 < text.size();) {
        auto end = at + 3;
        while (end < text.size() &&
               !(text[end] == separator && end + 2 < text.size() && is_digit(text[end + 1]) && is_digit(text[end + 2])))
            ++end;
        found.emplace_back((text[at + 1] - '0') * 10 + (text[at + 2] - '0'),
                           std::string(text.substr(at + 3, end - at - 3)));
        at = end;
    }
    return found;
}

std::string text_of(const Subfields& fields, std::initializer_list<std::pair<int, int>> ranges) {
    std::string text;
    std::size_t last = subfield_width;
    for (const auto& [number, value] : fields) {
        if (!std::ranges::any_of(ranges, [n = number](auto range) { return n >= range.first && n <= range.second; }))
            continue;
        if (last != subfield_width && !text.empty()) text += ' ';
        text += value;
        last = value.size();
    }
    return text;
}

// "EREF+…SVWZ+…": the SEPA words inside the purpose; what stands before the first of them is kept under "".
std::map<std::string, std::string> sepa_words(std::string_view text) {
    static constexpr std::array<std::string_view, 13> words = {"EREF", "KREF", "MREF", "CRED", "DEBT", "SVWZ", "ABWA",
                                                               "ABWE", "IBAN", "BIC",  "COAM", "OAMT", "PURP"};
    std::map<std::string, std::string> found;
    std::string current;
    for (std::size_t at = 0; at < text.size();) {
        const auto word = std::ranges::find_if(
            words, [&](std::string_view w) { return text.substr(at).starts_with(std::string(w) + "+"); });
        if (word != words.end() && !found.contains(std::string(*word))) {
            current = *word;
            found[current];
            at += word->size() + 1;
        } else {
            found[current] += text[at++];
        }
    }
    return found;
}

void read_subfields(std::string_view text, char separator, Movement& movement) {
    const auto fields = subfields_of(text, separator);
    if (is_all_digits(text.substr(0, 3))) movement.kind += "-" + std::string(text.substr(0, 3));
    auto words = sepa_words(text_of(fields, {{20, 29}, {60, 63}}));
    movement.label = words.contains("SVWZ") ? words["SVWZ"] : words[""];
    if (movement.end_to_end_id.empty()) movement.end_to_end_id = words["EREF"];
    movement.counterparty_name = text_of(fields, {{32, 33}});
    movement.counterparty_account = text_of(fields, {{38, 38}});
    // Triodos has its own account in 31 and the other one in 10.
    if (movement.counterparty_account.empty() && separator == '>')
        movement.counterparty_account = text_of(fields, {{10, 10}});
    if (movement.counterparty_account.empty()) movement.counterparty_account = text_of(fields, {{31, 31}});
    if (movement.counterparty_account.empty()) movement.counterparty_account = words["IBAN"];
    if (movement.counterparty_name.empty()) movement.counterparty_name = words["ABWA"];
    for (const auto* word : {"MREF", "CRED", "KREF", "ABWA"})
        if (words.contains(word) && words[word] != movement.counterparty_name)
            append(movement.details, words[word], " · ");
    if (words.contains("SVWZ")) append(movement.details, words[""], " · ");
    const auto posting = text_of(fields, {{0, 0}});
    if (trimmed(movement.label).empty())
        movement.label = posting;
    else
        append(movement.details, posting, " · ");
    append(movement.details, text_of(fields, {{64, 65}, {70, 79}}), " · ");
}

// --- "/TRTP/SEPA OVERBOEKING/IBAN/…/NAME/…/REMI/…"

struct Tagged {
    std::string tag, value;
};

/// The known tag that is written at that place up to the next slash: "NAME" of "NAME/…".
std::string_view tag_at(std::string_view text, std::size_t at) {
    static constexpr std::array<std::string_view, 33> known = {
        "TRTP", "IBAN", "BIC",  "NAME", "REMI", "EREF", "ORDP", "BENM", "CSID", "MARF", "CNTP",
        "RTRN", "ISDT", "PURP", "ADDR", "ULTD", "ULTC", "ULTB", "PREF", "SVCL", "SWCM", "OCMT",
        "CHGS", "EXCH", "INIT", "RREF", "IREF", "KREF", "TRCD", "ID",   "ACCW", "ACNO", "BBAN"};
    if (at >= text.size()) return {};
    const auto length = text.substr(at, 5).find('/');
    if (length == text.npos) return {};
    const auto word = text.substr(at, length);
    return std::ranges::find(known, word) == known.end() ? std::string_view() : word;
}

std::vector<Tagged> tags_of(std::string_view text) {
    std::vector<Tagged> found;
    for (std::size_t at = 0; at < text.size();) {
        const auto tag = text[at] == '/' ? tag_at(text, at + 1) : std::string_view();
        if (!tag.empty()) {
            found.push_back({std::string(tag), ""});
            at += tag.size() + 2;
            // The closing slash of an empty tag also opens the next one: "/ORDP//NAME/".
            if (tag != "REMI" && tag != "NAME" && at < text.size() && !tag_at(text, at).empty()) --at;
        } else {
            if (found.empty()) found.push_back({"", ""});
            const auto end = std::min(text.find('/', at + 1), text.size());
            found.back().value += text.substr(at, end - at);
            at = end;
        }
    }
    for (auto& tagged : found)
        while (tagged.value.ends_with('/')) tagged.value.pop_back();
    return found;
}

void read_remittance(std::string_view value, Movement& movement) {
    if (value.starts_with("STRD/")) {
        value.remove_prefix(5);
        const auto slash = value.find('/');
        movement.structured_communication = structured_reference(slash == value.npos ? value : value.substr(slash + 1));
    } else {
        if (value.starts_with("USTD/")) value.remove_prefix(value.starts_with("USTD//") ? 6 : 5);
        append(movement.label, value, " ");
    }
}

void read_counterparty(std::string_view value, Movement& movement) {
    std::array<std::string, 3> part;  // IBAN, BIC, name
    for (auto& text : part) {
        const auto slash = std::min(value.find('/'), value.size());
        text = value.substr(0, slash);
        value.remove_prefix(std::min(value.size(), slash + 1));
    }
    movement.counterparty_account = part[0];
    movement.counterparty_name = part[2];
}

// "/BENM/300000000000133" and below it "/NAME", "/what it is for": a bank that writes one thing a line.
// Mostly the party is empty: "/ORDP//NAME/…".
void read_party(std::string_view value, Movement& movement) {
    const auto account = value.substr(0, value.find(' '));
    const bool has_lines =
        account.size() >= 8 && is_all_digits(account) && value.substr(account.size()).starts_with(" /");
    if (!has_lines) {
        movement.counterparty_name = value;
        return;
    }
    movement.counterparty_account = account;
    bool is_name = true;
    for (auto rest = value.substr(account.size() + 2); !rest.empty(); is_name = false) {
        const auto end = std::min(rest.find(" /"), rest.size());
        if (is_name)
            movement.counterparty_name = rest.substr(0, end);
        else
            append(movement.label, rest.substr(0, end), " ");
        rest.remove_prefix(std::min(rest.size(), end + 2));
    }
}

void read_tags(std::string_view text, Movement& movement) {
    for (const auto& [tag, value] : tags_of(text)) {
        if (tag == "REMI")
            read_remittance(value, movement);
        else if (tag == "CNTP")
            read_counterparty(value, movement);
        else if (tag == "NAME" && movement.counterparty_name.empty())
            movement.counterparty_name = value;
        else if ((tag == "IBAN" || tag == "BBAN" || tag == "ACNO" || tag == "ACCW") &&
                 movement.counterparty_account.empty())
            movement.counterparty_account = value.substr(0, value.find(','));
        else if ((tag == "ORDP" || tag == "BENM") && movement.counterparty_name.empty())
            read_party(value, movement);
        else if (tag == "EREF" && movement.end_to_end_id.empty())
            movement.end_to_end_id = value;
        else if (tag != "BIC" && tag != "ISDT")
            append(movement.details, value, " · ");
    }
}

}  // namespace

void read_mt940_information(const std::vector<std::string_view>& lines, Movement& movement) {
    if (lines.empty()) return;
    std::string unbroken;
    for (const auto line : lines) unbroken += line;
    if (const char separator = separator_of(unbroken))
        return read_subfields(std::string(trimmed(unbroken)), separator, movement);
    const auto text = std::string(trimmed(joined(lines)));
    const bool is_tagged =
        text.starts_with('/') || text.find("/REMI/") != text.npos || text.find("/NAME/") != text.npos;
    if (is_tagged)
        read_tags(text, movement);
    else
        read_mt940_plain(lines, text, movement);
}

}  // namespace daftar::banking
