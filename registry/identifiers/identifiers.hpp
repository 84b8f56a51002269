// Check digits of the identifiers that papers carry. Pure; every function takes canonical text (digits and capitals, no
// separators: see `canonical`) and answers false for anything of another shape.
#pragma once
#include <string>
#include <string_view>

namespace daftar::registry {

/// Letters as capitals, digits kept, everything else dropped: "FR 32 123-456.789" becomes "FR32123456789".
std::string canonical(std::string_view text);

/// Morocco, identifiant commun de l'entreprise: 15 digits, the whole number divisible by 97 with remainder 0.
bool is_valid_ice(std::string_view digits);
/// Morocco, relevé d'identité bancaire: 24 digits, remainder 0 modulo 97.
bool is_valid_rib(std::string_view digits);
/// ISO 13616, any country; the length is checked for the countries we know. A Moroccan IBAN is always "MA64" + RIB.
bool is_valid_iban(std::string_view text);
/// The IBAN of a valid Moroccan RIB.
std::string iban_of_rib(std::string_view rib);
/// Belgium, enterprise number: 10 digits starting 0 or 1, the last two are 97 − (first eight mod 97). Without "BE".
bool is_valid_be_enterprise(std::string_view digits);
/// Belgium, structured communication (OGM-VCS): 12 digits, the last two are the first ten mod 97, 97 for 0.
bool is_valid_ogm(std::string_view digits);
/// France, SIREN: 9 digits, Luhn.
bool is_valid_siren(std::string_view digits);
/// France, SIRET: 14 digits, Luhn, or La Poste's rule (SIREN 356000000: digits sum to a multiple of 5).
bool is_valid_siret(std::string_view digits);
/// VAT number with its country prefix. FR and BE, DE, NL, LU by their check digits; other European countries by shape.
bool is_valid_vat(std::string_view text);
/// The length of an IBAN of that country (two capitals), 0 when unknown.
int iban_length(std::string_view country);

}  // namespace daftar::registry
