// The JSON between child and parent. Lengths are written with two decimals; bytes of embedded files as base64.
#include <boost/json.hpp>
#include <charconv>
#include <cstdio>

#include "documents/extract/base64.hpp"
#include "documents/extract/extract.hpp"

namespace daftar::documents {
namespace {

/// Bytes of the well-formed UTF-8 character at `at`, 0 when it is broken.
std::size_t character_length(std::string_view text, std::size_t at) {
    const auto lead = static_cast<unsigned char>(text[at]);
    const std::size_t length = lead < 0x80                   ? 1
                               : lead >= 0xc2 && lead < 0xe0 ? 2
                               : lead >= 0xe0 && lead < 0xf0 ? 3
                               : lead >= 0xf0 && lead < 0xf5 ? 4
                                                             : 0;
    if (length == 0 || at + length > text.size()) return 0;
    for (std::size_t i = 1; i < length; ++i)
        if ((static_cast<unsigned char>(text[at + i]) & 0xc0) != 0x80) return 0;
    if (length < 3) return length;
    const auto second = static_cast<unsigned char>(text[at + 1]);  // overlong forms, surrogates, beyond U+10FFFF
    const bool broken = (lead == 0xe0 && second < 0xa0) || (lead == 0xed && second >= 0xa0) ||
                        (lead == 0xf0 && second < 0x90) || (lead == 0xf4 && second >= 0x90);
    return broken ? 0 : length;
}

void append_text(std::string& out, std::string_view text) {
    out += '"';
    for (std::size_t at = 0; at < text.size();) {
        const auto length = character_length(text, at);
        const char character = text[at];
        const auto byte = static_cast<unsigned char>(character);
        if (length != 1) {
            out += length == 0 ? std::string_view("\xef\xbf\xbd") : text.substr(at, length);
            at += length == 0 ? 1 : length;
            continue;
        }
        ++at;
        if (character == '"' || character == '\\') {
            out += '\\';
            out += character;
        } else if (byte < 0x20 || byte == 0x7f) {
            char escaped[8];
            std::snprintf(escaped, sizeof escaped, "\\u%04x", byte);
            out += escaped;
        } else {
            out += character;
        }
    }
    out += '"';
}

void append_length(std::string& out, float length) {
    char digits[32];
    const auto end = std::to_chars(digits, digits + sizeof digits, length, std::chars_format::fixed, 2).ptr;
    out.append(digits, end);
}

void append_word(std::string& out, const Word& word) {
    out += "{\"text\":";
    append_text(out, word.text);
    for (const auto& [name, length] :
         {std::pair{"x", word.x}, {"y", word.y}, {"width", word.width}, {"height", word.height}, {"size", word.size}}) {
        out += ",\"";
        out += name;
        out += "\":";
        append_length(out, length);
    }
    if (word.turns != 0) out += ",\"turns\":" + std::to_string(word.turns);
    out += ",\"confidence\":" + std::to_string(word.confidence) + "}";
}

const char* name_of_source(TextSource source) {
    if (source == TextSource::native) return "native";
    return source == TextSource::ocr ? "ocr" : "none";
}

void append_page(std::string& out, const ExtractedPage& page) {
    out += "{\"number\":" + std::to_string(page.number) + ",\"width\":";
    append_length(out, page.width);
    out += ",\"height\":";
    append_length(out, page.height);
    out += std::string(",\"source\":\"") + name_of_source(page.source) + "\",\"words\":[";
    for (std::size_t i = 0; i < page.words.size(); ++i) {
        if (i > 0) out += ',';
        append_word(out, page.words[i]);
    }
    out += "]}";
}

namespace json = boost::json;

std::string text_at(const json::object& object, std::string_view name) {
    return std::string(object.at(name).as_string());
}
float length_at(const json::object& object, std::string_view name) { return object.at(name).to_number<float>(); }
int integer_at(const json::object& object, std::string_view name) { return object.at(name).to_number<int>(); }

Word read_word(const json::object& object) {
    const auto* turns = object.if_contains("turns");
    return {text_at(object, "text"),     length_at(object, "x"),
            length_at(object, "y"),      length_at(object, "width"),
            length_at(object, "height"), integer_at(object, "confidence"),
            length_at(object, "size"),   turns ? turns->to_number<int>() & 3 : 0};
}

ExtractedPage read_page(const json::object& object) {
    ExtractedPage page;
    page.number = integer_at(object, "number");
    page.width = length_at(object, "width");
    page.height = length_at(object, "height");
    const auto source = text_at(object, "source");
    page.source = source == "native" ? TextSource::native : source == "ocr" ? TextSource::ocr : TextSource::none;
    for (const auto& word : object.at("words").as_array()) page.words.push_back(read_word(word.as_object()));
    return page;
}

ExtractedDocument read_document(const json::object& object) {
    ExtractedDocument document;
    document.media_type = text_at(object, "media_type");
    for (const auto& page : object.at("pages").as_array()) document.pages.push_back(read_page(page.as_object()));
    for (const auto& file : object.at("embedded_files").as_array()) {
        const auto& members = file.as_object();
        document.embedded_files.push_back({text_at(members, "name"), decode_base64(text_at(members, "base64"))});
    }
    if (const auto* failure = object.at("failure").if_object())
        document.failure =
            ExtractFailure{text_at(*failure, "code"), text_at(*failure, "message"), integer_at(*failure, "page")};
    return document;
}

}  // namespace

std::string to_json(const ExtractedDocument& document) {
    std::string out = "{\"media_type\":";
    append_text(out, document.media_type);
    out += ",\"pages\":[";
    for (std::size_t i = 0; i < document.pages.size(); ++i) {
        if (i > 0) out += ',';
        append_page(out, document.pages[i]);
    }
    out += "],\"embedded_files\":[";
    for (std::size_t i = 0; i < document.embedded_files.size(); ++i) {
        out += i > 0 ? ",{\"name\":" : "{\"name\":";
        append_text(out, document.embedded_files[i].name);
        out += ",\"base64\":\"" + encode_base64(document.embedded_files[i].content) + "\"}";
    }
    out += "],\"failure\":";
    if (document.failure) {
        out += "{\"code\":";
        append_text(out, document.failure->code);
        out += ",\"message\":";
        append_text(out, document.failure->message);
        out += ",\"page\":" + std::to_string(document.failure->page) + "}";
    } else {
        out += "null";
    }
    return out + "}";
}

ExtractedDocument extracted_from_json(std::string_view text) {
    try {
        return read_document(json::parse(json::string_view(text.data(), text.size())).as_object());
    } catch (const std::exception&) {  // not JSON, or not of this shape: the child is not trusted
        ExtractedDocument broken;
        broken.failure = ExtractFailure{"broken_document", failure_message("broken_document"), 0};
        return broken;
    }
}

}  // namespace daftar::documents
