// Tesseract with the settings that read phone photos best: Sauvola thresholds, automatic page segmentation.
#include <leptonica/allheaders.h>
#include <tesseract/baseapi.h>
#include <tesseract/ocrclass.h>

#include <algorithm>
#include <cmath>

#include "documents/extract/child/extraction.hpp"
#include "documents/extract/child/light_on_dark.hpp"

namespace daftar::documents {

struct Recognizer::State {
    tesseract::TessBaseAPI engine;
    bool ready = false;
};

Recognizer::Recognizer(const std::string& languages) : state_(std::make_unique<State>()) {
    state_->ready = state_->engine.Init(nullptr, languages.c_str(), tesseract::OEM_LSTM_ONLY) == 0;
    if (!state_->ready) return;
    state_->engine.SetVariable("thresholding_method", "2");
    state_->engine.SetVariable("debug_file", "/dev/null");
    state_->engine.SetPageSegMode(tesseract::PSM_AUTO);
}

Recognizer::~Recognizer() = default;
bool Recognizer::ready() const { return state_->ready; }

namespace {

struct PixFree {
    void operator()(Pix* pix) const { pixDestroy(&pix); }
};
using PixPointer = std::unique_ptr<Pix, PixFree>;

PixPointer pix_of(const GreyImage& image) {
    PixPointer pix(pixCreate(image.width, image.height, 8));
    if (!pix) return pix;
    for (int y = 0; y < image.height; ++y) {
        l_uint32* row = pixGetData(pix.get()) + static_cast<std::ptrdiff_t>(y) * pixGetWpl(pix.get());
        for (int x = 0; x < image.width; ++x)
            SET_DATA_BYTE(row, x, image.pixels[static_cast<std::size_t>(y) * image.width + x]);
    }
    return pix;
}

/// Degrees, clockwise, by which the page leans; 0 when it is straight or unsure.
float lean_of(Pix* grey) {
    const PixPointer black_and_white(pixConvertTo1(grey, 140));
    float angle = 0, confidence = 0;
    if (!black_and_white || pixFindSkew(black_and_white.get(), &angle, &confidence) != 0) return 0;
    return confidence > 3 && std::fabs(angle) > 0.2f ? angle : 0;
}

/// Rise to run of the printed lines as they were recognised: what straightening the page has left.
float slope_of(tesseract::ResultIterator& found) {
    std::vector<float> slopes;
    do {
        int x0 = 0, y0 = 0, x1 = 0, y1 = 0;
        if (found.Baseline(tesseract::RIL_TEXTLINE, &x0, &y0, &x1, &y1) && x1 - x0 > 150)
            slopes.push_back(static_cast<float>(y1 - y0) / static_cast<float>(x1 - x0));
    } while (found.Next(tesseract::RIL_TEXTLINE));
    found.Begin();
    if (slopes.size() < 4) return 0;
    const auto middle = slopes.begin() + static_cast<std::ptrdiff_t>(slopes.size() / 2);
    std::nth_element(slopes.begin(), middle, slopes.end());
    return std::fabs(*middle) > 0.002f && std::fabs(*middle) < 0.1f ? *middle : 0;
}

/// The quarter turns, clockwise, after which the block of the word stands upright.
int turns_of(const tesseract::ResultIterator& found) {
    auto orientation = tesseract::ORIENTATION_PAGE_UP;
    auto direction = tesseract::WRITING_DIRECTION_LEFT_TO_RIGHT;
    auto order = tesseract::TEXTLINE_ORDER_TOP_TO_BOTTOM;
    float angle = 0;
    found.Orientation(&orientation, &direction, &order, &angle);
    return (4 - static_cast<int>(orientation)) % 4;  // the engine names the side at which the head of the letters is
}

}  // namespace

std::vector<Word> Recognizer::words(const GreyImage& image, int seconds_max) {
    std::vector<Word> words;
    auto readable = image;
    turn_light_on_dark(readable);
    auto pix = pix_of(readable);
    if (!pix) return words;
    const float lean = lean_of(pix.get());
    if (lean != 0) {
        PixPointer straight(pixRotate(pix.get(), lean * 3.14159265f / 180, L_ROTATE_AREA_MAP, L_BRING_IN_WHITE, 0, 0));
        if (straight) pix = std::move(straight);
    }
    auto& engine = state_->engine;
    engine.SetImage(pix.get());
    engine.SetSourceResolution(image.dots_per_inch);
    tesseract::ETEXT_DESC watch;
    watch.set_deadline_msecs(std::max(1, seconds_max) * 1000);
    const bool done = engine.Recognize(&watch) == 0;
    const std::unique_ptr<tesseract::ResultIterator> found(done ? engine.GetIterator() : nullptr);
    const float scale = 72.0f / static_cast<float>(image.dots_per_inch);
    const float slope = found ? slope_of(*found) : 0;
    const float middle = static_cast<float>(image.width) / 2;
    if (found) do {
            const std::unique_ptr<char[]> text(found->GetUTF8Text(tesseract::RIL_WORD));
            int left = 0, top = 0, right = 0, bottom = 0;
            if (!text || !found->BoundingBox(tesseract::RIL_WORD, &left, &top, &right, &bottom)) continue;
            Word word;
            word.text = text.get();
            word.x = static_cast<float>(left) * scale;
            word.y = (static_cast<float>(top) - slope * (static_cast<float>(left + right) / 2 - middle)) * scale;
            word.width = static_cast<float>(right - left) * scale;
            word.height = static_cast<float>(bottom - top) * scale;
            word.turns = turns_of(*found);
            word.confidence = std::clamp(static_cast<int>(found->Confidence(tesseract::RIL_WORD) * 10), 0, 990);
            if (!word.text.empty() && word.text != " ") words.push_back(std::move(word));
        } while (found->Next(tesseract::RIL_WORD));
    engine.Clear();
    return words;
}

}  // namespace daftar::documents
