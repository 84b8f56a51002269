#include "ledger/fiscal_year.hpp"

#include "ledger/fiscal_year.sql.hpp"

namespace daftar::ledger {
namespace {

constexpr std::ptrdiff_t open_years_max = 2;  // Moroccan avis CNC n° 24: at most two years open at once

constexpr int year_months_max = 24;  // the longest first or transition year that the laws we know allow

struct YearNumber {
    std::int32_t year = 0;
};
BOOST_DESCRIBE_STRUCT(YearNumber, (), (year))

/// Twelve months from where the year before ends, unless its end says otherwise (a first year of eighteen months, a
/// short year that changes the month of closing).
struct NewYear {
    std::int32_t year = 0;
    std::optional<Date> start_date;  ///< of a first year only; the others begin where the year before ends
    std::optional<Date> end_date;    ///< the last day of a month

    std::optional<Problem> broken_rule() const {
        if (year < 1950 || year > 2150)
            return Problem{"year", "out_of_range", "Une année à quatre chiffres est attendue."};
        if (start_date && start_date->day_of_month() != 1)
            return Problem{"start_date", "must_start_a_month", "Un exercice commence le premier jour d'un mois."};
        if (end_date && end_date->end_of_month() != *end_date)
            return Problem{"end_date", "must_end_a_month", "Un exercice finit le dernier jour d'un mois."};
        return {};
    }
};
BOOST_DESCRIBE_STRUCT(NewYear, (), (year, start_date, end_date))

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

void refuse_wrong_span(std::int32_t year, const Date& start, const Date& end) {
    if (end < start || end > start.plus_months(year_months_max).plus_days(-1))
        throw Refused(
            Refusal::year_not_contiguous, "Un exercice dure de 1 à " + std::to_string(year_months_max) + " mois.",
            {{"end_date", "out_of_range", "Un exercice dure de 1 à " + std::to_string(year_months_max) + " mois."}});
    if (year < start.year() || year > end.year())
        throw Refused(
            Refusal::year_not_contiguous, "",
            {{"year", "not_of_these_dates", "Le millésime est l'une des années civiles que l'exercice touche."}});
}

YearView open_year_between(Context& context, std::int32_t year, const Date& start, const Date& end) {
    refuse_wrong_span(year, start, end);
    const auto id = context.new_id<FiscalYear>();
    context.later<sql::insert_year>(context.organization(), id, year, start, end);
    context.later<sql::insert_periods>(context.organization(), id, start, end);
    context.audit("OPEN", "FiscalYear", id.value,
                  Json::Object{{"year", year}, {"start_date", start.text()}, {"end_date", end.text()}});
    return {id, year, start, end, YearStatus::open, {}};
}

/// The years that stand, once a new one may join them.
std::vector<YearView> years_before_opening(Context& context, std::int32_t year) {
    lock_books(context);
    auto years = all_years(context);
    if (std::ranges::any_of(years, [&](const auto& other) { return other.year == year; }))
        throw Refused(Refusal::year_exists);
    if (!years.empty() && year != years.back().year + 1 && year != years.front().year - 1)
        throw Refused(Refusal::year_not_contiguous);
    if (std::ranges::count(years, YearStatus::open, &YearView::status) >= open_years_max)
        throw Refused(Refusal::too_many_open_years);
    return years;
}

/// Where a year begins and ends when nobody says otherwise: after the last, before the first, or by the
/// organization's first month.
std::pair<Date, Date> usual_dates(Context& context, std::int32_t year, const std::vector<YearView>& years) {
    if (!years.empty() && year > years.back().year) {
        const auto start = years.back().end_date.plus_days(1);
        return {start, start.plus_months(12).plus_days(-1)};
    }
    if (!years.empty()) {
        const auto end = years.front().start_date.plus_days(-1);
        return {end.plus_days(1).plus_months(-12), end};
    }
    const auto month = static_cast<unsigned>(context.one<sql::start_month>(context.organization()));
    const Date start(month == 1 ? year : year - 1, month, 1);
    return {start, start.plus_months(12).plus_days(-1)};
}

Created<YearView> open_year_operation(Context& context, const NewYear& request) {
    const auto years = years_before_opening(context, request.year);
    auto [start, end] = usual_dates(context, request.year, years);
    const bool is_last = years.empty() || request.year > years.back().year;
    if (request.start_date && !years.empty() && *request.start_date != start)
        if (is_last || request.start_date > end)
            throw Refused(Refusal::year_not_contiguous, "",
                          {{"start_date", "not_contiguous",
                            is_last ? "L'exercice commence le " + french(start) + ", où finit le précédent."
                                    : "L'exercice finit le " + french(end) + "."}});
    if (request.end_date && !is_last && *request.end_date != end)
        throw Refused(
            Refusal::year_not_contiguous, "",
            {{"end_date", "not_contiguous", "L'exercice finit le " + french(end) + ", où commence le suivant."}});
    if (request.start_date) {
        start = *request.start_date;
        if (years.empty() && !request.end_date) end = start.plus_months(12).plus_days(-1);
    }
    if (request.end_date) end = *request.end_date;
    return {open_year_between(context, request.year, start, end)};
}

/// Longer, shorter or shifted, as the meeting decided: the first year moves its start, the last its end, and no entry
/// may be left outside.
YearDetail change_year(Context& context, const NewYear& request) {
    lock_books(context);
    const auto years = all_years(context);
    const auto year = std::ranges::find(years, request.year, &YearView::year);
    if (year == years.end()) throw Refused(Refusal::year_not_found);
    if (year->status == YearStatus::closed) throw Refused(Refusal::year_closed);
    const auto start = request.start_date.value_or(year->start_date), end = request.end_date.value_or(year->end_date);
    if (start != year->start_date && year != years.begin())
        throw Refused(Refusal::year_not_contiguous, "",
                      {{"start_date", "not_contiguous", "Un autre exercice précède celui-ci."}});
    if (end != year->end_date && year + 1 != years.end())
        throw Refused(Refusal::year_not_contiguous, "",
                      {{"end_date", "not_contiguous", "Un autre exercice suit celui-ci."}});
    refuse_wrong_span(request.year, start, end);
    const auto outside = context.one<sql::entries_outside>(context.organization(), request.year, start, end);
    if (outside > 0)
        throw Refused(Refusal::year_not_contiguous,
                      std::to_string(outside) + " écriture(s) seraient hors de l'exercice.",
                      {{"end_date", "entries_outside", "Des écritures sont datées hors de ces limites."}});
    context.later<sql::set_year_dates>(context.organization(), year->id, start, end);
    context.later<sql::delete_periods_outside>(context.organization(), year->id, start, end);
    context.later<sql::insert_periods>(context.organization(), year->id, start, end);
    context.audit("UPDATE", "FiscalYear", year->id.value,
                  Json::Object{{"year", request.year},
                               {"before", year->start_date.text() + " – " + year->end_date.text()},
                               {"after", start.text() + " – " + end.text()}});
    return get_year(context, {request.year});
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
    const auto years = years_before_opening(context, year);
    const auto [start, end] = usual_dates(context, year, years);
    return open_year_between(context, year, start, end);
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
    {"PUT", "/api/v1/accounting/fiscal-years/{year}", "close_year", operation<change_year>},
    {"PUT", "/api/v1/accounting/periods/{start_date}", "close_year", operation<change_period>},
};
const std::span<const Route> fiscal_year_routes = routes;

}  // namespace daftar::ledger
