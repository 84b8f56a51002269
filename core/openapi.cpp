// OpenAPI 3.1 from the route tables.
#include "core/app.hpp"

#include <algorithm>
#include <set>

#include "core/http_headers.hpp"

namespace daftar {
namespace {

/// Path parameters in the order of the path.
std::vector<std::string> parameters_in(std::string_view path) {
    std::vector<std::string> names;
    for (auto open = path.find('{'); open != std::string_view::npos; open = path.find('{', open + 1))
        names.emplace_back(path.substr(open + 1, path.find('}', open) - open - 1));
    return names;
}

/// "get_accounts_code_code" for GET /api/v1/accounts/code/{code}: unique, since paths are.
std::string operation_id(std::string_view method, std::string_view path) {
    constexpr std::string_view prefix = "/api/v1";
    if (path.starts_with(prefix)) path.remove_prefix(prefix.size());
    auto id = lower(method);
    for (const char c : path) {
        if (std::isalnum(static_cast<unsigned char>(c)))
            id += c;
        else if (c != '{' && c != '}' && id.back() != '_')
            id += '_';
    }
    return id;
}

/// "List jobs" for "… [with auto function = daftar::{anonymous}::list_jobs]".
std::string summary_of(std::string_view signature) {
    const auto start = signature.find("function = ");
    auto name = std::string(signature.substr(start == std::string_view::npos ? 0 : start + 11));
    name.erase(std::min(name.find_first_of("](;"), name.size()));
    if (const auto colon = name.rfind(':'); colon != std::string::npos) name.erase(0, colon + 1);
    std::ranges::replace(name, '_', ' ');
    if (!name.empty()) name[0] = static_cast<char>(std::toupper(static_cast<unsigned char>(name[0])));
    return name;
}

/// A parameter has no way of being null: it is left out.
Json without_null(const Json& schema) {
    const auto* choices = schema.find("anyOf") ? schema.find("anyOf")->if_array() : nullptr;
    return choices && choices->size() == 2 && choices->back() == Json(Json::Object{{"type", "null"}}) ? choices->front()
                                                                                                      : schema;
}

Json parameter(const std::string& name, const char* place, bool required, const Json& schema) {
    return Json::Object{{"name", name}, {"in", place}, {"required", required}, {"schema", without_null(schema)}};
}

/// What every refusal looks like (RFC 9457).
Json problem_schema() {
    const Json text = Json::Object{{"type", "string"}};
    return Json::Object{
        {"type", "object"},
        {"properties",
         Json::Object{
             {"type", text},
             {"title", text},
             {"status", Json::Object{{"type", "integer"}}},
             {"code", text},
             {"detail", text},
             {"request_id", text},
             {"problems",
              Json::Object{{"type", "array"},
                           {"items", Json::Object{{"type", "object"},
                                                  {"properties",
                                                   Json::Object{{"path", text}, {"code", text}, {"message", text}}},
                                                  {"required", Json::Array{"path", "code", "message"}}}}}}}},
        {"required", Json::Array{"type", "title", "status", "code", "detail", "request_id", "problems"}}};
}

/// Adds the names of the schemas that `json` refers to, and theirs.
void collect_used(const Json& json, const std::map<std::string, Json>& schemas, std::set<std::string>& used) {
    constexpr std::string_view prefix = "#/components/schemas/";
    if (const auto* list = json.if_array())
        for (const auto& item : *list) collect_used(item, schemas, used);
    if (const auto* object = json.if_object())
        for (const auto& [name, value] : *object) {
            const auto* reference = name == "$ref" ? value.if_string() : nullptr;
            if (!reference) {
                collect_used(value, schemas, used);
            } else if (const auto found = schemas.find(reference->substr(prefix.size()));
                       found != schemas.end() && used.insert(found->first).second) {
                collect_used(found->second, schemas, used);
            }
        }
}

bool is_required(const Json& schema, const std::string& name) {
    const auto* list = schema.find("required") ? schema.find("required")->if_array() : nullptr;
    return list && std::find(list->begin(), list->end(), Json(name)) != list->end();
}

/// Members that come from the path or the query; the rest is the body.
/// The form of a file field and a submit button; its other fields are the parameters of the route.
Json form_with_file() {
    return Json::Object{
        {"type", "object"},
        {"required", Json::Array{"file"}},
        {"properties",
         Json::Object{{"file", Json::Object{{"type", "string"}, {"contentMediaType", "application/octet-stream"}}}}}};
}

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
    Json::Object reply = {{"description", route.operation.status == 204 ? "Fait" : "Réponse"}};
    if (route.operation.reply_schema)
        reply.emplace_back("content", Json::Object{{"application/json",
                                                    Json::Object{{"schema", route.operation.reply_schema(book)}}}});
    else if (route.operation.status != 204)
        reply.emplace_back("content", Json::Object{{"application/octet-stream", Json::Object{}}});
    const Json problem = Json::Object{
        {"description", "Problème (RFC 9457)"},
        {"content",
         Json::Object{{"application/problem+json",
                       Json::Object{{"schema", Json::Object{{"$ref", "#/components/schemas/ProblemDetails"}}}}}}}};
    Json result = Json::Object{{"operationId", operation_id(route.method, route.path)},
                               {"summary", summary_of(route.operation.signature)},
                               {"x-permission", route.permission},
                               {"parameters", std::move(parameters)}};
    if (route.permission == access::anyone) result["security"] = Json::Array{};
    if (has_body && !body.empty())
        result["requestBody"] =
            Json::Object{{"required", true},
                         {"content", Json::Object{{"application/json", Json::Object{{"schema", std::move(body)}}}}}};
    if (route.raw_body)
        result["requestBody"] = Json::Object{
            {"required", true},
            {"content", Json::Object{{"application/octet-stream", Json::Object{}},
                                     {"multipart/form-data", Json::Object{{"schema", form_with_file()}}}}}};
    result["responses"] =
        Json::Object{{std::to_string(route.operation.status), std::move(reply)}, {"default", problem}};
    return result;
}

}  // namespace

Json App::openapi() const {
    SchemaBook book;
    Json paths = Json::Object{};
    for (const auto& module : modules_)
        for (const auto& table : module.routes)
            for (const auto& route : table) {
                auto description = describe_route(route, book);
                description["tags"] = Json::Array{Json(module.name)};
                paths[route.path][lower(route.method)] = std::move(description);
            }
    book.schemas.emplace("ProblemDetails", problem_schema());
    std::set<std::string> used;
    collect_used(paths, book.schemas, used);
    Json schemas = Json::Object{};
    for (const auto& name : used) schemas[name] = book.schemas.at(name);
    Json tags = Json::Array{};
    for (const auto& module : modules_)
        std::get<Json::Array>(tags.value).push_back(Json::Object{{"name", module.name}});
    return Json::Object{
        {"openapi", "3.1.0"},
        {"info",
         Json::Object{
             {"title", "Daftar"},
             {"version", "1.0.0"},
             {"description",
              "Amounts are JSON numbers with the currency's digits. Every writing call honours an Idempotency-Key and "
              "`Daftar-Dry-Run: true`. What is unknown in a request is refused."},
             {"license", Json::Object{{"name", "AGPL-3.0-or-later"}, {"identifier", "AGPL-3.0-or-later"}}}}},
        {"servers", Json::Array{Json::Object{{"url", "/"}}}},
        {"tags", std::move(tags)},
        {"paths", std::move(paths)},
        {"components", Json::Object{{"schemas", std::move(schemas)},
                                    {"securitySchemes",
                                     Json::Object{{"bearer", Json::Object{{"type", "http"}, {"scheme", "bearer"}}}}}}},
        {"security", Json::Array{Json::Object{{"bearer", Json::Array{}}}}}};
}

}  // namespace daftar
