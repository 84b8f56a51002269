#include "core/static_site.hpp"

#include <fstream>
#include <iterator>

#include "core/app.hpp"
#include "core/files.hpp"
#include "core/http_headers.hpp"
#include "core/json.hpp"

namespace daftar {
namespace {

std::string type_of(const std::filesystem::path& file) {
    static const std::map<std::string, std::string> types = {
        {".html", "text/html; charset=utf-8"},
        {".js", "text/javascript; charset=utf-8"},
        {".mjs", "text/javascript; charset=utf-8"},
        {".css", "text/css; charset=utf-8"},
        {".json", "application/json"},
        {".webmanifest", "application/manifest+json"},
        {".svg", "image/svg+xml"},
        {".png", "image/png"},
        {".ico", "image/x-icon"},
        {".woff2", "font/woff2"},
        {".woff", "font/woff"},
        {".txt", "text/plain; charset=utf-8"},
        {".wasm", "application/wasm"},
    };
    const auto found = types.find(file.extension().string());
    return found == types.end() ? "application/octet-stream" : found->second;
}

/// Whether the web application may have a page there: its addresses are plain words. A path that climbs, hides or names
/// a file is somebody looking for what is not ours.
bool may_be_page(std::string_view path) {
    const auto last = path.substr(path.rfind('/') + 1);
    return path.starts_with('/') && path.find("//") == std::string_view::npos &&
           path.find("/.") == std::string_view::npos && path.find_first_of("\\%") == std::string_view::npos &&
           last.find('.') == std::string_view::npos;
}

bool is_text(std::string_view path) {
    return utf8_length(path) >= 0 && std::ranges::none_of(path, [](char c) { return c >= 0 && c < ' '; });
}

}  // namespace

StaticSite::StaticSite(const std::filesystem::path& folder) {
    std::error_code missing;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(folder, missing)) {
        if (!entry.is_regular_file()) continue;
        std::ifstream in(entry.path(), std::ios::binary);
        std::string bytes{std::istreambuf_iterator<char>(in), {}};
        auto tag = "\"" + FileHash::of(bytes).text().substr(0, 16) + "\"";
        files_["/" + std::filesystem::relative(entry.path(), folder).generic_string()] = {
            type_of(entry.path()), std::move(bytes), std::move(tag)};
    }
}

Response StaticSite::serve(const Request& request) const {
    if (!is_text(request.path))
        return problem_response(400, "invalid_url", "Cette adresse n'est pas un texte en UTF-8.", {}, request);
    auto found = files_.find(request.path);
    const bool is_asset = request.path.starts_with("/assets/");
    if (found == files_.end() && !is_asset && may_be_page(request.path)) found = files_.find("/index.html");
    if (found == files_.end())
        return problem_response(404, "no_such_address", "Cette adresse n'existe pas.", {}, request);
    Response response;
    const auto& entry = found->second;
    // Names under /assets carry a hash of their content: they never change.
    response.headers.emplace_back("Cache-Control", is_asset ? "public, max-age=31536000, immutable" : "no-cache");
    response.headers.emplace_back("ETag", entry.tag);
    if (names_tag(request.header("if-none-match"), entry.tag)) {
        response.status = 304;
        return response;
    }
    response.content_type = entry.content_type;
    response.body = entry.bytes;
    return response;
}

}  // namespace daftar
