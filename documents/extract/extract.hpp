// Reading files of strangers: the parent's side. The file is opened by a sandboxed child process only.
#pragma once
#include <cstddef>
#include <functional>
#include <span>
#include <string>
#include <string_view>

#include "documents/extract/extracted_document.hpp"

namespace daftar::documents {

/// What one file may cost. A file beyond a limit is refused with a failure that names it.
struct ExtractLimits {
    int bytes_max = 50'000'000;
    int pages_max = 200;
    int pixels_max = 40'000'000;        ///< per rasterised page or image
    int native_seconds_max = 20;        ///< wall clock and processor time for native text
    int recognition_seconds_max = 120;  ///< the same for the pages that need character recognition
    int memory_megabytes_max = 1'024;   ///< address space of the child; 0: no limit (sanitizer builds)
    bool recognition = true;            ///< read scanned pages too
    std::string languages = "fra";      ///< Tesseract languages: "fra" or "fra+ara"
};

/// Called while a file is read, several times a second: `done` of `of` pages are recognised. `of` is 0 as long as
/// nothing is known. What it throws ends the reading.
using PagesRead = std::function<void(int done, int of)>;

/// Words, places and embedded files of a PDF, JPEG, PNG, TIFF or XML file. Never throws for the file's content: an
/// unreadable file gives a failure. A crash of the child is a failure `broken_document`.
/// The child is `daftar-extract` (then `daftar-extract-ocr` for pages without good text) in the folder named by
/// DAFTAR_EXTRACT_FOLDER, else beside the running program. Safe to call from several threads.
ExtractedDocument extract(std::span<const std::byte> file, const ExtractLimits& limits = {},
                          const PagesRead& pages_read = {});

/// The line by which the child tells how far it is, before its JSON; and the last one in what it wrote so far.
std::string progress_line(int done, int of);
std::pair<int, int> progress_in(std::string_view output);

/// The JSON text that the child writes: also the form in which the words of a document are stored.
std::string to_json(const ExtractedDocument& document);
/// The reverse; a failure `broken_document` when the text is not such JSON.
ExtractedDocument extracted_from_json(std::string_view text);

/// True when some page needs character recognition: images, or a PDF page without good text.
bool needs_recognition(const ExtractedDocument& document);

/// The French sentence for a failure code.
std::string failure_message(std::string_view code);

}  // namespace daftar::documents
