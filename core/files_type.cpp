#include "core/files_type.hpp"

#include <algorithm>
#include <array>

namespace daftar {
namespace {

using namespace std::string_view_literals;

constexpr std::size_t head_length = 1024;  // readers accept a PDF mark anywhere in the first kilobyte
constexpr std::size_t text_sample = 64 * 1024;

bool is_xml(std::string_view content) {
    if (content.starts_with("\xEF\xBB\xBF")) content.remove_prefix(3);
    for (;;) {
        const auto first = content.find_first_not_of(" \t\r\n");
        if (first == std::string_view::npos) return false;
        content.remove_prefix(first);
        if (!content.starts_with("<!--")) break;
        const auto end = content.find("-->");
        if (end == std::string_view::npos) return false;
        content.remove_prefix(end + 3);
    }
    if (content.starts_with("<?xml")) return true;
    // A document without a declaration: an element whose name may carry a prefix. HTML is text to us, never shown.
    if (content.size() < 2 || content[0] != '<') return false;
    const unsigned char letter = static_cast<unsigned char>(content[1] | 0x20);
    return letter >= 'a' && letter <= 'z' && !content.substr(1, 4).starts_with("html") &&
           !content.substr(1, 4).starts_with("HTML");
}

/// Spreadsheets are zip archives that name their content parts in the clear.
bool is_xlsx(std::string_view content) {
    return content.find("[Content_Types].xml") != std::string_view::npos &&
           content.find("xl/workbook.xml") != std::string_view::npos;
}

/// Printable in UTF-8 or an 8-bit alphabet: no control character but tabulation, line and page ends.
bool is_text(std::string_view content) {
    const auto sample = content.substr(0, text_sample);
    return !sample.empty() && std::all_of(sample.begin(), sample.end(), [](char letter) {
        const auto code = static_cast<unsigned char>(letter);
        return code >= 0x20 ? code != 0x7f
                            : code == '\t' || code == '\n' || code == '\r' || code == '\f' || code == 0x1a;
    });
}

}  // namespace

FileType file_type(std::string_view content) {
    const auto starts = [&](std::string_view mark) { return content.starts_with(mark); };
    if (starts("\x89PNG\r\n\x1a\n"sv)) return FileType::png;
    if (starts("\xFF\xD8\xFF"sv)) return FileType::jpeg;
    if (starts("II*\0"sv) || starts("MM\0*"sv)) return FileType::tiff;
    if (starts("PK\x03\x04"sv)) return is_xlsx(content) ? FileType::xlsx : FileType::zip;
    if (content.substr(0, head_length).find("%PDF-") != std::string_view::npos) return FileType::pdf;
    if (starts("\xFF\xFE<\0"sv) || starts("\xFE\xFF\0<"sv) || starts("<\0?\0"sv) || starts("\0<\0?"sv) ||
        is_xml(content))
        return FileType::xml;
    return is_text(content) ? FileType::text : FileType::unknown;
}

std::string_view media_type(FileType type) {
    switch (type) {
        case FileType::pdf:
            return "application/pdf";
        case FileType::png:
            return "image/png";
        case FileType::jpeg:
            return "image/jpeg";
        case FileType::tiff:
            return "image/tiff";
        case FileType::xml:
            return "application/xml";
        case FileType::zip:
            return "application/zip";
        case FileType::xlsx:
            return "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
        case FileType::text:
            return "text/plain; charset=utf-8";
        case FileType::unknown:
            break;
    }
    return "application/octet-stream";
}

std::string_view extension(FileType type) {
    static constexpr std::array<std::string_view, 9> names = {"",     ".pdf", ".png",  ".jpg", ".tif",
                                                              ".xml", ".zip", ".xlsx", ".txt"};
    return names[static_cast<std::size_t>(type)];
}

bool may_be_shown(FileType type) { return type == FileType::pdf || type == FileType::png || type == FileType::jpeg; }

}  // namespace daftar
