#include "banking/readers/mt940_line.hpp"

#include <algorithm>

#include "banking/readers/references.hpp"
#include "banking/readers/values.hpp"
#include "core/text.hpp"

namespace daftar::banking {
namespace {

constexpr std::size_t reference_width = 16;

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }

// The entry date has no year: it lies within half a year of the value date.
Date entry_date(const Date& value_date, std::string_view month_day) {
    const auto month = static_cast<int>(value_date.month()),
               entry_month = (month_day[0] - '0') * 10 + (month_day[1] - '0');
    const int year = value_date.year() + (entry_month - month > 6 ? -1 : month - entry_month > 6 ? 1 : 0);
    const auto two_digits = std::to_string(year % 100 + 100).substr(1);
    return date_yymmdd(two_digits + std::string(month_day), true).value_or(value_date);
}

// An IBAN's shape (test files invent check digits), or the ten characters of an old Dutch number.
bool looks_like_account(std::string_view text) {
    const bool old_dutch = text.size() == 10 && (is_digit(text[0]) || text[0] == 'P') && is_all_digits(text.substr(1));
    return old_dutch ||
           (text.size() >= 15 && text.size() <= 34 && is_upper(text[0]) && is_upper(text[1]) && is_digit(text[2]) &&
            is_digit(text[3]) && std::ranges::all_of(text, [](char c) { return is_upper(c) || is_digit(c); }));
}

// "/OCMT/EUR11,85//CHGS/EUR0,50/": what was asked, and what the bank kept.
std::optional<Decimal> charges_in(std::string_view text) {
    const auto at = text.find("/CHGS/");
    if (at == text.npos || text.size() < at + 10) return {};
    const auto rest = text.substr(at + 9);
    return plain_amount(rest.substr(0, rest.find('/')));
}

struct Sense {
    bool is_debit = false;
    bool is_expected = false;  ///< EC and ED of an interim report: announced, not booked
};

// "C", "D", "RC" (takes a credit back: a debit), "RD", "EC", "ED", each with the currency's third letter or none.
std::optional<Sense> read_sense(std::string_view text, std::size_t& at) {
    Sense sense;
    const char first = at < text.size() ? text[at] : ' ';
    const bool has_prefix = first == 'R' || first == 'E';
    if (has_prefix) ++at;
    if (at >= text.size() || (text[at] != 'C' && text[at] != 'D')) return {};
    sense.is_debit = (text[at] == 'D') != (first == 'R');
    sense.is_expected = first == 'E';
    ++at;
    if (at < text.size() && is_upper(text[at])) ++at;
    return sense;
}

// "NTRFREFERENCE//BANK": one letter and three of kind, sixteen of the customer's reference, then the bank's.
void read_references(std::string_view rest, Movement& movement) {
    rest = trimmed(rest);
    const bool has_kind =
        rest.size() >= 4 && is_upper(rest[0]) && !rest.starts_with("NONREF") &&
        std::ranges::all_of(rest.substr(1, 3), [](char c) { return is_upper(c) || is_digit(c) || c == ' '; });
    if (has_kind) {
        movement.kind = trimmed(rest.substr(0, 4));
        rest.remove_prefix(4);
    }
    const auto slashes = rest.find("//");
    auto customer = trimmed(rest.substr(0, slashes));
    if (slashes != rest.npos) {
        const auto bank = trimmed(rest.substr(slashes + 2));
        const bool goes_on = bank.size() > reference_width && bank[reference_width] == '/';  // what belongs below
        movement.reference = goes_on ? bank.substr(0, reference_width) : bank;
        if (goes_on) movement.details = bank.substr(reference_width);
    }
    if (looks_like_account(customer) && customer.size() > reference_width) {  // ASN and its sisters
        movement.counterparty_account = customer;
        customer = {};
    } else if (customer.size() > reference_width && slashes == rest.npos) {  // Rabobank: the name follows
        movement.counterparty_name = trimmed(customer.substr(reference_width));
        customer = trimmed(customer.substr(0, reference_width));
    }
    if (movement.reference.empty() || movement.reference == "NONREF")
        movement.reference = customer == "NONREF" || customer == "EREF" ? "" : customer;
}

}  // namespace

// 6!n[4!n]2a[1!a]15d1!a3!c16x[//16x], then supplementary lines.
std::optional<Movement> read_mt940_line(const std::vector<std::string_view>& lines, int line, Faults& faults) {
    std::string first(trimmed(lines.front()));
    std::size_t used = 1;
    // "1811261126CR" and "30,00N062NONREF" below it: a line of fixed width that is broken before its amount.
    if (lines.size() > 1 && first.size() <= 13 && first.find(',') == first.npos) first += trimmed(lines[used++]);
    const std::string_view text = first;
    const auto fail = [&](std::string_view what) {
        faults.add({line}, "invalid_movement",
                   "mouvement :61: illisible (" + std::string(what) + ") " + quoted(text) + ".");
        return std::nullopt;
    };
    Movement movement;
    movement.line = line;
    const auto value_date = date_yymmdd(text.substr(0, 6), true);
    if (!value_date) return fail("date de valeur");
    movement.value_date = value_date;
    movement.booking_date = *value_date;
    std::size_t at = 6;
    while (at < text.size() && text[at] == ' ') ++at;
    if (at + 4 <= text.size() && is_all_digits(text.substr(at, 4))) {
        movement.booking_date = entry_date(*value_date, text.substr(at, 4));
        at += 4;
    }
    const auto sense = read_sense(text, at);
    if (!sense) return fail("sens D ou C");
    movement.booked = !sense->is_expected;
    const auto amount_end = std::min(text.find_first_not_of("0123456789,.", at), text.size());
    const auto amount = plain_amount(text.substr(at, amount_end - at));
    if (!amount) return fail("montant");
    movement.amount = sense->is_debit ? -*amount : *amount;
    read_references(text.substr(amount_end), movement);
    for (std::size_t i = used; i < lines.size(); ++i) {
        const auto extra = trimmed(lines[i]);
        if (extra.starts_with("//"))
            movement.reference = trimmed(extra.substr(2));
        else if (looks_like_account(extra))
            movement.counterparty_account = extra;
        else if (const auto charges = charges_in(extra); charges && charges->units != 0)
            movement.charges = charges;
        else
            movement.details += (movement.details.empty() ? "" : " ") + std::string(extra);
    }
    return movement;
}

}  // namespace daftar::banking
