// "30 jours fin de mois": when an invoice is due that prints no date for it.
#pragma once
#include <optional>

#include "documents/reading/evidence.hpp"

namespace daftar::documents {

struct PaymentTerms {
    int days = 0;  ///< 0: on the day of the invoice
    bool end_of_month = false;
    int day_of_next_month = 0;  ///< "fin de mois le 10"; 0: none
    int first = 0, last = 0;    ///< tokens
};

/// The terms printed in a sentence about payment, in four languages; nothing when two of them differ.
std::optional<PaymentTerms> find_payment_terms(const Layout& layout);
Date due_by(const PaymentTerms& terms, const Date& issued);

}  // namespace daftar::documents
