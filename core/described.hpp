// One BOOST_DESCRIBE_STRUCT a type: JSON in and out, JSON Schema and SQL rows come from it.
#pragma once
#include <boost/describe.hpp>
#include <boost/mp11.hpp>
#include <boost/pfr/tuple_size.hpp>

#include "core/text_of_enum.hpp"

namespace daftar {

template <class T>
concept Described = std::is_class_v<T> && boost::describe::has_describe_members<T>::value;
template <class T> using MembersOf = boost::describe::describe_members<T, boost::describe::mod_public>;

/// False when a member was left out of the description.
template <class T> inline constexpr bool fully_described = boost::pfr::tuple_size_v<T> == boost::mp11::mp_size<MembersOf<T>>::value;

/// Calls f(name, member) for every described member of a value.
template <class T, class F>
    requires Described<std::remove_cvref_t<T>>
constexpr void each_member(T& value, F&& f) {
    boost::mp11::mp_for_each<MembersOf<std::remove_const_t<T>>>([&](auto member) { f(member.name, value.*member.pointer); });
}

}  // namespace daftar
