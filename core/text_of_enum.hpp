// Names of described enumerators.
#pragma once
#include <boost/describe.hpp>
#include <boost/mp11/algorithm.hpp>
#include <array>
#include <optional>
#include <span>
#include <string_view>
#include <type_traits>

namespace daftar {

template <class T>
concept Enumerated = std::is_enum_v<T> && boost::describe::has_describe_enumerators<T>::value;

/// "period_closed" for Refusal::period_closed. A trailing underscore, which keeps clear of a keyword, is not part of
/// the name.
template <Enumerated E> constexpr std::string_view name_of(E value) {
    std::string_view name = "?";
    boost::mp11::mp_for_each<boost::describe::describe_enumerators<E>>([&](auto enumerator) {
        if (enumerator.value == value) name = enumerator.name;
    });
    if (name.ends_with('_')) name.remove_suffix(1);
    return name;
}

/// One enumerator, its type erased.
struct Enumerator {
    std::string_view name;
    long long value;
};

namespace enum_detail {
template <class E, template <class...> class List, class... Each> constexpr auto table(List<Each...>) {
    return std::array<Enumerator, sizeof...(Each)>{
        Enumerator{name_of(Each::value), static_cast<long long>(Each::value)}...};
}
}  // namespace enum_detail

/// Every enumerator, in the order of the description.
template <Enumerated E> std::span<const Enumerator> enumerators() {
    static constexpr auto all = enum_detail::table<E>(boost::describe::describe_enumerators<E>{});
    return all;
}

template <Enumerated E> std::optional<E> enum_from(std::string_view text) {
    for (const auto& [name, value] : enumerators<E>())
        if (name == text) return static_cast<E>(value);
    return {};
}

}  // namespace daftar
