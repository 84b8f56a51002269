// Open items and the automatic lettrage.
#include "ledger/open_items.hpp"

#include "ledger/account.hpp"
#include "ledger/matching_writer.hpp"
#include "ledger/open_items.sql.hpp"

namespace daftar::ledger {

struct OpenTotals {
    std::int64_t count = 0;
    Money total;
};
BOOST_DESCRIBE_STRUCT(OpenTotals, (), (count, total))

struct LineToPropose {
    Id<Entry> entry_id;
    std::int32_t line_number = 0;
    std::optional<Id<Auxiliary>> auxiliary_id;
    Date date, due_date;
    std::int64_t open_amount = 0;
    std::string voucher_reference, description;
    std::optional<Id<Entry>> reversal_of;
};
BOOST_DESCRIBE_STRUCT(LineToPropose, (),
                      (entry_id, line_number, auxiliary_id, date, due_date, open_amount, voucher_reference, description,
                       reversal_of))

namespace {

constexpr std::size_t shown_max = 1'000;

struct AutoMatchRequest {
    Text<1, 20> account_code;
};
BOOST_DESCRIBE_STRUCT(AutoMatchRequest, (), (account_code))

/// Settles the proposals for the lines of one auxiliary; `lines` keep what stays open.
class AuxiliaryMatcher {
public:
    AuxiliaryMatcher(MatchingWriter& writer, AutoMatchReport& report, std::vector<Id<Matching>>& written)
        : writer_(writer), report_(report), written_(written) {}

    void match(std::span<LineToPropose> lines, bool claims_are_debits) {
        std::vector<OpenLine> open;
        for (std::size_t i = 0; i < lines.size(); ++i)
            open.push_back({i, lines[i].open_amount, lines[i].date, lines[i].due_date, lines[i].entry_id.text(),
                            lines[i].reversal_of ? lines[i].reversal_of->text() : "", lines[i].line_number,
                            lines[i].voucher_reference, lines[i].description});
        for (const auto& proposal : propose_matches(std::move(open), claims_are_debits))
            settle_proposal(lines, proposal);
    }

private:
    void settle_proposal(std::span<LineToPropose> lines, const MatchProposal& proposal) {
        std::vector<OpenAmount> amounts;
        for (const auto place : proposal.places)
            amounts.push_back({lines[place].open_amount, lines[place].due_date, {}});
        const auto settled = std::get<std::vector<std::int64_t>>(settle(amounts));
        std::vector<MatchedPart> parts;
        bool is_full = true;
        Date latest = lines[proposal.places.front()].date;
        for (std::size_t i = 0; i < settled.size(); ++i) {
            auto& line = lines[proposal.places[i]];
            line.open_amount -= settled[i];
            is_full = is_full && line.open_amount == 0;
            latest = std::max(latest, line.date);
            parts.push_back({line.entry_id, line.line_number, settled[i]});
            if (settled[i] > 0) report_.matched_total.minor += settled[i];
        }
        written_.push_back(writer_.add(lines.front().auxiliary_id, latest, proposal.reason, is_full, parts));
        ++report_.matched_groups;
        report_.matched_lines += static_cast<std::int64_t>(parts.size());
    }

    MatchingWriter& writer_;
    AutoMatchReport& report_;
    std::vector<Id<Matching>>& written_;
};

AutoMatchReport auto_match_entries(Context& context, const AutoMatchRequest& request) {
    return auto_match(context, request.account_code.value);
}

}  // namespace

OpenItems open_items(Context& context, const OpenItemFilter& filter) {
    const auto limit = std::clamp(filter.limit.value_or(100), 1, 500);
    const auto skipped = std::max<std::int64_t>(0, filter.cursor.value_or(0));
    const auto totals = context.one<sql::sum_open_items>(context.organization(), filter.account_code,
                                                         filter.auxiliary_code, filter.due_before);
    OpenItems page{
        context.rows<sql::list_open_items>(context.organization(), filter.account_code, filter.auxiliary_code,
                                           filter.due_before, context.today(), skipped, limit),
        {},
        totals.count,
        totals.total};
    if (skipped + static_cast<std::int64_t>(page.items.size()) < totals.count)
        page.next = std::to_string(skipped + limit);
    return page;
}

AutoMatchReport auto_match(Context& context, std::string_view account_code) {
    const auto account = account_of_code(context, account_code);
    if (!account) throw Refused(Refusal::unknown_account, "(" + std::string(account_code) + ")");
    const bool claims_are_debits =
        account->account_type == AccountType::Asset || account->account_type == AccountType::Expense;
    MatchingWriter writer(context, account->id);
    AutoMatchReport report{account->code, 0, 0, Money(0, context.currency()), 0, Money(0, context.currency()), {}};
    std::vector<Id<Matching>> written;
    AuxiliaryMatcher matcher(writer, report, written);

    context.run<sql::lock_open_items>(context.organization(), account->id);
    auto lines = context.rows<sql::lines_to_match>(context.organization(), account->id);
    for (std::size_t begin = 0, end = 0; begin < lines.size(); begin = end) {
        while (end < lines.size() && lines[end].auxiliary_id == lines[begin].auxiliary_id) ++end;
        matcher.match(std::span(lines).subspan(begin, end - begin), claims_are_debits);
    }
    writer.flush();
    for (const auto& line : lines) {
        report.remaining_lines += line.open_amount != 0;
        report.remaining_balance.minor += line.open_amount;
    }
    if (written.size() > shown_max) written.resize(shown_max);
    if (!written.empty()) report.matchings = read_matchings(context, written);
    context.audit("AUTO_MATCH", "Matching", {},
                  Json::Object{{"account", report.account_code},
                               {"groups", report.matched_groups},
                               {"total", JsonNumber{report.matched_total.text()}}});
    return report;
}

constexpr Route routes[] = {
    {"GET", "/api/v1/accounting/open-items", "read_reports", operation<open_items>},
    {"POST", "/api/v1/tools/auto-match-entries", "match", operation<auto_match_entries>},
};
const std::span<const Route> open_item_routes = routes;

}  // namespace daftar::ledger
