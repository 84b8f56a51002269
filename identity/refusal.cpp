#include "identity/refusal.hpp"

namespace daftar::identity {

RefusalText text_of(Refusal refusal) {
    switch (refusal) {
        case Refusal::invalid_credentials:
            return {401, "Adresse ou mot de passe incorrect."};
        case Refusal::totp_required:
            return {401, "Donnez le code à six chiffres de votre application d'authentification."};
        case Refusal::totp_invalid:
            return {401, "Ce code n'est pas le bon, ou il a déjà servi."};
        case Refusal::too_many_attempts:
            return {429, "Trop d'essais."};
        case Refusal::session_ended:
            return {401, "Votre session est terminée : connectez-vous."};
        case Refusal::cross_site_request:
            return {403, "Cette demande ne vient pas de l'application."};
        case Refusal::invalid_link:
            return {422, "Ce lien n'est pas valable, a déjà servi ou a expiré : demandez-en un nouveau."};
        case Refusal::already_installed:
            return {409, "Cette installation a déjà un administrateur."};
        case Refusal::dry_run_impossible:
            return {422, "Cette action ne peut pas être essayée sans être faite."};
        case Refusal::wrong_password:
            return {403, "Le mot de passe donné n'est pas le vôtre."};
        case Refusal::totp_already_enabled:
            return {409, "La connexion en deux étapes est déjà active."};
        case Refusal::totp_not_enabled:
            return {409, "La connexion en deux étapes n'est pas active."};
        case Refusal::totp_not_enrolled:
            return {409, "Commencez par associer une application d'authentification."};
        case Refusal::last_administrator:
            return {409, "C'est le dernier administrateur du cabinet : nommez-en un autre d'abord."};
        case Refusal::own_account_kept:
            return {409, "Vous ne pouvez pas fermer votre propre compte."};
        case Refusal::belongs_to_others:
            return {403, "Cette personne travaille aussi avec d'autres : retirez-lui plutôt ses rôles chez vous."};
        case Refusal::role_above_yours:
            return {403, "Vous ne pouvez pas donner ou retirer ce rôle."};
        case Refusal::role_needs_organization:
            return {422, "Ce rôle se donne dans une organisation."};
        case Refusal::no_such_role:
            return {404, "Ce rôle n'est pas le vôtre."};
        case Refusal::time_zone_unknown:
            return {422, "Ce fuseau horaire n'existe pas."};
        case Refusal::email_taken:
            return {409, "Cette adresse a déjà un compte."};
    }
    return {500, ""};
}

}  // namespace daftar::identity
