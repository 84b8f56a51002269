#include "ledger/account_ledger.hpp"

#include "ledger/account.hpp"
#include "ledger/account_ledger.sql.hpp"
#include "ledger/fiscal_year.hpp"

namespace daftar::ledger {

struct LedgerSums {
    Money opening, debit, credit;
};
BOOST_DESCRIBE_STRUCT(LedgerSums, (), (opening, debit, credit))

struct LedgerRow {
    Date date;
    std::string description;
    Money amount;
    Id<Entry> entry_id;
    std::int32_t line_number = 0;
    std::int64_t leaf_index = 0;
    std::string journal_code;
    std::int64_t entry_number = 0;
    std::string voucher_reference;
    std::optional<std::string> auxiliary_code, auxiliary_name, letter;
    std::optional<Uuid> document_id;
    std::optional<PageBox> box;
};
BOOST_DESCRIBE_STRUCT(LedgerRow, (),
                      (date, description, amount, entry_id, line_number, leaf_index, journal_code, entry_number,
                       voucher_reference, auxiliary_code, auxiliary_name, letter, document_id, box))

namespace {

/// Where a page starts: after this line.
struct Position {
    Date date;
    std::int64_t leaf = -1;
    std::int32_t line = 0;

    std::string text() const { return date.text() + "." + std::to_string(leaf) + "." + std::to_string(line); }
    static Position read(const std::string& cursor) {
        Position position;
        const auto date = Date::parse(cursor.substr(0, 10));
        const auto* end = cursor.data() + cursor.size();
        if (!date || cursor.size() < 14) throw Refused(CommonRefusal::invalid_cursor);
        const auto leaf = std::from_chars(cursor.data() + 11, end, position.leaf);
        if (leaf.ec != std::errc() || leaf.ptr == end || *leaf.ptr != '.' ||
            std::from_chars(leaf.ptr + 1, end, position.line).ptr != end)
            throw Refused(CommonRefusal::invalid_cursor);
        position.date = *date;
        return position;
    }
};

struct Span {
    Date start, end;
    Date history_start;  ///< first day that counts for the opening balance
};

/// Balance sheet accounts go on from year to year; income and expense accounts start at zero with each year.
Span span_of(Context& context, const LedgerRequest& request, AccountType type) {
    const auto years = all_years(context);
    const auto today = context.today();
    const auto asked = request.start_date.value_or(request.end_date.value_or(today));
    std::optional<Date> year_start, year_end, oldest_open;
    for (const auto& year : years) {
        if (year.start_date <= asked) year_start = year.start_date, year_end = year.end_date;
        if (year.status == YearStatus::open && !oldest_open) oldest_open = year.start_date;
    }
    Span span;
    span.start = request.start_date.value_or(year_start.value_or(asked));
    span.end = request.end_date.value_or(year_end && *year_end >= span.start ? *year_end : std::max(today, span.start));
    span.history_start = year_start.value_or(span.start);
    const bool carried = type != AccountType::Income && type != AccountType::Expense;
    if (carried && oldest_open && *oldest_open < span.history_start) span.history_start = *oldest_open;
    return span;
}

}  // namespace

AccountLedger account_ledger(Context& context, const LedgerRequest& request) {
    const auto account = account_of_code(context, request.account_code);
    if (!account) throw Refused(CommonRefusal::not_found, "Compte " + request.account_code.value + ".");
    std::optional<Uuid> auxiliary;
    if (request.auxiliary_code)
        auxiliary =
            context.found<sql::auxiliary_of_account>(context.organization(), account->id, *request.auxiliary_code);
    const auto span = span_of(context, request, account->account_type);
    const auto limit = std::clamp(request.limit.value_or(200), 1, 1'000);
    const auto start = request.cursor ? Position::read(*request.cursor) : Position{span.start, -1, 0};

    const auto sums = context.one<sql::ledger_sums>(context.organization(), account->id, auxiliary, span.start,
                                                    span.end, span.history_start);
    Money balance = sums.opening;
    if (request.cursor)
        balance += context.one<sql::ledger_before>(context.organization(), account->id, auxiliary, span.start,
                                                   start.date, start.leaf, start.line);
    const auto rows = context.rows<sql::ledger_lines>(context.organization(), account->id, auxiliary, span.start,
                                                      span.end, start.date, start.leaf, start.line, limit);

    AccountLedger result{account->code,
                         account->name,
                         span.start.text() + " to " + span.end.text(),
                         sums.opening,
                         {},
                         sums.debit,
                         sums.credit,
                         sums.opening + sums.debit - sums.credit,
                         {}};
    result.entries.reserve(rows.size());
    const Money zero(0, context.currency());
    for (const auto& row : rows) {
        balance += row.amount;
        result.entries.push_back({row.date, row.description, row.amount.minor > 0 ? row.amount : zero,
                                  row.amount.minor < 0 ? -row.amount : zero, balance, row.entry_id, row.line_number,
                                  row.journal_code, row.entry_number, row.voucher_reference, row.auxiliary_code,
                                  row.auxiliary_name, row.letter, row.document_id, row.box});
    }
    if (static_cast<int>(rows.size()) == limit)
        result.next = Position{rows.back().date, rows.back().leaf_index, rows.back().line_number}.text();
    return result;
}

constexpr Route routes[] = {
    {"GET", "/api/v1/accounting/ledger", "read_reports", operation<account_ledger>},
};
const std::span<const Route> account_ledger_routes = routes;

}  // namespace daftar::ledger
