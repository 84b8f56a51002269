// Text brought to one form for comparison: small letters without accents, ASCII digits, plain spaces.
#pragma once
#include <string>
#include <string_view>

namespace daftar::documents {

/// "Échéance : " → "echeance : ". Arabic-Indic digits become ASCII, no-break spaces spaces, typographic dashes and
/// quotes plain; letters of other alphabets are kept as they are.
std::string fold(std::string_view text);

/// `fold`, then without the punctuation at both ends and the dots inside ("T.V.A. :" → "tva"); the form of words in
/// labels.
std::string label_word(std::string_view text);

/// True when every byte is an ASCII digit, and there is one.
bool is_digits(std::string_view text);
bool has_digit(std::string_view text);
/// Bytes of UTF-8 letters count as letters.
bool has_letter(std::string_view text);
/// Number of code points.
int length_of(std::string_view text);

}  // namespace daftar::documents
