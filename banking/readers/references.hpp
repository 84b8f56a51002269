// Identifiers and structured references found in what banks print.
#pragma once
#include <optional>
#include <string>
#include <string_view>

namespace daftar::banking {

/// ISO 13616: country, two check digits, mod 97 = 1. Spaces are allowed.
bool is_iban(std::string_view text);
/// Moroccan bank identity: 24 digits, mod 97 = 0.
bool is_moroccan_rib(std::string_view text);
/// The account without spaces and dots; a trailing currency code after an IBAN is dropped, and the word IBAN before it.
std::string normalized_account(std::string_view text);
/// The first valid Moroccan bank identity written in a text, or nothing.
std::optional<std::string> moroccan_rib_in(std::string_view text);
/// The first valid IBAN written in a text (with or without spaces), or nothing.
std::optional<std::string> iban_in(std::string_view text);

/// "+++010/8068/17183+++" for twelve digits that pass the Belgian check (first ten mod 97, 97 for 0), in any writing.
std::optional<std::string> belgian_communication(std::string_view text);
/// "RF18539007547034" for a valid ISO 11649 creditor reference, in any spacing.
std::optional<std::string> creditor_reference(std::string_view text);
/// A reference given as structured by the file: the Belgian or ISO form when it is one, else as it stands.
std::string structured_reference(std::string_view text);
/// The structured communication written inside free text, "" when there is none: "+++…+++", "***…***" or "RF…".
std::string structured_in(std::string_view text);

}  // namespace daftar::banking
