#include <algorithm>
#include <array>
#include <utility>

#include "banking/readers/checks.hpp"
#include "banking/readers/encoding.hpp"
#include "banking/readers/mt940_information.hpp"
#include "banking/readers/mt940_line.hpp"
#include "banking/readers/mt940_plain.hpp"
#include "banking/readers/readers.hpp"
#include "banking/readers/references.hpp"
#include "banking/readers/values.hpp"
#include "core/text.hpp"

namespace daftar::banking {
namespace {

struct Field {
    std::string tag;                      ///< "61", "60F", "NS"
    std::vector<std::string_view> lines;  ///< the first without its tag
    int line = 0;
};

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }

constexpr std::array<std::string_view, 10> known_tags = {"20", "21", "25", "28", "60", "61", "62", "64", "65", "86"};

// ":61:", ":60F:", ":NS:" at the start of a line.
std::string tag_of(std::string_view line) {
    if (line.size() < 4 || line[0] != ':') return "";
    const auto end = line.substr(1).find(':');
    if (end == line.npos || end < 2 || end > 3) return "";
    const auto tag = line.substr(1, end);
    // ":26:37" is the rest of a time of day that a bank broke off, ":23E:" a field of its own.
    const bool is_shaped = is_digit(tag[0]) && is_digit(tag[1]) && (end == 2 || is_upper(tag[2]));
    const bool is_known = tag == "NS" || std::ranges::find(known_tags, tag) != known_tags.end();
    return is_known || (is_shaped && end == 3) ? std::string(tag) : "";
}

// Where ":86:" stands above its movement: before the first ":61:", and none below the last.
void put_information_below(std::vector<Field>& fields) {
    const auto is_movement = [](const Field& field) { return field.tag == "61"; };
    const auto first = std::ranges::find_if(fields, is_movement);
    if (first == fields.end() || first == fields.begin() || (first - 1)->tag != "86") return;
    const auto last = std::ranges::find_if(fields.rbegin(), fields.rend(), is_movement).base();
    const bool opened_before = (first - 1) != fields.begin() && (first - 2)->tag.starts_with("60");
    if (!opened_before || (last != fields.end() && last->tag == "86")) return;
    for (auto field = first; field != fields.end(); ++field)
        if (field->tag == "61" && (field - 1)->tag == "86") std::iter_swap(field, field - 1);
}

// One list of fields a message; a message ends at "-", "-}" or where the next :20: begins.
std::vector<std::vector<Field>> messages_of(std::string_view text) {
    std::vector<std::vector<Field>> messages(1);
    bool inside = false;
    bool broken_tag = false;
    for (const auto& line : split_lines(text)) {
        auto content = line.text;
        // Lines of a fixed width break even a tag: ":" and then "86:166?00…".
        const bool has_broken_tag = std::exchange(broken_tag, false) && content.starts_with("86:");
        if (const auto block = content.find("{4:"); content.starts_with("{") && block != content.npos)
            content.remove_prefix(block + 3);
        const auto tag = has_broken_tag ? "86" : tag_of(content);
        if (!tag.empty()) {
            const auto starts = [&](const Field& field) {
                return field.tag == "25" || field.tag.starts_with("60") || field.tag == "61";
            };
            if (tag == "20" && std::ranges::any_of(messages.back(), starts)) messages.emplace_back();
            messages.back().push_back({tag, {content.substr(has_broken_tag ? 3 : tag.size() + 2)}, line.number});
            inside = true;
        } else if (content == ":") {
            broken_tag = true;
        } else if (content == "-" || content.starts_with("-}") || content == "-XXX") {
            inside = false;
        } else if (inside && !trimmed(content).empty()) {
            messages.back().back().lines.push_back(content);
        }
    }
    std::erase_if(messages, [](const auto& fields) { return fields.empty(); });
    for (auto& fields : messages) put_information_below(fields);
    return messages;
}

struct Balance {
    Decimal amount;
    Date date;
    std::string currency;
};

// "C250131EUR1287,50"; old German files leave the currency out.
std::optional<Balance> read_balance(const Field& field, Faults& faults) {
    const auto text = trimmed(field.lines[0]);
    const bool shaped = text.size() >= 8 && (text[0] == 'C' || text[0] == 'D');
    const bool has_currency = text.size() >= 10 && std::ranges::all_of(text.substr(7, 3), is_upper);
    const auto date = shaped ? date_yymmdd(text.substr(1, 6), true) : std::nullopt;
    const auto amount = shaped ? plain_amount(trimmed(text.substr(has_currency ? 10 : 7))) : std::nullopt;
    if (!date || !amount) {
        faults.add({field.line}, "invalid_balance", "solde :" + field.tag + ": illisible " + quoted(text) + ".");
        return {};
    }
    return Balance{text[0] == 'D' ? -*amount : *amount, *date, std::string(has_currency ? text.substr(7, 3) : "")};
}

void read_account(std::string_view text, Statement& statement) {
    text = trimmed(text);
    while (text.starts_with('/')) text.remove_prefix(1);
    const bool names_currency =
        text.size() > 4 && text[text.size() - 4] == '/' && std::ranges::all_of(text.substr(text.size() - 3), is_upper);
    if (names_currency) text.remove_suffix(4);  // "//AT39364/12345678912/EUR"
    const auto slash = text.find('/');
    const auto account = slash == text.npos ? text : text.substr(slash + 1);
    if (slash != text.npos) statement.bank = text.substr(0, slash);
    auto normalized = normalized_account(account);
    const auto currency_at = normalized.size() - std::min<std::size_t>(3, normalized.size());
    const bool ends_with_currency = normalized.size() > 8 &&
                                    std::ranges::all_of(normalized.substr(currency_at), is_upper) &&
                                    is_digit(normalized[currency_at - 1]);
    if (ends_with_currency && !is_iban(normalized)) normalized.resize(currency_at);
    statement.account_identifier = normalized;
}

// MT942: ":90D:12EUR345,67" counts and sums the debits of the message.
void check_totals(const Field& field, Statement& statement) {
    const auto text = trimmed(field.lines[0]);
    const auto digits = std::min(text.find_first_not_of("0123456789"), text.size());
    if (digits == 0 || digits > 6 || text.size() < digits + 4) return;
    const auto announced = plain_amount(text.substr(digits + 3));
    Decimal sum;
    int count = 0;
    for (const auto& movement : statement.movements) {
        if ((movement.amount.units < 0) != (field.tag == "90D")) continue;
        sum = sum + movement.amount;
        ++count;
    }
    if (sum.units < 0) sum = -sum;
    if (announced && (sum != *announced || count != std::stoi(std::string(text.substr(0, digits)))))
        statement.doubts.push_back(
            problem_at({field.line}, "totals_mismatch",
                       "le total annoncé " + quoted(text) + " n’est pas celui des mouvements lus."));
}

void attach_information(const Field& field, std::vector<std::string_view>& information) {
    information.insert(information.end(), field.lines.begin(), field.lines.end());
}

Statement read_message(const std::vector<Field>& fields, Faults& faults) {
    Statement statement;
    statement.line = fields.front().line;
    std::vector<std::string_view> information;
    bool interim = false, after_movement = false;
    int closing_line = 0;
    const auto flush = [&] {
        if (!statement.movements.empty()) read_mt940_information(information, statement.movements.back());
        information.clear();
    };
    for (const auto& field : fields) {
        const auto& tag = field.tag;
        if (tag == "NS" && after_movement) read_mt940_numbered(field.lines, statement.movements.back());
        if (tag == "86" && after_movement) attach_information(field, information);
        if (tag == "86" || (tag == "NS" && after_movement)) continue;
        if (after_movement) flush();
        after_movement = false;
        if (tag == "25" || tag == "25P")
            read_account(field.lines[0], statement);
        else if (tag == "28" || tag == "28C")
            statement.sequence = trimmed(field.lines[0]);
        else if (tag == "60F" || tag == "60M" || tag == "62F" || tag == "62M") {
            const auto balance = read_balance(field, faults);
            if (!balance) continue;
            const bool opens = tag[1] == '0';
            (opens ? statement.opening_balance : statement.closing_balance) = balance->amount;
            (opens ? statement.opening_date : statement.closing_date) = balance->date;
            if (!opens) closing_line = field.line;
            if (!statement.currency.empty() && !balance->currency.empty() && statement.currency != balance->currency)
                statement.doubts.push_back(
                    problem_at({field.line}, "balance_currency",
                               "solde en " + balance->currency + " sur un compte tenu en " + statement.currency + "."));
            if (statement.currency.empty()) statement.currency = balance->currency;
        } else if (tag == "34F") {
            interim = true;
            if (statement.currency.empty()) statement.currency = trimmed(field.lines[0]).substr(0, 3);
        } else if (tag == "61") {
            if (auto movement = read_mt940_line(field.lines, field.line, faults)) {
                statement.movements.push_back(std::move(*movement));
                after_movement = true;
            }
        }
    }
    if (after_movement) flush();
    if (statement.account_identifier.empty())
        faults.add({statement.line}, "account_missing", "le message n’a pas de compte (:25:).");
    if (!interim && !faults.any()) {
        if (!statement.opening_balance)
            faults.add({statement.line}, "opening_balance_missing", "le message n’a pas de solde initial (:60F:).");
        if (!statement.closing_balance)
            faults.add({fields.back().line}, "truncated",
                       "le fichier s’arrête avant le solde final (:62F:) : il est tronqué.");
    }
    for (const auto& field : fields)
        if (field.tag == "90D" || field.tag == "90C") check_totals(field, statement);
    check_balance(statement, {closing_line});
    finish_statement(statement);
    return statement;
}

std::string_view number_without_page(std::string_view sequence) { return sequence.substr(0, sequence.find('/')); }

// A message of pages: ":60M:" must continue where the page before, of the same statement, ended.
void check_pages(std::vector<Statement>& statements, const std::vector<std::vector<Field>>& messages) {
    for (std::size_t i = 1; i < statements.size(); ++i) {
        const bool continues = std::ranges::any_of(messages[i], [](const Field& field) { return field.tag == "60M"; });
        if (!continues || statements[i - 1].account_identifier != statements[i].account_identifier ||
            number_without_page(statements[i - 1].sequence) != number_without_page(statements[i].sequence))
            continue;
        if (statements[i - 1].closing_balance != statements[i].opening_balance)
            statements[i].doubts.push_back(
                problem_at({statements[i].line}, "chain_broken",
                           "la page ne commence pas au solde où finit la précédente : il manque une page."));
    }
}

}  // namespace

std::vector<Statement> read_mt940(std::string_view text, Faults& faults) {
    const auto messages = messages_of(text);
    std::vector<Statement> statements;
    for (const auto& fields : messages) statements.push_back(read_message(fields, faults));
    check_pages(statements, messages);
    return statements;
}

}  // namespace daftar::banking
