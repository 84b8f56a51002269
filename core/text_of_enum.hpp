// Names of described enumerators.
#pragma once
#include <boost/describe.hpp>
#include <boost/mp11/algorithm.hpp>
#include <optional>
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

template <Enumerated E> constexpr std::optional<E> enum_from(std::string_view text) {
    std::optional<E> found;
    boost::mp11::mp_for_each<boost::describe::describe_enumerators<E>>([&](auto enumerator) {
        if (name_of(enumerator.value) == text) found = enumerator.value;
    });
    return found;
}

}  // namespace daftar
