#include "banking/readers/archive.hpp"

#include <zip.h>

#include <algorithm>

namespace daftar::banking {
namespace {

constexpr zip_uint64_t part_bytes_max = 64U << 20;  // a statement is far below; a zip bomb is far above

}  // namespace

Archive::Archive(std::string_view bytes) : archive_(nullptr, [](zip* archive) { zip_discard(archive); }) {
    zip_error_t error;
    zip_error_init(&error);
    auto* source = zip_source_buffer_create(bytes.data(), bytes.size(), 0, &error);
    if (source) archive_.reset(zip_open_from_source(source, ZIP_RDONLY, &error));
    if (source && !archive_) zip_source_free(source);
    zip_error_fini(&error);
}

std::vector<std::string> Archive::names() const {
    std::vector<std::string> found;
    const auto count = archive_ ? zip_get_num_entries(archive_.get(), 0) : 0;
    for (zip_int64_t index = 0; index < std::min<zip_int64_t>(count, 1000); ++index) {
        const auto* name = zip_get_name(archive_.get(), static_cast<zip_uint64_t>(index), 0);
        if (const std::string_view text = name ? name : ""; !text.empty() && !text.ends_with('/'))
            found.emplace_back(text);
    }
    return found;
}

std::optional<std::string> Archive::part(const std::string& name, Faults& faults) const {
    zip_stat_t stat;
    if (zip_stat(archive_.get(), name.c_str(), ZIP_FL_NOCASE, &stat) != 0 || !(stat.valid & ZIP_STAT_SIZE)) return {};
    if (stat.size > part_bytes_max) {
        faults.add({}, "too_large", "une partie du fichier dépasse 64 Mo une fois décompressée.");
        return {};
    }
    const std::unique_ptr<zip_file_t, decltype(&zip_fclose)> file(
        zip_fopen(archive_.get(), name.c_str(), ZIP_FL_NOCASE), zip_fclose);
    if (!file) return {};
    std::string content(stat.size, '\0');
    if (zip_fread(file.get(), content.data(), stat.size) != static_cast<zip_int64_t>(stat.size)) return {};
    return content;
}

}  // namespace daftar::banking
