// JPEG, PNG and TIFF to grey pixels, with Leptonica.
#include <leptonica/allheaders.h>

#include <algorithm>
#include <memory>

#include "documents/extract/child/extraction.hpp"

namespace daftar::documents {
namespace {

struct PixFree {
    void operator()(Pix* pix) const { pixDestroy(&pix); }
};
using PixPointer = std::unique_ptr<Pix, PixFree>;

/// The resolution to assume when the file does not say: a photographed or scanned A4 page.
int resolution_of(Pix* pix) {
    const int said = pixGetXRes(pix);
    if (said >= 100 && said <= 600) return said;
    const int longer = std::max(pixGetWidth(pix), pixGetHeight(pix));
    return std::clamp(longer * 72 / 842, 72, 600);
}

GreyImage grey_of(Pix* pix) {
    GreyImage out;
    const PixPointer grey(pixConvertTo8(pix, 0));
    if (!grey) return out;
    out.width = pixGetWidth(grey.get());
    out.height = pixGetHeight(grey.get());
    out.dots_per_inch = resolution_of(pix);
    out.pixels.resize(static_cast<std::size_t>(out.width) * out.height);
    for (int y = 0; y < out.height; ++y) {
        const l_uint32* row = pixGetData(grey.get()) + static_cast<std::ptrdiff_t>(y) * pixGetWpl(grey.get());
        for (int x = 0; x < out.width; ++x)
            out.pixels[static_cast<std::size_t>(y) * out.width + x] = static_cast<unsigned char>(GET_DATA_BYTE(row, x));
    }
    return out;
}

}  // namespace

std::vector<GreyImage> decode_image(std::string_view file, int pixels_max, int pages_max, bool& too_large) {
    setMsgSeverity(L_SEVERITY_NONE);
    const auto* bytes = reinterpret_cast<const l_uint8*>(file.data());
    std::vector<GreyImage> images;
    int format = 0, width = 0, height = 0;
    // The header is read first: a bomb of a few kilobytes must not unfold into gigabytes.
    if (pixReadHeaderMem(bytes, file.size(), &format, &width, &height, nullptr, nullptr, nullptr) != 0) return images;
    too_large = static_cast<std::int64_t>(width) * height > pixels_max;
    if (too_large) return images;
    const bool many = media_type_of(file) == "image/tiff";
    size_t offset = 0;
    do {
        const PixPointer pix(many ? pixReadMemFromMultipageTiff(bytes, file.size(), &offset)
                                  : pixReadMem(bytes, file.size()));
        if (!pix) break;
        too_large = static_cast<std::int64_t>(pixGetWidth(pix.get())) * pixGetHeight(pix.get()) > pixels_max;
        if (too_large) return {};
        if (auto image = grey_of(pix.get()); !image.pixels.empty()) images.push_back(std::move(image));
    } while (many && offset != 0 && static_cast<int>(images.size()) < pages_max);
    return images;
}

}  // namespace daftar::documents
