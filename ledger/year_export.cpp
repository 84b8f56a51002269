// A year out of the books.
#include "ledger/canonical.hpp"
#include "ledger/fiscal_year.hpp"
#include "ledger/matching.hpp"
#include "ledger/sealed.hpp"
#include "ledger/trial_balance.hpp"
#include "ledger/year_file.hpp"
#include "ledger/year_file.sql.hpp"

namespace daftar::ledger {

struct YearFileHead {
    std::string name, country, currency, chart;
};
BOOST_DESCRIBE_STRUCT(YearFileHead, (), (name, country, currency, chart))

struct LeafSpan {
    std::int64_t first = 0, past = 0;
};
BOOST_DESCRIBE_STRUCT(LeafSpan, (), (first, past))

struct MatchedLineRow {
    Id<Matching> id;
    std::string letter, reason;
    Id<Entry> entry_id;
    std::int32_t line_number = 0;
    Money amount;
};
BOOST_DESCRIBE_STRUCT(MatchedLineRow, (), (id, letter, reason, entry_id, line_number, amount))

namespace {

/// A made-up identifier that only says "the entry at this place".
Id<Entry> place_as_id(std::int64_t place) {
    Uuid id;
    for (std::size_t i = 0; i < 8; ++i)
        id.bytes[15 - i] = static_cast<std::uint8_t>(static_cast<std::uint64_t>(place + 1) >> (8 * i));
    return {id};
}

YearFileEntry entry_of(const SealedEntry& sealed, const Currency& currency,
                       const std::map<Id<Entry>, std::int64_t>& places) {
    const auto& entry = sealed.entry;
    YearFileEntry out{entry.journal_code,
                      sealed.number,
                      entry.date,
                      entry.kind,
                      std::string(trimmed(entry.description)),
                      std::string(trimmed(entry.voucher_reference)),
                      entry.document,
                      {},
                      {}};
    if (entry.reversal_of)
        if (const auto place = places.find(*entry.reversal_of); place != places.end()) out.reversal_of = place->second;
    for (const auto& line : entry.lines)
        out.lines.push_back({line.account_code,
                             line.auxiliary_code.empty() ? std::nullopt : std::optional(line.auxiliary_code),
                             Money(line.amount, currency), std::string(trimmed(line.description)), line.due_date,
                             line.currency, line.currency_amount, line.currency_rate, line.axes, line.box});
    return out;
}

CanonicalEntry canonical_of(const YearFile& file, const YearFileEntry& entry) {
    CanonicalEntry out{{},
                       {},
                       entry.journal_code,
                       entry.date,
                       entry.kind,
                       file.currency,
                       entry.description,
                       entry.voucher_reference,
                       entry.document_id,
                       {},
                       {}};
    if (entry.reversal_of) out.reversal_of = place_as_id(*entry.reversal_of);
    for (const auto& line : entry.lines)
        out.lines.push_back({line.account_code, line.auxiliary_code.value_or(""), line.amount.minor, line.description,
                             line.due_date, line.currency, line.currency_amount, line.currency_rate, line.axes,
                             line.box});
    return out;
}

struct YearToExport {
    std::int32_t year = 0;
};
BOOST_DESCRIBE_STRUCT(YearToExport, (), (year))

File export_year(Context& context, const YearToExport& request) {
    return {"application/json", "exercice-" + std::to_string(request.year) + ".json",
            to_json_text(year_to_export(context, request.year))};
}

YearImportReport import_body(Context& context) { return import_year(context, context.request().body); }

}  // namespace

std::string content_root_of(const YearFile& file) {
    MerkleFrontier root;
    CanonicalEntry opening{{}, {}, "", file.start_date, EntryKind::opening, file.currency, "", "", {}, {}, {}};
    for (const auto& balance : file.opening)
        opening.lines.push_back({balance.account_code,
                                 balance.auxiliary_code.value_or(""),
                                 balance.balance.minor,
                                 "",
                                 {},
                                 {},
                                 {},
                                 {},
                                 {},
                                 {}});
    root.append(leaf_hash(with_number(canonical_text(opening), 0)));
    for (const auto& entry : file.entries)
        root.append(leaf_hash(with_number(canonical_text(canonical_of(file, entry)), entry.number)));
    return hex_of(root.root());
}

YearFile year_to_export(Context& context, std::int32_t number) {
    const auto year = find_year(context, number);
    if (!year) throw Refused(Refusal::year_not_found);
    const auto organization = context.organization();
    auto head = context.one<sql::year_file_head>(organization);
    YearFile file{"daftar-year-1",
                  std::move(head.name),
                  std::move(head.country),
                  std::move(head.currency),
                  std::move(head.chart),
                  number,
                  year->start_date,
                  year->end_date,
                  context.rows<sql::year_file_accounts>(organization),
                  context.rows<sql::year_file_roles>(organization),
                  context.rows<sql::year_file_auxiliaries>(organization),
                  context.rows<sql::year_file_journals>(organization),
                  {},
                  {},
                  {},
                  {}};
    for (auto& account : trial_balance(context, {year->end_date, true, {}, {}}).accounts)
        if (!account.opening.is_zero())
            file.opening.push_back(
                {std::move(account.account_code), std::move(account.auxiliary_code), account.opening});

    std::map<Id<Entry>, std::int64_t> places;
    const auto span = context.one<sql::leaves_of_year>(organization, year->start_date, year->end_date);
    each_sealed(context, span.first, span.past, [&](const SealedEntry& sealed) {
        if (sealed.entry.kind == EntryKind::opening || sealed.entry.date < year->start_date ||
            sealed.entry.date > year->end_date)
            return;
        places[sealed.entry.id] = static_cast<std::int64_t>(file.entries.size());
        file.entries.push_back(entry_of(sealed, context.currency(), places));
    });
    Id<Matching> matching;
    for (auto& row : context.rows<sql::matched_lines_of_year>(organization, year->start_date, year->end_date)) {
        if (row.id != matching) file.matchings.push_back({std::move(row.letter), std::move(row.reason), {}});
        matching = row.id;
        file.matchings.back().lines.push_back({places.at(row.entry_id), row.line_number, row.amount});
    }
    file.content_root = content_root_of(file);
    return file;
}

constexpr Route routes[] = {
    {"GET", "/api/v1/exports/json", "export_books", operation<export_year>},
    {"POST", "/api/v1/imports/json", "close_year", operation<import_body>, true},
};
const std::span<const Route> year_file_routes = routes;

}  // namespace daftar::ledger
