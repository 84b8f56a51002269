#include "registry/refusal.hpp"

namespace daftar::registry {

RefusalText text_of(Refusal refusal) {
    switch (refusal) {
        case Refusal::invalid_identifier:
            return {422, "Cet identifiant n'est pas valable : sa forme ou sa clé de contrôle est fausse."};
        case Refusal::identifier_taken:
            return {409, "Cet identifiant appartient déjà à un autre tiers."};
        case Refusal::party_code_taken:
            return {409, "Ce code de tiers est déjà pris."};
        case Refusal::invalid_bank_account:
            return {422, "Cet IBAN ou RIB n'est pas valable : sa clé de contrôle est fausse."};
        case Refusal::bank_account_known:
            return {409, "Ce compte bancaire est déjà enregistré pour ce tiers."};
        case Refusal::already_decided:
            return {409, "Ce compte bancaire a déjà été confirmé ou refusé."};
    }
    return {500, ""};
}

}  // namespace daftar::registry
