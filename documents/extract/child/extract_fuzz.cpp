// libFuzzer: the opening of a stranger's PDF or image, in this process and without the sandbox, so that a fault is
// seen.
#include "documents/extract/child/extraction.hpp"

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* bytes, std::size_t size) {
    using namespace daftar::documents;
    const std::string_view file(reinterpret_cast<const char*>(bytes), size);
    ExtractLimits limits;
    limits.pages_max = 5;
    limits.pixels_max = 4'000'000;
    const auto document = extract_native(file, limits);
    extracted_from_json(to_json(document));
    if (document.media_type.starts_with("image/")) {
        bool too_large = false;
        decode_image(file, limits.pixels_max, limits.pages_max, too_large);
    }
    return 0;
}
