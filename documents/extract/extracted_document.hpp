// What the extraction process found in a file: words with their places, nothing interpreted.
#pragma once
#include <boost/describe/class.hpp>
#include <boost/describe/enum.hpp>
#include <optional>
#include <string>
#include <vector>

namespace daftar::documents {

/// Where the words of a page come from.
enum class TextSource {
    none,    ///< a page without a readable word
    native,  ///< written in the PDF as text
    ocr      ///< recognised from pixels
};
BOOST_DESCRIBE_ENUM(TextSource, none, native, ocr)

/// One printed word. Lengths are points (1/72 inch) from the top-left corner of the page as it is shown.
struct Word {
    std::string text;  ///< UTF-8
    float x = 0;
    float y = 0;
    float width = 0;
    float height = 0;
    int confidence = 1000;  ///< per mille; 1000 for native text
    float size = 0;         ///< font size in points, 0 when unknown
    int turns = 0;          ///< clockwise quarter turns of the page after which the word stands upright
};
BOOST_DESCRIBE_STRUCT(Word, (), (text, x, y, width, height, confidence, size, turns))

struct ExtractedPage {
    int number = 1;    ///< counted from 1
    float width = 0;   ///< points
    float height = 0;  ///< points
    TextSource source = TextSource::none;
    std::vector<Word> words;
};
BOOST_DESCRIBE_STRUCT(ExtractedPage, (), (number, width, height, source, words))

/// A file carried inside the document, such as factur-x.xml.
struct EmbeddedFile {
    std::string name;
    std::string content;  ///< bytes
};
BOOST_DESCRIBE_STRUCT(EmbeddedFile, (), (name, content))

/// Why a document, or one page of it, could not be read.
struct ExtractFailure {
    std::string
        code;  ///< stable: encrypted_document, broken_document, dynamic_form, too_many_pages, too_large,
               ///< unsupported_type, time_exceeded, memory_exceeded, extraction_interrupted, extraction_unavailable
    std::string message;  ///< a French sentence for the user
    int page = 0;         ///< counted from 1; 0 when the whole document is concerned
};
BOOST_DESCRIBE_STRUCT(ExtractFailure, (), (code, message, page))

struct ExtractedDocument {
    std::string
        media_type;  ///< application/pdf, application/xml, image/jpeg, image/png, image/tiff; empty when unknown
    std::vector<ExtractedPage> pages;
    std::vector<EmbeddedFile> embedded_files;
    std::optional<ExtractFailure> failure;  ///< set: nothing else is to be relied on, except the pages that are present
};
BOOST_DESCRIBE_STRUCT(ExtractedDocument, (), (media_type, pages, embedded_files, failure))

}  // namespace daftar::documents
