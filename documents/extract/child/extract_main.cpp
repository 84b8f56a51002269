// daftar-extract: native text and embedded files of the document on standard input, as JSON on standard output.
#include "documents/extract/child/child.hpp"
#include "documents/extract/child/extraction.hpp"

int main(int argument_count, char** arguments) {
    using namespace daftar::documents;
    return run_child(
        argument_count, arguments, &ExtractLimits::native_seconds_max, [](const ExtractLimits&) {}, extract_native);
}
