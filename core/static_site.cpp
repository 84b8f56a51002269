#include "core/static_site.hpp"

#include <fstream>
#include <iterator>

#include "core/app.hpp"
#include "core/files.hpp"

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
    auto found = files_.find(request.path);
    const bool is_asset = request.path.starts_with("/assets/");
    if (found == files_.end() && !is_asset) found = files_.find("/index.html");
    if (found == files_.end())
        return problem_response(404, "no_such_address", "Cette adresse n'existe pas.", {}, request);
    Response response;
    const auto& entry = found->second;
    // Names under /assets carry a hash of their content: they never change.
    response.headers.emplace_back("Cache-Control", is_asset ? "public, max-age=31536000, immutable" : "no-cache");
    response.headers.emplace_back("ETag", entry.tag);
    if (request.header("if-none-match") == entry.tag) {
        response.status = 304;
        return response;
    }
    response.content_type = entry.content_type;
    response.body = entry.bytes;
    return response;
}

}  // namespace daftar
