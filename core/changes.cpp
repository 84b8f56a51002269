#include "core/changes.hpp"

#include "core/ensure.hpp"

namespace daftar {

Json differences(const Json& before, const Json& after) {
    ensure(before.if_object() && after.if_object(), "only objects have differences by member");
    Json::Object was, is;
    const auto keep = [](const Json& from, const Json& other, Json::Object& kept) {
        for (const auto& [name, value] : *from.if_object())
            if (const auto* there = other.find(name); name != "version" && (!there || !(*there == value)))
                kept.emplace_back(name, value);
    };
    keep(before, after, was);
    keep(after, before, is);
    return Json::Object{{"before", std::move(was)}, {"after", std::move(is)}};
}

}  // namespace daftar
