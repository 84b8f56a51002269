#include "core/date.hpp"

#include <cstdio>

#include "core/ensure.hpp"

namespace daftar {
namespace {

/// Reads exactly `count` digits at `at`; −1 when they are not there.
int digits(std::string_view text, std::size_t at, std::size_t count) {
    if (at + count > text.size()) return -1;
    int value = 0;
    for (std::size_t i = at; i < at + count; ++i) {
        if (text[i] < '0' || text[i] > '9') return -1;
        value = value * 10 + (text[i] - '0');
    }
    return value;
}

}  // namespace

Date::Date(int year, unsigned month, unsigned day_of_month) {
    const auto made = make(year, month, day_of_month);
    ensure(made.has_value(), "no such day");
    day = made->day;
}

std::optional<Date> Date::make(int year, unsigned month, unsigned day_of_month) {
    const std::chrono::year_month_day day{std::chrono::year{year}, std::chrono::month{month},
                                          std::chrono::day{day_of_month}};
    if (year < 1900 || year > 2199 || !day.ok()) return {};
    return Date(day);
}

std::optional<Date> Date::parse(std::string_view text) {
    if (text.size() != 10 || text[4] != '-' || text[7] != '-') return {};
    const int year = digits(text, 0, 4), month = digits(text, 5, 2), day = digits(text, 8, 2);
    if (year < 0 || month < 0 || day < 0) return {};
    return make(year, static_cast<unsigned>(month), static_cast<unsigned>(day));
}

std::string Date::text() const {
    char buffer[16];
    std::snprintf(buffer, sizeof buffer, "%04d-%02u-%02u", year(), month(), day_of_month());
    return buffer;
}

Date Date::plus_days(int days) const { return Date(std::chrono::sys_days(day) + std::chrono::days(days)); }

Date Date::plus_months(int months) const {
    auto moved = day + std::chrono::months(months);
    if (!moved.ok()) moved = moved.year() / moved.month() / std::chrono::last;
    return Date(moved);
}

Date Date::end_of_month() const {
    return Date(std::chrono::year_month_day(day.year() / day.month() / std::chrono::last));
}

int days_between(const Date& earlier, const Date& later) {
    return static_cast<int>((std::chrono::sys_days(later.day) - std::chrono::sys_days(earlier.day)).count());
}

std::string french(const Date& date) {
    char buffer[16];
    std::snprintf(buffer, sizeof buffer, "%02u/%02u/%04d", date.day_of_month(), date.month(), date.year());
    return buffer;
}

std::optional<Timestamp> Timestamp::parse(std::string_view text) {
    if (text.size() < 19 || (text[10] != 'T' && text[10] != ' ') || text[13] != ':' || text[16] != ':') return {};
    const auto date = Date::parse(text.substr(0, 10));
    const int hour = digits(text, 11, 2), minute = digits(text, 14, 2), second = digits(text, 17, 2);
    if (!date || hour < 0 || hour > 23 || minute < 0 || minute > 59 || second < 0 || second > 60) return {};
    std::int64_t fraction = 0;
    std::size_t at = 19;
    if (at < text.size() && text[at] == '.') {
        std::int64_t unit = 100'000;
        for (++at; at < text.size() && text[at] >= '0' && text[at] <= '9'; ++at, unit /= 10)
            fraction += (text[at] - '0') * unit;
    }
    const auto zone = text.substr(at);
    std::int64_t offset_minutes = 0;
    if (zone.size() >= 3 && (zone[0] == '+' || zone[0] == '-')) {
        const int hours = digits(zone, 1, 2), minutes = zone.size() >= 5 ? digits(zone, zone.size() - 2, 2) : 0;
        if (hours < 0 || minutes < 0) return {};
        offset_minutes = (zone[0] == '-' ? -1 : 1) * (hours * 60 + minutes);
    } else if (zone != "Z") {
        return {};
    }
    const std::int64_t days = std::chrono::sys_days(date->day).time_since_epoch().count();
    const std::int64_t seconds = days * 86'400 + hour * 3'600 + minute * 60 + second - offset_minutes * 60;
    return Timestamp{seconds * 1'000'000 + fraction};
}

Timestamp Timestamp::now() {
    using namespace std::chrono;
    return {duration_cast<std::chrono::microseconds>(system_clock::now().time_since_epoch()).count()};
}

Date Timestamp::utc_date() const {
    return Date(std::chrono::floor<std::chrono::days>(
        std::chrono::sys_time<std::chrono::microseconds>(std::chrono::microseconds(microseconds))));
}

std::string Timestamp::text() const {
    std::int64_t in_day = microseconds % 86'400'000'000;
    if (in_day < 0) in_day += 86'400'000'000;
    const auto seconds = in_day / 1'000'000, fraction = in_day % 1'000'000;
    char buffer[40];
    std::snprintf(buffer, sizeof buffer, "T%02d:%02d:%02d", static_cast<int>(seconds / 3600),
                  static_cast<int>(seconds / 60 % 60), static_cast<int>(seconds % 60));
    std::string result = utc_date().text() + buffer;
    if (fraction != 0) {
        std::snprintf(buffer, sizeof buffer, ".%06d", static_cast<int>(fraction));
        result += buffer;
    }
    return result + "Z";
}

}  // namespace daftar
