#include "modules/accounting/anomaly.hpp"

#include <map>

#include "modules/accounting/anomaly.sql.hpp"

namespace daftar::accounting {

struct AnomalyRow {
    std::string subject;
    std::optional<Uuid> entry_id, expense_id, draft_id;
    std::optional<Date> date;
    Money amount, other;
    std::string label;
};
BOOST_DESCRIBE_STRUCT(AnomalyRow, (), (subject, entry_id, expense_id, draft_id, date, amount, other, label))

struct Dismissal {
    std::string anomaly, reason;
};
BOOST_DESCRIBE_STRUCT(Dismissal, (), (anomaly, reason))

namespace {

constexpr std::size_t shown_max = 200;  // of one type
constexpr std::int32_t payment_days_max = 15, suspense_days_max = 30;

AnomalySeverity severity_of(AnomalyType type) {
    switch (type) {
        case AnomalyType::UnbalancedEntry:
        case AnomalyType::DuplicateInvoice:
        case AnomalyType::GapInNumbers:
            return AnomalySeverity::HIGH;
        case AnomalyType::MissingVAT:
        case AnomalyType::UnusualAmount:
        case AnomalyType::PaymentWithoutInvoice:
        case AnomalyType::SuspenseNotCleared:
            return AnomalySeverity::MEDIUM;
        default:
            return AnomalySeverity::LOW;
    }
}

std::string sentence(AnomalyType type, const AnomalyRow& row) {
    const auto amount = french(row.amount);
    switch (type) {
        case AnomalyType::UnbalancedEntry:
            return "Écriture déséquilibrée : Débit " + amount + " ≠ Crédit " + french(row.other);
        case AnomalyType::MissingVAT:
            return "Facture sans TVA imputée : " + row.label + " (" + amount + ")";
        case AnomalyType::FutureDate:
            return "Écriture datée du futur (" + (row.date ? row.date->text() : "") + ") : " + row.label;
        case AnomalyType::DuplicateInvoice:
            return "Deux factures du même montant à quelques jours : " + row.label + " (" + amount + ")";
        case AnomalyType::MissingDocument:
            return "Facture sans pièce jointe : " + row.label + " (" + amount + ")";
        case AnomalyType::GapInNumbers:
            return "Numéros manquants dans le journal " + row.label + " : dernier numéro " +
                   std::to_string(row.amount.minor) + ", " + std::to_string(row.other.minor) + " écritures";
        case AnomalyType::RoundAmount:
            return "Écriture manuelle d'un montant rond : " + row.label + " (" + amount + ")";
        case AnomalyType::WeekendEntry:
            return "Écriture manuelle datée d'un week-end : " + row.label;
        case AnomalyType::UnusualAmount:
            return "Montant inhabituel pour ce fournisseur : " + row.label + " (" + amount + ")";
        case AnomalyType::PaymentWithoutInvoice:
            return "Paiement sans facture : " + row.label + " (" + amount + ")";
        case AnomalyType::SuspenseNotCleared:
            return "Compte d'attente non soldé : " + row.label + " (" + amount + ")";
    }
    return {};
}

std::string link_of(const AnomalyRow& row, AnomalyType type) {
    if (row.draft_id) return "/api/v1/accounting/drafts/" + row.draft_id->text();
    if (row.expense_id) return "/api/v1/expenses/" + row.expense_id->text();
    if (row.entry_id) return "/api/v1/accounting/journal-entries/" + row.entry_id->text();
    if (type == AnomalyType::SuspenseNotCleared) return "/api/v1/accounting/ledger?account_code=" + row.subject;
    return "/api/v1/accounting/journal-entries?journal_code=" + row.subject.substr(0, row.subject.find(' '));
}

std::int64_t thousand(Currency currency) {
    std::int64_t minor = 1'000;
    for (int digit = 0; digit < currency.digits(); ++digit) minor *= 10;
    return minor;
}

std::vector<AnomalyRow> unusual_amounts(Context& context) {
    std::map<std::string, std::vector<AnomalyRow>> by_supplier;
    for (auto& row : context.rows<sql::invoice_amounts>(context.organization()))
        by_supplier[row.subject].push_back(std::move(row));
    std::vector<AnomalyRow> found;
    for (auto& [supplier, rows] : by_supplier) {
        std::vector<std::int64_t> amounts;
        for (const auto& row : rows) amounts.push_back(row.amount.minor);
        const auto marks = unusual(amounts);
        for (std::size_t i = 0; i < rows.size(); ++i) {
            if (!marks[i]) continue;
            rows[i].subject = rows[i].expense_id->text();
            found.push_back(std::move(rows[i]));
        }
    }
    return found;
}

std::vector<AnomalyRow> rows_of(Context& context, AnomalyType type, std::int64_t wanted) {
    const auto organization = context.organization();
    switch (type) {
        case AnomalyType::UnbalancedEntry:
            return context.rows<sql::unbalanced_drafts>(organization,
                                                        static_cast<std::int32_t>(context.currency().digits()), wanted);
        case AnomalyType::MissingVAT:
            return context.rows<sql::invoices_without_vat>(organization, wanted);
        case AnomalyType::FutureDate:
            return context.rows<sql::future_entries>(organization, context.today(), wanted);
        case AnomalyType::DuplicateInvoice:
            return context.rows<sql::duplicate_invoices>(organization, wanted);
        case AnomalyType::MissingDocument:
            return context.rows<sql::invoices_without_document>(organization, wanted);
        case AnomalyType::GapInNumbers:
            return context.rows<sql::gaps_in_numbers>(organization, wanted);
        case AnomalyType::RoundAmount:
            return context.rows<sql::round_entries>(organization, thousand(context.currency()), wanted);
        case AnomalyType::WeekendEntry:
            return context.rows<sql::weekend_entries>(organization, wanted);
        case AnomalyType::UnusualAmount:
            return unusual_amounts(context);
        case AnomalyType::PaymentWithoutInvoice:
            return context.rows<sql::lonely_payments>(organization, context.today(), payment_days_max, wanted);
        case AnomalyType::SuspenseNotCleared:
            return context.rows<sql::suspense_left>(organization, context.today(), suspense_days_max);
    }
    return {};
}

struct NewDismissal {
    Text<1, 120> key;
    Text<3, 500> reason;
};
BOOST_DESCRIBE_STRUCT(NewDismissal, (), (key, reason))

/// One that is shown, or one already set aside whose reason changes.
Anomaly anomaly_of(Context& context, std::string_view key) {
    const auto type = enum_from<AnomalyType>(key.substr(0, key.find(' ')));
    if (!type) throw Refused(Refusal::unknown_anomaly);
    for (const bool include_dismissed : {false, true})
        for (auto& anomaly : find_anomalies(context, {type, include_dismissed}).anomalies)
            if (anomaly.key == key) return std::move(anomaly);
    throw Refused(Refusal::unknown_anomaly);
}

Anomaly dismiss(Context& context, const NewDismissal& dismissal) {
    auto anomaly = anomaly_of(context, dismissal.key.value);
    context.run<sql::dismiss_anomaly>(context.organization(), dismissal.key, dismissal.reason, context.now(),
                                      context.principal().user);
    context.audit("DISMISS", "Anomaly", anomaly.expense_id.value_or(anomaly.entry_id.value_or(Uuid())),
                  Json::Object{{"key", anomaly.key}, {"reason", dismissal.reason.value}});
    anomaly.dismissed_reason = dismissal.reason.value;
    return anomaly;
}

}  // namespace

AnomalyReport find_anomalies(Context& context, const AnomalyRequest& request) {
    std::map<std::string, std::string> dismissed;
    for (auto& dismissal : context.rows<sql::dismissals>(context.organization()))
        dismissed.emplace(std::move(dismissal.anomaly), std::move(dismissal.reason));
    AnomalyReport report;
    report.limit = static_cast<std::int32_t>(shown_max);
    // One more than is shown tells that there are more; those set aside must not hide the others.
    const auto wanted = static_cast<std::int64_t>(shown_max + 1 + dismissed.size());
    const bool with_dismissed = request.include_dismissed.value_or(false);
    boost::mp11::mp_for_each<boost::describe::describe_enumerators<AnomalyType>>([&](auto enumerator) {
        const AnomalyType type = enumerator.value;
        if (request.type && *request.type != type) return;
        std::size_t shown = 0;
        for (const auto& row : rows_of(context, type, wanted)) {
            const auto key = std::string(name_of(type)) + " " + row.subject;
            const auto reason = dismissed.find(key);
            if (reason != dismissed.end() && !with_dismissed) continue;
            if (++shown > shown_max) {
                report.cut.push_back(type);
                break;
            }
            report.anomalies.push_back({type, severity_of(type), row.entry_id, row.expense_id, row.draft_id,
                                        sentence(type, row), key, row.date,
                                        reason == dismissed.end() ? std::nullopt : std::optional(reason->second),
                                        link_of(row, type)});
        }
    });
    std::ranges::stable_sort(report.anomalies,
                             [](const auto& left, const auto& right) { return left.severity > right.severity; });
    return report;
}

constexpr Route routes[] = {
    {"GET", "/api/v1/accounting/anomalies", "read_reports", operation<find_anomalies>},
    {"POST", "/api/v1/accounting/anomalies/dismiss", "write_entries", operation<dismiss>},
};
const std::span<const Route> anomaly_routes = routes;

}  // namespace daftar::accounting
