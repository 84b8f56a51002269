#include "banking/types.hpp"

namespace daftar::banking {

RefusalText text_of(Refusal refusal) {
    switch (refusal) {
        case Refusal::unreadable_statement:
            return {400, "Ce relevé n’a pas pu être lu ; rien n’a été importé."};
        case Refusal::doubtful_statement:
            return {422,
                    "Ce relevé se contredit ; rien n’a été importé. Corrigez le fichier, ou confirmez avec "
                    "accept_doubts=true."};
        case Refusal::unknown_bank_account:
            return {422, "Ce relevé est celui d’un compte bancaire qui n’est pas enregistré ici."};
        case Refusal::other_bank_account:
            return {422, "Ce relevé est celui d’un autre compte bancaire."};
        case Refusal::wrong_currency:
            return {422, "La monnaie du relevé n’est pas celle du compte."};
        case Refusal::account_already_bound:
            return {409, "Ce compte comptable est déjà celui d’un autre compte bancaire."};
        case Refusal::identifier_taken:
            return {409, "Ce compte bancaire est déjà enregistré."};
        case Refusal::already_matched:
            return {409, "Ce mouvement est déjà rapproché."};
        case Refusal::movement_detailed:
            return {409, "Ce mouvement est un total dont les détails sont arrivés : rapprochez les détails."};
        case Refusal::not_matched:
            return {409, "Ce mouvement n’est pas rapproché."};
        case Refusal::parts_must_sum:
            return {422, "Les parts ne font pas le montant du mouvement."};
        case Refusal::line_not_of_bank:
            return {422, "Cette ligne n’est pas du compte de la banque."};
        case Refusal::line_already_proven:
            return {409, "Cette ligne est déjà rapprochée d’un mouvement."};
        case Refusal::not_reconciled:
            return {
                422,
                "Le compte n’est pas rapproché à cette date : il reste un écart ou des mouvements à comptabiliser."};
        case Refusal::reconciliation_exists:
            return {409, "Un rapprochement est déjà figé à cette date."};
        case Refusal::unknown_account:
            return {422, "Ce compte n’existe pas."};
        case Refusal::no_bank_account:
            return {404, "Ce compte comptable n’est pas celui d’une banque."};
        case Refusal::reconciliation_frozen:
            return {409,
                    "Ce mouvement est dans un rapprochement figé : il n’est plus défait. Corrigez par une écriture "
                    "datée d’après."};
        case Refusal::part_of_own_account:
            return {422, "Une part ne s’écrit pas sur le compte de cette banque elle-même."};
        case Refusal::undo_before_movement:
            return {422, "Un rapprochement ne se défait pas à une date antérieure au mouvement."};
    }
    return {500, ""};
}

}  // namespace daftar::banking
