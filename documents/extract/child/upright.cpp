// Scans and photos that lie on their side: recognised in the likely position first, in the others when that gives
// nonsense.
#include <algorithm>
#include <array>
#include <chrono>

#include "documents/extract/child/extraction.hpp"
#include "documents/extract/quarter_turns.hpp"

namespace daftar::documents {
namespace {

GreyImage turned(const GreyImage& image, int turns) {
    if (turns == 0) return image;
    GreyImage out;
    out.dots_per_inch = image.dots_per_inch;
    out.width = turns == 2 ? image.width : image.height;
    out.height = turns == 2 ? image.height : image.width;
    out.pixels.resize(image.pixels.size());
    for (int y = 0; y < image.height; ++y)
        for (int x = 0; x < image.width; ++x) {
            const int to_x = turns == 1 ? image.height - 1 - y : turns == 2 ? image.width - 1 - x : y;
            const int to_y = turns == 1 ? x : turns == 2 ? image.height - 1 - y : image.width - 1 - x;
            out.pixels[static_cast<std::size_t>(to_y) * out.width + to_x] =
                image.pixels[static_cast<std::size_t>(y) * image.width + x];
        }
    return out;
}

/// How much the darkness changes from one row or column to the next, along strips so narrow that a leaning
/// page does not smear its lines.
std::int64_t changes(const GreyImage& image, bool columns) {
    constexpr int strips = 12;
    const int steps = columns ? image.width : image.height, breadth = columns ? image.height : image.width;
    std::int64_t total = 0;
    std::array<int, strips> before{}, here{};
    for (int step = 0; step < steps; ++step) {
        here.fill(0);
        for (int across = 0; across < breadth; ++across) {
            const auto at = columns ? static_cast<std::size_t>(across) * image.width + step
                                    : static_cast<std::size_t>(step) * image.width + across;
            here[static_cast<std::size_t>(across * strips / breadth)] += image.pixels[at] < 128;
        }
        for (int strip = 0; strip < strips && step > 0; ++strip) {
            const auto change = static_cast<std::int64_t>(here[static_cast<std::size_t>(strip)]) -
                                before[static_cast<std::size_t>(strip)];
            total += change * change;
        }
        before = here;
    }
    return total;
}

/// Lines of text and the white between them make the darkness of rows change much, that of columns little.
bool lines_run_down(const GreyImage& image) { return changes(image, true) > 3 * changes(image, false) / 2; }

/// The quarter turns, clockwise, after which most letters would stand upright. The engine reads turned lines too, less
/// well, and does not always say so: then words are higher than wide.
int common_turns(const std::vector<Word>& words) {
    std::array<std::size_t, 4> letters{};
    for (const auto& word : words) {
        const bool high = word.turns == 0 && word.text.size() >= 4 && word.height > word.width;
        letters[high ? 1 : static_cast<std::size_t>(word.turns)] += word.text.size();
    }
    return static_cast<int>(std::ranges::max_element(letters) - letters.begin());
}

/// Letters and digits of words, and how many of them were recognised with confidence.
struct Legibility {
    int characters = 0, sure = 0;

    /// Of an upright page most words are sure; of a turned one those of two or three letters are at best.
    bool convinces() const { return sure >= 25 && sure * 2 >= characters; }
};

Legibility legibility_of(const std::vector<Word>& words) {
    Legibility out;
    for (const auto& word : words) {
        int letters = 0;
        for (const char c : word.text) letters += std::isalnum(static_cast<unsigned char>(c)) || (c & 0xc0) == 0xc0;
        out.characters += letters;
        if (letters >= 3 && word.confidence >= 750) out.sure += letters;
    }
    return out;
}

}  // namespace

constexpr int patience = 12;  ///< seconds after which a page of noise is not tried in another position

std::vector<Word> recognise_upright(Recognizer& recognizer, const GreyImage& image, int seconds_max) {
    using Clock = std::chrono::steady_clock;
    const auto deadline = Clock::now() + std::chrono::seconds(seconds_max);
    const float scale = 72.0f / static_cast<float>(image.dots_per_inch);
    std::vector<int> positions = lines_run_down(image) ? std::vector{1, 3, 0, 2} : std::vector{0, 2, 1, 3};
    std::vector<Word> best;
    Legibility most;
    for (std::size_t i = 0; i < positions.size(); ++i) {
        const int turns = positions[i];
        const auto left = std::chrono::duration_cast<std::chrono::seconds>(deadline - Clock::now()).count();
        if (!best.empty() && (left < 1 || seconds_max - left > patience)) break;
        const auto upright = turned(image, turns);
        auto words = recognizer.words(upright, static_cast<int>(left));
        const auto found = legibility_of(words);
        const int wanted = (turns + common_turns(words)) % 4;
        for (auto& word : words) {
            word.turns = (word.turns + turns) % 4;
            turn(word, static_cast<float>(upright.width) * scale, static_cast<float>(upright.height) * scale,
                 4 - turns);
        }
        if (best.empty() || found.sure > most.sure || (wanted == turns && found.convinces())) {
            best = std::move(words);
            most = found;
        }
        if (!found.convinces()) continue;
        const auto next = std::find(positions.begin() + static_cast<std::ptrdiff_t>(i) + 1, positions.end(), wanted);
        if (wanted == turns || next == positions.end()) break;
        std::iter_swap(positions.begin() + static_cast<std::ptrdiff_t>(i) + 1, next);
    }
    return best;
}

}  // namespace daftar::documents
