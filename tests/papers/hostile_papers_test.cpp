// Files that nobody should send: each is answered with its reason, the books stay as they are, the next paper is read.
#include <fstream>

#include "tests/papers/test_papers.hpp"

namespace daftar::tests {
namespace {

using documents::pdf_of;

/// The head of a PNG of 60 000 by 60 000 points: 3.6 thousand million, were it unfolded.
std::string pixel_bomb() {
    return std::string("\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\xea\x60\0\0\xea\x60\x08\0\0\0\0", 29) + std::string(200, 'x');
}

constexpr const char* web_page = "<!DOCTYPE html>\n<html><body>Facture n\xc2\xb0 1, total 100,00</body></html>";
constexpr const char* drawing =
    "<?xml version=\"1.0\"?>\n<svg xmlns=\"http://www.w3.org/2000/svg\"><text>100</text></svg>";

TEST_F(PapersTest, HostileFilesAreAnsweredByNameAndTheNextOneIsRead) {
    struct Case {
        const char* filename;
        std::string bytes;
        const char* code;
        const char* sentence;
    };
    const Case at_the_door[] = {
        {"vide.pdf", "", "empty_file", "vide"},
        {"archive.zip", std::string("PK\x03\x04 and more", 13), "unsupported_type", "pris en charge"},
        {"facture.pdf", web_page, "unsupported_type", "page web"},
        {"facture.html", web_page, "unsupported_type", "page web"},
        {"facture.svg", drawing, "unsupported_type", "SVG"},
        {"facture.pdf", "Bonjour, voici ma facture.", "unsupported_type", "porte le nom d'un PDF"},
        {"photo.heic",
         std::string("\0\0\0\x18"
                     "ftypheic\0\0\0\0mif1heic",
                     24),
         "unsupported_type", "HEIC"},
        {"programme.exe", std::string("MZ\0\1", 4), "unsupported_type", "pris en charge"},
    };
    const auto words = std::string("Facture numero 2025-118 du 12/03/2025 pour un total de 1440,00 DH comprises");
    const Case when_read[] = {
        {"secret.pdf", pdf_of(1, words, "secret"), "encrypted_document", "mot de passe"},
        {"long.pdf", pdf_of(500, words), "too_many_pages", "trop de pages"},
        {"abime.pdf", "%PDF-1.7\nnothing of the kind", "broken_document", "abîmé"},
        {"blanche.pdf", pdf_of(1, ""), "no_text", "Aucun mot lisible"},
        {"geant.pdf", pdf_of(1, "peu", "", "[0 0 900000 900000]"), "too_large", "volumineux"},
        {"bombe.png", pixel_bomb(), "too_large", "volumineux"},
        {"autre.xml", "<Commande><Numero>1</Numero></Commande>", "not_an_e_invoice", "UBL ou CII"},
        {"entites.xml", "<?xml version=\"1.0\"?><!DOCTYPE Invoice [<!ENTITY a \"aa\">]><Invoice><ID>&a;</ID></Invoice>",
         "not_an_e_invoice", "DOCTYPE"},
    };
    const auto before = entries();
    for (const auto& [filename, bytes, code, sentence] : at_the_door) {
        const auto answer = send(filename, bytes);
        EXPECT_EQ(outcome(answer), std::string("422 ") + code) << filename;
        EXPECT_THAT(answer.body, testing::HasSubstr(sentence)) << filename;
    }
    for (const auto& [filename, bytes, code, sentence] : when_read) {
        const auto paper = read(filename, bytes);
        EXPECT_EQ(text(paper, "status"), "failed") << filename;
        const auto* failure = paper.find("failure");
        ASSERT_TRUE(failure) << filename;
        EXPECT_EQ(text(*failure, "code"), code) << filename;
        EXPECT_THAT(text(*failure, "message"), testing::HasSubstr(sentence)) << filename;
    }
    EXPECT_EQ(entries(), before);
    EXPECT_EQ(text(read("bonne.pdf", invoice("F-1", "MA64011519000001205000534921")), "status"), "review");
    EXPECT_EQ(books.sql("select count(*) from job where status not in ('done', 'failed')"), "0");
}

/// Programs that stand in for the reader: this one is killed as by the system when memory runs out.
TEST_F(PapersTest, AReaderThatIsKilledIsTriedThreeTimesThenSaysSo) {
    const auto programs = folder / "programs";
    std::filesystem::create_directories(programs);
    std::ofstream(programs / "daftar-extract") << "#!/bin/sh\ncat >/dev/null\nkill -9 $$\n";
    std::filesystem::permissions(programs / "daftar-extract", std::filesystem::perms::owner_all);
    setenv("DAFTAR_EXTRACT_FOLDER", programs.c_str(), 1);
    const auto sent =
        std::get<Json>(parse_json(send("facture.pdf", invoice("F-1", "MA64011519000001205000534921")).body));
    for (const auto* status : {"reading", "reading", "failed"}) {
        books.sql("update job set run_at = clock_timestamp() where status = 'queued'");
        jobs->drain();
        EXPECT_EQ(text(books.expect(200, accountant, "GET", path_of(sent)), "status"), status);
    }
    unsetenv("DAFTAR_EXTRACT_FOLDER");
    const auto paper = books.expect(200, accountant, "GET", path_of(sent));
    EXPECT_EQ(text(*paper.find("failure"), "code"), "extraction_interrupted");
    EXPECT_THAT(text(*paper.find("failure"), "message"), testing::HasSubstr("Relire"));
    books.expect(200, accountant, "POST", path_of(sent) + "/read");
    jobs->drain();
    EXPECT_EQ(text(books.expect(200, accountant, "GET", path_of(sent)), "status"), "review");
}

TEST_F(PapersTest, AFileThatLeftTheStoreIsTriedThreeTimesThenSaysSo) {
    const auto sent =
        std::get<Json>(parse_json(send("facture.pdf", invoice("F-1", "MA64011519000001205000534921")).body));
    std::filesystem::remove_all(folder);
    for (int attempt = 0; attempt < 3; ++attempt) {
        books.sql("update job set run_at = clock_timestamp() where status = 'queued'");
        jobs->drain();
    }
    const auto paper = books.expect(200, accountant, "GET", path_of(sent));
    EXPECT_EQ(text(paper, "status"), "failed");
    EXPECT_EQ(text(*paper.find("failure"), "code"), "file_unavailable");
}

}  // namespace
}  // namespace daftar::tests
