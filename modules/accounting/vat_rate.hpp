// VAT rates as dated data, by country.
#pragma once
#include "core/operation.hpp"
#include "modules/accounting/refusal.hpp"

namespace daftar::accounting {

enum class VatRateKind { standard, reduced, zero, transition };
BOOST_DESCRIBE_ENUM(VatRateKind, standard, reduced, zero, transition)

/// A rate in force from one day to another, with where it comes from.
struct VatRate {
    std::string country;
    Decimal rate;  ///< 0.21 for 21 %
    VatRateKind kind = VatRateKind::standard;
    std::string label;
    Date valid_from;
    std::optional<Date> valid_to;
    std::string source;
    bool confirmed = false;  ///< false: the official text is still to be read
};
BOOST_DESCRIBE_STRUCT(VatRate, (), (country, rate, kind, label, valid_from, valid_to, source, confirmed))

/// Every rate of the data file; a bad file is a bug.
const std::vector<VatRate>& all_vat_rates();
/// The rates of a country on a day, highest first.
std::vector<VatRate> vat_rates_on(std::string_view country, const Date& day);
bool is_vat_rate(std::string_view country, Decimal rate, const Date& day);
/// "21", "5_5", "2_1": a rate as the guide writes it in names (`vat_21_percent`).
std::string percent_name(Decimal rate);
/// "21 %", "5,5 %"
std::string french_percent(Decimal rate);

/// Country of the books and whether they deduct VAT.
struct VatRegime {
    std::string country;
    bool deducts = false;
};
BOOST_DESCRIBE_STRUCT(VatRegime, (), (country, deducts))
VatRegime vat_regime(Context& context);

extern const std::span<const Route> vat_rate_routes;

}  // namespace daftar::accounting
