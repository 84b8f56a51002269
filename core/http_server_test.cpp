// The front over real connections, with TLS and without.
#include "core/http_server.hpp"

#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <thread>

#include "core/http_socket.hpp"
#include "core/http_test_client.hpp"

namespace daftar {
namespace {

namespace fs = std::filesystem;
using namespace std::chrono_literals;

/// Answers GET with a file of ten bytes and its tag, and everything else with the length of what came.
Response answer(const Request& request) {
    Response response;
    response.content_type = "application/pdf";
    response.body = request.method == "GET" ? "0123456789" : std::to_string(request.body.size());
    if (request.method == "GET") response.headers.emplace_back("ETag", "\"ten\"");
    return response;
}

class Front : public ::testing::TestWithParam<bool> {
protected:
    void SetUp() override {
        fs::create_directories(folder_);
        HttpSettings settings;
        settings.port = 0;
        settings.workers = 2;
        if (GetParam()) {
            write_certificate("un", certificate(), key());
            settings.certificate_file = certificate();
            settings.key_file = key();
        }
        server_ = std::make_unique<HttpServer>(settings, HttpHandlers{answer, {}, {}});
    }
    void TearDown() override {
        server_.reset();
        fs::remove_all(folder_);
    }
    std::string certificate() const { return folder_ / "certificate.pem"; }
    std::string key() const { return folder_ / "key.pem"; }
    TestLine line() const { return TestLine(server_->port(), GetParam()); }
    std::string told(const std::string& bytes) const {
        auto to = line();
        to.send(bytes);
        return to.rest();
    }

    fs::path folder_ = fs::temp_directory_path() / ("daftar-front-" + std::to_string(getpid()));
    std::unique_ptr<HttpServer> server_;
};

std::string get(const std::string& headers = "Connection: close\r\n") {
    return "GET / HTTP/1.1\r\nHost: daftar\r\n" + headers + "\r\n";
}
int count(const std::string& text, const std::string& part) {
    int found = 0;
    for (auto at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) ++found;
    return found;
}

TEST_P(Front, AnswersWhatIsNoRequest) {
    const auto refused =
        told("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n");
    EXPECT_TRUE(refused.starts_with("HTTP/1.1 400 ")) << refused;
    EXPECT_NE(refused.find("malformed_request"), std::string::npos);
    EXPECT_TRUE(told("GET / HTTP/1.1\r\nHost: a\r\nX-A : b\r\n\r\n").starts_with("HTTP/1.1 400 "));
    EXPECT_TRUE(told("GET / HTTP/1.1\r\nConnection: close\r\n\r\n").starts_with("HTTP/1.1 400 ")) << "no Host";
    EXPECT_TRUE(told("GET / HTTP/7.3\r\nHost: a\r\nConnection: close\r\n\r\n").starts_with("HTTP/1.1 505 "));
    EXPECT_TRUE(told("GET / HTTP/1.0\r\n\r\n").starts_with("HTTP/1.1 200 ")) << "health checks have no Host";
}

TEST_P(Front, AnswersWhatCameBeforeGarbage) {
    const auto said = told(get("") + "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: x\r\n\r\n");
    EXPECT_TRUE(said.starts_with("HTTP/1.1 200 "));
    EXPECT_EQ(count(said, "HTTP/1.1 400 "), 1) << said;
}

TEST_P(Front, AnswersPipelinedRequestsInTheirOrder) {
    std::string all;
    for (int i = 0; i < 9; ++i) all += get("");
    EXPECT_EQ(count(told(all + get()), "HTTP/1.1 200 "), 10);
}

TEST_P(Front, SaysGoOnBeforeTheBody) {
    const std::string head =
        "POST / HTTP/1.1\r\nHost: daftar\r\nConnection: close\r\nContent-Length: 5\r\nexpect: 100-Continue\r\n\r\n";
    auto patient = line();
    patient.send(head);
    EXPECT_EQ(patient.some(), "HTTP/1.1 100 Continue\r\n\r\n");
    patient.send("hello");
    EXPECT_TRUE(patient.rest().starts_with("HTTP/1.1 200 "));
    EXPECT_TRUE(told(head + "hello").starts_with("HTTP/1.1 200 ")) << "the body is here already";
    EXPECT_TRUE(told(get("Expect: tea\r\nConnection: close\r\n")).starts_with("HTTP/1.1 417 "));
    auto old = line();
    old.send("POST / HTTP/1.0\r\nContent-Length: 5\r\nExpect: 100-continue\r\n\r\n");
    old.send("hello");
    EXPECT_TRUE(old.rest().starts_with("HTTP/1.1 200 ")) << "HTTP/1.0 knows no such answer";
}

TEST_P(Front, SendsAPartOfAFile) {
    const auto asked = [&](const std::string& headers) { return told(get("Connection: close\r\n" + headers)); };
    const auto whole = asked("");
    EXPECT_NE(whole.find("\r\nAccept-Ranges: bytes\r\n"), std::string::npos);
    EXPECT_NE(whole.find("\r\nDate: "), std::string::npos);
    const auto part = asked("Range: bytes=2-4\r\nIf-Range: \"ten\"\r\n");
    EXPECT_TRUE(part.starts_with("HTTP/1.1 206 Partial Content\r\n"));
    EXPECT_NE(part.find("\r\nContent-Range: bytes 2-4/10\r\n"), std::string::npos);
    EXPECT_TRUE(part.ends_with("\r\n\r\n234"));
    EXPECT_TRUE(asked("Range: bytes=2-4\r\nIf-Range: \"other\"\r\n").ends_with("\r\n\r\n0123456789"));
    const auto beyond = asked("Range: bytes=10-\r\n");
    EXPECT_TRUE(beyond.starts_with("HTTP/1.1 416 "));
    EXPECT_NE(beyond.find("\r\nContent-Range: bytes */10\r\n"), std::string::npos);
    EXPECT_TRUE(asked("If-None-Match: \"ten\"\r\nRange: bytes=2-4\r\n").starts_with("HTTP/1.1 304 "));
}

INSTANTIATE_TEST_SUITE_P(Plain, Front, ::testing::Values(false));
INSTANTIATE_TEST_SUITE_P(Tls, Front, ::testing::Values(true));

class TlsFront : public Front {};

TEST_P(TlsFront, TellsWhoSpeaksPlainly) {
    TestLine plain(server_->port(), false);
    plain.send(get());
    const auto said = plain.rest();
    EXPECT_TRUE(said.starts_with("HTTP/1.1 400 ")) << said;
    EXPECT_NE(said.find("tls_expected"), std::string::npos);
}

TEST_P(TlsFront, EndsAHandshakeThatLasts) {
    const auto patience = std::exchange(handshake_patience, 200ms);
    TestLine silent(server_->port(), false);
    EXPECT_EQ(silent.rest(), "");
    EXPECT_TRUE(silent.is_closed());
    handshake_patience = patience;
}

TEST_P(TlsFront, TakesARenewedCertificate) {
    auto kept = line();
    EXPECT_EQ(kept.certificate_name(), "un");
    write_certificate("deux", certificate(), folder_ / "key-of-another.pem");
    EXPECT_FALSE(server_->renew_certificate()) << "the key is not written yet";
    EXPECT_EQ(line().certificate_name(), "un");
    fs::rename(folder_ / "key-of-another.pem", key());
    std::this_thread::sleep_for(1'100ms);  // each handshake looks, once a second
    EXPECT_EQ(line().certificate_name(), "deux");
    EXPECT_TRUE(server_->renew_certificate());
    kept.send(get());
    EXPECT_TRUE(kept.rest().starts_with("HTTP/1.1 200 ")) << "a connection goes on with what it began with";
}

INSTANTIATE_TEST_SUITE_P(Tls, TlsFront, ::testing::Values(true));

}  // namespace
}  // namespace daftar
