#include "banking/readers/references.hpp"

#include <algorithm>
#include <cctype>

#include "banking/readers/encoding.hpp"
#include "banking/readers/values.hpp"

namespace daftar::banking {
namespace {

bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }
bool is_digit(char c) { return c >= '0' && c <= '9'; }

// Letters count as 10 to 35, as ISO 7064 says.
int mod_97(std::string_view text) {
    int rest = 0;
    for (const char c : text) {
        if (is_digit(c))
            rest = (rest * 10 + (c - '0')) % 97;
        else
            rest = (rest * 100 + (c - 'A' + 10)) % 97;
    }
    return rest;
}

std::string compact(std::string_view text) {
    std::string out;
    for (const char c : without_spaces(text))
        if (c != '.' && c != '-') out += static_cast<char>(std::toupper(static_cast<unsigned char>(c)));
    return out;
}

bool is_alphanumeric(std::string_view text) {
    return std::ranges::all_of(text, [](char c) { return is_upper(c) || is_digit(c); });
}

// Country, two check digits, the rest moved before them.
bool passes_iso_check(std::string_view text) {
    return is_alphanumeric(text) && mod_97(std::string(text.substr(4)) + std::string(text.substr(0, 4))) == 1;
}

bool is_compact_iban(std::string_view text) {
    return text.size() >= 15 && text.size() <= 34 && is_upper(text[0]) && is_upper(text[1]) && is_digit(text[2]) &&
           is_digit(text[3]) && passes_iso_check(text);
}

std::string belgian_form(std::string_view digits) {
    return "+++" + std::string(digits.substr(0, 3)) + "/" + std::string(digits.substr(3, 4)) + "/" +
           std::string(digits.substr(7, 5)) + "+++";
}

}  // namespace

bool is_iban(std::string_view text) { return is_compact_iban(compact(text)); }

bool is_moroccan_rib(std::string_view text) {
    const auto digits = compact(text);
    return digits.size() == 24 && is_all_digits(digits) && mod_97(digits) == 0;
}

std::string normalized_account(std::string_view text) {
    auto account = compact(text);
    if (account.starts_with("IBAN")) account.erase(0, account.starts_with("IBAN:") ? 5 : 4);
    if (account.size() > 18 && is_compact_iban(std::string_view(account).substr(0, account.size() - 3)) &&
        !is_compact_iban(account))
        account.resize(account.size() - 3);
    if (is_compact_iban(account) || is_moroccan_rib(account)) return account;
    return without_spaces(text);
}

std::optional<std::string> iban_in(std::string_view text) {
    for (std::size_t at = 0; at + 15 <= text.size(); ++at) {
        if (!is_upper(text[at]) || !is_upper(text[at + 1]) || !is_digit(text[at + 2]) || !is_digit(text[at + 3]))
            continue;
        if (at > 0 && (is_upper(text[at - 1]) || is_digit(text[at - 1]))) continue;
        std::string candidate;
        std::string longest;
        for (auto end = at; end < text.size() && candidate.size() < 34; ++end) {
            if (text[end] == ' ') continue;
            if (!is_upper(text[end]) && !is_digit(text[end])) break;
            candidate += text[end];
            const bool ends_here = end + 1 == text.size() || !(is_upper(text[end + 1]) || is_digit(text[end + 1]));
            if (ends_here && is_compact_iban(candidate)) longest = candidate;
        }
        if (!longest.empty()) return longest;
    }
    return {};
}

std::optional<std::string> moroccan_rib_in(std::string_view text) {
    std::string digits;
    for (std::size_t at = 0; at <= text.size(); ++at) {
        if (at < text.size() && is_digit(text[at])) {
            digits += text[at];
        } else if (at == text.size() || text[at] != ' ') {
            if (is_moroccan_rib(digits)) return digits;
            digits.clear();
        }
    }
    return {};
}

std::optional<std::string> belgian_communication(std::string_view text) {
    std::string digits;
    for (const char c : text) {
        if (is_digit(c))
            digits += c;
        else if (c != '+' && c != '/' && c != '*' && c != ' ' && c != '.')
            return {};
    }
    if (digits.size() != 12) return {};
    const int expected = mod_97(std::string_view(digits).substr(0, 10));
    const int check = (digits[10] - '0') * 10 + (digits[11] - '0');
    if (check != (expected == 0 ? 97 : expected)) return {};
    return belgian_form(digits);
}

std::optional<std::string> creditor_reference(std::string_view text) {
    const auto reference = compact(text);
    if (reference.size() < 5 || reference.size() > 25 || !reference.starts_with("RF") || !is_digit(reference[2]) ||
        !is_digit(reference[3]) || !passes_iso_check(reference))
        return {};
    return reference;
}

std::string structured_reference(std::string_view text) {
    if (auto found = belgian_communication(text)) return *found;
    if (auto found = creditor_reference(text)) return *found;
    return squeezed(text);
}

std::string structured_in(std::string_view text) {
    for (const std::string_view fence : {"+++", "***"}) {
        for (auto open = text.find(fence); open != text.npos; open = text.find(fence, open + 1)) {
            const auto close = text.find(fence, open + 3);
            if (close == text.npos) break;
            if (auto found = belgian_communication(text.substr(open, close + 3 - open))) return *found;
        }
    }
    // Fortis and others leave the fences away: "COMMUNICATION: 953101296156".
    for (const std::string_view word : {"COMMUNICATION", "MEDEDELING"}) {
        for (auto at = text.find(word); at != text.npos; at = text.find(word, at + 1)) {
            const auto rest = text.substr(at + word.size());
            const auto first = rest.find_first_not_of(" :");
            if (first == rest.npos || first == 0) continue;
            const auto end = std::min(rest.find_first_not_of("0123456789/", first), rest.size());
            if (auto found = belgian_communication(rest.substr(first, end - first))) return *found;
        }
    }
    for (auto at = text.find("RF"); at != text.npos; at = text.find("RF", at + 1)) {
        if (at > 0 && std::isalnum(static_cast<unsigned char>(text[at - 1]))) continue;
        auto end = at;
        while (end < text.size() && (is_upper(text[end]) || is_digit(text[end]))) ++end;
        if (auto found = creditor_reference(text.substr(at, end - at)); found && found->size() > 6) return *found;
    }
    return {};
}

}  // namespace daftar::banking
