// Test papers as text: each character is a box of 6 by 10 points, so that a column in the source is a column on the
// page.
#pragma once
#include <optional>
#include <string>
#include <string_view>

#include "documents/extract/extracted_document.hpp"

namespace daftar::documents {

/// What was read, as text; empty when nothing was.
template <class Reading> std::string text_of(const std::optional<Reading>& reading) {
    if (!reading) return "";
    if constexpr (requires { reading->value.text(); })
        return reading->value.text();
    else
        return reading->value;
}

inline ExtractedDocument paper(std::string_view drawing) {
    ExtractedDocument document;
    document.media_type = "application/pdf";
    ExtractedPage page;
    page.width = 600;
    page.height = 840;
    page.source = TextSource::native;
    float y = 20;
    for (std::size_t from = 0; from <= drawing.size(); y += 14) {
        const auto line = drawing.substr(from, std::min(drawing.find('\n', from), drawing.size()) - from);
        from += line.size() + 1;
        float x = 10;
        Word word;
        const auto finish = [&] {
            if (!word.text.empty()) page.words.push_back(word);
            word = {};
        };
        for (const char character : line) {
            if ((static_cast<unsigned char>(character) & 0xc0) == 0x80) {
                word.text += character;
                continue;
            }
            if (character == ' ') {
                finish();
            } else {
                if (word.text.empty()) word = {"", x, y, 0, 10, 1000, 10};
                word.text += character;
                word.width += 6;
            }
            x += character == ' ' ? 3.6f : 6;
        }
        finish();
    }
    document.pages.push_back(std::move(page));
    return document;
}

}  // namespace daftar::documents
