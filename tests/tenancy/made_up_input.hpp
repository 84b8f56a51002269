// Input for a route, made up from its description in OpenAPI.
#pragma once
#include "core/json.hpp"

namespace daftar::tests {

/// A value that fits the schema as far as its types go; every identifier is `id`.
inline Json made_up_value(const Json& schema, const Json& book, const std::string& id, int depth = 0) {
    const auto text_of = [&](std::string_view name) {
        const auto* found = schema.find(name);
        return found && found->if_string() ? *found->if_string() : std::string();
    };
    if (const auto reference = text_of("$ref"); !reference.empty() && depth < 6) {
        const auto* named = book.find(reference.substr(std::string_view("#/components/schemas/").size()));
        return named ? made_up_value(*named, book, id, depth + 1) : Json();
    }
    if (const auto* choices = schema.find("anyOf")) return made_up_value(choices->if_array()->front(), book, id, depth);
    if (const auto* names = schema.find("enum")) return names->if_array()->front();
    if (const auto* properties = schema.find("properties")) {
        Json object = Json::Object{};
        for (const auto& [name, type] : *properties->if_object())
            object[name] = made_up_value(type, book, id, depth + 1);
        return object;
    }
    if (const auto* items = schema.find("items")) return Json::Array{made_up_value(*items, book, id, depth + 1)};
    const auto type = text_of("type"), format = text_of("format");
    if (format == "uuid") return id;
    if (format == "date") return "2025-06-30";
    if (format == "date-time") return "2025-06-30T00:00:00Z";
    if (format == "email") return "quelqu.un@ailleurs.example";
    if (type == "integer" || type == "number") return 1;
    if (type == "boolean") return true;
    if (type == "string") return "550000";
    return Json::Object{};
}

}  // namespace daftar::tests
