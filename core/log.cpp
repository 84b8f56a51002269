#include "core/log.hpp"

#include <spdlog/sinks/stdout_color_sinks.h>
#include <spdlog/spdlog.h>
#include <unistd.h>

#include <algorithm>

#include "core/json.hpp"
#include "core/trace.hpp"

namespace daftar {
namespace {

LogSettings& settings_in_use() {
    static LogSettings settings;
    return settings;
}

spdlog::level::level_enum level_of(LogLevel level) {
    switch (level) {
        case LogLevel::debug:
            return spdlog::level::debug;
        case LogLevel::info:
            return spdlog::level::info;
        case LogLevel::warning:
            return spdlog::level::warn;
        case LogLevel::error:
            break;
    }
    return spdlog::level::err;
}

/// A duration as milliseconds with three decimals.
std::string milliseconds(std::chrono::microseconds duration) {
    const auto count = std::max<std::int64_t>(duration.count(), 0);
    return std::to_string(count / 1000) + "." + std::to_string(1000 + count % 1000).substr(1);
}

void write_text(std::string_view value, std::string& out) {
    const bool plain = !value.empty() && std::ranges::all_of(value, [](char c) {
        return c > ' ' && c < '\x7f' && c != '"' && c != '\\' && c != '=';
    });
    if (plain)
        out += value;
    else
        write_json_string(value, out);  // nobody writes a line of his own into the log
}

void write_field(LogFormat format, std::string_view name, const LogField& field, std::string& out) {
    if (const auto* text = std::get_if<std::string>(&field.value); text && text->empty()) return;
    if (format == LogFormat::json) {
        out += ",\"";
        out += name;
        out += "\":";
    } else {
        out += ' ';
        out += name;
        out += '=';
    }
    if (const auto* number = std::get_if<std::int64_t>(&field.value))
        out += std::to_string(*number);
    else if (const auto* duration = std::get_if<std::chrono::microseconds>(&field.value))
        out += milliseconds(*duration);
    else if (format == LogFormat::json)
        write_json_string(std::get<std::string>(field.value), out);
    else
        write_text(std::get<std::string>(field.value), out);
}

}  // namespace

std::string log_text(LogFormat format, std::string_view message, std::initializer_list<LogField> fields) {
    std::string out;
    out.reserve(256);
    if (format == LogFormat::json) {
        out += "\"message\":";
        write_json_string(message, out);
    } else {
        out += message;
    }
    for (const auto& field : fields) write_field(format, field.name, field, out);
    const auto& trace = current_trace();
    if (!trace.kind.empty()) write_field(format, trace.kind, {{}, trace.id}, out);
    if (!trace.organization.is_nil()) write_field(format, "organization", {{}, trace.organization.text()}, out);
    if (!trace.user.is_nil()) write_field(format, "user", {{}, trace.user.text()}, out);
    return out;
}

LogSettings usual_log_settings() {
    if (isatty(STDERR_FILENO))
        return {.format = LogFormat::text, .from = LogLevel::warning, .slow_query = LogSettings().slow_query};
    return {.format = LogFormat::json, .from = LogLevel::info, .slow_query = LogSettings().slow_query};
}

void start_log(const LogSettings& settings) {
    settings_in_use() = settings;
    auto logger = std::make_shared<spdlog::logger>("daftar", std::make_shared<spdlog::sinks::stderr_color_sink_mt>());
    logger->set_level(level_of(settings.from));
    if (settings.format == LogFormat::json)
        logger->set_pattern(R"({"time":"%Y-%m-%dT%H:%M:%S.%fZ","level":"%l",%v})", spdlog::pattern_time_type::utc);
    else
        logger->set_pattern("%H:%M:%S.%e %^%-7l%$ %v");
    spdlog::set_default_logger(std::move(logger));
}

void log_line(LogLevel level, std::string_view message, std::initializer_list<LogField> fields) {
    auto* logger = spdlog::default_logger_raw();
    if (!logger->should_log(level_of(level))) return;
    const auto text = log_text(settings_in_use().format, message, fields);
    logger->log(level_of(level), spdlog::string_view_t(text.data(), text.size()));
}

std::chrono::milliseconds slow_query_limit() { return settings_in_use().slow_query; }

void note_round_trip(std::chrono::microseconds duration, std::string_view statements) {
    auto& trace = current_trace();
    ++trace.round_trips;
    trace.database += duration;
    if (duration >= slow_query_limit())
        log_line(LogLevel::warning, "slow query", {{"statements", std::string(statements)}, {"duration_ms", duration}});
}

}  // namespace daftar
