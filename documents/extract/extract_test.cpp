#include "documents/extract/extract.hpp"

#include <gtest/gtest.h>

#include <chrono>
#include <set>

#include "documents/extract/base64.hpp"
#include "documents/extract/hostile_files.hpp"
#include "documents/extract/process.hpp"

namespace daftar::documents {
namespace {

constexpr const char* words =
    "Facture numero 2025-118 du 12/03/2025 pour un total de 1440,00 DH toutes taxes comprises";

ExtractedDocument read(const std::string& bytes, const ExtractLimits& limits = {}) {
    return extract(std::as_bytes(std::span(bytes)), limits);
}
std::string code(const ExtractedDocument& document) { return document.failure ? document.failure->code : ""; }

TEST(Extract, NativeTextWithItsPlaces) {
    const auto document = read(pdf_of(2, words));
    ASSERT_EQ(code(document), "");
    ASSERT_EQ(document.pages.size(), 2u);
    const auto& page = document.pages[0];
    EXPECT_EQ(page.source, TextSource::native);
    EXPECT_NEAR(page.width, 595, 1);
    ASSERT_GT(page.words.size(), 10u);
    EXPECT_EQ(page.words[0].text, "Facture");
    EXPECT_NEAR(page.words[0].x, 72, 1);
    EXPECT_NEAR(page.words[0].y, 842 - 770 - 10, 6);
    EXPECT_NEAR(page.words[0].size, 12, 0.5);
}

TEST(Extract, WordsOfATurnedPageKeepTheirPlaceAndSayHowTheyStand) {
    const auto document = read(pdf_of(1, words, "", "[0 0 595 842] /Rotate 90"));
    const auto& page = document.pages.at(0);
    EXPECT_NEAR(page.width, 842, 1);  // as it is shown: lying on its left side
    ASSERT_GT(page.words.size(), 10u);
    EXPECT_EQ(page.words[0].text, "Facture");
    EXPECT_EQ(page.words[0].turns, 3);
    EXPECT_NEAR(page.words[0].y, 72, 1);
    EXPECT_NEAR(page.words[0].x, 770 - 3, 6);
    EXPECT_GT(page.words[0].height, page.words[0].width);
}

TEST(Extract, RefusesHostileFilesByName) {
    struct Case {
        const char* name;
        std::string bytes;
        const char* code;
    };
    auto truncated = pdf_of(3, words);
    truncated.resize(truncated.size() / 3);
    const Case cases[] = {
        {"password", pdf_of(1, words, "secret"), "encrypted_document"},
        {"500 pages", pdf_of(500, words), "too_many_pages"},
        {"not a PDF", "Bonjour, voici ma facture.", "unsupported_type"},
        {"empty", "", "broken_document"},
        {"only a header", "%PDF-1.7\n", "broken_document"},
        {"broken image", "\x89PNG\r\n\x1a\nxxxxxxxxxxxx", "broken_document"},
        {"web page", "<!DOCTYPE html><html><body>Facture</body></html>", "unsupported_type"},
        {"drawing", "<?xml version=\"1.0\"?><svg xmlns=\"http://www.w3.org/2000/svg\"/>", "unsupported_type"},
        {"zip", "PK\x03\x04 and more", "unsupported_type"},
    };
    for (const auto& [name, bytes, expected] : cases) {
        const auto document = read(bytes);
        EXPECT_EQ(code(document), expected) << name;
        EXPECT_TRUE(!document.failure || document.failure->message.size() > 20) << name;
    }
    const auto rest = read(truncated);  // Poppler may rebuild a part of it: anything but a crash
    EXPECT_TRUE(code(rest).empty() || code(rest) == "broken_document") << code(rest);
}

TEST(Extract, RefusesFilesBeyondTheLimits) {
    ExtractLimits small;
    small.bytes_max = 500;
    EXPECT_EQ(code(read(pdf_of(1, words), small)), "too_large");
    ExtractLimits few;
    few.pages_max = 2;
    EXPECT_EQ(code(read(pdf_of(3, words), few)), "too_many_pages");
}

TEST(Extract, AHugePageIsReadAndNeverDrawn) {
    EXPECT_EQ(code(read(pdf_of(1, words, "", "[0 0 900000 900000]"))), "");
    EXPECT_EQ(code(read(pdf_of(1, "peu", "", "[0 0 900000 900000]"))), "too_large");  // would need its pixels
}

TEST(Extract, XmlIsKnownInEveryDress) {
    std::string wide = "\xff\xfe";
    for (const char letter : std::string("<?xml version=\"1.0\" encoding=\"UTF-16\"?><Invoice/>"))
        wide += {letter, '\0'};
    for (const std::string& xml : {std::string("<?xml version=\"1.0\"?><Invoice/>"), std::string("<Invoice/>"),
                                   std::string("\xef\xbb\xbf<rsm:CrossIndustryInvoice/>"),
                                   std::string("\n<!-- made by us -->\n<ubl:Invoice/>"), wide, wide.substr(2)}) {
        const auto document = read(xml);
        EXPECT_EQ(code(document), "") << xml;
        EXPECT_EQ(document.media_type, "application/xml") << xml;
        ASSERT_EQ(document.embedded_files.size(), 1u) << xml;
    }
    EXPECT_EQ(code(read("<!-- never closed")), "unsupported_type");
    EXPECT_EQ(code(read("<")), "unsupported_type");
}

TEST(Extract, TellsHowManyPagesAreReadAndStopsWhenAsked) {
    const auto bytes = pdf_of(3, "peu");  // too little text: each page is drawn and recognised
    const auto file = std::as_bytes(std::span(bytes));
    std::set<std::pair<int, int>> told;
    const auto document = extract(file, {}, [&](int done, int of) { told.insert({done, of}); });
    EXPECT_EQ(code(document), "");
    EXPECT_EQ(document.pages.size(), 3u);
    EXPECT_EQ(told.rbegin()->second, 3);
    struct Enough {};
    EXPECT_THROW(extract(file, {},
                         [](int, int of) {
                             if (of == 3) throw Enough();
                         }),
                 Enough);
}

TEST(Extract, ProgressIsTheLastWholeLineBeforeTheJson) {
    EXPECT_EQ(progress_in(""), std::pair(0, 0));
    EXPECT_EQ(progress_in(progress_line(1, 12) + progress_line(2, 12) + "3/"), std::pair(2, 12));
    EXPECT_EQ(progress_in(progress_line(2, 12) + "{\"pages\":[]}\n"), std::pair(2, 12));
    for (const char* nonsense : {"13/12\n", "-1/12\n", "a/b\n", "7\n", "\n", "99999999999999/1\n"})
        EXPECT_EQ(progress_in(nonsense), std::pair(0, 0)) << nonsense;
}

TEST(Extract, ADynamicFormThatShowsNothingIsTold) {
    EXPECT_EQ(
        code(read(pdf_of(1,
                         "Please wait... If this message is not eventually replaced by the proper contents of the "
                         "document, your PDF viewer may not be able to display this type of document."))),
        "dynamic_form");
}

TEST(Extract, ScriptsAreNotRun) { EXPECT_EQ(code(read(pdf_with_script(words))), ""); }

TEST(Extract, ABombEndsInTimeAndMemory) {
    ExtractLimits limits;
    limits.recognition = false;
    limits.memory_megabytes_max = 250;
    const auto started = std::chrono::steady_clock::now();
    const auto answer = code(read(pdf_bomb(150), limits));
    EXPECT_TRUE(answer.empty() || answer == "memory_exceeded" || answer == "time_exceeded" ||
                answer == "broken_document")
        << answer;
    EXPECT_LT(std::chrono::steady_clock::now() - started, std::chrono::seconds(40));
}

TEST(Extract, AChildThatLingersIsKilled) {
    const auto outcome = run_process("/bin/sleep", {"30"}, {}, 1, 1000);
    EXPECT_TRUE(outcome.started);
    EXPECT_TRUE(outcome.overran);
    EXPECT_FALSE(run_process("/nonexistent/program", {}, {}, 1, 1000).started);
}

TEST(Extract, AChildThatDiesLeavesUsAlive) {
    const std::string input(1'000'000, 'x');  // more than it will ever read
    const auto outcome = run_process("/bin/false", {}, std::as_bytes(std::span(input)), 5, 1000);
    EXPECT_TRUE(outcome.started);
    EXPECT_EQ(outcome.exit_code, 1);
}

TEST(Extract, JsonThereAndBack) {
    ExtractedDocument document;
    document.media_type = "application/pdf";
    document.pages = {
        {1,
         595,
         842,
         TextSource::native,
         {{"« Échéance »\n\x01", 1.25f, 2, 30, 10, 1000, 9}, {"broken \xff byte", 0, 0, 1, 1, 900, 0, 3}}}};
    document.embedded_files = {{"factur-x.xml", std::string("\0<xml/>\xff", 8)}};
    document.failure = ExtractFailure{"time_exceeded", "Trop long.", 3};
    const auto back = extracted_from_json(to_json(document));
    ASSERT_EQ(back.pages.size(), 1u);
    EXPECT_EQ(back.pages[0].words[0].text, document.pages[0].words[0].text);
    EXPECT_EQ(back.pages[0].words[1].text, "broken \xef\xbf\xbd byte");
    EXPECT_EQ(back.pages[0].words[0].x, 1.25f);
    EXPECT_EQ(back.pages[0].words[0].turns, 0);
    EXPECT_EQ(back.pages[0].words[1].turns, 3);
    EXPECT_EQ(back.embedded_files[0].content, document.embedded_files[0].content);
    EXPECT_EQ(back.failure->page, 3);
    EXPECT_EQ(code(extracted_from_json("{}")), "broken_document");
    EXPECT_EQ(code(extracted_from_json("[1,")), "broken_document");
}

TEST(Extract, Base64) {
    for (const std::string text : {"", "f", "fo", "foo", "foob", "fooba"})
        EXPECT_EQ(decode_base64(encode_base64(text)), text);
    EXPECT_EQ(encode_base64("foob"), "Zm9vYg==");
}

}  // namespace
}  // namespace daftar::documents
