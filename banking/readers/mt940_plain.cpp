#include "banking/readers/mt940_plain.hpp"

#include <algorithm>
#include <array>
#include <string>

#include "banking/readers/encoding.hpp"
#include "banking/readers/references.hpp"
#include "banking/readers/values.hpp"
#include "core/text.hpp"

namespace daftar::banking {
namespace {

void append(std::string& text, std::string_view more, std::string_view separator) {
    more = trimmed(more);
    if (more.empty()) return;
    if (!text.empty()) text += separator;
    text += more;
}

// "…REK: NL84INGB0234561789/NAAM: MMS ONLINE"
bool read_knab(const std::string& text, Movement& movement) {
    const auto account = text.find("REK: ");
    if (account == text.npos) return false;
    const auto name = text.find("/NAAM: ", account);
    movement.counterparty_account = text.substr(account + 5, name == text.npos ? text.npos : name - account - 5);
    if (name != text.npos) movement.counterparty_name = text.substr(name + 7);
    return true;
}

// "911 TRANSAKCJA; Z RACH.: 5611…; OD: JAN NOWAK; TYT.: PRZELEW; TNR: 1790…": from or to whom, and the title.
bool read_polish(const std::string& text, Movement& movement) {
    if (text.find("TYT.:") == text.npos) return false;
    std::string label;
    for (std::size_t at = 0; at < text.size();) {
        const auto end = std::min(text.find(';', at), text.size());
        const auto part = trimmed(std::string_view(text).substr(at, end - at));
        at = end + 1;
        const auto colon = part.find(':');
        const auto word = trimmed(part.substr(0, colon));
        const auto value = colon == part.npos ? std::string_view() : trimmed(part.substr(colon + 1));
        if (word == "Z RACH." || word == "NA RACH.")
            movement.counterparty_account = value;
        else if (word == "OD" || word == "DLA")
            movement.counterparty_name = value;
        else if (word == "TYT.")
            label = value;
        else
            append(movement.details, part, " · ");
    }
    if (!label.empty()) movement.label = label;
    return !label.empty();
}

// "999SEPA_CREDIT_TRANSFER:Lohn September:Felix Neumann:DE02…[:more]"
bool read_colons(std::string_view text, Movement& movement) {
    if (text.size() < 8 || !is_all_digits(text.substr(0, 3))) return false;
    const auto kind_end = text.find(':');
    const auto kind = text.substr(3, kind_end == text.npos ? 0 : kind_end - 3);
    if (kind.empty() || !std::ranges::all_of(kind, [](char c) { return (c >= 'A' && c <= 'Z') || c == '_'; }))
        return false;
    std::vector<std::string_view> parts;
    for (auto rest = text.substr(kind_end + 1);;) {
        const auto colon = rest.find(':');
        parts.push_back(trimmed(rest.substr(0, colon)));
        if (colon == rest.npos) break;
        rest.remove_prefix(colon + 1);
    }
    const auto account = std::ranges::find_if(parts, [](std::string_view part) {
        return part.size() >= 15 && part.size() <= 34 && part.find(' ') == part.npos && part[0] >= 'A' &&
               part[0] <= 'Z' && part[1] >= 'A' && part[1] <= 'Z' && is_all_digits(part.substr(2, 2));
    });
    if (account == parts.end() || account - parts.begin() < 2) return false;
    movement.counterparty_account = *account;
    movement.counterparty_name = *(account - 1);
    for (auto part = parts.begin(); part != account - 1; ++part) append(movement.label, *part, ":");
    for (auto part = account + 1; part != parts.end(); ++part) append(movement.details, *part, " · ");
    append(movement.details, kind, " · ");
    return true;
}

// First line: the account that ":61:" has as reference, and the name that it has below; then what was said.
bool read_account_and_name(const std::vector<std::string_view>& lines, Movement& movement) {
    const auto first = trimmed(lines.front());
    const auto space = std::min(first.find(' '), first.size());
    const auto account = first.substr(0, space);
    const bool is_known =
        !account.empty() && (account == movement.counterparty_account || account == movement.reference);
    if (!is_known || trimmed(first.substr(space)) != trimmed(movement.details) || movement.details.empty())
        return false;
    movement.counterparty_account = account;
    movement.counterparty_name = trimmed(first.substr(space));
    if (movement.reference == account) movement.reference.clear();
    movement.details.clear();
    for (std::size_t i = 1; i < lines.size(); ++i) {
        const bool is_full = i > 1 && lines[i - 1].size() >= 65;
        append(movement.label, lines[i], is_full ? "" : " ");
    }
    return true;
}

}  // namespace

void read_mt940_numbered(const std::vector<std::string_view>& lines, Movement& movement) {
    for (const auto line : lines) {
        const auto text = trimmed(line);
        const int number =
            text.size() > 2 && is_all_digits(text.substr(0, 2)) ? (text[0] - '0') * 10 + (text[1] - '0') : 0;
        const auto value = number ? text.substr(2) : text;
        if (number >= 1 && number <= 14)
            append(movement.label, value, " ");
        else if (number == 15 || number == 16)
            append(movement.counterparty_name, value, " ");
        else if (number == 34)
            movement.counterparty_account = value;
        else if (number == 17 || number == 0)
            append(movement.details, value, " · ");
    }
}

void read_mt940_plain(const std::vector<std::string_view>& lines, const std::string& text, Movement& movement) {
    if (read_account_and_name(lines, movement) || read_colons(text, movement)) return;
    movement.label = text;
    if (read_knab(text, movement) || read_polish(text, movement)) return;
    if (movement.counterparty_account.empty()) movement.counterparty_account = iban_in(text).value_or("");
}

}  // namespace daftar::banking
