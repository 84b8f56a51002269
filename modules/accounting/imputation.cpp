#include "modules/accounting/imputation.hpp"

#include <algorithm>

#include "core/ensure.hpp"

namespace daftar::accounting {
namespace {

bool bears_vat(const InvoiceLine& line) { return line.rate && line.treatment != VatTreatment::exempt; }

RateTotal& total_of(std::vector<RateTotal>& rates, const InvoiceLine& line) {
    const bool reverse = line.treatment == VatTreatment::reverse_charge;
    for (auto& total : rates)
        if (total.rate == *line.rate && total.reverse_charge == reverse) return total;
    return rates.emplace_back(RateTotal{*line.rate, reverse, Money(0, line.net.currency), Money(0, line.net.currency)});
}

}  // namespace

std::optional<Money> line_amount(Decimal quantity, Decimal unit_price, Currency currency) {
    const auto left = quantity.normalized(), right = unit_price.normalized();
    const __int128 units = static_cast<__int128>(left.units) * right.units;
    const int scale = left.scale + right.scale, digits = currency.digits();
    // Both factors have at most 18 digits: a product that still needs scaling up beyond 10^36 is out of range anyway.
    const __int128 limit = money_minor_max;
    __int128 minor = 0;
    if (scale >= digits) {
        if (scale - digits > 36) return Money(0, currency);
        minor = divide_rounded(units, power_of_ten(static_cast<unsigned>(scale - digits)), Rounding::half_up);
    } else {
        if (units > limit || units < -limit) return {};
        minor = units * power_of_ten(static_cast<unsigned>(digits - scale));
    }
    if (minor > limit || minor < -limit) return {};
    return Money(static_cast<std::int64_t>(minor), currency);
}

Imputation impute(std::span<const InvoiceLine> lines, bool deducts, std::int64_t tolerance) {
    ensure(!lines.empty(), "an invoice has lines");
    const Money zero(0, lines.front().net.currency);
    Imputation result;
    result.net = result.vat_total = result.payable = zero;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        const auto& line = lines[i];
        Money vat = zero;
        if (bears_vat(line)) {
            auto& total = total_of(result.rates, line);
            total.base += line.net;
            // The line takes what the rounded total of its rate grows by.
            const auto grown = times(total.base, *line.rate) - total.vat;
            const auto alone = times(line.net, *line.rate);
            vat = line.stated_vat.value_or(grown);
            if (std::abs((vat - alone).minor) > tolerance && std::abs((vat - grown).minor) > tolerance &&
                !result.mismatch)
                result.mismatch = i;
            total.vat += vat;
        } else if (line.stated_vat && !line.stated_vat->is_zero() && !result.mismatch) {
            result.mismatch = i;
        }
        result.vat.push_back(vat);
        result.charges.push_back(deducts ? line.net : line.net + vat);
        result.net += line.net;
        result.vat_total += vat;
        result.payable += line.treatment == VatTreatment::reverse_charge ? line.net : line.net + vat;
    }
    return result;
}

}  // namespace daftar::accounting
