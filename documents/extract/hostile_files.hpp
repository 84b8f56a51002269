// Files that nobody should send, made on the spot for the tests.
#pragma once
#define POINTERHOLDER_TRANSITION 4  // qpdf: its old pointers are not used
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFObjectHandle.hh>
#include <qpdf/QPDFWriter.hh>

#include <string>

namespace daftar::documents {

/// One page of text as PDF content.
inline QPDFObjectHandle text_page(QPDF& pdf, const std::string& words, const std::string& media_box = "[0 0 595 842]") {
    auto page = QPDFObjectHandle::parse(
        "<</Type /Page /MediaBox " + media_box +
        " /Resources <</Font <</F1 <</Type /Font /Subtype /Type1 /BaseFont /Helvetica>> >> >> >>");
    page.replaceKey("/Contents", QPDFObjectHandle::newStream(&pdf, "BT /F1 12 Tf 72 770 Td (" + words + ") Tj ET"));
    return pdf.makeIndirectObject(page);
}

inline std::string written(QPDF& pdf, const std::string& password = "") {
    QPDFWriter writer(pdf);
    writer.setOutputMemory();
    if (!password.empty())
        writer.setR6EncryptionParameters(password.c_str(), "owner", true, true, true, true, true, true, qpdf_r3p_full,
                                         true);
    writer.write();
    const auto buffer = writer.getBufferSharedPointer();
    return {reinterpret_cast<const char*>(buffer->getBuffer()), buffer->getSize()};
}

inline std::string pdf_of(int pages, const std::string& words, const std::string& password = "",
                          const std::string& media_box = "[0 0 595 842]") {
    QPDF pdf;
    pdf.emptyPDF();
    for (int i = 0; i < pages; ++i) pdf.addPage(text_page(pdf, words, media_box), false);
    return written(pdf, password);
}

/// Runs a script when it is opened, in readers that run scripts.
inline std::string pdf_with_script(const std::string& words) {
    QPDF pdf;
    pdf.emptyPDF();
    pdf.addPage(text_page(pdf, words), false);
    pdf.getRoot().replaceKey("/OpenAction", QPDFObjectHandle::parse("<</S /JavaScript /JS (while(true){})>>"));
    return written(pdf);
}

/// A few kilobytes that unfold into `megabytes` of spaces.
inline std::string pdf_bomb(int megabytes) {
    QPDF pdf;
    pdf.emptyPDF();
    auto page = text_page(pdf, "x");
    page.replaceKey("/Contents",
                    QPDFObjectHandle::newStream(&pdf, std::string(static_cast<std::size_t>(megabytes) << 20, ' ')));
    pdf.addPage(page, false);
    return written(pdf);
}

}  // namespace daftar::documents
