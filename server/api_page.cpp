#include "server/api_page.hpp"

#include "core/markup.hpp"

namespace daftar::server {

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
        page += "<h2>" + markup_escaped(module.name) + "</h2><table>";
        for (const auto& table : module.routes)
            for (const auto& route : table)
                page += "<tr><td><code>" + markup_escaped(route.method) + "</code></td><td><code>" +
                        markup_escaped(route.path) + "</code></td><td>" + markup_escaped(route.permission) +
                        "</td></tr>";
        page += "</table>";
    }
    return page;
}

}  // namespace daftar::server
