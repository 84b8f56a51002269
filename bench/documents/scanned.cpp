#include "bench/documents/scanned.hpp"

#include <cairo-pdf.h>
#include <leptonica/allheaders.h>
#include <poppler/cpp/poppler-document.h>
#include <poppler/cpp/poppler-image.h>
#include <poppler/cpp/poppler-page-renderer.h>
#include <poppler/cpp/poppler-page.h>

#include <algorithm>
#include <memory>
#include <numbers>
#include <stdexcept>

#include "documents/corpus/made_invoice.hpp"

namespace daftar::documents {
namespace {

constexpr int dots_per_inch = 200;

cairo_status_t append_bytes(void* out, const unsigned char* bytes, unsigned count) {
    static_cast<std::string*>(out)->append(reinterpret_cast<const char*>(bytes), count);
    return CAIRO_STATUS_SUCCESS;
}

Pix* grey_page(const poppler::page& page) {
    poppler::page_renderer renderer;
    renderer.set_render_hint(poppler::page_renderer::antialiasing, true);
    renderer.set_render_hint(poppler::page_renderer::text_antialiasing, true);
    renderer.set_image_format(poppler::image::format_gray8);
    const auto image = renderer.render_page(&page, dots_per_inch, dots_per_inch);
    Pix* pix = pixCreate(image.width(), image.height(), 8);
    for (int y = 0; y < image.height(); ++y)
        for (int x = 0; x < image.width(); ++x)
            pixSetPixel(pix, x, y,
                        static_cast<unsigned char>(
                            image.const_data()[static_cast<std::ptrdiff_t>(y) * image.bytes_per_row() + x]));
    return pix;
}

/// The glass leans the page, the sensor adds noise, paper and ink are neither white nor black.
Pix* as_scanned(Pix* pix, Dice& dice) {
    const auto lean = static_cast<float>(dice.between(-90, 90) / 100.0 * std::numbers::pi / 180);
    Pix* leaning = pixRotate(pix, lean, L_ROTATE_AREA_MAP, L_BRING_IN_WHITE, 0, 0);
    for (int y = 0; y < pixGetHeight(leaning); ++y)
        for (int x = 0; x < pixGetWidth(leaning); ++x) {
            l_uint32 grey = 0;
            pixGetPixel(leaning, x, y, &grey);
            const int seen = 20 + static_cast<int>(grey) * 227 / 255 + dice.between(-12, 12);
            pixSetPixel(leaning, x, y, static_cast<l_uint32>(std::clamp(seen, 0, 255)));
        }
    return leaning;
}

}  // namespace

std::string scanned(const std::string& pdf, std::uint64_t seed, int quarter_turns) {
    const std::unique_ptr<poppler::document> document(
        poppler::document::load_from_raw_data(pdf.data(), static_cast<int>(pdf.size())));
    if (!document) throw std::runtime_error("a paper that cannot be scanned");
    Dice dice(seed);
    std::string out;
    cairo_surface_t* surface = cairo_pdf_surface_create_for_stream(append_bytes, &out, 595, 842);
    cairo_t* cairo = cairo_create(surface);
    for (int number = 0; number < document->pages(); ++number) {
        const std::unique_ptr<poppler::page> page(document->create_page(number));
        Pix* pix = grey_page(*page);
        Pix* straight = as_scanned(pix, dice);
        Pix* leaning = pixRotateOrth(straight, quarter_turns);
        pixDestroy(&straight);
        l_uint8* jpeg = nullptr;
        size_t size = 0;
        pixWriteMemJpeg(&jpeg, &size, leaning, 75, 0);
        cairo_pdf_surface_set_size(surface, pixGetWidth(leaning) * 72.0 / dots_per_inch,
                                   pixGetHeight(leaning) * 72.0 / dots_per_inch);
        cairo_surface_t* picture =
            cairo_image_surface_create(CAIRO_FORMAT_RGB24, pixGetWidth(leaning), pixGetHeight(leaning));
        cairo_surface_set_mime_data(picture, CAIRO_MIME_TYPE_JPEG, jpeg, size, lept_free, jpeg);
        cairo_scale(cairo, 72.0 / dots_per_inch, 72.0 / dots_per_inch);
        cairo_set_source_surface(cairo, picture, 0, 0);
        cairo_paint(cairo);
        cairo_identity_matrix(cairo);
        cairo_show_page(cairo);
        cairo_surface_destroy(picture);
        pixDestroy(&leaning);
        pixDestroy(&pix);
    }
    cairo_destroy(cairo);
    cairo_surface_destroy(surface);
    return out;
}

}  // namespace daftar::documents
