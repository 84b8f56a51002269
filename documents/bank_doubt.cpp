#include "documents/bank_doubt.hpp"

#include <algorithm>

#include "registry/bank_account.hpp"

namespace daftar::documents {
namespace {

struct Doubt {
    const char* check;
    int confidence;
    std::string reason;
};

/// "BE68 … 7034": enough to compare with, too little to copy.
std::string shortened(const std::string& iban) { return iban.substr(0, 4) + " … " + iban.substr(iban.size() - 4); }

std::optional<Doubt> doubt_of(const std::string& iban, const std::vector<registry::BankAccountView>& accounts) {
    const auto same = std::ranges::find(accounts, iban, &registry::BankAccountView::iban);
    const auto verified =
        std::ranges::find(accounts, registry::BankAccountStatus::verified, &registry::BankAccountView::status);
    if (same != accounts.end() && same->status == registry::BankAccountStatus::verified) return {};
    if (same != accounts.end() && same->status == registry::BankAccountStatus::rejected)
        return Doubt{"bank_account_rejected", 100, "Ce compte a été refusé pour ce fournisseur : n'y payez rien."};
    if (verified != accounts.end())
        return Doubt{"bank_account_changed", 300,
                     "Ce compte n'est pas le compte vérifié de ce fournisseur (" + shortened(verified->iban) +
                         ") : appelez-le à un numéro que vous connaissez avant de payer."};
    return Doubt{"bank_account_new", 600,
                 "Compte jamais vérifié pour ce fournisseur : il attend votre vérification avant tout paiement."};
}

}  // namespace

void doubt_bank_account(Context& context, const std::optional<Id<registry::Party>>& supplier,
                        std::vector<PaperField>& fields) {
    const auto field = std::ranges::find(fields, "payment_iban", &PaperField::name);
    if (field == fields.end() || field->value.empty()) return;
    const auto iban = registry::canonical_iban(field->value);
    const auto doubt =
        !iban ? std::optional(Doubt{"bank_account_wrong", 200, "La clé de ce compte est fausse : il n'est pas retenu."})
              : doubt_of(*iban, supplier ? registry::bank_accounts_of(context, *supplier)
                                         : std::vector<registry::BankAccountView>{});
    if (!doubt) return;
    field->confidence = std::min(field->confidence, doubt->confidence);
    field->reason = doubt->reason;
    field->checks.emplace_back(doubt->check);
}

}  // namespace daftar::documents
