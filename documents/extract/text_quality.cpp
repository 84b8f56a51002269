// Whether the text that a PDF carries can be relied on, or the page has to be read from its pixels.
#include "documents/extract/child/extraction.hpp"
#include "documents/extract/extract.hpp"

namespace daftar::documents {
namespace {

/// Bytes that a broken font encoding leaves behind: replacement characters, private use, control characters.
bool is_unreadable(std::string_view text, std::size_t at) {
    const auto byte = [&](std::size_t offset) {
        return at + offset < text.size() ? static_cast<unsigned char>(text[at + offset]) : 0;
    };
    if (byte(0) < 0x20) return true;
    if (byte(0) == 0xef && byte(1) == 0xbf && byte(2) == 0xbd) return true;             // U+FFFD
    return byte(0) == 0xee || (byte(0) == 0xef && byte(1) >= 0x80 && byte(1) <= 0xa3);  // U+E000–U+F8FF
}

}  // namespace

bool is_readable(std::string_view word) {
    std::size_t characters = 0, unreadable = 0;
    for (std::size_t i = 0; i < word.size(); ++i) {
        if ((static_cast<unsigned char>(word[i]) & 0xc0) == 0x80) continue;
        ++characters;
        unreadable += is_unreadable(word, i);
    }
    return unreadable * 2 < characters;
}

bool has_good_text(const ExtractedPage& page) {
    std::size_t characters = 0, unreadable = 0, letters_and_digits = 0;
    for (const auto& word : page.words) {
        for (std::size_t i = 0; i < word.text.size(); ++i) {
            const auto byte = static_cast<unsigned char>(word.text[i]);
            if ((byte & 0xc0) == 0x80) continue;  // inside a character
            ++characters;
            if (is_unreadable(word.text, i))
                ++unreadable;
            else if (byte >= 0x80 || std::isalnum(byte))
                ++letters_and_digits;
        }
    }
    constexpr std::size_t fewest = 40;  // a stamp or the footer of a scanner program is shorter
    return letters_and_digits >= fewest && unreadable * 5 < characters;
}

bool needs_recognition(const ExtractedDocument& document) {
    if (document.failure) return false;
    if (document.media_type.starts_with("image/")) return true;
    if (document.media_type != "application/pdf") return false;
    for (const auto& page : document.pages)
        if (!has_good_text(page)) return true;
    return false;
}

}  // namespace daftar::documents
