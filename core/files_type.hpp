// What a file is by its first bytes; its name and the sender's word are never believed.
#pragma once
#include <string_view>

namespace daftar {

enum class FileType { unknown, pdf, png, jpeg, tiff, xml, zip, xlsx, text };

FileType file_type(std::string_view content);
/// "application/pdf"; "application/octet-stream" for an unknown file.
std::string_view media_type(FileType type);
/// ".pdf"; "" for an unknown file.
std::string_view extension(FileType type);
/// Types that a browser may show in a page of ours; everything else is only downloaded.
bool may_be_shown(FileType type);

}  // namespace daftar
