// A file of a bucket too large to be held in memory.
#pragma once
#include "core/files.hpp"

namespace daftar {

/// Writes the bytes of that hash to the file, which is there only when they were proven. Throws FileStoreError.
void fetch_from_s3(const S3Settings& settings, const FileHash& hash, const std::filesystem::path& file);

}  // namespace daftar
