#include "ledger/retention.hpp"

#include <charconv>

#include "core/text_parts.hpp"
#include "embedded/retention_rules.hpp"
#include "ledger/retention.sql.hpp"

namespace daftar::ledger {

/// A rule as the page shows it.
struct RetentionView {
    RecordKind kind = RecordKind::entry;
    std::string label;
    std::int32_t years = 0;
    RetentionStart counted_from = RetentionStart::fiscal_year_end;
    AfterRetention after = AfterRetention::keep;
    Date valid_from;
    std::string source;
    bool confirmed = false;
    bool applies = false;  ///< false: a longer rule wins, or it is not in force yet
    Date out_of_retention_before;
};
BOOST_DESCRIBE_STRUCT(RetentionView, (),
                      (kind, label, years, counted_from, after, valid_from, source, confirmed, applies,
                       out_of_retention_before))

namespace {

RetentionRule read_rule(std::string_view line) {
    const auto cells = split(line, '\t');
    ensure(cells.size() == 9, "retention_rules.tsv: nine columns a line");
    const auto kind = enum_from<RecordKind>(cells[1]);
    const auto start = enum_from<RetentionStart>(cells[4]);
    const auto after = enum_from<AfterRetention>(cells[5]);
    const auto from = Date::parse(cells[6]);
    std::int32_t years = 0;
    const auto [end, error] = std::from_chars(cells[3].data(), cells[3].data() + cells[3].size(), years);
    ensure(kind && start && after && from && error == std::errc() && end == cells[3].data() + cells[3].size() &&
               years >= 1 && years <= 100,
           "retention_rules.tsv: unreadable line");
    return {std::string(cells[0]), *kind, std::string(cells[2]), years, *start, *after, *from, std::string(cells[7]),
            cells[8] == "yes"};
}

bool concerns(const RetentionRule& rule, std::string_view country) {
    return rule.country == country || rule.country == "*";
}

struct RetentionRequest {
    std::optional<Date> date;  ///< today when absent
};
BOOST_DESCRIBE_STRUCT(RetentionRequest, (), (date))

Page<RetentionView> list_retention(Context& context, const RetentionRequest& request) {
    const auto country = country_of_books(context);
    const auto day = request.date.value_or(context.today());
    Page<RetentionView> page;
    for (const auto& rule : all_retention_rules()) {
        if (!concerns(rule, country)) continue;
        const auto winner = retention_rule(country, rule.kind, day);
        const bool applies = winner && winner->years == rule.years && winner->valid_from == rule.valid_from;
        page.items.push_back({rule.kind, rule.label, rule.years, rule.counted_from, rule.after, rule.valid_from,
                              rule.source, rule.confirmed, applies, out_of_retention_before(rule, day)});
    }
    return page;
}

}  // namespace

const std::vector<RetentionRule>& all_retention_rules() {
    static const auto rules = [] {
        std::vector<RetentionRule> read;
        for (const auto& file : daftar::retention_rules)
            for (const auto line : split(file.text, '\n'))
                if (!line.empty() && !line.starts_with('#') && !line.starts_with("country\t"))
                    read.push_back(read_rule(line));
        return read;
    }();
    return rules;
}

std::optional<RetentionRule> retention_rule(std::string_view country, RecordKind kind, const Date& day) {
    std::optional<RetentionRule> longest;
    for (const auto& rule : all_retention_rules())
        if (concerns(rule, country) && rule.kind == kind && rule.valid_from <= day &&
            (!longest || rule.years > longest->years))
            longest = rule;
    return longest;
}

Date out_of_retention_before(const RetentionRule& rule, const Date& day) { return day.plus_months(-12 * rule.years); }

RetentionVerdict retention_verdict(std::string_view country, RecordKind kind, const Date& start, const Date& day) {
    const auto rule = retention_rule(country, kind, day);
    if (!rule) return RetentionVerdict::no_rule;
    if (rule->after == AfterRetention::keep) return RetentionVerdict::never_deleted;
    return start < out_of_retention_before(*rule, day) ? RetentionVerdict::may_be_deleted
                                                       : RetentionVerdict::still_kept;
}

std::optional<Date> deletable_before(std::string_view country, RecordKind kind, const Date& day) {
    const auto rule = retention_rule(country, kind, day);
    if (!rule || rule->after == AfterRetention::keep) return {};
    return out_of_retention_before(*rule, day);
}

std::string country_of_books(Context& context) { return context.one<sql::country_of_books>(context.organization()); }

constexpr Route routes[] = {
    {"GET", "/api/v1/retention", "read_audit", operation<list_retention>},
};
const std::span<const Route> retention_routes = routes;

}  // namespace daftar::ledger
