// What looks wrong in the books, with the rows and a way to say that it is not.
#pragma once
#include "core/operation.hpp"
#include "modules/accounting/refusal.hpp"

namespace daftar::accounting {

enum class AnomalyType {
    UnbalancedEntry,  ///< a draft (an import) whose debits are not its credits
    MissingVAT,       ///< an invoice with a line that shows no VAT
    FutureDate,
    DuplicateInvoice,  ///< same supplier and total within ten days, unless it is a price billed every week
    MissingDocument,   ///< an invoice without its paper
    GapInNumbers,
    RoundAmount,    ///< a manual entry of a round thousand
    WeekendEntry,   ///< a manual entry dated on a Saturday or Sunday that ends no month
    UnusualAmount,  ///< far from what this supplier usually bills
    PaymentWithoutInvoice,
    SuspenseNotCleared
};
BOOST_DESCRIBE_ENUM(AnomalyType, UnbalancedEntry, MissingVAT, FutureDate, DuplicateInvoice, MissingDocument,
                    GapInNumbers, RoundAmount, WeekendEntry, UnusualAmount, PaymentWithoutInvoice, SuspenseNotCleared)

enum class AnomalySeverity { LOW, MEDIUM, HIGH };
BOOST_DESCRIBE_ENUM(AnomalySeverity, LOW, MEDIUM, HIGH)

struct Anomaly {
    AnomalyType type = AnomalyType::UnbalancedEntry;
    AnomalySeverity severity = AnomalySeverity::LOW;
    std::optional<Uuid> entry_id, expense_id, draft_id;
    std::string description;  ///< French, with the figures
    std::string key;          ///< names the anomaly when it is dismissed
    std::optional<Date> date;
    std::optional<std::string> dismissed_reason;
    std::string link;  ///< the query that opens the rows
};
BOOST_DESCRIBE_STRUCT(Anomaly, (),
                      (type, severity, entry_id, expense_id, draft_id, description, key, date, dismissed_reason, link))

struct AnomalyRequest {
    std::optional<AnomalyType> type;
    std::optional<bool> include_dismissed;
};
BOOST_DESCRIBE_STRUCT(AnomalyRequest, (), (type, include_dismissed))

struct AnomalyReport {
    std::vector<Anomaly> anomalies;  ///< gravest first, at most `limit` of a type
    std::vector<AnomalyType> cut;    ///< types of which there are more
    std::int32_t limit = 0;
};
BOOST_DESCRIBE_STRUCT(AnomalyReport, (), (anomalies, cut, limit))

AnomalyReport find_anomalies(Context& context, const AnomalyRequest& request);

/// Which of the amounts stand out: modified z-score |x − median| × 0.6745 / MAD above 3.5 (Iglewicz and Hoaglin, 1993),
/// among at least six. When more than half are equal (MAD 0), those more than half the median away from it.
std::vector<bool> unusual(const std::vector<std::int64_t>& amounts);

extern const std::span<const Route> anomaly_routes;

}  // namespace daftar::accounting
