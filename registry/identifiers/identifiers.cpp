#include "registry/identifiers/identifiers.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <utility>

namespace daftar::registry {
namespace {

bool all_digits(std::string_view text, std::size_t length) {
    return text.size() == length &&
           std::all_of(text.begin(), text.end(), [](unsigned char c) { return std::isdigit(c); });
}

/// The number that the text writes, modulo a small divisor; letters count as 10 to 35 (ISO 7064).
int remainder(std::string_view text, int divisor) {
    int rest = 0;
    for (const unsigned char c : text) {
        const int value = std::isdigit(c) ? c - '0' : c - 'A' + 10;
        rest = (value > 9 ? rest * 100 + value : rest * 10 + value) % divisor;
    }
    return rest;
}

bool luhn(std::string_view digits) {
    int sum = 0;
    for (std::size_t i = 0; i < digits.size(); ++i) {
        int digit = digits[digits.size() - 1 - i] - '0';
        if (i % 2 == 1 && (digit *= 2) > 9) digit -= 9;
        sum += digit;
    }
    return sum % 10 == 0;
}

/// ISO 7064 MOD 11,10.
bool is_valid_german_vat(std::string_view digits) {
    if (!all_digits(digits, 9)) return false;
    int product = 10;
    for (int i = 0; i < 8; ++i) {
        int sum = (digits[static_cast<std::size_t>(i)] - '0' + product) % 10;
        if (sum == 0) sum = 10;
        product = 2 * sum % 11;
    }
    return (11 - product) % 10 == digits[8] - '0';
}

/// Nine digits, B, two digits: the old check modulo 11, or (since 2020) the whole modulo 97.
bool is_valid_dutch_vat(std::string_view text) {
    if (text.size() != 12 || text[9] != 'B' || !all_digits(text.substr(0, 9), 9) || !all_digits(text.substr(10), 2))
        return false;
    int sum = 0;
    for (std::size_t i = 0; i < 8; ++i) sum += (text[i] - '0') * static_cast<int>(9 - i);
    return sum % 11 == text[8] - '0' || remainder("NL" + std::string(text), 97) == 1;
}

bool is_valid_french_vat(std::string_view text) {
    if (text.size() != 11 || !all_digits(text.substr(2), 9)) return false;
    const auto siren = text.substr(2);
    if (!all_digits(text.substr(0, 2), 2))
        return std::isalnum(static_cast<unsigned char>(text[0])) && is_valid_siren(siren);
    return (12 + 3 * remainder(siren, 97)) % 97 == (text[0] - '0') * 10 + text[1] - '0';
}

/// Digits (or capitals) after the prefix, for countries whose check is not computed here.
constexpr std::array<std::pair<std::string_view, std::pair<int, int>>, 24> shapes{{
    {"AT", {9, 9}}, {"BG", {9, 10}},  {"CY", {9, 9}},   {"CZ", {8, 10}},  {"DK", {8, 8}},   {"EE", {9, 9}},
    {"EL", {9, 9}}, {"ES", {9, 9}},   {"FI", {8, 8}},   {"GB", {9, 12}},  {"HR", {11, 11}}, {"HU", {8, 8}},
    {"IE", {8, 9}}, {"IT", {11, 11}}, {"LT", {9, 12}},  {"LV", {11, 11}}, {"MT", {8, 8}},   {"PL", {10, 10}},
    {"PT", {9, 9}}, {"RO", {2, 10}},  {"SE", {12, 12}}, {"SI", {8, 8}},   {"SK", {10, 10}}, {"XI", {9, 12}},
}};

constexpr std::array<std::pair<std::string_view, int>, 36> iban_lengths{{
    {"AD", 24}, {"AE", 23}, {"AT", 20}, {"BE", 16}, {"BG", 22}, {"CH", 21}, {"CY", 28}, {"CZ", 24}, {"DE", 22},
    {"DK", 18}, {"EE", 20}, {"ES", 24}, {"FI", 18}, {"FR", 27}, {"GB", 22}, {"GR", 27}, {"HR", 21}, {"HU", 28},
    {"IE", 22}, {"IT", 27}, {"LI", 21}, {"LT", 20}, {"LU", 20}, {"LV", 21}, {"MA", 28}, {"MC", 27}, {"MT", 31},
    {"NL", 18}, {"NO", 15}, {"PL", 28}, {"PT", 25}, {"RO", 24}, {"SE", 24}, {"SI", 19}, {"SK", 24}, {"TN", 24},
}};

}  // namespace

std::string canonical(std::string_view text) {
    std::string out;
    for (const unsigned char c : text)
        if (c < 0x80 && std::isalnum(c)) out += static_cast<char>(std::toupper(c));
    return out;
}

bool is_valid_ice(std::string_view digits) {
    return all_digits(digits, 15) && remainder(digits, 97) == 0 &&
           digits.find_first_not_of('0') != std::string_view::npos;
}

bool is_valid_rib(std::string_view digits) {
    return all_digits(digits, 24) && remainder(digits, 97) == 0 &&
           digits.find_first_not_of('0') != std::string_view::npos;
}

int iban_length(std::string_view country) {
    for (const auto& [known, length] : iban_lengths)
        if (known == country) return length;
    return 0;
}

bool is_valid_iban(std::string_view text) {
    if (text.size() < 15 || text.size() > 34) return false;
    for (const unsigned char c : text)
        if (!std::isdigit(c) && !std::isupper(c)) return false;
    if (!std::isupper(static_cast<unsigned char>(text[0])) || !std::isupper(static_cast<unsigned char>(text[1])) ||
        !all_digits(text.substr(2, 2), 2))
        return false;
    if (const int length = iban_length(text.substr(0, 2)); length != 0 && static_cast<int>(text.size()) != length)
        return false;
    if (text.starts_with("MA")) return text.substr(2, 2) == "64" && is_valid_rib(text.substr(4));
    return remainder(std::string(text.substr(4)) + std::string(text.substr(0, 4)), 97) == 1;
}

std::string iban_of_rib(std::string_view rib) { return "MA64" + std::string(rib); }

bool is_valid_be_enterprise(std::string_view digits) {
    return all_digits(digits, 10) && digits[0] <= '1' && digits != "0000000000" &&
           97 - remainder(digits.substr(0, 8), 97) == (digits[8] - '0') * 10 + digits[9] - '0';
}

bool is_valid_ogm(std::string_view digits) {
    if (!all_digits(digits, 12)) return false;
    const int rest = remainder(digits.substr(0, 10), 97);
    return (rest == 0 ? 97 : rest) == (digits[10] - '0') * 10 + digits[11] - '0';
}

bool is_valid_siren(std::string_view digits) { return all_digits(digits, 9) && digits != "000000000" && luhn(digits); }

bool is_valid_siret(std::string_view digits) {
    if (!all_digits(digits, 14) || digits.starts_with("000000000")) return false;
    if (luhn(digits)) return true;
    int sum = 0;
    for (const char digit : digits) sum += digit - '0';
    return digits.starts_with("356000000") && sum % 5 == 0;
}

bool is_valid_vat(std::string_view text) {
    if (text.size() < 4) return false;
    const auto country = text.substr(0, 2), number = text.substr(2);
    if (country == "FR") return is_valid_french_vat(number);
    if (country == "BE")
        return is_valid_be_enterprise(number.size() == 9 ? "0" + std::string(number) : std::string(number));
    if (country == "DE") return is_valid_german_vat(number);
    if (country == "NL") return is_valid_dutch_vat(number);
    if (country == "LU")
        return all_digits(number, 8) && remainder(number.substr(0, 6), 89) == (number[6] - '0') * 10 + number[7] - '0';
    for (const auto& [known, lengths] : shapes)
        if (known == country)
            return static_cast<int>(number.size()) >= lengths.first &&
                   static_cast<int>(number.size()) <= lengths.second &&
                   std::count_if(number.begin(), number.end(), [](unsigned char c) { return std::isdigit(c); }) >=
                       static_cast<std::ptrdiff_t>(number.size()) - 2;
    return false;
}

}  // namespace daftar::registry
