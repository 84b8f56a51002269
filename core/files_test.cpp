#include "core/files.hpp"

#include <gtest/gtest.h>

#include <fstream>
#include <thread>

#include "core/files_link.hpp"
#include "core/files_scan.hpp"
#include "core/files_type.hpp"

namespace daftar {
namespace {

using namespace std::string_literals;
namespace fs = std::filesystem;

/// A store in a folder of its own, gone after the test.
class FolderStore : public testing::Test {
protected:
    FolderStore()
        : folder(fs::temp_directory_path() / ("daftar-files-" + std::to_string(getpid()))),
          store(folder_file_store(folder)) {}
    ~FolderStore() override { fs::remove_all(folder); }

    std::size_t files() const {
        std::size_t count = 0;
        for (const auto& entry : fs::recursive_directory_iterator(folder)) count += entry.is_regular_file();
        return count;
    }

    fs::path folder;
    std::unique_ptr<FileStore> store;
};

TEST_F(FolderStore, GivesBackWhatWasPut) {
    const auto hash = store->put("bonjour\0é"s);
    EXPECT_TRUE(store->has(hash));
    EXPECT_EQ(store->get(hash), "bonjour\0é"s);
    EXPECT_EQ(FileHash::parse(hash.text()), hash);
}

TEST_F(FolderStore, HashIsSha256) {
    EXPECT_EQ(FileHash::of("abc").text(), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
        << "FIPS 180-4, example";
    EXPECT_FALSE(FileHash::parse("zz"));
    EXPECT_FALSE(FileHash::parse(std::string(63, 'a') + "g"));
}

TEST_F(FolderStore, KeepsTheSameFileOnce) {
    store->put("facture");
    store->put("facture");
    store->put("autre");
    EXPECT_EQ(files(), 2u);
}

TEST_F(FolderStore, SeveralThreadsMayPutTheSameFile) {
    std::vector<std::thread> threads;
    for (int thread = 0; thread < 8; ++thread)
        threads.emplace_back([&] {
            for (int file = 0; file < 20; ++file) store->put("papier " + std::to_string(file));
        });
    for (auto& thread : threads) thread.join();
    EXPECT_EQ(files(), 20u);
}

TEST_F(FolderStore, NoticesAChangedFile) {
    const auto hash = store->put("montant 100,00");
    const auto name = hash.text();
    std::ofstream(folder / name.substr(0, 2) / name.substr(2, 2) / name) << "montant 900,00";
    EXPECT_THROW(store->get(hash), FileStoreError);
    EXPECT_THROW(store->get(FileHash::of("jamais vu")), FileStoreError);
}

TEST_F(FolderStore, MendsAFileThatWasCutShort) {
    const auto hash = store->put("montant 100,00");
    const auto name = hash.text();
    fs::resize_file(folder / name.substr(0, 2) / name.substr(2, 2) / name, 3);
    store->put("montant 100,00");
    EXPECT_EQ(store->get(hash), "montant 100,00");
}

TEST(FileTypes, ComeFromTheBytes) {
    EXPECT_EQ(file_type("%PDF-1.7\n%âãÏÓ"), FileType::pdf);
    EXPECT_EQ(file_type("\r\n\r\n%PDF-1.4"), FileType::pdf);
    EXPECT_EQ(file_type("\x89PNG\r\n\x1a\n...."), FileType::png);
    EXPECT_EQ(file_type("\xFF\xD8\xFF\xE0..JFIF"), FileType::jpeg);
    EXPECT_EQ(file_type("II*\0\x08"s), FileType::tiff);
    EXPECT_EQ(file_type("MM\0*"s), FileType::tiff);
    EXPECT_EQ(file_type("\xEF\xBB\xBF<?xml version='1.0'?><Invoice/>"), FileType::xml);
    EXPECT_EQ(file_type("<rsm:CrossIndustryInvoice xmlns:rsm='x'/>"), FileType::xml);
    EXPECT_EQ(file_type("PK\x03\x04 a.txt"), FileType::zip);
    EXPECT_EQ(file_type("PK\x03\x04 [Content_Types].xml ... xl/workbook.xml"), FileType::xlsx);
    EXPECT_EQ(file_type("date;libell\xE9;montant\r\n"), FileType::text);
    EXPECT_EQ(file_type("<html><script>"), FileType::text);
    EXPECT_EQ(file_type("MZ\x90\0\x03"s), FileType::unknown);
    EXPECT_EQ(file_type(""), FileType::unknown);
    EXPECT_FALSE(may_be_shown(FileType::xml));
    EXPECT_EQ(extension(FileType::text), ".txt");
}

TEST(SignedLinks, OpenOneThingForAWhile) {
    const std::string secret(32, 's');
    const Timestamp now = *Timestamp::parse("2026-01-01T00:00:00Z");
    const auto token = sign_link(secret, "file A 1", now.plus_seconds(300));
    EXPECT_TRUE(link_is_valid(secret, "file A 1", token, now));
    EXPECT_TRUE(link_is_valid(secret, "file A 1", token, now.plus_seconds(299)));
    EXPECT_FALSE(link_is_valid(secret, "file A 1", token, now.plus_seconds(300))) << "expired";
    EXPECT_FALSE(link_is_valid(secret, "file A 2", token, now)) << "another file";
    EXPECT_FALSE(link_is_valid(std::string(32, 't'), "file A 1", token, now)) << "another installation";
    auto later = token;
    later[0] = '9';
    EXPECT_FALSE(link_is_valid(secret, "file A 1", later, now)) << "expiry moved";
    for (const auto* nonsense : {"", ".", "12", "12.", "x.y"})
        EXPECT_FALSE(link_is_valid(secret, "file A 1", nonsense, now));
}

TEST(VirusScan, BelievesTheExitCode) {
    using Verdict = ScanResult::Verdict;
    EXPECT_EQ(scan_file("", "x").verdict, Verdict::clean);
    EXPECT_EQ(scan_file("true", "x").verdict, Verdict::clean);
    EXPECT_EQ(scan_file("grep -c BIEN", "tout va BIEN").report, "1\n") << "the file is the standard input";
    EXPECT_EQ(scan_file("false", "x").verdict, Verdict::infected);
    EXPECT_EQ(scan_file("no-such-scanner --quiet", "x").verdict, Verdict::failed);
    EXPECT_EQ(scan_file("sleep 5", "x", std::chrono::milliseconds(100)).verdict, Verdict::failed);
}

TEST(VirusScan, OnlyCleanFilesAreKept) {
    const auto folder = std::filesystem::temp_directory_path() / ("daftar-scanned-" + std::to_string(getpid()));
    // `grep -qv` leaves with 1 when every line holds the word: the scanner of this test fears EICAR.
    const auto store = scanned_file_store(folder_file_store(folder), "grep -qv EICAR");
    EXPECT_EQ(store->get(store->put("facture")), "facture");
    try {
        store->put("EICAR");
        ADD_FAILURE() << "kept";
    } catch (const FileNotClean& refused) {
        EXPECT_TRUE(refused.infected);
    }
    EXPECT_FALSE(store->has(FileHash::of("EICAR")));
    try {
        scanned_file_store(folder_file_store(folder), "no-such-scanner")->put("facture");
        ADD_FAILURE() << "kept without being scanned";
    } catch (const FileNotClean& refused) {
        EXPECT_FALSE(refused.infected);
    }
    std::filesystem::remove_all(folder);
}

}  // namespace
}  // namespace daftar
