// The log, on standard error: one line an event, for a person (text) or for a machine (JSON).
#pragma once
#include <chrono>
#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>
#include <variant>

namespace daftar {

enum class LogFormat { text, json };
enum class LogLevel { debug, info, warning, error };

struct LogSettings {
    LogFormat format = LogFormat::text;
    LogLevel from = LogLevel::info;
    std::chrono::milliseconds slow_query{200};  ///< what the database takes longer for is logged
};

/// A named value. Never a token, a password or a body: whoever logs chooses what is said.
struct LogField {
    std::string_view name;
    std::variant<std::string, std::int64_t, std::chrono::microseconds> value;  ///< a duration is written in ms
};

/// To be called before any thread starts. Without it, text from level info on.
void start_log(const LogSettings& settings);
/// On a terminal text, and only what asks for attention, so that the address and the sign-ins stay in sight; elsewhere
/// JSON of everything.
LogSettings usual_log_settings();
/// Adds the request or job of this thread, its organization and its user. One write a line.
void log_line(LogLevel level, std::string_view message, std::initializer_list<LogField> fields = {});
/// What `log_line` writes after time and level: members of a JSON object, or « message name=value … ».
std::string log_text(LogFormat format, std::string_view message, std::initializer_list<LogField> fields);

/// Counts a round trip of this thread to the database; a slow one is logged by the names of its statements, never by
/// their values.
void note_round_trip(std::chrono::microseconds duration, std::string_view statements);
std::chrono::milliseconds slow_query_limit();

}  // namespace daftar
