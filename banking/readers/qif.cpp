#include <map>

#include "banking/readers/checks.hpp"
#include "banking/readers/encoding.hpp"
#include "banking/readers/readers.hpp"
#include "banking/readers/references.hpp"
#include "banking/readers/values.hpp"
#include "core/text.hpp"

namespace daftar::banking {
namespace {

/// One record: the lines before "^", by their first letter.
struct Record {
    std::map<char, std::string> fields;
    std::vector<std::string> splits;  ///< amounts of "$" lines
    int line = 0;
    int date_line = 0, amount_line = 0;
};

bool is_investment(std::string_view type) { return type == "INVST" || type == "INVSTMT" || type == "PORT A"; }

struct Section {
    std::string account;
    std::vector<Record> records;
    int line = 0;
};

bool is_money_section(std::string_view type) {
    for (const std::string_view known :
         {"BANK", "CASH", "CCARD", "OTH A", "OTH L", "OTH S", "BANQUE", "CARTE", "ESPECES"})
        if (type == known) return true;
    return false;
}

/// The sections that hold money, and the lines where those begin that hold securities.
struct Sections {
    std::vector<Section> money;
    std::vector<std::pair<int, std::string>> investments;  ///< line, account
};

Sections sections_of(std::string_view text, Faults& faults) {
    Sections found;
    auto& sections = found.money;
    enum class Inside { nothing, account, records } inside = Inside::nothing;
    std::string account;
    Record record;
    int last_line = 0;
    for (const auto& line : split_lines(text)) {
        const auto content = trimmed(line.text);
        if (content.empty()) continue;
        last_line = line.number;
        if (content[0] == '!') {
            const auto header = folded(content);
            if (header.starts_with("ACCOUNT"))
                inside = Inside::account, account.clear();
            else if (header.starts_with("TYPE") && is_money_section(trimmed(std::string_view(header).substr(4)))) {
                inside = Inside::records;
                sections.push_back({account, {}, line.number});
            } else if (header.starts_with("TYPE")) {
                inside = Inside::nothing;
                if (is_investment(trimmed(std::string_view(header).substr(4))))
                    found.investments.emplace_back(line.number, account);
            }
            continue;
        }
        if (inside == Inside::account && content[0] == 'N') account = content.substr(1);
        if (inside != Inside::records) continue;
        if (content[0] == '^') {
            if (!record.fields.empty()) sections.back().records.push_back(std::move(record));
            record = {};
            continue;
        }
        if (record.line == 0) record.line = line.number;
        const char letter = content[0];
        const auto value = std::string(trimmed(content.substr(1)));
        if (letter == 'D') record.date_line = line.number;
        if (letter == 'T' || letter == 'U') record.amount_line = line.number;
        if (letter == '$')
            record.splits.push_back(value);
        else if (letter == 'A' && record.fields.contains('A'))
            record.fields['A'] += " " + value;
        else
            record.fields.try_emplace(letter == 'U' ? 'T' : letter, value);
    }
    if (!record.fields.empty())
        faults.add({last_line}, "truncated",
                   "la dernière opération n’est pas terminée par « ^ » : le fichier est tronqué.");
    return found;
}

bool is_opening(const Record& record) {
    const auto found = record.fields.find('P');
    if (found == record.fields.end()) return false;
    const auto payee = folded(found->second);
    return payee == "OPENING BALANCE" || payee == "SOLDE INITIAL" || payee == "SOLDE D OUVERTURE" ||
           payee == "BEGINSALDO";
}

std::string value_of(const Record& record, char letter) {
    const auto found = record.fields.find(letter);
    return found == record.fields.end() ? "" : found->second;
}

/// How this file writes dates and amounts, found over all its records.
struct Habits {
    DateOrder order = DateOrder::day_month_year;
    DecimalMark mark = DecimalMark::point;
};

Habits habits_of(const std::vector<Section>& sections) {
    std::vector<std::string_view> dates, amounts;
    for (const auto& section : sections)
        for (const auto& record : section.records) {
            if (const auto found = record.fields.find('D'); found != record.fields.end())
                dates.push_back(found->second);
            if (const auto found = record.fields.find('T'); found != record.fields.end())
                amounts.push_back(found->second);
        }
    Habits habits;
    if (const auto order = date_order_of(dates)) habits.order = *order;
    // Without any decimals "1,200" is QIF's own American grouping.
    habits.mark = decimal_mark_of(amounts).value_or(DecimalMark::point);
    return habits;
}

std::optional<Movement> read_record(const Record& record, const Habits& habits, Statement& statement, Faults& faults) {
    Movement movement;
    movement.line = record.line;
    const auto date = date_from(value_of(record, 'D'), habits.order);
    if (!date)
        faults.add({record.date_line ? record.date_line : record.line}, "invalid_date",
                   "date illisible " + quoted(value_of(record, 'D')) + ".");
    const auto amount = amount_from(value_of(record, 'T'), habits.mark);
    if (!amount)
        faults.add({record.amount_line ? record.amount_line : record.line}, "invalid_amount",
                   "montant illisible " + quoted(value_of(record, 'T')) + ".");
    if (!date || !amount) return {};
    movement.booking_date = *date;
    movement.amount = *amount;
    movement.counterparty_name = value_of(record, 'P');
    movement.label = value_of(record, 'M').empty() ? value_of(record, 'P') : value_of(record, 'M');
    movement.reference = value_of(record, 'N');
    movement.details = value_of(record, 'L');
    movement.kind = "QIF";
    Decimal sum;
    for (const auto& split : record.splits) sum = sum + amount_from(split, habits.mark).value_or(Decimal{});
    if (!record.splits.empty() && sum != *amount)
        statement.doubts.push_back(
            problem_at({record.line}, "split_mismatch", "la ventilation ne fait pas le montant de l’opération."));
    return movement;
}

}  // namespace

std::vector<Statement> read_qif(std::string_view text, Faults& faults) {
    const auto [sections, investments] = sections_of(text, faults);
    const auto habits = habits_of(sections);
    std::vector<Statement> statements;
    for (const auto& section : sections) {
        Statement statement;
        statement.line = section.line;
        statement.account_identifier = normalized_account(section.account);
        for (const auto& record : section.records) {
            auto movement = read_record(record, habits, statement, faults);
            if (!movement) continue;
            if (is_opening(record)) {
                statement.opening_balance = movement->amount;
                statement.opening_date = movement->booking_date;
            } else {
                statement.movements.push_back(std::move(*movement));
            }
        }
        finish_statement(statement);
        statements.push_back(std::move(statement));
    }
    const auto not_read = [](const std::string& account) {
        return "compte-titres" + (account.empty() ? "" : " " + quoted(account)) +
               " : ses opérations sur titres ne sont pas des mouvements de banque.";
    };
    for (const auto& [line, account] : investments) {
        if (statements.empty()) faults.add({line}, "no_statement", not_read(account));
        // Beside a money account it is left out, and a person says that this is what he wants.
        else
            statements.front().doubts.push_back(problem_at({line}, "investment_account", not_read(account)));
    }
    if (statements.empty() && investments.empty())
        faults.add({1}, "no_statement", "ce fichier QIF ne contient aucun compte bancaire, carte ou caisse.");
    return statements;
}

}  // namespace daftar::banking
