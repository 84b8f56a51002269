#include <gtest/gtest.h>

#include <fstream>

#include "core/files_s3.hpp"
#include "tests/doubles/outside.hpp"

namespace daftar {
namespace {

TEST(S3FileStore, KeepsPapersInABucket) {
    const OutsideWorld world;
    if (!world.is_there()) GTEST_SKIP() << "tests/doubles is not installed";
    const auto store = s3_file_store(
        {.endpoint = world.s3(), .bucket = "papers", .access_key = "S3RVER", .secret_key = "S3RVER", .prefix = "a/"});
    const std::string content(200'000, '\xE9');
    EXPECT_FALSE(store->has(FileHash::of(content)));
    const auto hash = store->put(content);
    EXPECT_EQ(store->put(content), hash);
    EXPECT_TRUE(store->has(hash));
    EXPECT_EQ(store->get(hash), content);
    EXPECT_EQ(store->get(store->put("")), "");
    EXPECT_THROW(store->get(FileHash::of("jamais vu")), FileStoreError);
    store->remove(hash);
    store->remove(hash);
    EXPECT_FALSE(store->has(hash));
}

TEST(S3FileStore, ALargeFileArrivesInPiecesOrNotAtAll) {
    const OutsideWorld world;
    if (!world.is_there()) GTEST_SKIP() << "tests/doubles is not installed";
    const S3Settings bucket{
        .endpoint = world.s3(), .bucket = "papers", .access_key = "S3RVER", .secret_key = "S3RVER", .prefix = "b/"};
    const auto file = std::filesystem::temp_directory_path() / ("daftar-fetched-" + std::to_string(getpid()));
    const std::string content(3'000'000, '\x07');
    fetch_from_s3(bucket, s3_file_store(bucket)->put(content), file);
    EXPECT_EQ(std::filesystem::file_size(file), content.size());
    std::ifstream in(file, std::ios::binary);
    EXPECT_EQ(std::string(std::istreambuf_iterator<char>(in), {}), content);
    std::filesystem::remove(file);
    EXPECT_THROW(fetch_from_s3(bucket, FileHash::of("jamais vu"), file), FileStoreError);
    EXPECT_FALSE(std::filesystem::exists(file));
    EXPECT_FALSE(std::filesystem::exists(file.string() + ".part"));
}

TEST(S3FileStore, PapersOfTheFolderAreStillReadAfterTheMove) {
    const OutsideWorld world;
    if (!world.is_there()) GTEST_SKIP() << "tests/doubles is not installed";
    const auto folder = std::filesystem::temp_directory_path() / ("daftar-moved-" + std::to_string(getpid()));
    const auto old = folder_file_store(folder)->put("ancien papier");
    const S3Settings bucket{
        .endpoint = world.s3(), .bucket = "papers", .access_key = "S3RVER", .secret_key = "S3RVER", .prefix = "m/"};
    const auto store = moved_file_store(s3_file_store(bucket), folder_file_store(folder));
    const auto fresh = store->put("nouveau papier");
    EXPECT_EQ(store->get(old), "ancien papier");
    EXPECT_EQ(store->get(fresh), "nouveau papier");
    EXPECT_TRUE(s3_file_store(bucket)->has(fresh));
    EXPECT_FALSE(folder_file_store(folder)->has(fresh));
    store->remove(old);
    EXPECT_FALSE(store->has(old));
    std::filesystem::remove_all(folder);
}

TEST(S3FileStore, AWrongKeyIsRefused) {
    const OutsideWorld world;
    if (!world.is_there()) GTEST_SKIP() << "tests/doubles is not installed";
    const auto store =
        s3_file_store({.endpoint = world.s3(), .bucket = "papers", .access_key = "S3RVER", .secret_key = "wrong"});
    EXPECT_THROW(store->put("facture"), FileStoreError);
}

TEST(S3FileStore, NobodyThereIsSaid) {
    const auto store =
        s3_file_store({.endpoint = "http://127.0.0.1:1", .bucket = "papers", .access_key = "a", .secret_key = "b"});
    EXPECT_THROW(store->put("facture"), FileStoreError);
}

}  // namespace
}  // namespace daftar
