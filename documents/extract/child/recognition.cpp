// Pages and images without good text, through the recognizer.
#include <poppler/cpp/poppler-document.h>
#include <poppler/cpp/poppler-image.h>
#include <poppler/cpp/poppler-page-renderer.h>
#include <poppler/cpp/poppler-page.h>

#include <algorithm>
#include <chrono>

#include "documents/extract/child/extraction.hpp"
#include "documents/extract/child/pdf.hpp"

namespace daftar::documents {
namespace {

constexpr int dots_per_inch = 200;  // as good as 300 for Tesseract, and a quarter faster

using Clock = std::chrono::steady_clock;
int seconds_left(Clock::time_point deadline) {
    return static_cast<int>(std::chrono::duration_cast<std::chrono::seconds>(deadline - Clock::now()).count());
}

/// Nothing when the page would have more than `pixels_max` pixels.
GreyImage render(const poppler::page& page, int pixels_max) {
    const auto size = size_of(page);
    GreyImage out;
    out.dots_per_inch = dots_per_inch;
    const double pixels = double(size.width) * size.height * dots_per_inch * dots_per_inch / (72.0 * 72.0);
    if (!(pixels > 0 && pixels <= pixels_max)) return out;
    poppler::page_renderer renderer;
    renderer.set_render_hint(poppler::page_renderer::antialiasing, true);
    renderer.set_render_hint(poppler::page_renderer::text_antialiasing, true);
    renderer.set_image_format(poppler::image::format_gray8);
    const auto image = renderer.render_page(&page, dots_per_inch, dots_per_inch);
    if (!image.is_valid()) return out;
    out.width = image.width();
    out.height = image.height();
    out.pixels.resize(static_cast<std::size_t>(out.width) * out.height);
    for (int y = 0; y < out.height; ++y) {
        const auto* row = reinterpret_cast<const unsigned char*>(image.const_data()) +
                          static_cast<std::ptrdiff_t>(y) * image.bytes_per_row();
        std::copy(row, row + out.width, out.pixels.begin() + static_cast<std::ptrdiff_t>(y) * out.width);
    }
    return out;
}

bool is_blank(const GreyImage& image) {
    const auto dark =
        std::count_if(image.pixels.begin(), image.pixels.end(), [](unsigned char grey) { return grey < 128; });
    return dark < 50;
}

bool overlaps(const Word& left, const Word& right) {
    return left.x < right.x + right.width && right.x < left.x + left.width && left.y < right.y + right.height &&
           right.y < left.y + left.height;
}

/// Adds recognised words that no native word covers: exact characters win over guessed ones.
void add_recognised(ExtractedPage& page, std::vector<Word> recognised) {
    // Characters of a broken font stand where the readable ones would: they say nothing and make room.
    std::erase_if(page.words, [](const Word& word) { return !is_readable(word.text); });
    const auto native = page.words;
    for (auto& word : recognised)
        if (std::none_of(native.begin(), native.end(), [&](const Word& other) { return overlaps(word, other); }))
            page.words.push_back(std::move(word));
    if (page.words.size() > native.size()) page.source = TextSource::ocr;
}

ExtractedDocument recognise_image(std::string_view file, const ExtractLimits& limits, Recognizer& recognizer,
                                  ExtractedDocument out, const PagesRead& pages_read) {
    bool too_large = false;
    const auto images = decode_image(file, limits.pixels_max, limits.pages_max, too_large);
    if (images.empty()) return failed(too_large ? "too_large" : "broken_document", too_large ? 1 : 0);
    const auto deadline = Clock::now() + std::chrono::seconds(limits.recognition_seconds_max);
    for (const auto& image : images) {
        ExtractedPage page;
        page.number = static_cast<int>(out.pages.size()) + 1;
        page.width = static_cast<float>(image.width) * 72 / static_cast<float>(image.dots_per_inch);
        page.height = static_cast<float>(image.height) * 72 / static_cast<float>(image.dots_per_inch);
        if (seconds_left(deadline) < 1) {
            out.failure = failed("time_exceeded", page.number).failure;
            return out;
        }
        if (!is_blank(image)) page.words = recognise_upright(recognizer, image, seconds_left(deadline));
        page.source = page.words.empty() ? TextSource::none : TextSource::ocr;
        out.pages.push_back(std::move(page));
        if (pages_read) pages_read(out.pages.back().number, static_cast<int>(images.size()));
    }
    return out;
}

}  // namespace

ExtractedDocument extract_with_recognition(std::string_view file, const ExtractLimits& limits, Recognizer& recognizer,
                                           const PagesRead& pages_read) {
    auto out = extract_native(file, limits);
    if (!needs_recognition(out)) return out;
    if (!recognizer.ready()) return failed("extraction_unavailable");
    if (out.media_type != "application/pdf")
        return recognise_image(file, limits, recognizer, std::move(out), pages_read);

    std::string failure_code;
    const auto pdf = open_pdf(file, failure_code, limits.pages_max);
    if (!pdf) return failed(failure_code);
    const auto deadline = Clock::now() + std::chrono::seconds(limits.recognition_seconds_max);
    for (auto& page : out.pages) {
        if (pages_read) pages_read(page.number - 1, static_cast<int>(out.pages.size()));
        if (has_good_text(page)) continue;
        if (seconds_left(deadline) < 1) {
            out.failure = failed("time_exceeded", page.number).failure;
            return out;
        }
        const std::unique_ptr<poppler::page> opened(pdf->create_page(page.number - 1));
        if (!opened) continue;
        const auto image = render(*opened, limits.pixels_max);
        if (image.pixels.empty()) {
            out.failure = failed("too_large", page.number).failure;
            return out;
        }
        if (!is_blank(image)) add_recognised(page, recognise_upright(recognizer, image, seconds_left(deadline)));
    }
    return out;
}

}  // namespace daftar::documents
