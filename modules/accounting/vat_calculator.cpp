#include "modules/accounting/vat_calculator.hpp"

namespace daftar::accounting {
namespace {

VatAnswer vat_calculator(Context&, const VatQuestion& question) { return calculate_vat(question); }

}  // namespace

VatAnswer calculate_vat(const VatQuestion& question) {
    const auto& amount = question.amount;
    if (question.mode == VatMode::excl) {
        const auto vat = times(amount, question.vat_rate);
        return {amount, vat, amount + vat, question.vat_rate};
    }
    // excl = incl / (1 + rate) = incl × 10^scale / (10^scale + units)
    const auto one = power_of_ten(question.vat_rate.scale);
    const auto minor = divide_rounded(__int128{amount.minor} * one, one + question.vat_rate.units, Rounding::half_up);
    const Money without(static_cast<std::int64_t>(minor), amount.currency);
    return {without, amount - without, amount, question.vat_rate};
}

constexpr Route routes[] = {
    {"GET", "/api/v1/tools/vat-calculator", "read_chart", operation<vat_calculator>},
};
const std::span<const Route> vat_calculator_routes = routes;

}  // namespace daftar::accounting
