// Exact decimal numbers: quantities, VAT rates, exchange rates, amounts not yet bound to a currency.
#pragma once
#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace daftar {

/// What to do with the digits that do not fit.
enum class Rounding {
    half_up,    ///< half away from zero: the commercial rule of invoices and VAT returns
    half_even,  ///< banker's rounding, for averages
    down        ///< toward zero
};

/// units × 10^-scale, at most 18 significant digits. Never goes through binary floating point.
struct Decimal {
    std::int64_t units = 0;
    std::uint8_t scale = 0;  ///< digits after the decimal point, 0 to 18

    /// Reads "12", "-0.21", "5E2" (the grammar of a JSON number). Nothing when the text is not a number or does not
    /// fit.
    static std::optional<Decimal> parse(std::string_view text);
    /// Shortest faithful text with all `scale` digits: {1050, 2} is "10.50".
    std::string text() const;
    /// The same value with `digits` decimals; digits that do not fit are rounded.
    Decimal rounded(std::uint8_t digits, Rounding rounding = Rounding::half_up) const;
    /// The same value without trailing zeros.
    Decimal normalized() const;

    friend Decimal operator+(Decimal left, Decimal right);
    friend Decimal operator-(Decimal left, Decimal right);
    friend Decimal operator*(Decimal left, Decimal right);
    Decimal operator-() const { return {-units, scale}; }
    friend std::strong_ordering operator<=>(Decimal left, Decimal right);
    friend bool operator==(Decimal left, Decimal right) { return (left <=> right) == 0; }
};

/// numerator / denominator rounded to `digits` decimals. The denominator must not be zero.
Decimal divide(Decimal numerator, Decimal denominator, std::uint8_t digits, Rounding rounding = Rounding::half_up);

/// value / divisor rounded to a whole number; the divisor is positive. Exact for every 128-bit value.
__int128 divide_rounded(__int128 value, __int128 divisor, Rounding rounding);

/// 10^exponent for 0 ≤ exponent ≤ 36.
__int128 power_of_ten(unsigned exponent);

}  // namespace daftar
