#include <algorithm>

#include "banking/readers/checks.hpp"
#include "banking/readers/encoding.hpp"
#include "banking/readers/readers.hpp"
#include "banking/readers/references.hpp"
#include "banking/readers/values.hpp"
#include "core/text.hpp"

namespace daftar::banking {
namespace {

constexpr int decimals = 3;

/// A movement with what is needed to resolve globalisation: details of a total have a detail number above 0000.
struct Record {
    Movement movement;
    int sequence = 0;
    int detail = 0;
    char type = '0';  ///< first digit of the transaction code: 1 to 3 have details, of 5 to 9
};

class CodaStatement {
public:
    CodaStatement(Faults& faults) : faults_(faults) {}

    void header(const Columns& record, int line) {
        statement.line = line;
        statement.bank = record.field(61, 71);
        if (!date_ddmmyy(record.field(6, 11)))
            faults_.add({line, 6}, "invalid_date", "date de création illisible " + quoted(record.field(6, 11)) + ".");
    }

    void old_balance(const Columns& record, int line) {
        ++records_;
        statement.sequence = record.field(3, 5);
        account_of(record.raw(2, 2), record.raw(6, 42));
        statement.opening_balance = amount(record, 43, 44, line);
        statement.opening_date = date_ddmmyy(record.field(59, 64));  // 000000 for a first statement
        has_old_balance_ = true;
    }

    void movement(const Columns& record, int line) {
        ++records_;
        const char article = record.raw(2, 2)[0];
        if (article != '1' && found_.empty())
            return faults_.add({line}, "orphan_record",
                               "enregistrement 2." + std::string(1, article) + " sans enregistrement 2.1.");
        if (article == '1')
            first_part(record, line);
        else if (article == '2') {
            append_communication(record.raw(11, 63));
            last().end_to_end_id = record.field(64, 98);
        } else if (article == '3') {
            const auto account = record.field(11, 44);
            last().counterparty_account = is_iban(account) ? account : account.substr(0, account.find(' '));
            last().counterparty_name = record.field(48, 82);
            append_communication(record.raw(83, 125));
        } else {
            faults_.add({line, 2}, "unknown_record", "article 2." + std::string(1, article) + " inconnu.");
        }
    }

    void information(const Columns& record, int line) {
        ++records_;
        decode_direct_debit();
        if (found_.empty()) return faults_.add({line}, "orphan_record", "enregistrement d’information sans mouvement.");
        const char article = record.raw(2, 2)[0];
        const auto text = article == '1'   ? record.raw(record.raw(40, 40) == "1" ? 44 : 41, 113)
                          : article == '2' ? record.raw(11, 115)
                                           : record.raw(11, 100);
        auto& details = last().details;
        details += (details.empty() ? "" : " ") + text;
    }

    void new_balance(const Columns& record, int line) {
        ++records_;
        closing_line_ = line;
        statement.closing_balance = amount(record, 42, 43, line);
        statement.closing_date = date_ddmmyy(record.field(58, 63));
        if (!statement.closing_date) faults_.add({line, 58}, "invalid_date", "date du nouveau solde illisible.");
        if (!has_old_balance_)
            faults_.add({line}, "opening_balance_missing", "nouveau solde sans ancien solde (enregistrement 1).");
    }

    void free_message() { ++records_; }

    void trailer(const Columns& record, int line) {
        Decimal debits, credits;
        for (const auto& one : found_)
            if (one.detail == 0)
                (one.movement.amount.units < 0 ? debits : credits) =
                    (one.movement.amount.units < 0 ? debits - one.movement.amount : credits + one.movement.amount);
        check_total(record.field(23, 37), debits, "débits", line);
        check_total(record.field(38, 52), credits, "crédits", line);
        const auto count = record.field(17, 22);
        if (!is_all_digits(count))
            faults_.add({line, 17}, "invalid_count", "nombre d’enregistrements illisible.");
        else if (std::stoi(count) != records_)
            doubt(line, "record_count",
                  "l’enregistrement final annonce " + std::to_string(std::stoi(count)) +
                      " enregistrements, le fichier en contient " + std::to_string(records_) + ".");
        ended_ = true;
    }

    bool ended() const { return ended_; }

    Statement finish() {
        if (!statement.closing_balance)
            faults_.add({statement.line}, "closing_balance_missing",
                        "le relevé n’a pas de nouveau solde (enregistrement 8).");
        decode_direct_debit();
        check_sequence();
        resolve_totals();
        check_balance(statement, {closing_line_});
        for (auto& movement : statement.movements)
            if (!movement.structured_communication.empty())
                movement.structured_communication = structured_reference(movement.structured_communication);
        finish_statement(statement);
        return std::move(statement);
    }

    Statement statement;

private:
    Movement& last() { return found_.back().movement; }

    void doubt(int line, std::string code, std::string_view message) {
        statement.doubts.push_back(problem_at({line}, std::move(code), message));
    }

    void account_of(const std::string& structure, const std::string& zone) {
        const bool national = structure == "0", belgian_iban = structure == "2";
        const auto account = national ? zone.substr(0, 12) : belgian_iban ? zone.substr(0, 31) : zone.substr(0, 34);
        statement.account_identifier = normalized_account(trimmed(account));
        statement.currency = trimmed(national ? zone.substr(13, 3) : zone.substr(34, 3));
    }

    Decimal amount(const Columns& record, std::size_t sign_at, std::size_t first, int line) {
        const auto sign = record.raw(sign_at, sign_at);
        const auto value = implied_amount(record.field(first, first + 14), decimals);
        if (!value)
            faults_.add({line, static_cast<int>(first)}, "invalid_amount",
                        "montant illisible " + quoted(record.field(first, first + 14)) + ".");
        if (sign != "0" && sign != "1")
            faults_.add({line, static_cast<int>(sign_at)}, "invalid_direction",
                        "sens 0 (crédit) ou 1 (débit) attendu, lu " + quoted(sign) + ".");
        return sign == "1" ? -value.value_or(Decimal{}) : value.value_or(Decimal{});
    }

    void first_part(const Columns& record, int line) {
        decode_direct_debit();
        const auto sequence = record.field(3, 6), detail = record.field(7, 10);
        if (!is_all_digits(sequence) || !is_all_digits(detail))
            return faults_.add({line, 3}, "invalid_sequence", "numéro de mouvement illisible.");
        Record found;
        found.sequence = std::stoi(sequence);
        found.detail = std::stoi(detail);
        found.type = record.raw(54, 54)[0];
        auto& movement = found.movement;
        movement.line = line;
        movement.reference = record.field(11, 31);
        movement.amount = amount(record, 32, 33, line);
        movement.value_date = date_ddmmyy(record.field(48, 53));  // 000000 when the value date is not known
        movement.kind = record.field(54, 61);
        const auto booked = date_ddmmyy(record.field(116, 121));
        if (!booked)
            faults_.add({line, 116}, "invalid_date",
                        "date comptable illisible " + quoted(record.field(116, 121)) + ".");
        movement.booking_date = booked.value_or(Date{});
        if (record.raw(62, 62) == "1") {
            const auto type = record.field(63, 65);
            if (type == "101" || type == "102")
                movement.structured_communication = record.field(66, 77);
            else
                movement.details = record.raw(66, 115);
            last_type_ = type;
            structured_ = true;
        } else {
            movement.label = record.raw(63, 115);
            structured_ = false;
        }
        found_.push_back(std::move(found));
    }

    void append_communication(const std::string& text) { (structured_ ? last().details : last().label) += text; }

    // Type 127, a SEPA direct debit: date, three codes, 35 of creditor, 35 of mandate, 62 of communication.
    void decode_direct_debit() {
        if (found_.empty() || last_type_ != "127") return;
        last_type_.clear();
        const auto zone = last().details;
        const Columns parts(zone);
        last().details = parts.field(10, 44) + " · " + parts.field(45, 79);
        last().label = parts.field(80, 141);
    }

    void check_total(const std::string& digits, const Decimal& computed, const std::string& what, int line) {
        const auto announced = implied_amount(digits, decimals);
        if (!announced) return faults_.add({line}, "invalid_amount", "total des " + what + " illisible.");
        if (*announced != computed)
            doubt(line, "totals_mismatch",
                  "l’enregistrement final annonce " + french_amount(*announced, statement.currency) + " de " + what +
                      ", les mouvements font " + french_amount(computed, statement.currency) + ".");
    }

    void check_sequence() {
        int expected = 1;
        for (const auto& one : found_) {
            if (one.detail != 0) continue;
            if (one.sequence != expected) {
                doubt(one.movement.line, "sequence_gap",
                      "mouvement n° " + std::to_string(one.sequence) + " au lieu de " + std::to_string(expected) +
                          " : il manque un mouvement.");
                return;
            }
            expected = expected == 9999 ? 0 : expected + 1;
        }
    }

    // A total is replaced by its direct details when they prove to sum to it. A simple amount with detailed data (type
    // 3 with details 8: a loan's capital and interest, a fee and its VAT) stays the one booking that it is; they are
    // told.
    void resolve_totals() {
        for (std::size_t i = 0; i < found_.size(); ++i) {
            auto& total = found_[i];
            if (total.detail != 0) continue;
            std::size_t end = i + 1;
            std::vector<const Record*> details;
            Decimal sum;
            for (; end < found_.size() && found_[end].detail != 0 && found_[end].sequence == total.sequence; ++end) {
                if (found_[end].type == '9') continue;  // details of a detail
                details.push_back(&found_[end]);
                sum = sum + found_[end].movement.amount;
            }
            const bool is_simple = total.type == '3' &&
                                   std::ranges::all_of(details, [](const auto* detail) { return detail->type == '8'; });
            if (!is_simple && !details.empty() && sum == total.movement.amount) {
                const int batch = static_cast<int>(statement.movements.size()) + 1;
                for (const auto* detail : details) {
                    statement.movements.push_back(detail->movement);
                    statement.movements.back().batch = batch;
                }
            } else {
                for (const auto* detail : details)
                    total.movement.details += (total.movement.details.empty() ? "" : " · ") +
                                              french_amount(detail->movement.amount, "") + " " +
                                              detail->movement.counterparty_name + " " + detail->movement.label;
                statement.movements.push_back(total.movement);
            }
        }
    }

    Faults& faults_;
    std::vector<Record> found_;
    int records_ = 0;
    int closing_line_ = 0;
    std::string last_type_;  ///< of the structured communication being collected
    bool structured_ = false;
    bool has_old_balance_ = false;
    bool ended_ = false;
};

}  // namespace

std::vector<Statement> read_coda(std::string_view text, Faults& faults) {
    std::vector<Statement> statements;
    std::optional<CodaStatement> current;
    int last_line = 0;
    for (const auto& line : split_lines(text)) {
        if (trimmed(line.text).empty()) continue;
        last_line = line.number;
        const Columns record(line.text);
        const char type = record.raw(1, 1)[0];
        if (record.size() > 128 || record.size() < 100) {
            faults.add({line.number}, "record_length",
                       "un enregistrement CODA compte 128 caractères, celui-ci " + std::to_string(record.size()) + ".");
            if (faults.full()) break;
            continue;
        }
        if (type == '0') {
            if (current)
                faults.add({line.number}, "truncated",
                           "nouvel en-tête avant la fin du relevé précédent (enregistrement 9).");
            current.emplace(faults);
            current->header(record, line.number);
            continue;
        }
        if (!current) {
            faults.add({line.number}, "header_missing", "enregistrement avant l’en-tête (enregistrement 0).");
            break;
        }
        switch (type) {
            case '1':
                current->old_balance(record, line.number);
                break;
            case '2':
                current->movement(record, line.number);
                break;
            case '3':
                current->information(record, line.number);
                break;
            case '4':
                current->free_message();
                break;
            case '8':
                current->new_balance(record, line.number);
                break;
            case '9':
                current->trailer(record, line.number);
                break;
            default:
                faults.add({line.number, 1}, "unknown_record",
                           "type d’enregistrement inconnu " + quoted(record.raw(1, 1)) + ".");
        }
        if (current->ended()) {
            statements.push_back(current->finish());
            current.reset();
        }
    }
    if (current)
        faults.add({last_line}, "truncated", "le fichier s’arrête avant l’enregistrement final (9) : il est tronqué.");
    return statements;
}

}  // namespace daftar::banking
