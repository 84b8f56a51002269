// Boxes from the upright sheets that were read back to the pages as they are shown.
#pragma once
#include <boost/describe/members.hpp>
#include <boost/mp11/algorithm.hpp>
#include <optional>
#include <vector>

#include "documents/reading/layout.hpp"

namespace daftar::documents {

template <class Value> void show_places(Value& value, const Layout& layout);
template <class Value> void show_places(std::optional<Value>& value, const Layout& layout) {
    if (value) show_places(*value, layout);
}
template <class Value> void show_places(std::vector<Value>& values, const Layout& layout) {
    for (auto& value : values) show_places(value, layout);
}

/// Every reading inside a described struct that has a page and a box.
template <class Value> void show_places(Value& value, const Layout& layout) {
    if constexpr (requires { value.page, value.box; }) {
        const auto [page, box] = shown_place(layout, value.page, value.box);
        value.page = page;
        value.box = box;
    } else if constexpr (boost::describe::has_describe_members<Value>::value) {
        boost::mp11::mp_for_each<boost::describe::describe_members<Value, boost::describe::mod_public>>(
            [&](auto member) { show_places(value.*member.pointer, layout); });
    }
}

}  // namespace daftar::documents
