#include "core/log.hpp"

#include <gtest/gtest.h>

#include "core/access_log.hpp"
#include "core/json.hpp"
#include "core/trace.hpp"

namespace daftar {
namespace {

using namespace std::chrono_literals;

TEST(Log, AJsonLineNamesTheRequestItsOrganizationAndItsUser) {
    const Traced traced("request_id", "abc");
    current_trace().user = *Uuid::parse("01900000-0000-7000-8000-000000000001");
    const auto text = log_text(LogFormat::json, "request", {{"status", std::int64_t{200}}, {"duration_ms", 3'214us}});
    EXPECT_EQ(text, R"("message":"request","status":200,"duration_ms":3.214,"request_id":"abc",)"
                    R"("user":"01900000-0000-7000-8000-000000000001")");
}

TEST(Log, NobodyWritesALineOfHisOwn) {
    const LogField nasty{"path", "/a\n{\"level\":\"error\"} b=\"c\"\x01\xff"};
    for (const auto format : {LogFormat::json, LogFormat::text}) {
        const auto text = log_text(format, "request", {nasty});
        EXPECT_EQ(text.find('\n'), std::string::npos) << text;
        EXPECT_EQ(text.find('\x01'), std::string::npos) << text;
    }
    EXPECT_TRUE(std::holds_alternative<Json>(parse_json("{" + log_text(LogFormat::json, "request", {nasty}) + "}")));
    EXPECT_EQ(log_text(LogFormat::text, "job", {{"kind", "audit_books"}, {"reason", ""}}), "job kind=audit_books")
        << "what is empty is left out";
}

TEST(Log, ATraceEndsWithItsRequest) {
    {
        const Traced traced("job_id", "1");
        note_round_trip(2ms, "");
        note_round_trip(3ms, "");
        EXPECT_EQ(current_trace().round_trips, 2);
        EXPECT_EQ(current_trace().database, 5ms);
    }
    EXPECT_EQ(current_trace().round_trips, 0);
    EXPECT_EQ(log_text(LogFormat::text, "idle", {}), "idle");
}

TEST(AccessLog, LevelFollowsTheStatusAndHealthChecksAreQuiet) {
    Request page, health;
    page.path = "/";
    health.path = "/health";
    const auto level = [](const Request& request, int status, std::chrono::microseconds duration = 1ms) {
        return level_of(request, {status, 0, duration});
    };
    EXPECT_EQ(level(page, 200), LogLevel::info);
    EXPECT_EQ(level(page, 404), LogLevel::warning);
    EXPECT_EQ(level(page, 500), LogLevel::error);
    EXPECT_EQ(level(page, 200, 2s), LogLevel::warning);
    EXPECT_EQ(level(health, 200), LogLevel::debug);
    EXPECT_EQ(level(health, 503), LogLevel::error);
}

}  // namespace
}  // namespace daftar
