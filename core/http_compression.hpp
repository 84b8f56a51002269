// gzip for response bodies.
#pragma once
#include <string>
#include <string_view>

namespace daftar {

/// The gzip of a text (level 5: a third of the time of the best level for nearly its size).
std::string gzip(std::string_view text);
/// Whether a body of that type is worth compressing.
bool is_compressible(std::string_view content_type, std::size_t size);

}  // namespace daftar
