// From the bytes of a bank to UTF-8 text and lines.
#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "banking/readers/faults.hpp"

namespace daftar::banking {

enum class Encoding { utf8, utf16_little, utf16_big, windows_1252 };
/// "UTF-8", "UTF-16", "Windows-1252"
std::string_view name_of_encoding(Encoding encoding);

struct DecodedText {
    std::string text;  ///< UTF-8 without byte order mark
    Encoding encoding = Encoding::utf8;
};

/// Finds the encoding by byte order mark and content: UTF-8 when every byte fits, else Windows-1252 (which contains
/// Latin-1). A file that is neither (NUL bytes, UTF-8 mixed with single bytes) is a fault at its first wrong line.
DecodedText decode_text(std::string_view bytes, Faults& faults);

/// Writes one letter; `code` is a Unicode scalar value.
void append_utf8(std::string& out, std::uint32_t code);

/// Length of the well-formed UTF-8 prefix of the text.
std::size_t utf8_valid_prefix(std::string_view text);

/// One line with its number in the file, without its line end.
struct Line {
    std::string_view text;
    int number = 0;
};
/// Splits at LF, CR LF or CR.
std::vector<Line> split_lines(std::string_view text);

/// A line of fixed columns, addressed by characters rather than bytes: banks write é in two encodings.
class Columns {
public:
    explicit Columns(std::string_view text);
    /// Characters `first` to `last` counted from 1 as the format descriptions do; blanks where the line is too short.
    std::string raw(std::size_t first, std::size_t last) const;
    /// The same without spaces around it.
    std::string field(std::size_t first, std::size_t last) const;
    std::size_t size() const { return starts_.size() - 1; }

private:
    std::string_view text_;
    std::vector<std::size_t> starts_;
};

/// Inner runs of spaces become one, none at the ends; no-break spaces count as spaces.
std::string squeezed(std::string_view text);
/// Upper-case ASCII without accents or punctuation doubled: "Libellé de l'opération" is "LIBELLE DE L OPERATION".
std::string folded(std::string_view text);
/// Removes spaces of every kind.
std::string without_spaces(std::string_view text);

}  // namespace daftar::banking
