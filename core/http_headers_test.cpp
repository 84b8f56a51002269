#include "core/http_headers.hpp"

#include <gtest/gtest.h>

#include "core/connection_limit.hpp"
#include "core/http_socket.hpp"

namespace daftar {
namespace {

TEST(ClientAddress, OnlyAProxyOfOursIsBelieved) {
    const std::vector<std::string> proxies = {"10.0.0.1", "10.0.0.2"};
    const auto address = [&](const char* peer, const char* forwarded) {
        return client_address(peer, forwarded, proxies);
    };
    EXPECT_EQ(address("203.0.113.9", "198.51.100.7"), "203.0.113.9") << "a stranger names whom he likes";
    EXPECT_EQ(address("10.0.0.1", "198.51.100.7"), "198.51.100.7");
    EXPECT_EQ(address("10.0.0.1", "1.2.3.4, 198.51.100.7"), "198.51.100.7") << "what stands before is not checked";
    EXPECT_EQ(address("10.0.0.1", "1.2.3.4,198.51.100.7 , 10.0.0.2"), "198.51.100.7");
    EXPECT_EQ(address("10.0.0.1", "2001:db8::1"), "2001:db8::1");
    for (const auto* nothing : {"", " , ", "unknown", "198.51.100.7:443", "<script>"})
        EXPECT_EQ(address("10.0.0.1", nothing), "10.0.0.1") << nothing;
}

TEST(AcceptsGzip, NamedAndNotRefused) {
    for (const auto* yes : {"gzip", "deflate, gzip", "br;q=1.0, gzip;q=0.8", "*", "gzip;q=0.001"})
        EXPECT_TRUE(accepts_gzip(yes)) << yes;
    for (const auto* no : {"", "identity", "br", "gzip;q=0", "gzip; q=0.000", "xgzip"})
        EXPECT_FALSE(accepts_gzip(no)) << no;
}

TEST(NamesTag, ListsWeakTagsAndAll) {
    for (const auto* yes : {R"("a")", R"(W/"a")", R"("b", "a")", "*"}) EXPECT_TRUE(names_tag(yes, R"("a")")) << yes;
    for (const auto* no : {"", "a", R"("ab")", R"("b", W/"c")"}) EXPECT_FALSE(names_tag(no, R"("a")")) << no;
}

TEST(NamesStrongTag, ListsAndAllButNoWeakTag) {
    for (const auto* yes : {R"("a")", R"("b", "a")", "*"}) EXPECT_TRUE(names_strong_tag(yes, R"("a")")) << yes;
    for (const auto* no : {"", "a", R"(W/"a")", R"("ab")"}) EXPECT_FALSE(names_strong_tag(no, R"("a")")) << no;
}

TEST(ParserErrors, AreAnsweredByTheirKind) {
    const auto answer = [](const char* name) {
        return answer_to_parser_error("[connection:7] parser error " + std::string(name) + ": what it says");
    };
    EXPECT_TRUE(answer("HPE_UNEXPECTED_CONTENT_LENGTH").starts_with("HTTP/1.1 400 Bad Request\r\n"));
    EXPECT_TRUE(answer("HPE_INVALID_METHOD").starts_with("HTTP/1.1 405 "));
    EXPECT_NE(answer("HPE_INVALID_METHOD").find("\r\nAllow: GET, HEAD"), std::string::npos);
    EXPECT_TRUE(answer("HPE_HEADER_OVERFLOW").starts_with("HTTP/1.1 431 "));
    EXPECT_TRUE(answer("HPE_CB_url").starts_with("HTTP/1.1 414 "));
    EXPECT_TRUE(answer("HPE_SOMETHING_NEW").starts_with("HTTP/1.1 400 "));
    EXPECT_NE(answer("HPE_CB_url").find("\r\nConnection: close\r\n"), std::string::npos);
    EXPECT_EQ(answer_to_parser_error("[connection:7] handle_current_write_ctx failed: x"), "");
}

TEST(Pace, ASlowLineIsServedAndADribbleIsNot) {
    const auto start = Pace::Clock::now();
    const auto at = [&](int seconds) { return start + std::chrono::seconds(seconds); };
    Pace slow_line;
    for (int second = 0; second < 60; ++second) EXPECT_TRUE(slow_line.keeps_up(2'000, at(second))) << second;
    Pace dribble;
    EXPECT_TRUE(dribble.keeps_up(1, at(0)));
    EXPECT_TRUE(dribble.keeps_up(1, at(15)));
    EXPECT_FALSE(dribble.keeps_up(1, at(16)));
    Pace two_requests;
    EXPECT_TRUE(two_requests.keeps_up(300, at(0)));
    two_requests.restart();
    EXPECT_TRUE(two_requests.keeps_up(300, at(50)));
}

TEST(ConnectionLimit, OneAddressDoesNotShutOutTheOthers) {
    ConnectionLimit limit({5, 2}, {"10.0.0.1"});
    EXPECT_TRUE(limit.open("203.0.113.9"));
    EXPECT_TRUE(limit.open("203.0.113.9"));
    EXPECT_FALSE(limit.open("203.0.113.9"));
    EXPECT_TRUE(limit.open("198.51.100.7"));
    limit.close("203.0.113.9");
    EXPECT_TRUE(limit.open("203.0.113.9"));
    EXPECT_TRUE(limit.open("10.0.0.1")) << "a proxy speaks for many";
    EXPECT_TRUE(limit.open("10.0.0.1"));
    EXPECT_FALSE(limit.open("127.0.0.1")) << "five are open";
    limit.close("198.51.100.99");
    EXPECT_EQ(limit.count(), 5U);
}

}  // namespace
}  // namespace daftar
