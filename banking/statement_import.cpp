#include "banking/statement_import.hpp"

#include <sodium.h>

#include <algorithm>
#include <map>
#include <set>

#include "banking/overlap.hpp"
#include "banking/readers/checks.hpp"
#include "banking/readers/encoding.hpp"
#include "banking/statement_import.sql.hpp"

namespace daftar::banking {

struct KnownMovement {
    Id<BankMovement> id;
    Date booking_date;
    std::int64_t amount = 0;
    std::string format, reference, words, servicer_reference, entry_reference, batch_reference, part_of;
    MovementStatus status = MovementStatus::open;
};
BOOST_DESCRIBE_STRUCT(KnownMovement, (),
                      (id, booking_date, amount, format, reference, words, servicer_reference, entry_reference,
                       batch_reference, part_of, status))

namespace {

struct StatementFilter {
    std::optional<Id<BankAccount>> bank_account_id;
    std::optional<Id<BankStatement>> cursor;
};
BOOST_DESCRIBE_STRUCT(StatementFilter, (), (bank_account_id, cursor))

Bytes hash_of(std::string_view bytes) {
    Bytes hash{std::string(crypto_hash_sha256_BYTES, '\0')};
    crypto_hash_sha256(reinterpret_cast<unsigned char*>(hash.value.data()),
                       reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size());
    return hash;
}

std::optional<Money> money(Context& context, const std::optional<Decimal>& amount, int line) {
    if (!amount) return {};
    const auto exact = Money::exactly(*amount, context.currency());
    if (exact) return exact;
    auto problem =
        problem_at({line}, "too_many_decimals",
                   "le montant " + french_amount(*amount, "") + " a plus de décimales que la monnaie du compte.");
    const auto message = problem.message;
    throw Refused(Refusal::unreadable_statement, message, {std::move(problem)});
}

MovementTraits traits_of(Context& context, const Movement& movement, const std::string& format) {
    return {movement.booking_date,
            money(context, movement.amount, movement.line)->minor,
            format,
            movement.reference,
            folded(movement.label + " " + movement.counterparty_name),
            movement.booking,
            movement.batch > 0 ? std::to_string(movement.batch) : "",
            MovementStatus::open};
}

// Readable where it can be, unique where a bank repeats itself.
std::vector<std::string> fingerprints_of(const std::vector<MovementTraits>& known,
                                         const std::vector<MovementTraits>& incoming) {
    std::map<std::string, int> times;
    const auto fingerprint = [&](const MovementTraits& one) {
        const auto text = one.booking_date.text() + "|" + std::to_string(one.amount) + "|" + one.format + "|" +
                          one.reference + "|" + one.words;
        return to_hex(hash_of(text).value) + "." + std::to_string(++times[text]);
    };
    for (const auto& one : known) fingerprint(one);
    std::vector<std::string> found;
    for (const auto& one : incoming) found.push_back(fingerprint(one));
    return found;
}

void write_movements(Context& context, Id<BankAccount> account, Id<BankStatement> statement,
                     const std::vector<const Movement*>& movements, const std::vector<std::string>& fingerprints) {
    std::vector<Uuid> ids;
    std::vector<std::int32_t> lines;
    std::vector<Date> dates;
    std::vector<std::optional<Date>> value_dates;
    std::vector<Money> amounts;
    std::vector<std::string> labels, references, end_to_end, structured, names, accounts, kinds, details;
    std::vector<std::optional<Money>> charges;
    std::vector<std::string> servicer_references, entry_references, batch_references;
    std::vector<std::int32_t> batches;
    for (const auto* one : movements) {
        ids.push_back(context.new_id<BankMovement>().value);
        lines.push_back(one->line);
        dates.push_back(one->booking_date);
        value_dates.push_back(one->value_date);
        amounts.push_back(*money(context, one->amount, one->line));
        labels.push_back(one->label);
        references.push_back(one->reference);
        end_to_end.push_back(one->end_to_end_id);
        structured.push_back(one->structured_communication);
        names.push_back(one->counterparty_name);
        accounts.push_back(one->counterparty_account);
        kinds.push_back(one->kind);
        details.push_back(one->details);
        charges.push_back(money(context, one->charges, one->line));
        servicer_references.push_back(one->booking.servicer);
        entry_references.push_back(one->booking.entry);
        batch_references.push_back(one->booking.batch);
        batches.push_back(one->batch);
    }
    context.run<sql::insert_movements>(context.organization(), account, statement, ids, lines, dates, value_dates,
                                       amounts, labels, references, end_to_end, structured, names, accounts, kinds,
                                       details, charges, fingerprints, servicer_references, entry_references,
                                       batch_references, batches);
}

StatementView write_statement(Context& context, const BankAccountView& account, const Statement& statement,
                              const std::string& format, const ImportRequest& request, const Bytes& hash,
                              std::int32_t place, std::int64_t& detailed) {
    std::vector<const Movement*> booked;
    std::vector<MovementTraits> incoming, known;
    auto first = statement.period_start.value_or(Date()), last = statement.period_end.value_or(Date());
    for (const auto& movement : statement.movements) {
        // A line of zero (a notice, a closing of interest) moves nothing and would wait for a match for ever.
        if (!movement.booked || movement.amount.units == 0) continue;
        booked.push_back(&movement);
        incoming.push_back(traits_of(context, movement, format));
        first = std::min(first, movement.booking_date);
        last = std::max(last, movement.booking_date);
    }
    const auto rows = context.rows<sql::known_movements>(context.organization(), account.id, first, last);
    for (const auto& row : rows)
        known.push_back({row.booking_date,
                         row.amount,
                         row.format,
                         row.reference,
                         folded(row.words),
                         {row.servicer_reference, row.entry_reference, row.batch_reference},
                         row.part_of,
                         row.status});
    const auto overlap = find_new_movements(known, incoming);
    std::vector<const Movement*> added;
    std::vector<MovementTraits> added_traits;
    for (std::size_t i = 0; i < booked.size(); ++i) {
        if (!overlap.is_new[i]) continue;
        added.push_back(booked[i]);
        added_traits.push_back(incoming[i]);
    }
    const auto id = context.new_id<BankStatement>();
    context.run<sql::insert_statement>(
        context.organization(), id, account.id, format, request.filename ? request.filename->value : "", hash, place,
        statement.sequence, statement.period_start, statement.period_end,
        money(context, statement.opening_balance, statement.line),
        money(context, statement.closing_balance, statement.line),
        statement.closing_date      ? statement.closing_date
        : statement.closing_balance ? statement.period_end
                                    : std::nullopt,
        std::get<Json>(parse_json(to_json_text(statement.doubts))), static_cast<std::int32_t>(booked.size()),
        static_cast<std::int32_t>(added.size()), context.principal().user);
    if (!added.empty()) write_movements(context, account.id, id, added, fingerprints_of(known, added_traits));
    std::vector<Uuid> totals;
    for (const auto place_of_total : overlap.detailed) totals.push_back(rows[place_of_total].id.value);
    if (!totals.empty()) context.run<sql::leave_to_details>(context.organization(), totals);
    detailed += static_cast<std::int64_t>(totals.size());
    context.audit("IMPORT", "BankStatement", id.value,
                  Json::Object{{"account", account.identifier}, {"format", format}, {"new_movements", added.size()}});
    return context.one<sql::statement_by_id>(context.organization(), id);
}

/// The holes that the statements of a file leave before them or after them.
std::vector<MissingStatement> holes_beside(Context& context, const std::vector<StatementView>& statements) {
    std::vector<MissingStatement> found;
    std::set<Id<BankAccount>> accounts;
    for (const auto& statement : statements) accounts.insert(statement.bank_account_id);
    for (const auto account : accounts)
        for (auto& hole : missing_statements(context, {account, {}}))
            if (std::ranges::any_of(statements, [&](const StatementView& one) {
                    return one.id == hole.statement_id ||
                           (one.bank_account_id == account &&
                            (one.closing_date == hole.after || one.period_end == hole.after));
                }))
                found.push_back(std::move(hole));
    return found;
}

Created<ImportResult> import_operation(Context& context, const ImportRequest& request) {
    return {import_statements(context, context.request().body, request)};
}

Page<StatementView> list(Context& context, const StatementFilter& filter) {
    Page<StatementView> page{
        context.rows<sql::list_statements>(context.organization(), filter.bank_account_id, filter.cursor), {}};
    if (page.items.size() == 100) page.next = page.items.back().id.text();
    return page;
}

}  // namespace

ImportResult import_statements(Context& context, std::string_view bytes, const ImportRequest& request) {
    const auto filename = request.filename ? request.filename->value : std::string();
    ReadingHints hints;
    hints.currency = context.currency().code();
    if (request.bank_account_id) {
        const auto account = bank_account(context, *request.bank_account_id);
        hints.account_identifier = account.identifier;
        if (account.table_layout) hints.mapping = mapping_of(*account.table_layout);
    }
    auto reading = read_statement(bytes, filename, hints);
    if (!reading.is_readable()) {
        auto message = reading.problems.front().message;
        throw Refused(Refusal::unreadable_statement, message, std::move(reading.problems));
    }
    Problems doubts;
    for (const auto& statement : reading.statements)
        doubts.insert(doubts.end(), statement.doubts.begin(), statement.doubts.end());
    if (!doubts.empty() && !request.accept_doubts.value_or(false)) {
        auto message = doubts.front().message;
        throw Refused(Refusal::doubtful_statement, message, std::move(doubts));
    }
    ImportResult result;
    result.format = reading.format;
    result.already_imported = true;
    const auto hash = hash_of(bytes);
    std::int32_t place = 0;
    for (const auto& statement : reading.statements) {
        ++place;
        const auto account = account_of_statement(context, request.bank_account_id, statement);
        if (statement.currency != account.currency)
            throw Refused(Refusal::wrong_currency, statement.currency + " au lieu de " + account.currency + ".");
        context.later<sql::lock_bank_account>(context.organization(), account.id);
        if (auto known = context.maybe<sql::statements_of_file>(context.organization(), account.id, hash, place)) {
            known->new_count = 0;
            result.statements.push_back(std::move(*known));
            continue;
        }
        result.already_imported = false;
        result.statements.push_back(write_statement(context, account, statement, reading.format, request, hash, place,
                                                    result.detailed_movements));
        result.new_movements += result.statements.back().new_count;
        if (reading.mapping) learn_layout(context, account, *reading.mapping);
    }
    result.missing_statements = holes_beside(context, result.statements);
    return result;
}

constexpr Route routes[] = {
    {"GET", "/api/v1/bank/statements", "bank", operation<list>},
    {"POST", "/api/v1/bank/statements", "bank", operation<import_operation>, true},
};
const std::span<const Route> statement_routes = routes;

}  // namespace daftar::banking
