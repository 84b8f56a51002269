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

/// Quarter turns, clockwise, after which a photo stands upright: telephones write the sensor's picture and how it was
/// held (EXIF tag 0x0112). Browsers turn it alike.
int quarter_turns(std::string_view jpeg) {
    const auto exif = jpeg.substr(0, 70'000).find(std::string_view("Exif\0\0", 6));
    if (!jpeg.starts_with("\xff\xd8") || exif == std::string_view::npos) return 0;
    const auto tiff = jpeg.substr(exif + 6, 65'000);
    const bool little = tiff.starts_with("II");
    const auto number = [&](std::size_t at, std::size_t bytes) {
        std::size_t out = 0;
        for (std::size_t i = 0; i < bytes; ++i) {
            const auto place = little ? at + bytes - 1 - i : at + i;
            out = out << 8 | (place < tiff.size() ? static_cast<unsigned char>(tiff[place]) : 0u);
        }
        return out;
    };
    const auto directory = number(4, 4);
    const auto entries = std::min<std::size_t>(number(directory, 2), 100);
    for (std::size_t i = 0; i < entries; ++i) {
        const auto entry = directory + 2 + 12 * i;
        if (number(entry, 2) != 0x0112) continue;
        const auto held = number(entry + 8, 2);
        return held == 6 ? 1 : held == 3 ? 2 : held == 8 ? 3 : 0;
    }
    return 0;
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
        PixPointer pix(many ? pixReadMemFromMultipageTiff(bytes, file.size(), &offset)
                            : pixReadMem(bytes, file.size()));
        if (!pix) break;
        too_large = static_cast<std::int64_t>(pixGetWidth(pix.get())) * pixGetHeight(pix.get()) > pixels_max;
        if (too_large) return {};
        if (const int turns = quarter_turns(file); turns != 0)
            if (PixPointer upright(pixRotateOrth(pix.get(), turns)); upright) pix = std::move(upright);
        if (auto image = grey_of(pix.get()); !image.pixels.empty()) images.push_back(std::move(image));
    } while (many && offset != 0 && static_cast<int>(images.size()) < pages_max);
    return images;
}

}  // namespace daftar::documents
