#include "core/money.hpp"

#include <algorithm>
#include <numeric>

#include "core/ensure.hpp"

namespace daftar {
namespace {

struct Known {
    std::string_view code;
    std::uint8_t digits;
    std::string_view symbol;
};
constexpr Known currencies[] = {
    {"MAD", 2, "DH"},    {"EUR", 2, "€"},     {"USD", 2, "$"},   {"GBP", 2, "£"},   {"CHF", 2, "CHF"},
    {"XOF", 0, "F CFA"}, {"XAF", 0, "F CFA"}, {"TND", 3, "DT"},  {"DZD", 2, "DA"},  {"CAD", 2, "CAD"},
    {"JPY", 0, "¥"},     {"SEK", 2, "SEK"},   {"NOK", 2, "NOK"}, {"DKK", 2, "DKK"}, {"AED", 2, "AED"},
};

const Known* find(std::string_view code) {
    const auto* found = std::ranges::find(currencies, code, &Known::code);
    return found == std::end(currencies) ? nullptr : found;
}

}  // namespace

std::optional<Currency> Currency::from_code(std::string_view code) {
    const auto* known = find(code);
    if (!known) return {};
    return Currency({code[0], code[1], code[2]}, known->digits);
}

Money::Money(std::int64_t minor_units, Currency in) : minor(minor_units), currency(in) {
    ensure(minor >= -money_minor_max && minor <= money_minor_max, "amount out of range");
}

std::optional<Money> Money::exactly(Decimal amount, Currency currency) {
    const auto exact = amount.normalized();
    if (exact.scale > currency.digits()) return {};
    const __int128 minor = exact.units * power_of_ten(currency.digits() - exact.scale);
    if (minor > money_minor_max || minor < -money_minor_max) return {};
    return Money(static_cast<std::int64_t>(minor), currency);
}

Money Money::rounded(Decimal amount, Currency currency, Rounding rounding) {
    return {amount.rounded(currency.digits(), rounding).units, currency};
}

Money& Money::operator+=(const Money& other) {
    if (!currency.known() && minor == 0) return *this = other;
    ensure(currency == other.currency || other.minor == 0, "two currencies in one sum");
    return *this = Money(minor + other.minor, currency);
}

std::strong_ordering operator<=>(const Money& left, const Money& right) {
    ensure(left.currency == right.currency || left.minor == 0 || right.minor == 0, "two currencies compared");
    return left.minor <=> right.minor;
}

Money times(const Money& amount, Decimal factor, Rounding rounding) {
    const auto product = static_cast<__int128>(amount.minor) * factor.units;
    const auto minor = divide_rounded(product, power_of_ten(factor.scale), rounding);
    ensure(minor >= -money_minor_max && minor <= money_minor_max, "amount out of range");
    return {static_cast<std::int64_t>(minor), amount.currency};
}

std::vector<Money> allocate(const Money& total, std::span<const std::int64_t> weights) {
    ensure(std::ranges::all_of(weights, [](auto weight) { return weight >= 0; }), "negative weight");
    const __int128 sum = std::accumulate(weights.begin(), weights.end(), static_cast<__int128>(0));
    ensure(sum > 0, "no weight to allocate to");
    const bool negative = total.minor < 0;
    const __int128 magnitude = negative ? -total.minor : total.minor;

    std::vector<std::int64_t> parts(weights.size());
    std::vector<__int128> remainders(weights.size());
    std::int64_t left = static_cast<std::int64_t>(magnitude);
    for (std::size_t i = 0; i < weights.size(); ++i) {
        parts[i] = static_cast<std::int64_t>(magnitude * weights[i] / sum);
        remainders[i] = magnitude * weights[i] % sum;
        left -= parts[i];
    }
    std::vector<std::size_t> order(weights.size());
    std::iota(order.begin(), order.end(), 0u);
    std::ranges::stable_sort(order, [&](auto a, auto b) { return remainders[a] > remainders[b]; });
    for (std::size_t i = 0; left > 0; ++i, --left) ++parts[order[i]];

    std::vector<Money> result;
    result.reserve(parts.size());
    for (auto part : parts) result.emplace_back(negative ? -part : part, total.currency);
    return result;
}

std::string french(const Money& amount) {
    auto text = amount.text();
    std::string sign;
    if (text.starts_with('-')) sign = "−", text.erase(0, 1);
    const auto point = text.find('.');
    std::string whole = text.substr(0, point);
    const auto group = std::string("\u202f");
    for (auto at = static_cast<std::ptrdiff_t>(whole.size()) - 3; at > 0; at -= 3)
        whole.insert(static_cast<std::size_t>(at), group);
    if (point != std::string::npos) whole += "," + text.substr(point + 1);
    const auto* known = find(amount.currency.code());
    return sign + whole + (known ? "\u00a0" + std::string(known->symbol) : "");
}

}  // namespace daftar
