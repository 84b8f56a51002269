#include "core/http_conditions.hpp"

#include <gtest/gtest.h>

namespace daftar {
namespace {

TEST(ReadRange, FirstAndLastByteOfTen) {
    struct Case {
        const char* range;
        std::size_t first, last;
    };
    for (const auto& [range, first, last] :
         {Case{"bytes=0-0", 0, 0}, Case{"bytes=2-4", 2, 4}, Case{"bytes=7-", 7, 9}, Case{"bytes=-3", 7, 9},
          Case{"bytes=-99", 0, 9}, Case{"bytes=5-99", 5, 9}, Case{"bytes=0-99999999999999999999999", 0, 9}}) {
        const auto read = read_range(range, 10);
        ASSERT_EQ(read.kind, AskedRange::Kind::part) << range;
        EXPECT_EQ(read.bytes.first, first) << range;
        EXPECT_EQ(read.bytes.last, last) << range;
    }
    for (const auto* outside : {"bytes=10-", "bytes=10-12", "bytes=-0", "bytes=99999999999999999999999-"})
        EXPECT_EQ(read_range(outside, 10).kind, AskedRange::Kind::outside) << outside;
    EXPECT_EQ(read_range("bytes=0-", 0).kind, AskedRange::Kind::outside);
    for (const auto* ignored : {"", "bytes", "bytes=", "bytes=-", "bytes=4-2", "bytes=a-b", "bytes=1-2,4-5",
                                "lines=1-2", "bytes=1 -2", "bytes=+1-2", "bytes=1-2-3"})
        EXPECT_EQ(read_range(ignored, 10).kind, AskedRange::Kind::none) << ignored;
}

TEST(Conditions, ConcernOnlyWhatIsReadAndHasATag) {
    const auto answered = [](const char* method, int status, bool has_tag, bool may_be_cut) {
        Request asked;
        asked.method = method;
        asked.headers = {{"range", "bytes=0-1"}};
        Response response;
        response.status = status;
        response.body = "0123456789";
        if (has_tag) response.headers.emplace_back("ETag", "\"a\"");
        answer_conditions(asked, response, may_be_cut);
        return response.status;
    };
    EXPECT_EQ(answered("GET", 200, true, true), 206);
    EXPECT_EQ(answered("HEAD", 200, true, true), 200);
    EXPECT_EQ(answered("POST", 200, true, true), 200);
    EXPECT_EQ(answered("GET", 404, true, true), 404);
    EXPECT_EQ(answered("GET", 200, false, true), 200) << "without a tag the parts could be of two files";
    EXPECT_EQ(answered("GET", 200, true, false), 200) << "what is compressed is another text";
}

}  // namespace
}  // namespace daftar
