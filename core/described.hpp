// One BOOST_DESCRIBE_STRUCT a type: JSON in and out, JSON Schema and SQL rows come from it.
#pragma once
#include <bit>
#include <boost/describe.hpp>
#include <boost/mp11.hpp>
#include <boost/pfr/tuple_size.hpp>

#include "core/text_of_enum.hpp"

namespace daftar {

template <class T>
concept Described = std::is_class_v<T> && boost::describe::has_describe_members<T>::value;
template <class T> using MembersOf = boost::describe::describe_members<T, boost::describe::mod_public>;

/// False when a member was left out of the description.
template <class T> inline constexpr bool fully_described =
    boost::pfr::tuple_size_v<T> == boost::mp11::mp_size<MembersOf<T>>::value;

/// Bytes from the start of a struct to one of its members.
template <class T, class Field> std::size_t offset_of(Field T::*member) {
    static_assert(sizeof member == sizeof(std::size_t));
    return std::bit_cast<std::size_t>(member);  // the Itanium C++ ABI represents it so
}

/// Calls f(name, member) for every described member of a value.
template <class T, class F>
requires Described<std::remove_cvref_t<T>>
constexpr void each_member(T& value, F&& f) {
    boost::mp11::mp_for_each<MembersOf<std::remove_const_t<T>>>(
        [&](auto member) { f(member.name, value.*member.pointer); });
}

}  // namespace daftar
