#include "core/decimal.hpp"

#include <algorithm>

#include "core/ensure.hpp"

namespace daftar {
namespace {

constexpr unsigned digits_max = 18;

std::int64_t narrow(__int128 value) {
    ensure(value >= INT64_MIN && value <= INT64_MAX, "decimal out of range");
    return static_cast<std::int64_t>(value);
}

__int128 units_at(Decimal value, unsigned scale) { return value.units * power_of_ten(scale - value.scale); }

bool is_digit(char c) { return c >= '0' && c <= '9'; }

}  // namespace

__int128 power_of_ten(unsigned exponent) {
    ensure(exponent <= 36, "power of ten out of range");
    __int128 power = 1;
    while (exponent-- > 0) power *= 10;
    return power;
}

__int128 divide_rounded(__int128 value, __int128 divisor, Rounding rounding) {
    ensure(divisor > 0, "divisor must be positive");
    const bool negative = value < 0;
    const __int128 magnitude = negative ? -value : value;
    __int128 quotient = magnitude / divisor;
    const __int128 rest = magnitude % divisor;
    const __int128 gap = divisor - rest;  // rest ≥ gap ⇔ rest ≥ half, without overflowing 2 × rest
    if (rounding == Rounding::half_up && rest >= gap) ++quotient;
    if (rounding == Rounding::half_even && (rest > gap || (rest == gap && quotient % 2 == 1))) ++quotient;
    return negative ? -quotient : quotient;
}

std::optional<Decimal> Decimal::parse(std::string_view text) {
    std::size_t at = 0;
    const bool negative = at < text.size() && text[at] == '-';
    if (negative) ++at;
    __int128 units = 0;
    int scale = 0;
    unsigned digits = 0;
    bool seen_point = false;
    for (; at < text.size() && (is_digit(text[at]) || text[at] == '.'); ++at) {
        if (text[at] == '.') {
            if (seen_point || digits == 0) return {};
            seen_point = true;
            continue;
        }
        units = units * 10 + (text[at] - '0');
        if (units > INT64_MAX) return {};
        ++digits;
        if (seen_point) ++scale;
    }
    if (digits == 0 || (seen_point && scale == 0)) return {};
    if (at < text.size()) {
        if (text[at] != 'e' && text[at] != 'E') return {};
        ++at;
        bool exponent_negative = false;
        if (at < text.size() && (text[at] == '+' || text[at] == '-')) exponent_negative = text[at++] == '-';
        if (at == text.size()) return {};
        int exponent = 0;
        for (; at < text.size(); ++at) {
            if (!is_digit(text[at]) || exponent > 100) return {};
            exponent = exponent * 10 + (text[at] - '0');
        }
        scale += exponent_negative ? exponent : -exponent;
    }
    while (scale < 0) {
        units *= 10;
        ++scale;
        if (units > INT64_MAX) return {};
        if (units == 0) scale = 0;
    }
    while (scale > static_cast<int>(digits_max) && units % 10 == 0 && units != 0) units /= 10, --scale;
    if (units == 0 && scale > static_cast<int>(digits_max)) scale = 0;
    if (scale > static_cast<int>(digits_max)) return {};
    return Decimal{static_cast<std::int64_t>(negative ? -units : units), static_cast<std::uint8_t>(scale)};
}

std::string Decimal::text() const {
    const bool negative = units < 0;
    const auto magnitude = negative ? 0 - static_cast<std::uint64_t>(units) : static_cast<std::uint64_t>(units);
    std::string digits = std::to_string(magnitude);
    if (digits.size() <= scale) digits.insert(0, scale + 1 - digits.size(), '0');
    if (scale > 0) digits.insert(digits.size() - scale, 1, '.');
    return negative ? "-" + digits : digits;
}

Decimal Decimal::rounded(std::uint8_t digits, Rounding rounding) const {
    ensure(digits <= digits_max, "too many decimals");
    if (digits >= scale) return {narrow(units_at(*this, digits)), digits};
    return {narrow(divide_rounded(units, power_of_ten(scale - digits), rounding)), digits};
}

Decimal Decimal::normalized() const {
    Decimal result = *this;
    while (result.scale > 0 && result.units % 10 == 0) result.units /= 10, --result.scale;
    return result;
}

Decimal operator+(Decimal left, Decimal right) {
    const auto scale = std::max(left.scale, right.scale);
    return {narrow(units_at(left, scale) + units_at(right, scale)), scale};
}

Decimal operator-(Decimal left, Decimal right) { return left + -right; }

Decimal operator*(Decimal left, Decimal right) {
    __int128 units = static_cast<__int128>(left.units) * right.units;
    unsigned scale = left.scale + right.scale;
    while (scale > 0 && units % 10 == 0) units /= 10, --scale;
    if (scale > digits_max) {
        units = divide_rounded(units, power_of_ten(scale - digits_max), Rounding::half_up);
        scale = digits_max;
    }
    return {narrow(units), static_cast<std::uint8_t>(scale)};
}

std::strong_ordering operator<=>(Decimal left, Decimal right) {
    const auto scale = std::max(left.scale, right.scale);
    const __int128 a = units_at(left, scale), b = units_at(right, scale);
    return a < b ? std::strong_ordering::less : a > b ? std::strong_ordering::greater : std::strong_ordering::equal;
}

Decimal divide(Decimal numerator, Decimal denominator, std::uint8_t digits, Rounding rounding) {
    ensure(denominator.units != 0, "division by zero");
    // numerator / denominator = (n × 10^(digits + ds)) / (d × 10^ns), in units of 10^-digits
    __int128 value =
        numerator.units *
        power_of_ten(digits + denominator.scale > numerator.scale ? digits + denominator.scale - numerator.scale : 0);
    __int128 divisor =
        denominator.units *
        power_of_ten(numerator.scale > digits + denominator.scale ? numerator.scale - digits - denominator.scale : 0);
    if (divisor < 0) value = -value, divisor = -divisor;
    return {narrow(divide_rounded(value, divisor, rounding)), digits};
}

}  // namespace daftar
