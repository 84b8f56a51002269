#include "core/pdf_archive.hpp"

#define POINTERHOLDER_TRANSITION 4  // only std::shared_ptr in QPDF's interface
#include <lcms2.h>

#include <memory>
#include <qpdf/Buffer.hh>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFEFStreamObjectHelper.hh>
#include <qpdf/QPDFEmbeddedFileDocumentHelper.hh>
#include <qpdf/QPDFFileSpecObjectHelper.hh>
#include <qpdf/QPDFWriter.hh>

#include "core/ensure.hpp"
#include "core/markup.hpp"

namespace daftar::pdf {
namespace {

/// "D:20251231235959Z", the date form of ISO 32000-1, 7.9.4.
std::string pdf_date(Timestamp instant) {
    std::string digits;
    for (const char letter : instant.text().substr(0, 19))
        if (letter >= '0' && letter <= '9') digits += letter;
    return "D:" + digits + "Z";
}

/// XMP packet: the same title, author and dates as the information dictionary, as PDF/A requires.
std::string xmp(const PdfLetterhead& letterhead, Timestamp created) {
    const std::string author = letterhead.author.empty() ? letterhead.organization : letterhead.author;
    const std::string when = created.text().substr(0, 19) + "Z";
    std::string packet =
        "<?xpacket begin=\"\xEF\xBB\xBF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n"
        "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\"><rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\n"
        "<rdf:Description rdf:about=\"\" xmlns:pdfaid=\"http://www.aiim.org/pdfa/ns/id/\""
        " xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\""
        " xmlns:pdf=\"http://ns.adobe.com/pdf/1.3/\">\n"
        "<pdfaid:part>3</pdfaid:part><pdfaid:conformance>B</pdfaid:conformance>\n"
        "<dc:format>application/pdf</dc:format>\n"
        "<dc:title><rdf:Alt><rdf:li xml:lang=\"x-default\">" +
        markup_escaped(letterhead.title) + "</rdf:li></rdf:Alt></dc:title>\n";
    if (!letterhead.subtitle.empty())
        packet += "<dc:description><rdf:Alt><rdf:li xml:lang=\"x-default\">" + markup_escaped(letterhead.subtitle) +
                  "</rdf:li></rdf:Alt></dc:description>\n";
    packet += "<dc:creator><rdf:Seq><rdf:li>" + markup_escaped(author) +
              "</rdf:li></rdf:Seq></dc:creator>\n"
              "<dc:language><rdf:Bag><rdf:li>" +
              letterhead.language +
              "</rdf:li></rdf:Bag></dc:language>\n"
              "<xmp:CreatorTool>Daftar</xmp:CreatorTool><xmp:CreateDate>" +
              when +
              "</xmp:CreateDate>"
              "<xmp:ModifyDate>" +
              when +
              "</xmp:ModifyDate>\n"
              "</rdf:Description></rdf:RDF></x:xmpmeta>\n<?xpacket end=\"w\"?>";
    return packet;
}

std::string srgb_profile() {
    const std::unique_ptr<void, int (*)(cmsHPROFILE)> profile(cmsCreate_sRGBProfile(), cmsCloseProfile);
    cmsUInt32Number size = 0;
    ensure(profile && cmsSaveProfileToMem(profile.get(), nullptr, &size), "no sRGB profile");
    std::string bytes(size, '\0');
    ensure(cmsSaveProfileToMem(profile.get(), bytes.data(), &size), "no sRGB profile");
    // Bytes 24 to 35 hold the moment of creation (year, month, day … of 16 bits): 2000-01-01 always, so that the same
    // document gives the same file.
    bytes.replace(24, 12, std::string("\x07\xD0\x00\x01\x00\x01\x00\x00\x00\x00\x00\x00", 12));
    return bytes;
}

void add_files(QPDF& document, QPDFObjectHandle root, const std::vector<PdfAttachment>& attachments,
               const std::string& date) {
    QPDFEmbeddedFileDocumentHelper files(document);
    auto associated = QPDFObjectHandle::newArray();
    for (const auto& attachment : attachments) {
        auto stream = QPDFEFStreamObjectHelper::createEFStream(document, attachment.bytes);
        stream.setCreationDate(date).setModDate(date).setSubtype(attachment.media_type);
        auto specification = QPDFFileSpecObjectHelper::createFileSpec(document, attachment.name, stream);
        specification.setDescription(attachment.description);
        specification.getObjectHandle().replaceKey("/AFRelationship",
                                                   QPDFObjectHandle::newName("/" + attachment.relationship));
        files.replaceEmbeddedFile(attachment.name, specification);
        associated.appendItem(specification.getObjectHandle());
    }
    root.replaceKey("/AF", associated);
}

void add_output_intent(QPDF& document, QPDFObjectHandle root) {
    auto profile = document.newStream(srgb_profile());
    profile.getDict().replaceKey("/N", QPDFObjectHandle::newInteger(3));
    auto intent = QPDFObjectHandle::newDictionary();
    intent.replaceKey("/Type", QPDFObjectHandle::newName("/OutputIntent"));
    intent.replaceKey("/S", QPDFObjectHandle::newName("/GTS_PDFA1"));
    intent.replaceKey("/OutputConditionIdentifier", QPDFObjectHandle::newString("sRGB"));
    intent.replaceKey("/Info", QPDFObjectHandle::newString("sRGB IEC61966-2.1"));
    intent.replaceKey("/DestOutputProfile", profile);
    auto intents = QPDFObjectHandle::newArray();
    intents.appendItem(document.makeIndirectObject(intent));
    root.replaceKey("/OutputIntents", intents);
}

void add_links(QPDF& document, const std::vector<Link>& links) {
    const auto pages = document.getAllPages();
    for (const auto& link : links) {
        auto action = QPDFObjectHandle::newDictionary();
        action.replaceKey("/S", QPDFObjectHandle::newName("/URI"));
        action.replaceKey("/URI", QPDFObjectHandle::newString(link.address));
        auto annotation = QPDFObjectHandle::newDictionary();
        annotation.replaceKey("/Type", QPDFObjectHandle::newName("/Annot"));
        annotation.replaceKey("/Subtype", QPDFObjectHandle::newName("/Link"));
        annotation.replaceKey("/Rect",
                              QPDFObjectHandle::newFromRectangle({link.left, link.bottom, link.right, link.top}));
        annotation.replaceKey("/Border", QPDFObjectHandle::parse("[0 0 0]"));
        annotation.replaceKey("/F", QPDFObjectHandle::newInteger(4));  // prints, as PDF/A wants
        annotation.replaceKey("/A", action);
        auto page = pages.at(link.page);
        if (!page.hasKey("/Annots")) page.replaceKey("/Annots", QPDFObjectHandle::newArray());
        page.getKey("/Annots").appendItem(document.makeIndirectObject(annotation));
    }
}

}  // namespace

std::string completed(const std::string& file, const PdfLetterhead& letterhead, const std::vector<Link>& links,
                      const std::vector<PdfAttachment>& attachments, Timestamp created) {
    QPDF document;
    document.processMemoryFile("document", file.data(), file.size());
    add_links(document, links);
    auto root = document.getRoot();
    root.replaceKey("/Lang", QPDFObjectHandle::newUnicodeString(letterhead.language));
    auto preferences = QPDFObjectHandle::newDictionary();
    preferences.replaceKey("/DisplayDocTitle", QPDFObjectHandle::newBool(true));
    if (letterhead.language == "ar") preferences.replaceKey("/Direction", QPDFObjectHandle::newName("/R2L"));
    root.replaceKey("/ViewerPreferences", preferences);

    QPDFWriter writer(document);
    if (!attachments.empty()) {
        const std::string date = pdf_date(created);
        auto information = document.getTrailer().getKey("/Info");
        information.removeKey("/Producer");  // kept equal to the XMP packet, which does not name one
        information.replaceKey("/CreationDate", QPDFObjectHandle::newString(date));
        information.replaceKey("/ModDate", QPDFObjectHandle::newString(date));
        add_files(document, root, attachments, date);
        add_output_intent(document, root);
        auto metadata = document.newStream(xmp(letterhead, created));
        metadata.getDict().replaceKey("/Type", QPDFObjectHandle::newName("/Metadata"));
        metadata.getDict().replaceKey("/Subtype", QPDFObjectHandle::newName("/XML"));
        root.replaceKey("/Metadata", metadata);
        writer.setMinimumPDFVersion("1.7");
        writer.setObjectStreamMode(qpdf_o_disable);
    }
    writer.setOutputMemory();
    writer.setDeterministicID(true);
    writer.write();
    const auto buffer = writer.getBufferSharedPointer();
    return {reinterpret_cast<const char*>(buffer->getBuffer()), buffer->getSize()};
}

}  // namespace daftar::pdf
