// Opening a file of a stranger, in this very process: called by the sandboxed child and by the fuzzer only.
#pragma once
#include <memory>
#include <string>
#include <vector>

#include "documents/extract/extract.hpp"

namespace daftar::documents {

/// Grey pixels, one byte each, rows without padding.
struct GreyImage {
    int width = 0;
    int height = 0;
    int dots_per_inch = 200;
    std::vector<unsigned char> pixels;
};

/// Reads words from pixels. Made before the sandbox closes, because it loads its language files.
class Recognizer {
public:
    /// `languages` as Tesseract names them, joined by '+'. `ready()` is false when their files are missing.
    explicit Recognizer(const std::string& languages);
    ~Recognizer();
    bool ready() const;
    /// Words with boxes in points of a page that is `image.width * 72 / image.dots_per_inch` wide. `seconds_max` bounds
    /// the time.
    std::vector<Word> words(const GreyImage& image, int seconds_max);

private:
    struct State;
    std::unique_ptr<State> state_;
};

/// The words of a page that may lie on its side or stand on its head; each says how the page is to be turned.
std::vector<Word> recognise_upright(Recognizer& recognizer, const GreyImage& image, int seconds_max);

/// "application/pdf", "application/xml", "image/jpeg", "image/png", "image/tiff", or empty.
std::string media_type_of(std::string_view file);

/// Native text of a PDF, embedded files, or the text of an XML e-invoice (kept as an embedded file).
ExtractedDocument extract_native(std::string_view file, const ExtractLimits& limits);

/// Native text first; then the pages without good text, and images, through the recognizer.
ExtractedDocument extract_with_recognition(std::string_view file, const ExtractLimits& limits, Recognizer& recognizer,
                                           const PagesRead& pages_read = {});

/// Pages of a JPEG, PNG or TIFF file; empty when it is broken or one has more than `pixels_max` pixels (`too_large` is
/// set).
std::vector<GreyImage> decode_image(std::string_view file, int pixels_max, int pages_max, bool& too_large);

/// True when the words of a page can be relied on: enough of them, written in real characters.
bool has_good_text(const ExtractedPage& page);

/// False for a word made of the characters that a broken font encoding leaves behind.
bool is_readable(std::string_view word);

/// A document that carries nothing but a failure.
ExtractedDocument failed(const std::string& code, int page = 0);

}  // namespace daftar::documents
