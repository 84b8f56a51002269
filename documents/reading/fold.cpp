#include "documents/reading/fold.hpp"

#include <algorithm>
#include <array>
#include <cstdint>

namespace daftar::documents {
namespace {

/// Decodes one code point; broken bytes come out as themselves.
char32_t next(std::string_view text, std::size_t& at) {
    const auto lead = static_cast<unsigned char>(text[at++]);
    const int more = lead >= 0xf0 ? 3 : lead >= 0xe0 ? 2 : lead >= 0xc0 ? 1 : 0;
    if (more == 0) return lead;
    char32_t code = lead & (0x3f >> more);
    for (int i = 0; i < more && at < text.size() && (static_cast<unsigned char>(text[at]) & 0xc0) == 0x80; ++i)
        code = code << 6 | (static_cast<unsigned char>(text[at++]) & 0x3f);
    return code;
}

/// U+00C0 to U+017F as ASCII small letters; one letter each.
constexpr std::string_view latin =
    "aaaaaaaceeeeiiiidnoooooxouuuuytsaaaaaaaceeeeiiiidnooooo/ouuuuyty"   // U+00C0–U+00FF
    "aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiiiiijjkkklllllll"   // U+0100–U+013F
    "lllnnnnnnnnnoooooooorrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs";  // –U+017F

void append_folded(std::string& out, char32_t code, std::string_view original) {
    if (code < 0x80) {
        out += static_cast<char>(code >= 'A' && code <= 'Z' ? code + 32 : code < 0x20 ? ' ' : code);
    } else if (code == 0x152 || code == 0x153) {
        out += "oe";
    } else if (code == 0xc6 || code == 0xe6) {
        out += "ae";
    } else if (code == 0xdf) {
        out += "ss";
    } else if (code >= 0xc0 && code - 0xc0 < latin.size()) {
        out += latin[code - 0xc0];
    } else if (code == 0xa0 || code == 0x202f || (code >= 0x2000 && code <= 0x200a) || code == 0x3000) {
        out += ' ';
    } else if ((code >= 0x200b && code <= 0x200f) || code == 0xad || code == 0xfeff) {
        // joiners, soft hyphens and direction marks say nothing
    } else if ((code >= 0x2010 && code <= 0x2015) || code == 0x2212) {
        out += '-';
    } else if (code == 0x2018 || code == 0x2019 || code == 0x2032 || code == 0xb4) {
        out += '\'';
    } else if (code == 0x201c || code == 0x201d || code == 0xab || code == 0xbb) {
        out += '"';
    } else if (code >= 0x660 && code <= 0x669) {
        out += static_cast<char>('0' + (code - 0x660));
    } else if (code >= 0x6f0 && code <= 0x6f9) {
        out += static_cast<char>('0' + (code - 0x6f0));
    } else if (code == 0x66b) {
        out += ',';
    } else if (code == 0xba || code == 0xb0) {
        out += "°";
    } else if (code == 0x2116) {
        out += "n°";
    } else {
        out += original;
    }
}

}  // namespace

std::string fold(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    for (std::size_t at = 0; at < text.size();) {
        const auto start = at;
        const auto code = next(text, at);
        append_folded(out, code, text.substr(start, at - start));
    }
    return out;
}

std::string label_word(std::string_view text) {
    auto folded = fold(text);
    const auto keep = [](unsigned char c) { return std::isalnum(c) || c >= 0x80 || c == '%' || c == '#'; };
    while (!folded.empty() && !keep(static_cast<unsigned char>(folded.back()))) folded.pop_back();
    std::size_t first = 0;
    while (first < folded.size() && !keep(static_cast<unsigned char>(folded[first]))) ++first;
    folded.erase(0, first);
    if (!has_digit(folded)) std::erase(folded, '.');
    return folded;
}

bool is_digits(std::string_view text) {
    return !text.empty() && std::all_of(text.begin(), text.end(), [](unsigned char c) { return c >= '0' && c <= '9'; });
}

bool has_digit(std::string_view text) {
    return std::any_of(text.begin(), text.end(), [](unsigned char c) { return c >= '0' && c <= '9'; });
}

bool has_letter(std::string_view text) {
    return std::any_of(text.begin(), text.end(),
                       [](unsigned char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c >= 0xc3; });
}

int length_of(std::string_view text) {
    return static_cast<int>(
        std::count_if(text.begin(), text.end(), [](unsigned char c) { return (c & 0xc0) != 0x80; }));
}

}  // namespace daftar::documents
