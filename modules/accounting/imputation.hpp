// How an invoice becomes charges, VAT and a debt. Pure rules: no SQL, no clock.
#pragma once
#include <optional>
#include <span>
#include <vector>

#include "core/described.hpp"
#include "core/money.hpp"

namespace daftar::accounting {

enum class VatTreatment {
    normal,
    exempt,
    reverse_charge  ///< the customer owes the VAT, the supplier is paid without it
};
BOOST_DESCRIBE_ENUM(VatTreatment, normal, exempt, reverse_charge)

/// quantity × unit price rounded half up to the currency's digits; nothing when it is out of range.
std::optional<Money> line_amount(Decimal quantity, Decimal unit_price, Currency currency);

/// One line of an invoice.
struct InvoiceLine {
    Money net;
    std::optional<Decimal> rate;  ///< nothing: the paper shows no VAT
    VatTreatment treatment = VatTreatment::normal;
    std::optional<Money> stated_vat;  ///< as printed on the paper
};

/// Base and VAT of one rate.
struct RateTotal {
    Decimal rate;
    bool reverse_charge = false;
    Money base, vat;
};

struct Imputation {
    std::vector<Money> vat;      ///< of each line
    std::vector<Money> charges;  ///< of each line: with the VAT in it when the books do not deduct
    std::vector<RateTotal> rates;
    Money net, vat_total;                 ///< what the paper says
    Money payable;                        ///< to the supplier: without the VAT that is reverse charged
    std::optional<std::size_t> mismatch;  ///< first line whose stated VAT is not its base times its rate
};

/// VAT is rounded once per rate, as on a VAT return, and shared over the lines so that it sums. A stated VAT is taken
/// as printed when it is within `tolerance` minor units of the computed one.
Imputation impute(std::span<const InvoiceLine> lines, bool deducts, std::int64_t tolerance = 2);

}  // namespace daftar::accounting
