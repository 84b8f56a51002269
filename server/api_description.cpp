#include "server/api_description.hpp"

namespace daftar::server {
namespace {

constexpr std::string_view front_paths = R"json({
  "/api/v1/events": {"get": {
    "operationId": "get_events", "summary": "Follow events", "tags": ["office"], "x-permission": "@signed_in", "parameters": [],
    "description": "What changes in the organization of the active role, as server-sent events: `data: {organization, type, details}`. The stream ends after a quarter of an hour; a page opens the next one with the token it has by then.",
    "responses": {"200": {"description": "Flux", "content": {"text/event-stream": {"schema": {"type": "string"}}}},
      "default": {"description": "Problème (RFC 9457)", "content": {"application/problem+json": {"schema": {"$ref": "#/components/schemas/ProblemDetails"}}}}}}},
  "/health": {"get": {
    "operationId": "get_health", "summary": "The program runs", "tags": ["operations"], "security": [], "x-permission": "@anyone", "parameters": [],
    "responses": {"200": {"description": "Oui", "content": {"application/json": {"schema": {"$ref": "#/components/schemas/Health"}}}}}}},
  "/ready": {"get": {
    "operationId": "get_ready", "summary": "The program serves and its database answers", "tags": ["operations"], "security": [], "x-permission": "@anyone", "parameters": [],
    "responses": {"200": {"description": "Oui", "content": {"application/json": {"schema": {"$ref": "#/components/schemas/Health"}}}},
      "503": {"description": "Pas encore, ou plus", "content": {"application/problem+json": {"schema": {"$ref": "#/components/schemas/ProblemDetails"}}}}}}},
  "/metrics": {"get": {
    "operationId": "get_metrics", "summary": "What the server counts, for Prometheus", "tags": ["operations"], "security": [], "x-permission": "@anyone", "parameters": [],
    "responses": {"200": {"description": "Mesures", "content": {"text/plain": {"schema": {"type": "string"}}}}}}},
  "/openapi.json": {"get": {
    "operationId": "get_openapi_json", "summary": "This description", "tags": ["operations"], "security": [], "x-permission": "@anyone", "parameters": [],
    "responses": {"200": {"description": "OpenAPI 3.1", "content": {"application/json": {"schema": {"type": "object"}}}}}}},
  "/api-docs": {"get": {
    "operationId": "get_api_docs", "summary": "The list of routes, to be read by a person", "tags": ["operations"], "security": [], "x-permission": "@anyone", "parameters": [],
    "responses": {"200": {"description": "Page", "content": {"text/html": {"schema": {"type": "string"}}}}}}}
})json";

constexpr std::string_view health_schema =
    R"json({"type": "object", "properties": {"status": {"type": "string", "enum": ["ok", "ready"]}}, "required": ["status"]})json";

Json read(std::string_view text) {
    auto parsed = parse_json(text);
    ensure(std::holds_alternative<Json>(parsed), "the description of the front is not JSON");
    return std::get<Json>(std::move(parsed));
}

}  // namespace

Json api_description(const App& app) {
    auto description = app.openapi();
    const auto front = read(front_paths);
    for (const auto& [path, operations] : *front.if_object()) description["paths"][path] = operations;
    description["components"]["schemas"]["Health"] = read(health_schema);
    std::get<Json::Array>(description["tags"].value).push_back(Json::Object{{"name", "operations"}});
    return description;
}

}  // namespace daftar::server
