#include "banking/readers/encoding.hpp"

#include <algorithm>
#include <array>
#include <cstdint>

#include "core/text.hpp"

namespace daftar::banking {
namespace {

// Bytes 0x80 to 0x9F of Windows-1252; 0 where the code page has none (shown as the replacement character).
constexpr std::array<std::uint16_t, 32> windows_1252_high = {
    0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
    0x2039, 0x0152, 0,      0x017D, 0,      0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178};

std::string from_windows_1252(std::string_view bytes) {
    std::string out;
    out.reserve(bytes.size() + bytes.size() / 8);
    for (const char c : bytes) {
        const auto byte = static_cast<unsigned char>(c);
        if (byte < 0x80 || byte >= 0xA0)
            append_utf8(out, byte);
        else
            append_utf8(out, windows_1252_high[byte - 0x80] ? windows_1252_high[byte - 0x80] : 0xFFFD);
    }
    return out;
}

std::string from_utf16(std::string_view bytes, bool little) {
    std::string out;
    const auto unit = [&](std::size_t at) -> std::uint32_t {
        const auto low = static_cast<unsigned char>(bytes[at]), high = static_cast<unsigned char>(bytes[at + 1]);
        return little ? low | high << 8 : high | low << 8;
    };
    for (std::size_t at = 0; at + 1 < bytes.size(); at += 2) {
        auto code = unit(at);
        if (code >= 0xD800 && code < 0xDC00 && at + 3 < bytes.size() && (unit(at + 2) & 0xFC00) == 0xDC00) {
            code = 0x10000 + ((code - 0xD800) << 10) + (unit(at + 2) - 0xDC00);
            at += 2;
        } else if (code >= 0xD800 && code < 0xE000) {
            code = 0xFFFD;
        }
        append_utf8(out, code);
    }
    return out;
}

int line_at(std::string_view text, std::size_t position) {
    return 1 + static_cast<int>(std::ranges::count(text.substr(0, position), '\n'));
}

// Base letter of the accented Latin letters that bank headers and names use (U+00C0 to U+017F), 0 for others.
char base_letter(std::uint32_t code) {
    static constexpr std::string_view latin_1 = "AAAAAAACEEEEIIIIDNOOOOO OUUUUY SAAAAAAACEEEEIIIIDNOOOOO OUUUUY Y";
    if (code >= 0xC0 && code <= 0xFF) return latin_1[code - 0xC0];
    if (code == 0x152 || code == 0x153) return 'O';
    if (code == 0x160 || code == 0x161) return 'S';
    return 0;
}

}  // namespace

void append_utf8(std::string& out, std::uint32_t code) {
    if (code < 0x80) {
        out += static_cast<char>(code);
    } else if (code < 0x800) {
        out += static_cast<char>(0xC0 | (code >> 6));
        out += static_cast<char>(0x80 | (code & 0x3F));
    } else if (code < 0x10000) {
        out += static_cast<char>(0xE0 | (code >> 12));
        out += static_cast<char>(0x80 | ((code >> 6) & 0x3F));
        out += static_cast<char>(0x80 | (code & 0x3F));
    } else {
        out += static_cast<char>(0xF0 | (code >> 18));
        out += static_cast<char>(0x80 | ((code >> 12) & 0x3F));
        out += static_cast<char>(0x80 | ((code >> 6) & 0x3F));
        out += static_cast<char>(0x80 | (code & 0x3F));
    }
}

std::string_view name_of_encoding(Encoding encoding) {
    if (encoding == Encoding::windows_1252) return "Windows-1252";
    return encoding == Encoding::utf8 ? "UTF-8" : "UTF-16";
}

std::size_t utf8_valid_prefix(std::string_view text) {
    std::size_t at = 0;
    const auto continues = [&](std::size_t count) {
        if (at + count >= text.size()) return false;
        for (std::size_t i = 1; i <= count; ++i)
            if ((static_cast<unsigned char>(text[at + i]) & 0xC0) != 0x80) return false;
        return true;
    };
    while (at < text.size()) {
        const auto lead = static_cast<unsigned char>(text[at]);
        const std::size_t more = lead < 0x80                   ? 0
                                 : lead >= 0xC2 && lead < 0xE0 ? 1
                                 : lead >= 0xE0 && lead < 0xF0 ? 2
                                 : lead >= 0xF0 && lead < 0xF5 ? 3
                                                               : 9;
        if (more == 9 || (more > 0 && !continues(more))) return at;
        const auto second = more > 0 ? static_cast<unsigned char>(text[at + 1]) : 0;
        if ((lead == 0xE0 && second < 0xA0) || (lead == 0xED && second > 0x9F) || (lead == 0xF0 && second < 0x90) ||
            (lead == 0xF4 && second > 0x8F))
            return at;
        at += more + 1;
    }
    return at;
}

DecodedText decode_text(std::string_view bytes, Faults& faults) {
    if (bytes.starts_with("\xFF\xFE")) return {from_utf16(bytes.substr(2), true), Encoding::utf16_little};
    if (bytes.starts_with("\xFE\xFF")) return {from_utf16(bytes.substr(2), false), Encoding::utf16_big};
    if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
    if (const auto nul = bytes.find('\0'); nul != bytes.npos) {
        faults.add({line_at(bytes, nul)}, "wrong_encoding",
                   "octet nul : le fichier n’est pas du texte, ou son encodage n’est ni UTF-8 ni Windows-1252.");
        return {};
    }
    const auto valid = utf8_valid_prefix(bytes);
    if (valid == bytes.size()) return {std::string(bytes), Encoding::utf8};
    // Two-byte letters beside single bytes: two encodings in one file. Guessing would garble names and references.
    const bool has_two_byte_letters =
        std::ranges::any_of(bytes.substr(0, valid), [](char c) { return (c & 0x80) != 0; });
    if (has_two_byte_letters) {
        faults.add({line_at(bytes, valid)}, "wrong_encoding",
                   "le fichier mélange deux encodages (UTF-8 puis un octet qui n’en est pas) ; exportez-le de nouveau "
                   "depuis la banque.");
        return {};
    }
    return {from_windows_1252(bytes), Encoding::windows_1252};
}

std::vector<Line> split_lines(std::string_view text) {
    std::vector<Line> lines;
    int number = 1;
    while (!text.empty()) {
        const auto end = std::min(text.find_first_of("\r\n"), text.size());
        lines.push_back({text.substr(0, end), number++});
        const bool pair = end + 1 < text.size() && text[end] == '\r' && text[end + 1] == '\n';
        text.remove_prefix(std::min(text.size(), end + (pair ? 2 : 1)));
    }
    return lines;
}

Columns::Columns(std::string_view text) : text_(text) {
    for (std::size_t at = 0; at < text.size(); ++at)
        if ((static_cast<unsigned char>(text[at]) & 0xC0) != 0x80) starts_.push_back(at);
    starts_.push_back(text.size());
}

std::string Columns::raw(std::size_t first, std::size_t last) const {
    std::string out;
    if (first <= size()) {
        const auto end = std::min(last, size());
        out = text_.substr(starts_[first - 1], starts_[end] - starts_[first - 1]);
        out.append(last - end, ' ');
    } else {
        out.assign(last - first + 1, ' ');
    }
    return out;
}

std::string Columns::field(std::size_t first, std::size_t last) const { return std::string(trimmed(raw(first, last))); }

std::string squeezed(std::string_view text) {
    std::string out;
    bool pending = false;
    for (std::size_t at = 0; at < text.size(); ++at) {
        const auto rest = text.substr(at);
        const std::size_t space = rest[0] == ' ' || rest[0] == '\t' || rest[0] == '\n' || rest[0] == '\r' ? 1
                                  : rest.starts_with("\xC2\xA0")                                          ? 2
                                  : rest.starts_with("\xE2\x80\xAF") || rest.starts_with("\xE2\x80\x89")  ? 3
                                                                                                          : 0;
        if (space) {
            pending = !out.empty();
            at += space - 1;
            continue;
        }
        if (pending) out += ' ';
        pending = false;
        out += rest[0];
    }
    return out;
}

std::string without_spaces(std::string_view text) {
    auto out = squeezed(text);
    std::erase(out, ' ');
    return out;
}

std::string folded(std::string_view text) {
    std::string out;
    for (std::size_t at = 0; at < text.size(); ++at) {
        const auto byte = static_cast<unsigned char>(text[at]);
        char letter = ' ';
        if (byte < 0x80) {
            if (std::isalnum(byte)) letter = static_cast<char>(std::toupper(byte));
        } else if ((byte == 0xC3 || byte == 0xC5) && at + 1 < text.size()) {
            const std::uint32_t code = (byte & 0x1FU) << 6 | (static_cast<unsigned char>(text[++at]) & 0x3FU);
            if (const char base = base_letter(code)) letter = base;
        } else if ((byte & 0xC0) == 0x80) {
            continue;
        }
        if (letter != ' ' || (!out.empty() && out.back() != ' ')) out += letter;
    }
    if (!out.empty() && out.back() == ' ') out.pop_back();
    return out;
}

}  // namespace daftar::banking
