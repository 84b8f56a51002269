// OpenAPI 3.1 from the route tables.
#include "core/app.hpp"

namespace daftar {
namespace {

/// Path parameters in the order of the path.
std::vector<std::string> parameters_in(std::string_view path) {
    std::vector<std::string> names;
    for (auto open = path.find('{'); open != std::string_view::npos; open = path.find('{', open + 1))
        names.emplace_back(path.substr(open + 1, path.find('}', open) - open - 1));
    return names;
}

Json parameter(const std::string& name, const char* place, bool required, Json schema) {
    return Json::Object{{"name", name}, {"in", place}, {"required", required}, {"schema", std::move(schema)}};
}

bool is_required(const Json& schema, const std::string& name) {
    const auto* list = schema.find("required") ? schema.find("required")->if_array() : nullptr;
    return list && std::find(list->begin(), list->end(), Json(name)) != list->end();
}

/// Members that come from the path or the query; the rest is the body.
Json describe_route(const Route& route, SchemaBook& book) {
    Json::Array parameters;
    Json::Object body;
    const auto in_path = parameters_in(route.path);
    const bool has_body = route.method != "GET" && route.method != "DELETE" && !route.raw_body;
    if (route.operation.request_schema) {
        const auto reference = route.operation.request_schema(book);
        const auto name = reference.find("$ref")->if_string()->substr(std::string_view("#/components/schemas/").size());
        const Json schema = book.schemas.at(name);
        for (const auto& [field, type] : *schema.find("properties")->if_object()) {
            const bool from_path = std::find(in_path.begin(), in_path.end(), field) != in_path.end();
            if (from_path || !has_body)
                parameters.push_back(
                    parameter(field, from_path ? "path" : "query", from_path || is_required(schema, field), type));
            else
                body.emplace_back(field, type);
        }
        if (has_body && body.size() == schema.find("properties")->if_object()->size())
            body = {{"$ref", *reference.find("$ref")->if_string()}};
        else if (has_body) {
            Json::Array required;
            for (const auto& [field, type] : body)
                if (is_required(schema, field)) required.emplace_back(field);
            body = {{"type", "object"}, {"properties", Json(std::move(body))}, {"required", std::move(required)}};
        }
    }
    Json::Object content;
    if (route.operation.reply_schema)
        content = {{"application/json", Json::Object{{"schema", route.operation.reply_schema(book)}}}};
    Json::Object reply = {{"description", "Réponse"}};
    if (!content.empty()) reply.emplace_back("content", std::move(content));
    const Json problem = Json::Object{
        {"description", "Problème (RFC 9457)"},
        {"content",
         Json::Object{{"application/problem+json", Json::Object{{"schema", Json::Object{{"type", "object"}}}}}}}};
    Json result = Json::Object{{"x-permission", route.permission}, {"parameters", std::move(parameters)}};
    if (has_body && !body.empty())
        result["requestBody"] =
            Json::Object{{"required", true},
                         {"content", Json::Object{{"application/json", Json::Object{{"schema", std::move(body)}}}}}};
    if (route.raw_body)
        result["requestBody"] =
            Json::Object{{"required", true}, {"content", Json::Object{{"application/octet-stream", Json::Object{}}}}};
    result["responses"] = Json::Object{{"200", std::move(reply)}, {"default", problem}};
    return result;
}

}  // namespace

Json App::openapi() const {
    SchemaBook book;
    Json paths = Json::Object{};
    for (const auto& module : modules_)
        for (const auto& table : module.routes)
            for (const auto& route : table) {
                std::string method(route.method);
                for (auto& c : method) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
                auto description = describe_route(route, book);
                description["tags"] = Json::Array{Json(module.name)};
                paths[route.path][method] = std::move(description);
            }
    Json schemas = Json::Object{};
    for (auto& [name, schema] : book.schemas) schemas[name] = schema;
    return Json::Object{
        {"openapi", "3.1.0"},
        {"info", Json::Object{{"title", "Daftar"}, {"version", "1.0.0"}}},
        {"paths", std::move(paths)},
        {"components", Json::Object{{"schemas", std::move(schemas)},
                                    {"securitySchemes",
                                     Json::Object{{"bearer", Json::Object{{"type", "http"}, {"scheme", "bearer"}}}}}}},
        {"security", Json::Array{Json::Object{{"bearer", Json::Array{}}}}}};
}

}  // namespace daftar
