#include "banking/readers/table_words.hpp"

#include <algorithm>

#include "banking/readers/encoding.hpp"
#include "banking/readers/references.hpp"
#include "core/text.hpp"

namespace daftar::banking {

bool contains_word(std::string_view folded_text, std::initializer_list<std::string_view> words) {
    return std::ranges::any_of(words,
                               [&](std::string_view word) { return folded_text.find(word) != folded_text.npos; });
}

LineKind line_kind_of(std::string_view label) {
    const auto text = folded(label);
    const auto starts = [&](std::initializer_list<std::string_view> words) {
        return std::ranges::any_of(words, [&](std::string_view word) { return text.starts_with(word); });
    };
    if (starts({"OPENING BALANCE", "BALANCE AT START", "STARTING BALANCE", "BALANCE BROUGHT FORWARD", "BEGINSALDO",
                "ANFANGSSALDO", "ALTER KONTOSTAND", "STARTSALDO"}))
        return LineKind::opening;
    if (starts({"CLOSING BALANCE", "BALANCE AT END", "ENDING BALANCE", "BALANCE CARRIED FORWARD", "EINDSALDO",
                "ENDSALDO", "NEUER KONTOSTAND"}))
        return LineKind::closing;
    const bool balance =
        text == "SOLDE" || text == "REPORT" || text.starts_with("ANCIEN SOLDE") || text.starts_with("NOUVEAU SOLDE") ||
        text.starts_with("SOLDE AU") || text.starts_with("SOLDE EN DATE") || text.starts_with("REPORT A NOUVEAU") ||
        text.starts_with("REPORT SOLDE") ||
        (text.starts_with("SOLDE ") && contains_word(text, {"DEPART", "INITIAL", "PRECEDENT", "OUVERTURE", "DEBUT",
                                                            "FINAL", "CLOTURE", "FIN ", "CREDITEUR", "DEBITEUR"}));
    if (balance)
        return contains_word(text, {"DEPART", "INITIAL", "PRECEDENT", "OUVERTURE", "DEBUT", "ANCIEN", "REPORT"})
                   ? LineKind::opening
                   : LineKind::closing;
    const bool total = text == "TOTAL" || text == "TOTAUX" || text.starts_with("TOTAL DES") ||
                       text.starts_with("TOTAL MOUVEMENTS") || text.starts_with("TOTAUX DES");
    return total ? LineKind::total : LineKind::movement;
}

std::optional<bool> is_debit(std::string_view text) {
    const auto word = folded(text);
    const auto is_one_of = [&](std::initializer_list<std::string_view> words) {
        return std::ranges::any_of(words, [&](std::string_view known) { return word == known; });
    };
    if (is_one_of({"D", "AF", "DB", "DR", "S", "SOLL", "DBIT", "OUT"}) || word.starts_with("DEB") || text == "-")
        return true;
    if (is_one_of({"C", "BIJ", "CR", "H", "HABEN", "CRDT", "IN"}) || word.starts_with("CRE") || text == "+")
        return false;
    return {};
}

std::string currency_in(std::string_view text) {
    const auto words = " " + folded(text) + " ";
    if (contains_word(words, {" EUR ", " EUROS ", " EURO "})) return "EUR";
    if (contains_word(words, {" MAD ", " DH ", " DHS ", " DIRHAM"})) return "MAD";
    const auto trimmed_words = folded(text);
    return trimmed_words.size() == 3 && std::ranges::all_of(trimmed_words, [](char c) { return c >= 'A' && c <= 'Z'; })
               ? trimmed_words
               : "";
}

void AccountWords::read(const Row& row) {
    for (std::size_t i = 0; i < row.cells.size(); ++i) {
        const auto& text = row.cells[i].text;
        if (const auto iban = iban_in(text))
            account_ = *iban;
        else if (const auto rib = moroccan_rib_in(text))
            account_ = *rib;
        // "Numéro de compte : 0123" in one cell, or the number in the next.
        const auto colon = text.find(':');
        const bool in_cell = colon != text.npos && !trimmed(std::string_view(text).substr(colon + 1)).empty();
        const auto value = in_cell ? text.substr(colon + 1) : row.at(static_cast<int>(i) + 1).text;
        if (value.find_first_of("0123456789") == value.npos) continue;
        const auto words = folded(std::string_view(text).substr(0, colon));
        if (words.starts_with("CODE DE LA BANQUE") || words == "CODE BANQUE")
            bank_ = without_spaces(value);
        else if (words.starts_with("CODE DE L AGENCE") || words == "CODE GUICHET" || words == "CODE AGENCE")
            branch_ = without_spaces(value);
        else if (number_.empty() &&
                 contains_word(words, {"COMPTE", "RIB", "REKENING", "KONTO", "ACCOUNT NUMBER", "IBAN"}))
            number_ = normalized_account(value);
    }
}

std::string AccountWords::account() const {
    if (!account_.empty()) return account_;
    const bool is_french = bank_.size() == 5 && branch_.size() == 5 && number_.size() == 11;
    return is_french ? bank_ + branch_ + number_ : number_;
}

}  // namespace daftar::banking
