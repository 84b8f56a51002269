// Aged balance of owners or suppliers: what is open, by how long it is overdue.
#pragma once
#include "core/operation.hpp"

namespace daftar::accounting {

enum class AgedKind { owners, suppliers };
BOOST_DESCRIBE_ENUM(AgedKind, owners, suppliers)

struct AgedRequest {
    AgedKind kind = AgedKind::owners;
    std::optional<Date> date;  ///< today when absent
};
BOOST_DESCRIBE_STRUCT(AgedRequest, (), (kind, date))

/// Positive: owed by an owner, or to a supplier. total = the five parts; `other` is what the account holds beside its
/// open items (balances brought forward, a distributed result), so that balance = total + other.
struct AgedAmounts {
    Money not_due, days_1_30, days_31_60, days_61_90, over_90, total, other, balance;
};
BOOST_DESCRIBE_STRUCT(AgedAmounts, (), (not_due, days_1_30, days_31_60, days_61_90, over_90, total, other, balance))

struct AgedRow {
    std::string account_code;
    std::optional<std::string> auxiliary_code, auxiliary_name;
    std::optional<Date> oldest_due_date;
    AgedAmounts amounts;
    std::string link;
};
BOOST_DESCRIBE_STRUCT(AgedRow, (), (account_code, auxiliary_code, auxiliary_name, oldest_due_date, amounts, link))

struct AgedBalance {
    AgedKind kind = AgedKind::owners;
    Date date;
    std::vector<AgedRow> rows;
    AgedAmounts totals;
};
BOOST_DESCRIBE_STRUCT(AgedBalance, (), (kind, date, rows, totals))

/// As it stood on that day: items posted and settled later do not count.
AgedBalance aged_balance(Context& context, const AgedRequest& request);

extern const std::span<const Route> aged_balance_routes;
/// The same on paper and as a workbook.
extern const std::span<const Route> aged_balance_paper_routes;

}  // namespace daftar::accounting
