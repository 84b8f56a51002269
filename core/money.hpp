// Amounts of money: whole minor units of one currency.
#pragma once
#include <array>
#include <compare>
#include <optional>
#include <span>
#include <vector>

#include "core/decimal.hpp"

namespace daftar {

/// An ISO 4217 currency that the product keeps books in.
class Currency {
public:
    constexpr Currency() = default;  ///< no currency yet
    /// Nothing when the code is not one we know.
    static std::optional<Currency> from_code(std::string_view code);
    std::string_view code() const { return {letters_.data(), known() ? 3u : 0u}; }
    /// Digits after the decimal point: 2 for MAD and EUR, 0 for XOF, 3 for TND.
    std::uint8_t digits() const { return digits_; }
    constexpr bool known() const { return letters_[0] != '\0'; }
    friend bool operator==(const Currency&, const Currency&) = default;

private:
    constexpr Currency(std::array<char, 3> letters, std::uint8_t digits) : letters_(letters), digits_(digits) {}
    std::array<char, 3> letters_{};
    std::uint8_t digits_ = 2;
};

/// Largest magnitude of an amount, in minor units: what a JSON number carries exactly everywhere (2^53 − 1).
inline constexpr std::int64_t money_minor_max = 9'007'199'254'740'991;

/// An amount in whole minor units (cents, centimes) of its currency. Arithmetic between currencies is a bug.
struct Money {
    std::int64_t minor = 0;
    Currency currency{};

    Money() = default;
    Money(std::int64_t minor_units, Currency in);

    /// Exact conversion; nothing when the decimal has more digits than the currency or is out of range.
    static std::optional<Money> exactly(Decimal amount, Currency currency);
    /// Conversion that rounds to the currency's digits.
    static Money rounded(Decimal amount, Currency currency, Rounding rounding = Rounding::half_up);
    Decimal decimal() const { return {minor, currency.digits()}; }
    /// "1200.00": digits of the currency, a point, no grouping (the wire format).
    std::string text() const { return decimal().text(); }
    bool is_zero() const { return minor == 0; }

    Money operator-() const { return {-minor, currency}; }
    Money& operator+=(const Money& other);
    Money& operator-=(const Money& other) { return *this += -other; }
    friend Money operator+(Money left, const Money& right) { return left += right; }
    friend Money operator-(Money left, const Money& right) { return left -= right; }
    friend bool operator==(const Money& left, const Money& right) { return (left <=> right) == 0; }
    friend std::strong_ordering operator<=>(const Money& left, const Money& right);
};

/// amount × factor rounded to the currency's digits: VAT, prorata, interest.
Money times(const Money& amount, Decimal factor, Rounding rounding = Rounding::half_up);

/// Splits a total over integer weights by largest remainder; ties go to the earlier weight. The parts always sum to the
/// total. Weights are not negative and not all zero.
std::vector<Money> allocate(const Money& total, std::span<const std::int64_t> weights);

/// "1 200,00 DH", "1 200,00 €": French typography with a narrow no-break space.
std::string french(const Money& amount);

}  // namespace daftar
