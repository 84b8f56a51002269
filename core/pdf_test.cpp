#define POINTERHOLDER_TRANSITION 4  // only std::shared_ptr in QPDF's interface
#include "core/pdf.hpp"

#include <gtest/gtest.h>

#include <qpdf/QPDF.hh>
#include <qpdf/QPDFPageDocumentHelper.hh>

#include "core/money.hpp"

namespace daftar {
namespace {

const Timestamp created = *Timestamp::parse("2026-01-15T10:30:00Z");

PdfLetterhead letterhead(std::string language = "fr") {
    return {.organization = "Résidence Les Orangers",
            .address = {"12, rue Ibn Aïcha, Guéliz", "40000 Marrakech"},
            .title = "Rapport annuel 2025",
            .subtitle = "Du 01/01/2025 au 31/12/2025",
            .reference = "Réf. RA-2025",
            .date = Date(2026, 1, 15),
            .author = "Cabinet Atlas Syndic",
            .language = std::move(language),
            .proof = "Racine du registre 6f1d…"};
}

PdfTable long_table(int rows) {
    PdfTable table{.columns = {{"Fournisseur", PdfAlign::start, 1}, {"Montant", PdfAlign::end}}};
    for (int row = 0; row < rows; ++row)
        table.rows.push_back(
            {{{"Fournisseur " + std::to_string(row)}, {french(Money(row * 100, *Currency::from_code("MAD")))}}});
    table.rows.push_back({{{"Total"}, {"1"}}, PdfRowKind::total});
    return table;
}

/// QPDF reads the bytes as it needs them: they outlive the document.
std::vector<QPDFPageObjectHelper> pages_of(QPDF& document, const std::string& bytes) {
    document.processMemoryFile("test", bytes.data(), bytes.size());
    return QPDFPageDocumentHelper(document).getAllPages();
}

TEST(PdfDocument, OnePageWithMetadata) {
    PdfDocument document(letterhead());
    document.paragraph({"Bonjour"});
    const auto bytes = document.bytes(created);
    QPDF read;
    EXPECT_EQ(pages_of(read, bytes).size(), 1u);
    auto information = read.getTrailer().getKey("/Info");
    EXPECT_EQ(information.getKey("/Title").getUTF8Value(), "Rapport annuel 2025");
    EXPECT_EQ(information.getKey("/Author").getUTF8Value(), "Cabinet Atlas Syndic");
    EXPECT_EQ(read.getRoot().getKey("/Lang").getUTF8Value(), "fr");
}

TEST(PdfDocument, TheSameContentGivesTheSameBytes) {
    PdfDocument document(letterhead());
    document.table(long_table(120));
    document.attach({"data.xml", "application/xml", "Données", "<x/>"});
    EXPECT_EQ(document.bytes(created), document.bytes(created));
}

TEST(PdfDocument, ATableRunsOverPages) {
    PdfDocument document(letterhead());
    document.table(long_table(200));
    const auto bytes = document.bytes(created);
    QPDF read;
    const auto pages = pages_of(read, bytes);
    EXPECT_GE(pages.size(), 4u);
    EXPECT_LE(pages.size(), 8u);
}

TEST(PdfDocument, AnyContentHasAnEnd) {
    PdfDocument document(letterhead());
    document.paragraph({std::string(9'000, 'x')});
    PdfTable table = long_table(1);
    table.rows[0].cells[0].text = std::string(3'000, 'y');
    document.table(table);
    document.table({.columns = {{"Rien"}}, .rows = {}, .empty = "Aucune ligne."});
    document.chart({});
    const auto bytes = document.bytes(created);
    QPDF read;
    EXPECT_GE(pages_of(read, bytes).size(), 2u);
}

TEST(PdfDocument, LinksBecomeAnnotations) {
    PdfDocument document(letterhead());
    document.figures({{.label = "Solde", .value = "12 000,00 DH", .link = "https://exemple.ma/a?x='y'\\é"}});
    const auto bytes = document.bytes(created);
    QPDF read;
    auto pages = pages_of(read, bytes);
    auto annotations = pages.at(0).getAnnotations();
    ASSERT_EQ(annotations.size(), 1u);
    const auto address = annotations[0].getObjectHandle().getKey("/A").getKey("/URI").getStringValue();
    EXPECT_EQ(address, "https://exemple.ma/a?x='y'\\%C3%A9");
}

TEST(PdfDocument, AttachmentsComeWithArchiveMarks) {
    PdfDocument document(letterhead());
    document.paragraph({"Facture"});
    document.attach(
        {"facture.xml", "application/xml", "Facture au format CII", "<rsm:CrossIndustryInvoice/>", "Alternative"});
    const auto bytes = document.bytes(created);
    QPDF read;
    pages_of(read, bytes);
    auto root = read.getRoot();
    auto file = root.getKey("/AF").getArrayItem(0);
    EXPECT_EQ(file.getKey("/AFRelationship").getName(), "/Alternative");
    auto stream = file.getKey("/EF").getKey("/F");
    EXPECT_EQ(stream.getDict().getKey("/Subtype").getName(), "/application/xml");
    const auto data = stream.getStreamData();
    EXPECT_EQ(std::string(reinterpret_cast<const char*>(data->getBuffer()), data->getSize()),
              "<rsm:CrossIndustryInvoice/>");
    EXPECT_EQ(root.getKey("/OutputIntents").getArrayItem(0).getKey("/S").getName(), "/GTS_PDFA1");
    auto metadata = root.getKey("/Metadata");
    EXPECT_FALSE(metadata.getDict().hasKey("/Filter")) << "the packet must stay readable without a PDF reader";
    const auto packet = metadata.getStreamData();
    const std::string text(reinterpret_cast<const char*>(packet->getBuffer()), packet->getSize());
    EXPECT_NE(text.find("<pdfaid:part>3</pdfaid:part><pdfaid:conformance>B</pdfaid:conformance>"), std::string::npos);
}

TEST(PdfDocument, EveryFontIsEmbedded) {
    PdfDocument document(letterhead("ar"));
    document.heading("إقامة البرتقال");
    document.paragraph({"المبلغ الإجمالي 1 200,00 درهم"});
    const auto bytes = document.bytes(created);
    QPDF read;
    pages_of(read, bytes);
    int descriptors = 0;
    for (auto object : read.getAllObjects()) {
        if (!object.isDictionaryOfType("/FontDescriptor")) continue;
        ++descriptors;
        EXPECT_TRUE(object.hasKey("/FontFile2") || object.hasKey("/FontFile3") || object.hasKey("/FontFile"));
    }
    EXPECT_GE(descriptors, 2) << "one for Latin letters, one for Arabic";
}

}  // namespace
}  // namespace daftar
