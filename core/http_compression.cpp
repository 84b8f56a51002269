#include "core/http_compression.hpp"

#include <zlib.h>

#include "core/ensure.hpp"

namespace daftar {

std::string gzip(std::string_view text) {
    constexpr int level = 5, window_with_gzip_header = 15 + 16, memory_level = 8;
    z_stream stream{};
    ensure(deflateInit2(&stream, level, Z_DEFLATED, window_with_gzip_header, memory_level, Z_DEFAULT_STRATEGY) == Z_OK,
           "zlib");
    std::string out(deflateBound(&stream, text.size()), '\0');
    stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(text.data()));
    stream.avail_in = static_cast<uInt>(text.size());
    stream.next_out = reinterpret_cast<Bytef*>(out.data());
    stream.avail_out = static_cast<uInt>(out.size());
    const int status = deflate(&stream, Z_FINISH);
    out.resize(stream.total_out);
    deflateEnd(&stream);
    ensure(status == Z_STREAM_END, "zlib");
    return out;
}

bool is_compressible(std::string_view content_type, std::size_t size) {
    constexpr std::size_t worthwhile_bytes = 1'024;
    return size >= worthwhile_bytes &&
           (content_type.starts_with("text/") || content_type.find("json") != std::string_view::npos ||
            content_type.find("javascript") != std::string_view::npos ||
            content_type.find("xml") != std::string_view::npos || content_type.starts_with("image/svg"));
}

}  // namespace daftar
