// daftar-extract-ocr: as daftar-extract, and pages without good text are read from their pixels. A program of its own
// because loading Tesseract's libraries takes longer than reading a page of native text.
#include <unistd.h>

#include <cstdlib>

#include "documents/extract/child/child.hpp"
#include "documents/extract/child/extraction.hpp"

int main(int argument_count, char** arguments) {
    using namespace daftar::documents;
    // The sandbox forbids threads, and OpenMP reads its limit before main.
    if (std::getenv("OMP_THREAD_LIMIT") == nullptr) {
        setenv("OMP_THREAD_LIMIT", "1", 1);
        execv("/proc/self/exe", arguments);
    }
    std::unique_ptr<Recognizer> recognizer;
    return run_child(
        argument_count, arguments, &ExtractLimits::recognition_seconds_max,
        [&](const ExtractLimits& limits) { recognizer = std::make_unique<Recognizer>(limits.languages); },
        [&](std::string_view file, const ExtractLimits& limits) {
            return extract_with_recognition(file, limits, *recognizer, tell_pages_read);
        });
}
