// Fiscal years and their monthly periods.
#pragma once
#include "core/operation.hpp"
#include "ledger/types.hpp"

namespace daftar::ledger {

struct FiscalYear;

enum class YearStatus { open, closed };
BOOST_DESCRIBE_ENUM(YearStatus, open, closed)
enum class PeriodStatus { open, locked };
BOOST_DESCRIBE_ENUM(PeriodStatus, open, locked)

struct PeriodView {
    Date start_date, end_date;
    PeriodStatus status = PeriodStatus::open;
};
BOOST_DESCRIBE_STRUCT(PeriodView, (), (start_date, end_date, status))

struct YearView {
    Id<FiscalYear> id;
    std::int32_t year = 0;  ///< the calendar year in which it ends
    Date start_date, end_date;
    YearStatus status = YearStatus::open;
    std::optional<Timestamp> closed_at;
};
BOOST_DESCRIBE_STRUCT(YearView, (), (id, year, start_date, end_date, status, closed_at))

/// The year of that number; nothing when there is none.
std::optional<YearView> find_year(Context& context, std::int32_t year);
/// The year that contains a day; nothing when there is none.
std::optional<YearView> year_of(Context& context, const Date& date);
/// Every year, oldest first.
std::vector<YearView> all_years(Context& context);
/// Opens a year with its twelve periods. Refuses a gap after the years that exist and a third open year.
YearView open_year(Context& context, std::int32_t year);
/// Holds the books alone until the end of the transaction: no posting runs beside a closing or a locking.
void lock_books(Context& context);
/// Marks a year closed or open again; only closing and reopening call it, after `lock_books`.
void set_year_status(Context& context, std::int32_t year, YearStatus status);

extern const std::span<const Route> fiscal_year_routes;

}  // namespace daftar::ledger
