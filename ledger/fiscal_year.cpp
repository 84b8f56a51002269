#include "ledger/fiscal_year.hpp"

#include "ledger/fiscal_year.sql.hpp"

namespace daftar::ledger {
namespace {

constexpr std::ptrdiff_t open_years_max = 2;  // Moroccan avis CNC n° 24: at most two years open at once

struct YearNumber {
    std::int32_t year = 0;
};
BOOST_DESCRIBE_STRUCT(YearNumber, (), (year))

struct YearDetail {
    YearView year;
    std::vector<PeriodView> periods;
};
BOOST_DESCRIBE_STRUCT(YearDetail, (), (year, periods))

struct PeriodChange {
    Date start_date;
    PeriodStatus status = PeriodStatus::open;
};
BOOST_DESCRIBE_STRUCT(PeriodChange, (), (start_date, status))

Page<YearView> list_years(Context& context) { return {all_years(context), {}}; }

YearDetail get_year(Context& context, const YearNumber& key) {
    auto year = find_year(context, key.year);
    if (!year) throw Refused(Refusal::year_not_found);
    return {*year, context.rows<sql::list_periods>(context.organization(), key.year)};
}

Created<YearView> open_year_operation(Context& context, const YearNumber& key) {
    return {open_year(context, key.year)};
}

YearDetail change_period(Context& context, const PeriodChange& change) {
    lock_books(context);
    const auto year = year_of(context, change.start_date);
    if (!year) throw Refused(Refusal::year_not_found);
    if (year->status == YearStatus::closed) throw Refused(Refusal::year_closed);
    if (context.run<sql::set_period_status>(context.organization(), change.start_date, change.status) == 0)
        throw Refused(CommonRefusal::not_found);
    context.audit(change.status == PeriodStatus::locked ? "LOCK" : "UNLOCK", "Period", {},
                  Json::Object{{"start_date", change.start_date.text()}});
    return get_year(context, {year->year});
}

}  // namespace

std::vector<YearView> all_years(Context& context) { return context.rows<sql::list_years>(context.organization()); }

std::optional<YearView> find_year(Context& context, std::int32_t year) {
    for (auto& found : all_years(context))
        if (found.year == year) return found;
    return {};
}

std::optional<YearView> year_of(Context& context, const Date& date) {
    for (auto& found : all_years(context))
        if (found.start_date <= date && date <= found.end_date) return found;
    return {};
}

YearView open_year(Context& context, std::int32_t year) {
    if (year < 1950 || year > 2150) throw Refused(Refusal::year_not_contiguous);
    lock_books(context);
    const auto years = all_years(context);
    if (std::ranges::any_of(years, [&](const auto& other) { return other.year == year; }))
        throw Refused(Refusal::year_exists);
    if (!years.empty() && year != years.back().year + 1 && year != years.front().year - 1)
        throw Refused(Refusal::year_not_contiguous);
    if (std::ranges::count(years, YearStatus::open, &YearView::status) >= open_years_max)
        throw Refused(Refusal::too_many_open_years);
    const auto month = static_cast<unsigned>(context.one<sql::start_month>(context.organization()));
    const Date start(month == 1 ? year : year - 1, month, 1);
    const auto end = start.plus_months(12).plus_days(-1);
    const auto id = context.new_id<FiscalYear>();
    context.later<sql::insert_year>(context.organization(), id, year, start, end);
    context.later<sql::insert_periods>(context.organization(), id, start, end);
    context.audit("OPEN", "FiscalYear", id.value, Json::Object{{"year", year}});
    return {id, year, start, end, YearStatus::open, {}};
}

void lock_books(Context& context) { context.later<sql::lock_books>(context.organization()); }

void set_year_status(Context& context, std::int32_t year, YearStatus status) {
    if (context.run<sql::set_year_status>(context.organization(), year, status, context.principal().user) == 0)
        throw Refused(Refusal::year_not_found);
}

constexpr Route routes[] = {
    {"GET", "/api/v1/accounting/fiscal-years", "read_chart", operation<list_years>},
    {"GET", "/api/v1/accounting/fiscal-years/{year}", "read_chart", operation<get_year>},
    {"POST", "/api/v1/accounting/fiscal-years", "close_year", operation<open_year_operation>},
    {"PUT", "/api/v1/accounting/periods/{start_date}", "close_year", operation<change_period>},
};
const std::span<const Route> fiscal_year_routes = routes;

}  // namespace daftar::ledger
