// Pages that were scanned, photographed or printed sideways. Words keep the place where the page as it is shown has
// them; they are read on the page turned upright.
#pragma once
#include "documents/extract/extracted_document.hpp"

namespace daftar::documents {

struct Rectangle {
    float x = 0, y = 0, width = 0, height = 0;
};

/// Where a rectangle of a page of this size comes to stand when the page is turned clockwise by quarter turns.
inline Rectangle turned(Rectangle place, float page_width, float page_height, int turns) {
    switch ((turns % 4 + 4) % 4) {
        case 1:
            return {page_height - place.y - place.height, place.x, place.height, place.width};
        case 2:
            return {page_width - place.x - place.width, page_height - place.y - place.height, place.width,
                    place.height};
        case 3:
            return {place.y, page_width - place.x - place.width, place.height, place.width};
        default:
            return place;
    }
}

/// The place of a word on a page of this size, turned clockwise.
inline void turn(Word& word, float page_width, float page_height, int turns) {
    const auto place = turned({word.x, word.y, word.width, word.height}, page_width, page_height, turns);
    word.x = place.x;
    word.y = place.y;
    word.width = place.width;
    word.height = place.height;
}

}  // namespace daftar::documents
