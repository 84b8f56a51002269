// Arithmetic that every statement must survive, whatever its format.
#pragma once
#include "banking/readers/faults.hpp"
#include "banking/readers/statement.hpp"

namespace daftar::banking {

/// Opening balance + booked movements; the caller knows that there is an opening balance.
Decimal computed_closing(const Statement& statement);

/// Adds `balance_mismatch` to the doubts when opening + Σ movements ≠ closing. Silent when one of the two is missing.
void check_balance(Statement& statement, Place closing_place);

/// "1 200,50 EUR", for messages; the file's own digits, no rounding.
std::string french_amount(const Decimal& amount, std::string_view currency);

/// Trims the texts of every movement, finds structured references in free text, completes the period from the
/// movements.
void finish_statement(Statement& statement);

}  // namespace daftar::banking
