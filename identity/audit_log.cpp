#include "identity/audit_log.hpp"

#include "identity/audit_log.sql.hpp"
#include "identity/permissions.hpp"

namespace daftar::identity {

struct AuditRow {
    std::int64_t id = 0;
    Timestamp timestamp;
    std::string user, action, entity_type;
    std::optional<Uuid> entity_id;
    Json details;
    std::string ip_address;
};
BOOST_DESCRIBE_STRUCT(AuditRow, (), (id, timestamp, user, action, entity_type, entity_id, details, ip_address))

/// As the guide shows it.
struct AuditLog {
    Timestamp timestamp;
    std::string user, action, entity_type;
    std::optional<Uuid> entity_id;
    Json details;
    std::string ip_address;
};
BOOST_DESCRIBE_STRUCT(AuditLog, (), (timestamp, user, action, entity_type, entity_id, details, ip_address))

struct AuditFilter {
    std::optional<Text<1, 60>> entity_type;
    std::optional<Uuid> entity_id;
    std::optional<Text<1, 254>> user;  ///< an address
    std::optional<Text<1, 60>> action;
    std::optional<Date> start, end;  ///< days of the organization's calendar, both included
    std::optional<std::int64_t> cursor;
    std::optional<std::int32_t> limit;

    std::optional<Problem> broken_rule() const {
        if (start && end && *end < *start) return Problem{"end", "before_start", "La fin précède le début."};
        return {};
    }
};
BOOST_DESCRIBE_STRUCT(AuditFilter, (), (entity_type, entity_id, user, action, start, end, cursor, limit))

namespace {

constexpr std::int32_t page_size = 100, page_size_max = 500;
constexpr std::int32_t export_rows_max = 100'000;

std::vector<AuditRow> read(Context& context, const AuditFilter& filter, std::int32_t limit) {
    return context.rows<sql::audit_events>(context.organization(), filter.entity_type, filter.entity_id, filter.user,
                                           filter.action, filter.start, filter.end, context.principal().time_zone,
                                           filter.cursor, limit);
}

Listed<AuditLog> audit_logs(Context& context, const AuditFilter& filter) {
    const auto limit = std::clamp(filter.limit.value_or(page_size), 1, page_size_max);
    auto rows = read(context, filter, limit + 1);
    Listed<AuditLog> out;
    if (rows.size() > static_cast<std::size_t>(limit)) {
        rows.pop_back();
        out.next = std::to_string(rows.back().id);
    }
    out.items.reserve(rows.size());
    for (auto& row : rows)
        out.items.push_back({row.timestamp, std::move(row.user), std::move(row.action), std::move(row.entity_type),
                             row.entity_id, std::move(row.details), std::move(row.ip_address)});
    return out;
}

/// A quoted cell; one that a spreadsheet would take for a formula is marked as text.
void write_cell(std::string_view text, std::string& out) {
    out += '"';
    if (!text.empty() && std::string_view("=+-@\t\r").find(text.front()) != std::string_view::npos) out += '\'';
    for (const char c : text) out += c == '"' ? "\"\"" : std::string(1, c);
    out += '"';
}

File export_audit_logs(Context& context, const AuditFilter& filter) {
    std::string csv = "\xEF\xBB\xBFHorodatage;Utilisateur;Action;Objet;Identifiant;Détails;Adresse\r\n";
    for (const auto& row : read(context, filter, export_rows_max)) {
        const std::string cells[] = {row.timestamp.text(),
                                     row.user,
                                     row.action,
                                     row.entity_type,
                                     row.entity_id ? row.entity_id->text() : "",
                                     to_text(row.details),
                                     row.ip_address};
        for (const auto& cell : cells) {
            if (&cell != cells) csv += ';';
            write_cell(cell, csv);
        }
        csv += "\r\n";
    }
    return {"text/csv; charset=utf-8", "journal-audit.csv", std::move(csv)};
}

constexpr Route table[] = {
    {"GET", "/api/v1/audit-logs", permission::read_audit, operation<&audit_logs>},
    {"GET", "/api/v1/audit-logs.csv", permission::read_audit, operation<&export_audit_logs>},
};

}  // namespace

const std::span<const Route> audit_log_routes = table;

}  // namespace daftar::identity
