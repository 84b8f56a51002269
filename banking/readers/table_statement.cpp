#include <algorithm>

#include "banking/readers/checks.hpp"
#include "banking/readers/encoding.hpp"
#include "banking/readers/references.hpp"
#include "banking/readers/table.hpp"
#include "banking/readers/table_balance.hpp"
#include "banking/readers/table_words.hpp"

namespace daftar::banking {
namespace {

class TableReader {
public:
    TableReader(const Table& table, const FoundLayout& layout, Faults& faults)
        : table_(table), layout_(layout), faults_(faults) {}

    std::vector<Statement> read() {
        find_habits();
        read_preamble();
        for (auto index = layout_.first_row; index < table_.rows.size() && !faults_.full(); ++index)
            read_row(table_.rows[index]);
        if (statements_.empty() && !faults_.any())
            faults_.add({table_.rows.empty() ? 1 : table_.rows.back().line}, "no_statement",
                        "aucun mouvement sous les titres de colonnes.");
        for (auto& [statement, balances] : statements_) finish(statement, balances);
        std::vector<Statement> result;
        for (auto& [statement, balances] : statements_) result.push_back(std::move(statement));
        return result;
    }

private:
    using Read = std::pair<Statement, std::vector<BalanceAfter>>;

    int column(Role role) const {
        const auto found = layout_.mapping.columns.find(role);
        return found == layout_.mapping.columns.end() ? -1 : found->second;
    }
    const Cell& cell(const Row& row, Role role) const { return row.at(column(role)); }

    // Date order and decimal mark hold for the whole file: one "13/02" or one "1,5" decides for all.
    void find_habits() {
        std::vector<std::string_view> dates, amounts, balances, debits;
        for (auto index = layout_.first_row; index < table_.rows.size(); ++index) {
            const auto& row = table_.rows[index];
            if (line_kind_of(first_words(row)) != LineKind::movement) continue;
            const auto& date = cell(row, Role::date);
            if (!date.is_exact &&
                (date_from(date.text, DateOrder::day_month_year) || date_from(date.text, DateOrder::month_day_year) ||
                 date_from(date.text, DateOrder::year_month_day)))
                dates.push_back(date.text);
            for (const auto role : {Role::amount, Role::debit, Role::credit, Role::balance})
                if (const auto& amount = cell(row, role); !amount.is_exact && !amount.text.empty())
                    (role == Role::balance ? balances : amounts).push_back(amount.text);
            if (!cell(row, Role::debit).text.empty()) debits.push_back(cell(row, Role::debit).text);
        }
        mark_ = layout_.mapping.decimal_mark ? layout_.mapping.decimal_mark : decimal_mark_of(amounts);
        // "1.200" alone in a file of euros or dirhams: three decimals do not exist there, so the point groups.
        if (!mark_)
            mark_ = std::ranges::any_of(amounts, [](std::string_view text) { return text.find(',') != text.npos; })
                        ? DecimalMark::point
                        : DecimalMark::comma;
        // Some banks write amounts with a comma and the balance beside them with a point.
        balance_mark_ = decimal_mark_of(balances).value_or(*mark_);
        order_ = layout_.mapping.date_order ? layout_.mapping.date_order : date_order_of(dates);
        if (!order_) order_ = DateOrder::day_month_year;
        const auto is_negative = [&](std::string_view text) {
            return amount_from(text, *mark_).value_or(Decimal{}).units < 0;
        };
        debits_are_negative_ =
            std::ranges::any_of(debits, is_negative) && std::ranges::all_of(debits, [&](std::string_view text) {
                return amount_from(text, *mark_).value_or(Decimal{}).units <= 0;
            });
    }

    std::optional<Decimal> amount_in(const Cell& found) const {
        return found.is_exact ? amount_from(found.text, DecimalMark::point) : amount_from(found.text, *mark_);
    }
    std::optional<Decimal> balance_in(const Cell& found) const {
        return amount_from(found.text, found.is_exact ? DecimalMark::point : balance_mark_);
    }
    std::optional<Date> date_in(const Cell& found) const {
        return found.is_exact ? Date::parse(found.text) : date_from(found.text, *order_);
    }

    // Account, currency and balances printed above the columns.
    void read_preamble() {
        const auto header_rows = layout_.mapping.header.empty() ? 0 : layout_.first_row - 1;
        AccountWords account;
        for (std::size_t index = 0; index < header_rows; ++index) {
            const auto& row = table_.rows[index];
            account.read(row);
            for (std::size_t i = 0; i < row.cells.size(); ++i) {
                const auto& text = row.cells[i].text;
                const auto colon = text.find(':');
                const auto& next = row.at(static_cast<int>(i) + 1).text;
                const auto words = folded(text);
                if (contains_word(words, {"DEVISE", "MONNAIE", "CURRENCY", "COMPTE TENU EN"}) && currency_.empty())
                    currency_ = currency_in(colon != text.npos && colon + 1 < text.size() ? text.substr(colon + 1)
                                            : next.empty()                                ? text
                                                                                          : next);
                if (words.starts_with("SOLDE") || line_kind_of(text.substr(0, colon)) != LineKind::movement)
                    read_balance_words(row, i);
            }
        }
        account_ = account.account();
        const int amount_column = column(Role::amount) >= 0 ? column(Role::amount) : column(Role::credit);
        if (currency_.empty() && amount_column >= 0 &&
            static_cast<std::size_t>(amount_column) < layout_.mapping.header.size())
            currency_ = currency_in(layout_.mapping.header[static_cast<std::size_t>(amount_column)]);
    }

    void read_balance_words(const Row& row, std::size_t at) {
        const auto& text = row.cells[at].text;
        const auto colon = text.find(':');
        for (auto i = at; i < row.cells.size(); ++i) {
            const auto candidate =
                i == at ? Cell{colon == text.npos ? "" : text.substr(colon + 1), false} : row.cells[i];
            const auto amount = amount_in(candidate);
            if (!amount) continue;
            auto& balance = line_kind_of(text.substr(0, colon)) == LineKind::opening ? opening_ : closing_;
            if (!balance) balance = amount;  // the same again may follow in old francs
            return;
        }
    }

    Read& statement_for(const Row& row) {
        auto account = normalized_account(cell(row, Role::account).text);
        if (account.empty()) account = account_;
        for (auto& read : statements_)
            if (read.first.account_identifier == account) return read;
        Statement statement;
        statement.account_identifier = account;
        statement.currency = currency_;
        statement.line = row.line;
        statements_.emplace_back(std::move(statement), std::vector<BalanceAfter>{});
        return statements_.back();
    }

    // The signed amount of a row, from one column, from two, or from one with a direction beside it.
    std::optional<Decimal> signed_amount(const Row& row) {
        const auto fail = [&](Role role, std::string_view code, std::string message) {
            faults_.add({row.line, column(role) + 1}, std::string(code), message);
            return std::nullopt;
        };
        if (column(Role::amount) >= 0) {
            const auto& text = cell(row, Role::amount);
            auto amount = amount_in(text);
            if (!amount) return fail(Role::amount, "invalid_amount", "montant illisible " + quoted(text.text) + ".");
            const auto debit = is_debit(cell(row, Role::direction).text);
            // Where the direction is told, the sign of the figure says nothing more.
            if (debit && *debit == (amount->units > 0)) amount = -*amount;
            return less_fee(*amount, row);
        }
        Decimal amount;
        bool filled = false;
        for (const auto role : {Role::debit, Role::credit}) {
            const auto& text = cell(row, role);
            if (text.text.empty() || text.text == "-") continue;
            const auto value = amount_in(text);
            if (!value) return fail(role, "invalid_amount", "montant illisible " + quoted(text.text) + ".");
            if (value->units == 0) {
                filled = true;
                continue;
            }
            if (amount.units != 0) return fail(role, "two_amounts", "débit et crédit sur la même ligne.");
            const bool is_debit = role == Role::debit;
            if (value->units < 0 && !(is_debit && debits_are_negative_))
                return fail(role, "ambiguous_sign",
                            "montant négatif dans une colonne de montants positifs : le sens est ambigu.");
            amount = is_debit && !debits_are_negative_ ? -*value : *value;
            filled = true;
        }
        if (!filled) return fail(Role::debit, "amount_missing", "ligne datée sans montant.");
        return amount;
    }

    // Revolut and its like keep the fee beside the amount; both leave the account.
    Decimal less_fee(const Decimal& amount, const Row& row) const {
        const auto fee = amount_in(cell(row, Role::fee));
        if (!fee || fee->units == 0) return amount;
        return amount - (fee->units < 0 ? -*fee : *fee);
    }

    bool has_amount(const Row& row) const {
        return std::ranges::any_of(std::initializer_list<Role>{Role::amount, Role::debit, Role::credit},
                                   [&](Role role) { return !cell(row, role).text.empty(); });
    }

    std::string first_words(const Row& row) const {
        if (const auto& label = cell(row, Role::label).text; !label.empty()) return label;
        for (const auto& found : row.cells)
            if (std::ranges::any_of(found.text, [](unsigned char c) { return std::isalpha(c); })) return found.text;
        return "";
    }

    // A balance line among the movements; credit and debit columns give its sign, or the balance column itself.
    void note_balance(const Row& row, LineKind kind) {
        std::optional<Decimal> amount;
        if (!cell(row, Role::balance).text.empty())
            amount = balance_in(cell(row, Role::balance));
        else if (column(Role::amount) >= 0)
            amount = amount_in(cell(row, Role::amount));
        else if (const auto credit = amount_in(cell(row, Role::credit)); credit && credit->units != 0)
            amount = credit;
        else if (const auto debit = amount_in(cell(row, Role::debit)); debit && debit->units != 0)
            amount = debit->units > 0 && !debits_are_negative_ ? -*debit : *debit;
        // A balance line has columns of its own at some banks: the one amount that is there.
        for (std::size_t i = 1; i < row.cells.size() && !amount; ++i)
            if (row.cells[i].is_exact || row.cells[i].text.find_first_of(",.") != std::string::npos)
                amount = amount_in(row.cells[i]);
        const bool opens = kind == LineKind::opening || (statements_.empty() && kind == LineKind::closing && !opening_);
        if (amount) (opens ? opening_ : closing_) = amount;
    }

    void read_row(const Row& row) {
        if (row.is_blank()) return;
        const auto kind = line_kind_of(first_words(row));
        if (kind == LineKind::opening || kind == LineKind::closing) return note_balance(row, kind);
        if (kind == LineKind::total) return;
        const auto& date_cell = cell(row, Role::date);
        const auto date = date_in(date_cell);
        if (!date && !has_amount(row)) {
            // The rest of a long label, or a footer: words without figures.
            if (date_cell.text.empty() && !statements_.empty() && !cell(row, Role::label).text.empty() &&
                !statements_.back().first.movements.empty())
                statements_.back().first.movements.back().details += " " + cell(row, Role::label).text;
            else if (!date_cell.text.empty() && row.cells.size() > 1 &&
                     date_cell.text.find_first_of("0123456789") == 0 && !cell(row, Role::label).text.empty())
                faults_.add({row.line, column(Role::date) + 1}, "invalid_date",
                            "date illisible " + quoted(date_cell.text) + ".");
            return;
        }
        if (!date && date_cell.text.empty() && !is_booked(row)) return;  // announced, with no day yet
        if (!date)
            return faults_.add(
                {row.line, column(Role::date) + 1}, "invalid_date",
                date_cell.text.empty() ? "montant sans date." : "date illisible " + quoted(date_cell.text) + ".");
        const auto amount = signed_amount(row);
        if (!amount) return;
        auto& [statement, balances] = statement_for(row);
        statement.movements.push_back(movement_of(row, *date, *amount));
        if (const auto currency = currency_in(cell(row, Role::currency).text); !currency.empty()) {
            if (statement.currency.empty()) statement.currency = currency;
            if (statement.currency != currency)
                statement.doubts.push_back(
                    problem_at({row.line}, "movement_currency",
                               "mouvement en " + currency + " sur un compte tenu en " + statement.currency + "."));
        }
        const auto& balance = cell(row, Role::balance);
        if (balance.text.empty()) return;
        if (const auto value = balance_in(balance))
            balances.push_back({statement.movements.size() - 1, *value, row.line});
        else
            faults_.add({row.line, column(Role::balance) + 1}, "invalid_balance",
                        "solde illisible " + quoted(balance.text) + ".");
    }

    Movement movement_of(const Row& row, const Date& date, const Decimal& amount) const {
        Movement movement;
        movement.line = row.line;
        movement.booking_date = date;
        movement.amount = amount;
        movement.value_date = date_in(cell(row, Role::value_date));
        movement.label = cell(row, Role::label).text;
        movement.reference = cell(row, Role::reference).text;
        movement.structured_communication = structured_reference(cell(row, Role::structured).text);
        movement.counterparty_name = cell(row, Role::name).text;
        const auto& counterparty = cell(row, Role::counterparty).text;
        // One column holds an account at one bank and a name at another: figures are an account.
        if (counterparty.find_first_of("0123456789") != counterparty.npos || !movement.counterparty_name.empty())
            movement.counterparty_account = counterparty;
        else
            movement.counterparty_name = counterparty;
        for (const int extra : layout_.mapping.detail_columns)
            if (const auto& text = row.at(extra).text; !text.empty() && text != movement.label)
                movement.details += (movement.details.empty() ? "" : " · ") + text;
        if (const auto fee = amount_in(cell(row, Role::fee)); fee && fee->units != 0)
            movement.charges = fee->units < 0 ? -*fee : *fee;
        movement.booked = is_booked(row);
        return movement;
    }

    bool is_booked(const Row& row) const {
        const auto status = folded(cell(row, Role::status).text);
        return !contains_word(status, {"REFUS", "GEWEIGERD", "PENDING", "EN ATTENTE", "EN COURS", "REVERTED",
                                       "DECLINED", "ANNUL", "VORGEMERKT"});
    }

    void finish(Statement& statement, const std::vector<BalanceAfter>& balances) {
        const bool only_one = statements_.size() == 1;
        if (only_one) statement.opening_balance = opening_, statement.closing_balance = closing_;
        check_running_balance(statement, balances);
        check_balance(statement, {table_.rows.back().line});
        if (statement.currency.empty() && is_iban(statement.account_identifier)) {
            const auto country = statement.account_identifier.substr(0, 2);
            statement.currency = country == "FR" || country == "BE" ? "EUR" : country == "MA" ? "MAD" : "";
        }
        if (statement.currency.empty() && is_moroccan_rib(statement.account_identifier)) statement.currency = "MAD";
        finish_statement(statement);
    }

    const Table& table_;
    const FoundLayout& layout_;
    Faults& faults_;
    std::vector<Read> statements_;
    std::string account_, currency_;
    std::optional<Decimal> opening_, closing_;
    std::optional<DecimalMark> mark_;
    DecimalMark balance_mark_ = DecimalMark::comma;
    std::optional<DateOrder> order_;
    bool debits_are_negative_ = false;
};

}  // namespace

std::vector<Statement> read_table(const Table& table, const FoundLayout& layout, Faults& faults) {
    return TableReader(table, layout, faults).read();
}

}  // namespace daftar::banking
