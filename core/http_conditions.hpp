// Conditional and partial answers (RFC 9110, 13 and 14): what the asker already has is not sent again, and of a file he
// may ask for a part.
#pragma once
#include <optional>

#include "core/http_message.hpp"

namespace daftar {

struct ByteRange {
    std::size_t first = 0, last = 0;  ///< both included
};
/// What "bytes=…" means for so many bytes. `none`: no such request, or one that may be ignored (another unit, several
/// ranges).
struct AskedRange {
    enum class Kind { none, part, outside } kind = Kind::none;
    ByteRange bytes;
};
AskedRange read_range(std::string_view range, std::size_t size);

/// Turns the 200 to a GET or HEAD into 304 when If-None-Match names its ETag, and otherwise, when it `may_be_cut`, into
/// the 206 or 416 that Range and If-Range ask for.
void answer_conditions(const Request& asked, Response& response, bool may_be_cut);

}  // namespace daftar
