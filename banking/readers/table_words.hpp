// What the words around and among a table's movements say: balances, totals, currency, account.
#pragma once
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>

#include "banking/readers/table.hpp"

namespace daftar::banking {

enum class LineKind { movement, opening, closing, total };

/// Banks print balances and totals among the movements; their first words say so (French, English, Dutch, German).
LineKind line_kind_of(std::string_view label);

/// "EUR" from "Montant(EUROS)", "Devise : EUR", "EUR"; "" when no currency is named.
std::string currency_in(std::string_view text);

/// The account that a row above the columns names: an IBAN, a Moroccan RIB, or what stands after "Numéro de compte", in
/// the same cell or the next. With "Code de la banque" and "Code de l’agence" before it, the three together.
class AccountWords {
public:
    void read(const Row& row);
    std::string account() const;

private:
    std::string account_, number_, bank_, branch_;
};

/// What a cell says of the direction: true for "D", "Débit", "Af", "-", false for "C", "Crédit", "Bij", "+".
std::optional<bool> is_debit(std::string_view text);

bool contains_word(std::string_view folded_text, std::initializer_list<std::string_view> words);

}  // namespace daftar::banking
