// Calendar dates and instants.
#pragma once
#include <chrono>
#include <compare>
#include <optional>
#include <string>
#include <string_view>

namespace daftar {

/// A day of the calendar, without time or zone; years 1900 to 2199.
struct Date {
    std::chrono::year_month_day day{std::chrono::year{1970}, std::chrono::January, std::chrono::day{1}};

    Date() = default;
    explicit Date(std::chrono::year_month_day value) : day(value) {}
    /// A bug when the day does not exist.
    Date(int year, unsigned month, unsigned day_of_month);
    /// Nothing when the day does not exist.
    static std::optional<Date> make(int year, unsigned month, unsigned day_of_month);
    /// Reads "2025-12-31" and nothing else.
    static std::optional<Date> parse(std::string_view text);

    int year() const { return static_cast<int>(day.year()); }
    unsigned month() const { return static_cast<unsigned>(day.month()); }
    unsigned day_of_month() const { return static_cast<unsigned>(day.day()); }
    /// "2025-12-31"
    std::string text() const;
    Date plus_days(int days) const;
    /// The same day some months later, or the last day of that month.
    Date plus_months(int months) const;
    Date end_of_month() const;
    friend auto operator<=>(const Date&, const Date&) = default;
    /// Days from `earlier` to `later`.
    friend int days_between(const Date& earlier, const Date& later);
};

/// "31/12/2025"
std::string french(const Date& date);

/// An instant, UTC, to the microsecond.
struct Timestamp {
    std::int64_t microseconds = 0;  ///< since 1970-01-01T00:00:00Z

    /// Reads "2025-12-31T23:59:59[.ffffff]Z" and PostgreSQL's "2025-12-31 23:59:59.1+00".
    static std::optional<Timestamp> parse(std::string_view text);
    static Timestamp now();
    /// "2025-12-31T23:59:59Z", with fraction only when there is one.
    std::string text() const;
    Date utc_date() const;
    Timestamp plus_seconds(std::int64_t seconds) const { return {microseconds + seconds * 1'000'000}; }
    friend auto operator<=>(const Timestamp&, const Timestamp&) = default;
};

}  // namespace daftar
