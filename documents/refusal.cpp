#include "documents/types.hpp"

namespace daftar::documents {

RefusalText text_of(Refusal refusal) {
    switch (refusal) {
        case Refusal::empty_file:
            return {422, "Ce fichier est vide."};
        case Refusal::unsupported_type:
            return {
                422,
                "Ce type de fichier n'est pas pris en charge : PDF, PNG, JPEG, TIFF, facture XML ou relevé bancaire."};
        case Refusal::infected_file:
            return {422, "L'antivirus refuse ce fichier."};
        case Refusal::scan_failed:
            return {503, "L'antivirus ne répond pas : le fichier n'a pas été reçu. Réessayez plus tard."};
        case Refusal::duplicate_document:
            return {409, "Ce fichier a déjà été reçu."};
        case Refusal::not_in_review:
            return {409, "Ce papier n'attend pas de décision."};
        case Refusal::field_missing:
            return {422, "Ce champ manque pour comptabiliser."};
        case Refusal::unknown_field_name:
            return {422, "Ce champ n'existe pas."};
        case Refusal::invalid_field:
            return {422, "Cette valeur n'est pas valable."};
        case Refusal::totals_disagree:
            return {422, "Hors TVA + TVA n'égale pas le total TTC."};
        case Refusal::wrong_currency:
            return {422, "La monnaie du papier n'est pas celle des livres."};
        case Refusal::not_an_invoice:
            return {422, "Ce papier n'est pas une facture : rien n'est à comptabiliser."};
        case Refusal::invoice_of_credit_note_missing:
            return {422, "Aucune facture de ce fournisseur n'est assez grande pour cet avoir."};
        case Refusal::link_expired:
            return {403, "Ce lien n'est plus valable : ouvrez le papier depuis l'application."};
        case Refusal::already_attached:
            return {409, "Ce papier est déjà joint à cette écriture."};
    }
    return {500, ""};
}

}  // namespace daftar::documents
