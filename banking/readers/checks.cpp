#include "banking/readers/checks.hpp"

#include <algorithm>

#include "banking/readers/encoding.hpp"
#include "banking/readers/references.hpp"

namespace daftar::banking {
namespace {

// Where the file gives no period: from the day after the old balance, or the first movement when that is earlier, to
// the last movement or the new balance.
void complete_period(Statement& statement) {
    auto first = statement.closing_date, last = statement.closing_date;
    if (statement.opening_date && (!first || statement.opening_date->plus_days(1) < *first))
        first = statement.opening_date->plus_days(1);
    for (const auto& movement : statement.movements) {
        if (!first || movement.booking_date < *first) first = movement.booking_date;
        if (!last || movement.booking_date > *last) last = movement.booking_date;
    }
    if (!statement.period_start) statement.period_start = first;
    if (!statement.period_end) statement.period_end = last;
}

}  // namespace

Decimal computed_closing(const Statement& statement) {
    auto balance = statement.opening_balance.value_or(Decimal{});
    for (const auto& movement : statement.movements)
        if (movement.booked) balance = (balance + movement.amount).normalized();
    return balance;
}

std::string french_amount(const Decimal& amount, std::string_view currency) {
    auto text = amount.scale < 2                ? amount.rounded(2).text()
                : amount.normalized().scale < 2 ? amount.rounded(2).text()
                                                : amount.text();
    const auto point = text.find('.');
    for (auto at = static_cast<int>(point) - 3; at > (text[0] == '-' ? 1 : 0); at -= 3)
        text.insert(static_cast<std::size_t>(at), "\xE2\x80\xAF");
    text[text.find('.')] = ',';
    return currency.empty() ? text : text + "\xC2\xA0" + std::string(currency);
}

void check_balance(Statement& statement, Place closing_place) {
    if (!statement.opening_balance || !statement.closing_balance) return;
    const auto computed = computed_closing(statement);
    if (computed == *statement.closing_balance) return;
    const auto shown = [&](const Decimal& amount) { return french_amount(amount, statement.currency); };
    statement.doubts.push_back(
        problem_at(closing_place, "balance_mismatch",
                   "solde initial " + shown(*statement.opening_balance) + " + mouvements = " + shown(computed) +
                       ", mais le relevé annonce un solde final de " + shown(*statement.closing_balance) + " (écart " +
                       shown(*statement.closing_balance - computed) + ")."));
}

void finish_statement(Statement& statement) {
    for (auto& movement : statement.movements) {
        for (auto* text : {&movement.label, &movement.reference, &movement.end_to_end_id, &movement.counterparty_name,
                           &movement.counterparty_account, &movement.kind, &movement.details})
            *text = squeezed(*text);
        const auto id = folded(movement.end_to_end_id);
        if (id == "NOTPROVIDED" || id == "NONREF" || id == "NOTPROVIDED NOTPROVIDED" || id.empty())
            movement.end_to_end_id.clear();
        if (!movement.counterparty_account.empty())
            movement.counterparty_account = normalized_account(movement.counterparty_account);
        if (movement.structured_communication.empty())
            movement.structured_communication = structured_in(movement.label);
        if (movement.structured_communication.empty())
            movement.structured_communication = structured_in(movement.details);
        for (const auto* text : {&movement.structured_communication, &movement.details, &movement.counterparty_name,
                                 &movement.end_to_end_id, &movement.reference})
            if (movement.label.empty()) movement.label = *text;
        if (movement.details == movement.label) movement.details.clear();
        if (movement.details == movement.counterparty_name) movement.details.clear();
    }
    complete_period(statement);
}

}  // namespace daftar::banking
