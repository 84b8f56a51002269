// What Cairo cannot write into a file: its language, attachments, and the PDF/A-3b marks that come with them.
#pragma once
#include "core/pdf_canvas.hpp"

namespace daftar::pdf {

/// Adds links, language and viewer preferences; with attachments also the files, XMP metadata and an sRGB output intent
/// in PDF/A-3b form (ISO 19005-3). No validator is packaged, so conformance is aimed at and not claimed elsewhere.
std::string completed(const std::string& file, const PdfLetterhead& letterhead, const std::vector<Link>& links,
                      const std::vector<PdfAttachment>& attachments, Timestamp created);

}  // namespace daftar::pdf
