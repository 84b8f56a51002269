#include "core/form_data.hpp"

#include <algorithm>
#include <optional>

#include "core/http_headers.hpp"
#include "core/problem.hpp"
#include "core/text.hpp"

namespace daftar {
namespace {

constexpr std::string_view line_end = "\r\n";

/// A parameter of a header, `form-data; name="a"; filename="b \"c\".pdf"`, without its quotes.
std::optional<std::string> parameter(std::string_view header, std::string_view wanted) {
    for (std::size_t at = header.find(';'); at != std::string_view::npos;) {
        const auto equals = header.find('=', at);
        if (equals == std::string_view::npos) return {};
        const auto name = lower(trimmed(header.substr(at + 1, equals - at - 1)));
        std::string value;
        auto end = header.find_first_not_of(" \t", equals + 1);
        if (end != std::string_view::npos && header[end] == '"') {
            for (++end; end < header.size() && header[end] != '"'; ++end) {
                // Only a quote is escaped: a browser of old sends C:\papiers\facture.pdf as it is.
                if (header[end] == '\\' && end + 1 < header.size() && header[end + 1] == '"') ++end;
                value += header[end];
            }
            at = header.find(';', std::min(end, header.size()));
        } else {
            at = header.find(';', equals);
            value = trimmed(header.substr(equals + 1, at == std::string_view::npos ? at : at - equals - 1));
        }
        if (name == wanted) return value;
    }
    return {};
}

struct Part {
    std::string disposition, content_type;
    std::string_view content;
};

[[noreturn]] void refuse(std::string_view message) { throw BadInput("", "invalid_form", std::string(message)); }

Part read_part(std::string_view text) {
    Part part;
    while (!text.starts_with(line_end)) {
        const auto end = text.find(line_end);
        if (end == std::string_view::npos) refuse("Le formulaire est tronqué : une partie n'a pas de contenu.");
        const auto line = text.substr(0, end);
        const auto colon = line.find(':');
        const auto name = lower(trimmed(line.substr(0, colon)));
        const auto value = colon == std::string_view::npos ? std::string_view() : trimmed(line.substr(colon + 1));
        if (name == "content-disposition") part.disposition = value;
        if (name == "content-type") part.content_type = value;
        text.remove_prefix(end + line_end.size());
    }
    part.content = text.substr(line_end.size());
    return part;
}

std::vector<Part> read_parts(std::string_view body, std::string_view boundary) {
    std::vector<Part> parts;
    const auto mark = "--" + std::string(boundary);
    // The first mark may open the body; every other one begins a line.
    auto rest = body;
    if (!rest.starts_with(mark)) {
        const auto first = rest.find("\r\n" + mark);
        if (first == std::string_view::npos) refuse("Le formulaire ne contient pas la limite que son en-tête annonce.");
        rest.remove_prefix(first + line_end.size());
    }
    rest.remove_prefix(mark.size());
    while (!rest.starts_with("--")) {
        const auto start = rest.find(line_end);
        const auto end = start == std::string_view::npos ? start : rest.find("\r\n" + mark, start);
        if (end == std::string_view::npos) refuse("Le formulaire est tronqué : sa dernière limite manque.");
        const auto first = start + line_end.size();
        parts.push_back(read_part(rest.substr(first, std::max(end, first) - first)));
        rest.remove_prefix(end + line_end.size() + mark.size());
    }
    return parts;
}

/// Without the folders that some clients send.
std::string last_part(std::string_view filename) {
    return std::string(filename.substr(filename.find_last_of("/\\") + 1));
}

}  // namespace

bool is_form_data(std::string_view content_type) { return media_type_of(content_type) == "multipart/form-data"; }

Request request_of_form(const Request& request) {
    const auto boundary = parameter(request.header("content-type"), "boundary");
    if (!boundary || boundary->empty()) refuse("L'en-tête Content-Type du formulaire n'a pas de « boundary ».");
    std::optional<Part> file;
    Request plain{request.method, request.path, request.query, request.headers, {}, request.remote_address, request.id};
    for (auto& part : read_parts(request.body, *boundary)) {
        const auto name = parameter(part.disposition, "name");
        const auto filename = parameter(part.disposition, "filename");
        if (!name) refuse("Une partie du formulaire n'a pas de nom.");
        if (!filename) {
            plain.query.emplace_back(*name, part.content);
            continue;
        }
        if (file) throw BadInput(*name, "one_file_only", "Un seul fichier par envoi.");
        const bool named =
            std::ranges::any_of(plain.query, [](const auto& given) { return given.first == "filename"; });
        if (!named && !filename->empty()) plain.query.emplace_back("filename", last_part(*filename));
        file = std::move(part);
    }
    if (!file) throw BadInput("file", "missing", "Le formulaire ne contient pas de fichier.");
    plain.body = file->content;
    plain.headers["content-type"] = file->content_type.empty() ? "application/octet-stream" : file->content_type;
    return plain;
}

}  // namespace daftar
