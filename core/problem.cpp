#include "core/problem.hpp"

namespace daftar {

Refused::Refused(const RefusalText& text, std::string_view name, std::string_view detail, Problems details)
    : status(text.status), code(name), message(text.sentence), problems(std::move(details)) {
    if (!detail.empty()) message += " " + std::string(detail);
}

RefusalText text_of(CommonRefusal refusal) {
    switch (refusal) {
        case CommonRefusal::not_found:
            return {404, "Introuvable."};
        case CommonRefusal::not_allowed:
            return {403, "Votre rôle ne permet pas cette action."};
        case CommonRefusal::sign_in_required:
            return {401, "Connectez-vous pour continuer."};
        case CommonRefusal::wrong_organization:
            return {403, "Cette organisation n'est pas celle de votre rôle actif."};
        case CommonRefusal::changed_meanwhile:
            return {412, "Modifié entre-temps par quelqu'un d'autre : rechargez la page."};
        case CommonRefusal::idempotency_key_reused:
            return {422, "Cette clé d'idempotence a déjà servi à une autre demande."};
        case CommonRefusal::busy_with_same_key:
            return {409, "La même demande est déjà en cours."};
        case CommonRefusal::invalid_cursor:
            return {400, "Le curseur de pagination n'est pas valable."};
    }
    return {500, ""};
}

}  // namespace daftar
