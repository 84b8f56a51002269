#include "server/api_page.hpp"

namespace daftar::server {
namespace {

std::string escaped(std::string_view text) {
    std::string out;
    for (const char c : text) {
        if (c == '<')
            out += "&lt;";
        else if (c == '&')
            out += "&amp;";
        else
            out += c;
    }
    return out;
}

}  // namespace

std::string api_page(const App& app) {
    std::string page =
        "<!doctype html><html lang=\"fr\"><meta charset=\"utf-8\"><meta name=\"viewport\" "
        "content=\"width=device-width\"><title>API de Daftar</title>"
        "<style>body{font:15px/1.5 system-ui;max-width:60rem;margin:2rem auto;padding:0 "
        "1rem;color:#23291f}h1,h2{color:#0e5a4a}"
        "table{border-collapse:collapse;width:100%}td{padding:.25rem .5rem;border-bottom:1px solid "
        "#e3ded3}code{font-size:13px}</style>"
        "<h1>API de Daftar</h1><p>La description complète, à lire par un programme : <a "
        "href=\"/openapi.json\">/openapi.json</a> (OpenAPI 3.1). "
        "Les erreurs suivent la RFC 9457 ; chaque écriture accepte un en-tête <code>Idempotency-Key</code>.</p>";
    for (const auto& module : app.modules()) {
        page += "<h2>" + escaped(module.name) + "</h2><table>";
        for (const auto& table : module.routes)
            for (const auto& route : table)
                page += "<tr><td><code>" + escaped(route.method) + "</code></td><td><code>" + escaped(route.path) +
                        "</code></td><td>" + escaped(route.permission) + "</td></tr>";
        page += "</table>";
    }
    return page;
}

}  // namespace daftar::server
