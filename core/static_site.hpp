// The web application's files.
#pragma once
#include <filesystem>
#include <map>
#include <optional>

#include "core/http_message.hpp"

namespace daftar {

/// Files of one folder, read once at start. Addresses without a file get index.html: the page routes itself.
class StaticSite {
public:
    explicit StaticSite(const std::filesystem::path& folder);
    bool is_empty() const { return files_.empty(); }
    Response serve(const Request& request) const;

private:
    struct Entry {
        std::string content_type, bytes, tag;
    };
    std::map<std::string, Entry, std::less<>> files_;
};

}  // namespace daftar
