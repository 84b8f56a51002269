#include <gtest/gtest.h>

#include "core/files.hpp"
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
