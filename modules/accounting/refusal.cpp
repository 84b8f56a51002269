#include "modules/accounting/refusal.hpp"

namespace daftar::accounting {

RefusalText text_of(Refusal refusal) {
    switch (refusal) {
        case Refusal::unknown_category:
            return {422, "Cette catégorie n'existe pas ou n'est plus active."};
        case Refusal::not_expense_account:
            return {422, "Ce compte n'est pas un compte de charges actif."};
        case Refusal::not_income_account:
            return {422, "Ce compte n'est pas un compte de produits actif."};
        case Refusal::unknown_vat_rate:
            return {422, "Ce taux de TVA n'est pas en vigueur à cette date."};
        case Refusal::vat_amount_mismatch:
            return {422, "Le montant de TVA ne correspond pas à la base et au taux."};
        case Refusal::duplicate_invoice:
            return {409, "Une facture de ce fournisseur porte déjà ce numéro."};
        case Refusal::total_must_be_positive:
            return {422, "Le total doit être supérieur à zéro."};
        case Refusal::amount_too_large:
            return {422, "Ce montant est trop grand."};
        case Refusal::not_a_supplier:
            return {422, "Ce tiers n'est pas un fournisseur actif."};
        case Refusal::not_an_owner:
            return {422, "Ce tiers n'est pas un copropriétaire actif."};
        case Refusal::not_a_money_account:
            return {422, "Ce compte n'est pas un compte de banque ou de caisse actif."};
        case Refusal::already_approved:
            return {409, "Cette dépense est déjà approuvée."};
        case Refusal::not_approved:
            return {409, "Cette dépense doit d'abord être approuvée."};
        case Refusal::already_paid:
            return {409, "Cette dépense est déjà payée ou créditée."};
        case Refusal::amount_exceeds_due:
            return {422, "Le montant dépasse ce qui reste dû."};
        case Refusal::not_creditable:
            return {409, "Un avoir ne se crédite pas."};
        case Refusal::credit_exceeds_invoice:
            return {422, "Les avoirs dépasseraient le total de la facture."};
        case Refusal::period_not_over:
            return {409, "Cette période n'est pas terminée."};
        case Refusal::already_filed:
            return {409, "La déclaration de cette période est déjà déposée."};
        case Refusal::not_filed:
            return {409, "Cette déclaration n'est pas déposée."};
        case Refusal::already_settled:
            return {409, "Cette déclaration est déjà soldée."};
        case Refusal::nothing_to_settle:
            return {409, "Cette déclaration est néant : il n'y a rien à solder."};
        case Refusal::shares_needed:
            return {422, "La répartition doit donner à au moins un copropriétaire une part supérieure à zéro."};
        case Refusal::closing_blocked:
            return {409, "La clôture est impossible : un contrôle bloquant échoue."};
        case Refusal::year_already_closed:
            return {409, "Cet exercice est déjà clos."};
        case Refusal::earlier_year_open:
            return {409, "Un exercice antérieur est encore ouvert : clôturez-le d'abord."};
        case Refusal::year_not_closed:
            return {409, "Cet exercice n'est pas clos."};
        case Refusal::later_year_closed:
            return {409, "Un exercice postérieur est clos : rouvrez-le d'abord."};
        case Refusal::unknown_anomaly:
            return {404, "Cette anomalie n'existe pas ou n'existe plus."};
        case Refusal::already_reviewed:
            return {409, "Cette provision est déjà traitée."};
    }
    return {500, ""};
}

Problems at_path(std::string path, Refusal refusal) {
    return {{std::move(path), std::string(name_of(refusal)), text_of(refusal).sentence}};
}

}  // namespace daftar::accounting
