#include "documents/extract/child/light_on_dark.hpp"

#include <algorithm>
#include <array>
#include <cstdlib>

namespace daftar::documents {
namespace {

constexpr int side = 8;  // pixels of a block: a tenth of an inch holds more than two at 200 dots per inch

/// The page as the mean grey of its blocks.
class Blocks {
public:
    explicit Blocks(const GreyImage& image) : wide_(image.width / side), high_(image.height / side) {
        means_.resize(static_cast<std::size_t>(wide_) * static_cast<std::size_t>(high_));
        for (int y = 0; y < high_; ++y)
            for (int x = 0; x < wide_; ++x) {
                int sum = 0;
                for (int row = 0; row < side; ++row)
                    for (int column = 0; column < side; ++column)
                        sum += image.pixels[static_cast<std::size_t>(y * side + row) *
                                                static_cast<std::size_t>(image.width) +
                                            static_cast<std::size_t>(x * side + column)];
                means_[at(x, y)] = static_cast<unsigned char>(sum / (side * side));
            }
    }
    int wide() const { return wide_; }
    int high() const { return high_; }
    std::size_t at(int x, int y) const {
        return static_cast<std::size_t>(y) * static_cast<std::size_t>(wide_) + static_cast<std::size_t>(x);
    }
    int mean(std::size_t block) const { return means_[block]; }
    std::size_t count() const { return means_.size(); }

    /// The grey of the paper: most blocks are blank.
    int background() const {
        auto sorted = means_;
        const auto place = sorted.begin() + static_cast<std::ptrdiff_t>(sorted.size() * 3 / 4);
        std::nth_element(sorted.begin(), place, sorted.end());
        return *place;
    }

private:
    int wide_, high_;
    std::vector<unsigned char> means_;
};

/// A connected dark area: its first and last block on each of its rows.
struct DarkArea {
    int top = 0;
    std::vector<std::pair<int, int>> spans;
    int blocks = 0, left = 0, right = 0;
};

DarkArea area_from(const Blocks& blocks, std::vector<char>& dark, int x, int y) {
    std::vector<std::pair<int, int>> open{{x, y}}, members;
    dark[blocks.at(x, y)] = 0;
    while (!open.empty()) {
        const auto [column, row] = open.back();
        open.pop_back();
        members.emplace_back(column, row);
        static constexpr std::array<std::pair<int, int>, 4> neighbours{{{1, 0}, {-1, 0}, {0, 1}, {0, -1}}};
        for (const auto& [right, down] : neighbours) {
            const int next_x = column + right, next_y = row + down;
            if (next_x < 0 || next_y < 0 || next_x >= blocks.wide() || next_y >= blocks.high()) continue;
            if (auto& mark = dark[blocks.at(next_x, next_y)]; mark) {
                mark = 0;
                open.emplace_back(next_x, next_y);
            }
        }
    }
    DarkArea area;
    area.left = area.right = x;
    int bottom = area.top = y;
    for (const auto& [column, row] : members) {
        area.top = std::min(area.top, row);
        bottom = std::max(bottom, row);
        area.left = std::min(area.left, column);
        area.right = std::max(area.right, column);
    }
    area.spans.assign(static_cast<std::size_t>(bottom - area.top + 1), {blocks.wide(), -1});
    for (const auto& [column, row] : members) {
        auto& [first, last] = area.spans[static_cast<std::size_t>(row - area.top)];
        first = std::min(first, column);
        last = std::max(last, column);
    }
    area.blocks = static_cast<int>(members.size());
    return area;
}

/// Every pixel of the area, a row of blocks after the other.
template <class Use> void each_pixel(GreyImage& image, const DarkArea& area, Use use) {
    for (std::size_t i = 0; i < area.spans.size(); ++i) {
        const auto [first, last] = area.spans[i];
        for (int y = (area.top + static_cast<int>(i)) * side; y < (area.top + static_cast<int>(i) + 1) * side; ++y)
            for (int x = first * side; x < (last + 1) * side; ++x)
                use(image.pixels[static_cast<std::size_t>(y) * static_cast<std::size_t>(image.width) +
                                 static_cast<std::size_t>(x)]);
    }
}

void turn(GreyImage& image, const DarkArea& area) {
    std::array<int, 256> histogram{};
    int pixels = 0;
    each_pixel(image, area, [&](unsigned char grey) {
        ++histogram[grey];
        ++pixels;
    });
    int ground = 0;  // the median: most of a box is its colour
    for (int seen = 0; ground < 255; ++ground)
        if ((seen += histogram[static_cast<std::size_t>(ground)]) * 2 > pixels) break;
    int plain = 0, lighter = 0;
    for (int grey = 0; grey < 256; ++grey) {
        if (std::abs(grey - ground) <= 30) plain += histogram[static_cast<std::size_t>(grey)];
        if (grey >= ground + 60) lighter += histogram[static_cast<std::size_t>(grey)];
    }
    // A rule has no words in it; a picture has no ground; large bold words are half paper.
    if (lighter * 100 < pixels || lighter * 100 > pixels * 30 || plain * 100 < pixels * 62) return;
    each_pixel(image, area, [&](unsigned char& grey) {
        grey = static_cast<unsigned char>(std::min(255, (255 - grey) * 255 / std::max(1, 255 - ground)));
    });
}

}  // namespace

void turn_light_on_dark(GreyImage& image) {
    const Blocks blocks(image);
    if (blocks.wide() < 20 || blocks.high() < 20) return;
    const int limit = blocks.background() * 62 / 100;
    std::vector<char> dark(blocks.count());
    for (std::size_t i = 0; i < blocks.count(); ++i) dark[i] = blocks.mean(i) < limit;
    for (int y = 0; y < blocks.high(); ++y)
        for (int x = 0; x < blocks.wide(); ++x) {
            if (!dark[blocks.at(x, y)]) continue;
            const auto area = area_from(blocks, dark, x, y);
            const int wide = area.right - area.left + 1, high = static_cast<int>(area.spans.size());
            const bool box = wide >= 8 && high >= 3 && area.blocks * 2 > wide * high;
            const bool whole_page = static_cast<std::size_t>(area.blocks) * 2 > blocks.count();
            if (box && !whole_page) turn(image, area);
        }
}

}  // namespace daftar::documents
