#include "ledger/types.hpp"

namespace daftar::ledger {

RefusalText text_of(Refusal refusal) {
    switch (refusal) {
        case Refusal::lines_must_balance:
            return {422, "Le total des débits n'égale pas le total des crédits."};
        case Refusal::entry_needs_lines:
            return {422, "Une écriture a au moins deux lignes."};
        case Refusal::unknown_account:
            return {422, "Ce compte n'existe pas."};
        case Refusal::inactive_account:
            return {422, "Ce compte est désactivé."};
        case Refusal::unknown_auxiliary:
            return {422, "Ce compte auxiliaire n'existe pas."};
        case Refusal::auxiliary_not_of_account:
            return {422, "Cet auxiliaire n'appartient pas à ce compte collectif."};
        case Refusal::unknown_journal:
            return {422, "Ce journal n'existe pas."};
        case Refusal::unknown_document:
            return {422, "Ce document n'existe pas."};
        case Refusal::already_reversed:
            return {409, "Cette écriture est déjà contre-passée."};
        case Refusal::cannot_reverse_reversal:
            return {409, "Une contre-passation ne se contre-passe pas : saisissez une nouvelle écriture."};
        case Refusal::code_taken:
            return {409, "Ce code est déjà pris."};
        case Refusal::parent_missing:
            return {422, "Le compte parent n'existe pas."};
        case Refusal::parent_must_prefix:
            return {422, "Le code doit commencer par celui du compte parent."};
        case Refusal::closed_list:
            return {422, "Ce plan est une liste fermée : un nouveau compte doit avoir un parent du plan."};
        case Refusal::unknown_chart:
            return {404, "Ce plan comptable n'existe pas."};
        case Refusal::books_already_open:
            return {409, "Les livres de cette organisation sont déjà ouverts."};
        case Refusal::books_not_open:
            return {409, "Les livres de cette organisation ne sont pas ouverts."};
        case Refusal::role_not_bound:
            return {409, "Aucun compte n'est attribué à ce rôle comptable."};
        case Refusal::year_exists:
            return {409, "Cet exercice existe déjà."};
        case Refusal::too_many_open_years:
            return {409, "Deux exercices au plus peuvent être ouverts : clôturez d'abord le plus ancien."};
        case Refusal::year_not_contiguous:
            return {422, "Les exercices se suivent sans trou."};
        case Refusal::year_closed:
            return {409, "Cet exercice est clos."};
        case Refusal::year_not_found:
            return {404, "Cet exercice n'existe pas."};
        case Refusal::draft_has_problems:
            return {422, "Ce brouillon a encore des erreurs."};
        case Refusal::account_has_no_role:
            return {422, "Ce compte n'a pas le rôle attendu."};
    }
    return {500, ""};
}

}  // namespace daftar::ledger
