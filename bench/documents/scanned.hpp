// A printed page as an office scanner gives it back.
#pragma once
#include <cstdint>
#include <string>

namespace daftar::documents {

/// A PDF whose pages are pictures of the given PDF's pages: 200 dots per inch, leaning a little, noisy, JPEG. The seed
/// decides lean and noise; the pages lay turned clockwise by so many quarter turns.
std::string scanned(const std::string& pdf, std::uint64_t seed, int quarter_turns = 0);

}  // namespace daftar::documents
