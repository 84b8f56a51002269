#include <algorithm>

#include "banking/readers/checks.hpp"
#include "banking/readers/encoding.hpp"
#include "banking/readers/readers.hpp"
#include "banking/readers/references.hpp"
#include "banking/readers/values.hpp"
#include "core/text.hpp"

namespace daftar::banking {
namespace {

constexpr std::size_t record_width = 120;
constexpr std::size_t record_width_min = 104;  // editors cut the blanks after the amount

struct Record {
    std::string text;
    int line;
    int column;  ///< where it starts in its line
};

// Records end with a line end, or stand one after the other.
std::vector<Record> records_of(std::string_view text) {
    std::vector<Record> records;
    for (const auto& line : split_lines(text)) {
        const Columns columns(line.text);
        if (columns.size() <= record_width) {
            if (!trimmed(line.text).empty()) records.push_back({std::string(line.text), line.number, 1});
            continue;
        }
        for (std::size_t first = 1; first <= columns.size(); first += record_width) {
            auto record = columns.raw(first, std::min(first + record_width - 1, columns.size()));
            if (!trimmed(record).empty()) records.push_back({std::move(record), line.number, static_cast<int>(first)});
        }
    }
    return records;
}

// Signed overpunch: the last character carries the sign. French code pages show { and } as é and è.
std::optional<Decimal> overpunched(std::string text, int decimals) {
    if (text.ends_with("é")) text.replace(text.size() - 2, 2, "{");
    if (text.ends_with("è")) text.replace(text.size() - 2, 2, "}");
    if (text.empty()) return {};
    const char last = text.back();
    bool negative = false;
    if (last == '{')
        text.back() = '0';
    else if (last == '}')
        text.back() = '0', negative = true;
    else if (last >= 'A' && last <= 'I')
        text.back() = static_cast<char>('1' + (last - 'A'));
    else if (last >= 'J' && last <= 'R')
        text.back() = static_cast<char>('1' + (last - 'J')), negative = true;
    else if (last < '0' || last > '9')
        return {};
    const auto value = implied_amount(text, decimals);
    return value && negative ? -*value : value;
}

// "USD200000000001234[rate]": currency, decimals, fourteen digits; shown "12.34 USD". As it is when it is not that.
std::string foreign_amount(const std::string& text) {
    if (text.size() < 18 || text[3] < '0' || text[3] > '9') return text;
    const auto amount = overpunched(text.substr(4, 14), text[3] - '0');
    return amount ? amount->text() + " " + text.substr(0, 3) : text;
}

class CfonbFile {
public:
    explicit CfonbFile(Faults& faults) : faults_(faults) {}

    void read(const Record& record) {
        const Columns columns(record.text);
        const auto code = columns.raw(1, 2);
        place_ = {record.line, record.column > 1 ? record.column : 0};
        if (code != "01" && code != "04" && code != "05" && code != "07")
            return faults_.add(place_, "unknown_record",
                               "code enregistrement 01, 04, 05 ou 07 attendu, lu " + quoted(code) + ".");
        if (code != "05" && columns.size() < record_width_min)
            return faults_.add(place_, "truncated",
                               "enregistrement " + code + " de " + std::to_string(columns.size()) +
                                   " caractères au lieu de 120 : le fichier est tronqué.");
        if (code == "01")
            open(columns);
        else if (code == "04")
            movement(columns);
        else if (code == "05")
            detail(columns);
        else
            close(columns);
    }

    std::vector<Statement> finish() {
        if (statement_)
            faults_.add(place_, "truncated", "le fichier s’arrête avant le nouveau solde (07) : il est tronqué.");
        return std::move(statements_);
    }

private:
    struct Common {
        Decimal amount;
        Date date;
    };

    std::optional<Common> common(const Columns& columns) {
        const auto decimals = columns.raw(20, 20);
        const auto digits = columns.field(91, 104);
        const auto amount = overpunched(digits, is_all_digits(decimals) ? decimals[0] - '0' : 2);
        if (!amount) faults_.add({place_.line, 91}, "invalid_amount", "montant illisible " + quoted(digits) + ".");
        const auto date = date_ddmmyy(columns.field(35, 40));
        if (!date)
            faults_.add({place_.line, 35}, "invalid_date", "date illisible " + quoted(columns.field(35, 40)) + ".");
        if (!amount || !date) return {};
        return Common{*amount, *date};
    }

    void open(const Columns& columns) {
        if (statement_) faults_.add(place_, "truncated", "ancien solde (01) avant la fin du relevé précédent (07).");
        statement_.emplace();
        in_movement_ = false;  // a detail before the first movement belongs to none, even after a broken statement
        statement_->line = place_.line;
        statement_->bank = columns.field(3, 7);
        statement_->currency = columns.field(17, 19);
        account_ = columns.field(22, 32);
        statement_->account_identifier = without_spaces(columns.field(3, 7) + columns.field(12, 16) + account_);
        if (const auto found = common(columns))
            statement_->opening_balance = found->amount, statement_->opening_date = found->date;
        check_chain();
    }

    // The old balance of an account is the new balance of its statement before.
    void check_chain() {
        for (auto before = statements_.rbegin(); before != statements_.rend(); ++before) {
            if (before->account_identifier != statement_->account_identifier ||
                before->currency != statement_->currency)
                continue;
            // A gap of days is a statement that came in another file, not a contradiction.
            const bool follows = !before->closing_date || !statement_->opening_date ||
                                 *before->closing_date == *statement_->opening_date;
            if (follows && before->closing_balance != statement_->opening_balance)
                statement_->doubts.push_back(
                    problem_at(place_, "chain_broken",
                               "l’ancien solde n’est pas le nouveau solde du relevé précédent : il manque un relevé."));
            return;
        }
    }

    void movement(const Columns& columns) {
        if (!statement_)
            return faults_.add(place_, "orphan_record", "mouvement (04) hors d’un relevé : pas d’ancien solde (01).");
        Movement found;
        found.line = place_.line;
        if (const auto values = common(columns)) found.amount = values->amount, found.booking_date = values->date;
        found.value_date = date_ddmmyy(columns.field(43, 48));
        found.kind = columns.field(33, 34);
        found.label = columns.field(49, 79);
        const auto number = columns.field(82, 88);
        found.reference = columns.field(105, 120);
        if (found.reference.empty() && number.find_first_not_of('0') != number.npos) found.reference = number;
        if (columns.field(22, 32) != account_)
            statement_->doubts.push_back(problem_at(
                place_, "account_mismatch",
                "mouvement d’un autre compte (" + columns.field(22, 32) + ") que celui du relevé (" + account_ + ")."));
        statement_->movements.push_back(std::move(found));
        in_movement_ = true;
    }

    void detail(const Columns& columns) {
        if (!statement_ || !in_movement_)
            return faults_.add(place_, "orphan_record", "complément (05) sans mouvement (04).");
        auto& movement = statement_->movements.back();
        const auto kind = columns.raw(46, 48), text = columns.field(49, 118);
        const auto add = [](std::string& to, const std::string& what, std::string_view separator) {
            if (!what.empty()) to += (to.empty() ? "" : std::string(separator)) + what;
        };
        if (kind == "LIB")
            add(movement.label, text, " ");
        else if (kind == "NPY" || kind == "NBE")
            add(movement.counterparty_name, text, " ");
        else if (kind == "RCN") {
            movement.end_to_end_id = columns.field(49, 83);
            add(movement.details, columns.field(84, 118), " · ");
        } else if (kind == "REF") {
            movement.reference = text;
        } else if (kind == "LCS") {
            movement.structured_communication = structured_reference(columns.field(49, 83));
        } else if (kind == "MMO") {
            add(movement.details, foreign_amount(text), " · ");
        } else if (kind == "FEE" && text.size() > 4) {
            movement.charges =
                overpunched(without_spaces(text.substr(4, 14)), text[3] >= '0' && text[3] <= '9' ? text[3] - '0' : 2);
        } else {
            if (const auto iban = iban_in(text); iban && movement.counterparty_account.empty())
                movement.counterparty_account = *iban;
            add(movement.details, text, " · ");
        }
    }

    void close(const Columns& columns) {
        if (!statement_) return faults_.add(place_, "orphan_record", "nouveau solde (07) sans ancien solde (01).");
        if (const auto found = common(columns))
            statement_->closing_balance = found->amount, statement_->closing_date = found->date;
        if (columns.field(22, 32) != account_)
            faults_.add(place_, "account_mismatch", "le nouveau solde est celui d’un autre compte.");
        check_balance(*statement_, place_);
        finish_statement(*statement_);
        statements_.push_back(std::move(*statement_));
        statement_.reset();
        in_movement_ = false;
    }

    Faults& faults_;
    std::vector<Statement> statements_;
    std::optional<Statement> statement_;
    std::string account_;
    Place place_;
    bool in_movement_ = false;
};

}  // namespace

std::vector<Statement> read_cfonb(std::string_view text, Faults& faults) {
    CfonbFile file(faults);
    for (const auto& record : records_of(text)) {
        file.read(record);
        if (faults.full()) break;
    }
    return file.finish();
}

}  // namespace daftar::banking
