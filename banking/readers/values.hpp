// Dates and amounts as banks write them.
#pragma once
#include <optional>
#include <string_view>
#include <vector>

#include "core/date.hpp"
#include "core/decimal.hpp"

namespace daftar::banking {

/// Largest magnitude a movement or balance may have; sums of a whole file then stay exact.
inline constexpr std::int64_t amount_magnitude_max = 100'000'000'000;
/// Digits after the decimal point, trailing zeros aside: no currency of the books has more.
inline constexpr int amount_decimals_max = 3;

enum class DecimalMark { comma, point };

/// The decimal mark that a column of amounts uses: the last mark where both appear, or a mark followed by other than
/// three digits. Nothing when every value leaves it open ("1.200").
std::optional<DecimalMark> decimal_mark_of(const std::vector<std::string_view>& amounts);

/// "1 234,56", "-1.234,56", "1,234.56 DH", "(12,00)", "12,00-", "+5", "1'234.50", "€ 12,00". Nothing when it is not one
/// amount or is out of range. The other mark is taken for grouping only where it stands before three digits.
std::optional<Decimal> amount_from(std::string_view text, DecimalMark mark);

/// Digits with a decimal comma or point and nothing else, as in MT940: "12,", "0,5", ",50", "1234".
std::optional<Decimal> plain_amount(std::string_view text);

/// `digits` as a number of 10^-decimals units, as in CODA and CFONB.
std::optional<Decimal> implied_amount(std::string_view digits, int decimals);

enum class DateOrder { day_month_year, month_day_year, year_month_day };

/// The order of a column of dates; day first when every date allows both. Nothing when none fits them all.
std::optional<DateOrder> date_order_of(const std::vector<std::string_view>& dates);

/// "31/12/2025", "31-12-25", "2025.12.31", "31/12/2025 14:05", "20251231", "12 mars 2025", "3/ 3'10".
std::optional<Date> date_from(std::string_view text, DateOrder order);

/// DDMMYY, as in CODA and CFONB.
std::optional<Date> date_ddmmyy(std::string_view digits);
/// YYMMDD, as in MT940. With `clamp`, 30 February of the 30-day bank month is the last day of February.
std::optional<Date> date_yymmdd(std::string_view digits, bool clamp);
/// "20251231…" or "2025-12-31…": the day of a longer time stamp.
std::optional<Date> date_prefix(std::string_view text);

bool is_all_digits(std::string_view text);

}  // namespace daftar::banking
