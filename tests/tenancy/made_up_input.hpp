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

/// The schema of the JSON body that a described operation takes, if it takes one.
inline const Json* json_body_of(const Json& operation) {
    const auto* body = operation.find("requestBody");
    const auto* json = body ? body->find("content")->find("application/json") : nullptr;
    return json ? json->find("schema") : nullptr;
}

/// True when some member, however deep, is an identifier.
inline bool takes_uuid(const Json& schema, const Json& book, int depth = 0) {
    if (depth > 8) return false;
    if (const auto* reference = schema.find("$ref")) {
        const auto* named = book.find(reference->if_string()->substr(std::string_view("#/components/schemas/").size()));
        return named && takes_uuid(*named, book, depth + 1);
    }
    if (const auto* format = schema.find("format"); format && *format == Json("uuid")) return true;
    if (const auto* choices = schema.find("anyOf"))
        for (const auto& choice : *choices->if_array())
            if (takes_uuid(choice, book, depth + 1)) return true;
    if (const auto* properties = schema.find("properties"))
        for (const auto& [name, type] : *properties->if_object())
            if (takes_uuid(type, book, depth + 1)) return true;
    const auto* items = schema.find("items");
    return items && takes_uuid(*items, book, depth + 1);
}

}  // namespace daftar::tests
