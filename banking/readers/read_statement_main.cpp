// read_statement FILE…: what the readers make of statement files, as one JSON line a file. For folders of files with
// known contents, and for a bank's file that is read differently from what a person expects.
#include <fstream>
#include <iostream>
#include <iterator>

#include "banking/readers/read_statement.hpp"
#include "core/json.hpp"

namespace daftar::banking {
namespace {

Json json_of(const std::optional<Decimal>& amount) { return amount ? Json(JsonNumber{amount->text()}) : Json(); }
Json json_of(const std::optional<Date>& date) { return date ? Json(date->text()) : Json(); }

Json json_of(const Problems& problems) {
    Json::Array found;
    for (const auto& problem : problems)
        found.push_back(Json::Object{{"path", problem.path}, {"code", problem.code}, {"message", problem.message}});
    return found;
}

Json json_of(const Movement& movement) {
    return Json::Object{{"line", JsonNumber{std::to_string(movement.line)}},
                        {"booking_date", movement.booking_date.text()},
                        {"value_date", json_of(movement.value_date)},
                        {"amount", JsonNumber{movement.amount.text()}},
                        {"booked", movement.booked},
                        {"label", movement.label},
                        {"reference", movement.reference},
                        {"end_to_end_id", movement.end_to_end_id},
                        {"structured_communication", movement.structured_communication},
                        {"counterparty_name", movement.counterparty_name},
                        {"counterparty_account", movement.counterparty_account},
                        {"kind", movement.kind},
                        {"details", movement.details},
                        {"charges", json_of(movement.charges)}};
}

Json json_of(const Statement& statement) {
    Json::Array movements;
    for (const auto& movement : statement.movements) movements.push_back(json_of(movement));
    return Json::Object{{"account", statement.account_identifier},
                        {"bank", statement.bank},
                        {"currency", statement.currency},
                        {"sequence", statement.sequence},
                        {"period_start", json_of(statement.period_start)},
                        {"period_end", json_of(statement.period_end)},
                        {"opening_balance", json_of(statement.opening_balance)},
                        {"closing_balance", json_of(statement.closing_balance)},
                        {"doubts", json_of(statement.doubts)},
                        {"movements", std::move(movements)}};
}

bool show(const char* path) {
    std::ifstream file(path, std::ios::binary);
    if (!file) {
        std::cerr << path << " : fichier introuvable\n";
        return false;
    }
    const std::string bytes{std::istreambuf_iterator<char>(file), {}};
    const auto reading = read_statement(bytes, path);
    Json::Array statements;
    for (const auto& statement : reading.statements) statements.push_back(json_of(statement));
    std::cout << to_text(Json(Json::Object{{"file", std::string(path)},
                                           {"format", reading.format},
                                           {"problems", json_of(reading.problems)},
                                           {"statements", std::move(statements)}}))
              << "\n";
    return reading.is_readable();
}

}  // namespace
}  // namespace daftar::banking

int main(int count, char** arguments) {
    bool all_readable = count > 1;
    for (int i = 1; i < count; ++i) all_readable = daftar::banking::show(arguments[i]) && all_readable;
    return all_readable ? 0 : 1;
}
