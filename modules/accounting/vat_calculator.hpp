// From an amount without VAT to one with it, and back, to the cent.
#pragma once
#include "core/operation.hpp"

namespace daftar::accounting {

enum class VatMode {
    excl,  ///< the amount is without VAT
    incl   ///< the amount contains VAT
};
BOOST_DESCRIBE_ENUM(VatMode, excl, incl)

struct VatQuestion {
    Money amount;
    Decimal vat_rate;  ///< 0.21 for 21 %, 0 to 1
    VatMode mode = VatMode::excl;

    std::optional<Problem> broken_rule() const {
        if (vat_rate < Decimal{0, 0} || vat_rate > Decimal{1, 0})
            return Problem{"vat_rate", "out_of_range", "Un taux de TVA va de 0 à 1 (0.21 pour 21 %)."};
        return {};
    }
};
BOOST_DESCRIBE_STRUCT(VatQuestion, (), (amount, vat_rate, mode))

/// amount_excl_vat + vat_amount = amount_incl_vat, always.
struct VatAnswer {
    Money amount_excl_vat, vat_amount, amount_incl_vat;
    Decimal vat_rate;
};
BOOST_DESCRIBE_STRUCT(VatAnswer, (), (amount_excl_vat, vat_amount, amount_incl_vat, vat_rate))

/// Rounded half up once; the other amount is the difference, so that nothing is lost.
VatAnswer calculate_vat(const VatQuestion& question);

extern const std::span<const Route> vat_calculator_routes;

}  // namespace daftar::accounting
