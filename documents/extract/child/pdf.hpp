// Opening a PDF with Poppler, shared by the reading of its text and of its pixels.
#pragma once
#include <memory>
#include <string>
#include <string_view>

namespace poppler {
class document;
class page;
}  // namespace poppler

namespace daftar::documents {

/// Nothing, and the failure's code, when the file is broken, protected or too long.
std::unique_ptr<poppler::document> open_pdf(std::string_view file, std::string& failure_code, int pages_max);

struct PageSize {
    float width = 0, height = 0;  ///< points, as the page is shown (after its rotation)
};
PageSize size_of(const poppler::page& page);

}  // namespace daftar::documents
