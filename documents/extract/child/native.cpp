// Native text: what a PDF says in characters, at no cost.
#include <poppler/cpp/poppler-document.h>
#include <poppler/cpp/poppler-embedded-file.h>
#include <poppler/cpp/poppler-page.h>

#include <algorithm>

#include "documents/extract/child/extraction.hpp"
#include "documents/extract/child/nameless_fonts.hpp"
#include "documents/extract/child/pdf.hpp"

namespace daftar::documents {
namespace {

constexpr int embedded_bytes_max = 5'000'000;
constexpr int embedded_files_max = 20;
constexpr std::size_t words_max = 200'000;  // of a whole document: an invoice page has 300

std::string utf8(const poppler::ustring& text) {
    const auto bytes = text.to_utf8();
    std::string out(bytes.begin(), bytes.end());
    std::erase(out, '\0');
    return out;
}

/// HTML and SVG are nothing that carries an invoice's data.
bool is_web_page(std::string_view head) {
    std::string small(head);
    std::ranges::transform(small, small.begin(), [](char c) { return c >= 'A' && c <= 'Z' ? char(c | 0x20) : c; });
    return small.find("<html") != std::string::npos || small.find("<!doctype html") != std::string::npos ||
           small.find("<svg") != std::string::npos;
}

/// A first element, with or without a declaration, in UTF-8 or UTF-16 (of which only the marks of tags are looked at).
bool is_xml(std::string_view head) {
    std::string text(head);
    for (const std::string_view mark : {"\xff\xfe", "\xfe\xff", "\xef\xbb\xbf"})
        if (text.starts_with(mark)) text.erase(0, mark.size());
    if (text.size() > 1 && (text[0] == '\0') != (text[1] == '\0')) std::erase(text, '\0');
    auto rest = std::string_view(text);
    for (;;) {
        rest.remove_prefix(std::min(rest.find_first_not_of(" \t\r\n"), rest.size()));
        if (!rest.starts_with("<!--")) break;
        rest.remove_prefix(std::min(rest.find("-->"), rest.size() - 3) + 3);
    }
    if (rest.size() < 2 || rest[0] != '<') return false;
    const auto letter = static_cast<unsigned char>(rest[1] | 0x20);
    const bool element = letter >= 'a' && letter <= 'z';
    return (element || rest.starts_with("<?xml") || rest.starts_with("<!DOCTYPE")) && !is_web_page(rest);
}

std::vector<Word> words_of(const poppler::page& page, PageSize shown) {
    std::vector<Word> words;
    std::vector<bool> nameless;
    for (const auto& box : page.text_list(poppler::page::text_list_include_font)) {
        const auto place = box.bbox();
        Word word;
        word.text = utf8(box.text());
        word.x = static_cast<float>(place.x());
        word.y = static_cast<float>(place.y());
        word.width = static_cast<float>(place.width());
        word.height = static_cast<float>(place.height());
        if (box.has_font_info()) word.size = static_cast<float>(box.get_font_size());
        if (word.text.empty()) continue;
        word.turns = (4 - box.rotation() % 4) % 4;  // Poppler tells how the word is turned, we how to turn it back
        nameless.push_back(box.has_font_info() && (box.get_font_name().empty() || box.get_font_name() == "*ignored*"));
        words.push_back(std::move(word));
    }
    correct_nameless(words, nameless, shown);
    return words;
}

/// All that a dynamic form (XFA) prints where it is not run: "Please wait... If this message is not eventually replaced
/// by the proper contents of the document, …".
bool waits_for_a_form(const ExtractedPage& page) {
    std::string text;
    for (const auto& word : page.words) text += word.text + ' ';
    return text.find("If this message is not eventually replaced") != std::string::npos ||
           text.find("Si ce message n'est pas remplacé") != std::string::npos ||
           text.find("Wenn diese Meldung nicht") != std::string::npos;
}

void take_embedded_files(const poppler::document& pdf, ExtractedDocument& out) {
    if (!pdf.has_embedded_files()) return;
    for (const auto* file : pdf.embedded_files()) {
        if (static_cast<int>(out.embedded_files.size()) == embedded_files_max) return;
        if (file->size() > embedded_bytes_max) continue;
        const auto bytes = file->data();
        if (bytes.size() > embedded_bytes_max) continue;
        auto name = file->name();  // names in UTF-16 come out as their bytes
        std::erase_if(name, [](unsigned char c) { return c < 0x20 || c > 0x7e; });
        out.embedded_files.push_back({name, std::string(bytes.begin(), bytes.end())});
    }
}

}  // namespace

ExtractedDocument failed(const std::string& code, int page) {
    ExtractedDocument document;
    document.failure = ExtractFailure{code, failure_message(code), page};
    return document;
}

std::string media_type_of(std::string_view file) {
    const auto head = file.substr(0, 1024);
    if (head.find("%PDF-") != std::string_view::npos) return "application/pdf";
    if (head.starts_with("\xff\xd8\xff")) return "image/jpeg";
    if (head.starts_with("\x89PNG\r\n\x1a\n")) return "image/png";
    if (head.starts_with(std::string_view("II*\0", 4)) || head.starts_with(std::string_view("MM\0*", 4)))
        return "image/tiff";
    return is_xml(head) ? "application/xml" : "";
}

std::unique_ptr<poppler::document> open_pdf(std::string_view file, std::string& failure_code, int pages_max) {
    poppler::set_debug_error_function([](const std::string&, void*) {}, nullptr);
    std::unique_ptr<poppler::document> pdf(
        poppler::document::load_from_raw_data(file.data(), static_cast<int>(file.size())));
    if (!pdf)
        failure_code = "broken_document";
    else if (pdf->is_locked())
        failure_code = "encrypted_document";
    else if (pdf->pages() < 1)
        failure_code = "broken_document";
    else if (pdf->pages() > pages_max)
        failure_code = "too_many_pages";
    return failure_code.empty() ? std::move(pdf) : nullptr;
}

PageSize size_of(const poppler::page& page) {
    const auto rectangle = page.page_rect();
    auto width = static_cast<float>(rectangle.width()), height = static_cast<float>(rectangle.height());
    const auto turned = page.orientation();
    if (turned == poppler::page::landscape || turned == poppler::page::seascape) std::swap(width, height);
    return {width, height};
}

ExtractedDocument extract_native(std::string_view file, const ExtractLimits& limits) {
    if (static_cast<std::int64_t>(file.size()) > limits.bytes_max) return failed("too_large");
    ExtractedDocument out;
    out.media_type = media_type_of(file);
    if (out.media_type.empty()) return failed("unsupported_type");
    if (out.media_type == "application/xml") out.embedded_files.push_back({"invoice.xml", std::string(file)});
    if (out.media_type != "application/pdf") return out;

    std::string failure_code;
    const auto pdf = open_pdf(file, failure_code, limits.pages_max);
    if (!pdf) return failed(failure_code);
    std::size_t words = 0;
    for (int i = 0; i < pdf->pages(); ++i) {
        ExtractedPage page;
        page.number = i + 1;
        if (const std::unique_ptr<poppler::page> opened(pdf->create_page(i)); opened) {
            const auto size = size_of(*opened);
            page.width = size.width;
            page.height = size.height;
            page.words = words_of(*opened, size);
            words += page.words.size();
            if (words > words_max) return failed("too_large", page.number);
        }
        page.source = page.words.empty() ? TextSource::none : TextSource::native;
        out.pages.push_back(std::move(page));
    }
    take_embedded_files(*pdf, out);
    if (out.embedded_files.empty() && out.pages.size() == 1 && waits_for_a_form(out.pages[0]))
        return failed("dynamic_form", 1);
    return out;
}

}  // namespace daftar::documents
