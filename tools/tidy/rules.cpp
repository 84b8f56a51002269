#include "tools/tidy/rules.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <regex>

namespace daftar::tidy {

namespace {

/// Layers from the ground up; a folder may include its own layer's folder and lower ones.
constexpr std::array layers = {
    std::pair{"core", 0},      std::pair{"identity", 1}, std::pair{"ledger", 2},
    std::pair{"registry", 3},  std::pair{"banking", 4},  std::pair{"documents", 5},
    std::pair{"assistant", 5}, std::pair{"modules", 6},  std::pair{"server", 7},
};

std::string_view first_folder(std::string_view path) { return path.substr(0, path.find('/')); }

/// "modules/condo" of "modules/condo/fund_call.cpp"; the first folder of any other path.
std::string_view unit_of(std::string_view path) {
    const auto first = path.find('/');
    if (first_folder(path) != "modules" || first == std::string_view::npos) return first_folder(path);
    return path.substr(0, path.find('/', first + 1));
}

std::optional<int> layer_of(std::string_view path) {
    for (const auto& [folder, layer] : layers) {
        if (first_folder(path) == folder) return layer;
    }
    return std::nullopt;  // tools, tests, bench: they may include anything
}

bool has_suffix(std::string_view path, std::initializer_list<std::string_view> suffixes) {
    for (const auto suffix : suffixes) {
        if (path.ends_with(suffix)) return true;
    }
    return false;
}

bool is_cpp(std::string_view path) { return has_suffix(path, {".cpp", ".hpp"}); }

/// The code of a line: without its `//` comment and without what stands in double quotes.
std::string code_of(std::string_view line) {
    std::string code;
    bool quoted = false;
    for (std::size_t at = 0; at < line.size(); ++at) {
        if (quoted && line[at] == '\\') {
            ++at;
        } else if (line[at] == '"') {
            quoted = !quoted;
        } else if (!quoted && line.substr(at, 2) == "//") {
            break;
        } else if (!quoted) {
            code += line[at];
        }
    }
    return code;
}

struct Line {
    std::string_view path, text;
    std::string code;
};

std::optional<std::string> forbidden_include(const Line& line) {
    static const std::regex include(R"rx(^\s*#\s*include\s*"([^"]+)")rx");
    std::cmatch found;
    if (!is_cpp(line.path) || !std::regex_search(line.text.begin(), line.text.end(), found, include))
        return std::nullopt;
    const auto included = found[1].str();
    const auto from = layer_of(line.path), to = layer_of(included);
    if (!from || !to || unit_of(line.path) == unit_of(included)) return std::nullopt;
    if (*to < *from) return std::nullopt;
    if (*to == *from)
        return std::string(unit_of(line.path)) + " must not include " + std::string(unit_of(included)) +
               ", its neighbour";
    return std::string(unit_of(line.path)) + " must not include " + std::string(unit_of(included)) +
           ", which stands above it";
}

std::optional<std::string> floating_point(const Line& line) {
    static const std::regex word(R"(\b(double|float)\b)");
    const auto folder = first_folder(line.path);
    if (!is_cpp(line.path) || (folder != "ledger" && folder != "modules") || !std::regex_search(line.code, word))
        return std::nullopt;
    return "floating point where money lives: use Money or Decimal";
}

std::optional<std::string> second_restinio(const Line& line) {
    static const std::regex include(R"(^\s*#\s*include\s*<restinio/)");
    if (!is_cpp(line.path) || line.path == restinio_unit ||
        !std::regex_search(line.text.begin(), line.text.end(), include))
        return std::nullopt;
    return "RESTinio is included in " + std::string(restinio_unit) + " only";
}

std::optional<std::string> left_open(const Line& line) {
    static const std::regex word(
        "\\b(TO"
        "DO|FIX"
        "ME)\\b");
    if (!has_suffix(line.path, {".cpp", ".hpp", ".sql", ".ts", ".vue", ".mjs", ".py"}) || line.path.ends_with(".d.ts"))
        return std::nullopt;
    if (!std::regex_search(line.text.begin(), line.text.end(), word)) return std::nullopt;
    return "left open: finish it or file an issue";
}

std::optional<std::string> registry_host(const Line& line) {
    static const std::regex address(R"rx("resolved"\s*:\s*"https?:|\bregistry\.[a-z]+\.[a-z]+)rx");
    if (line.path.starts_with("tools/tidy/") ||
        !has_suffix(line.path, {"package-lock.json", "package.json", ".npmrc", ".txt", ".yml", "dev"}) ||
        !std::regex_search(line.text.begin(), line.text.end(), address)) {
        return std::nullopt;
    }
    return "the address of a package registry: it differs from machine to machine";
}

bool is_generated(std::string_view path) {
    return path.find("generated/") != std::string_view::npos || path == "db/schema.sql" || path.ends_with(".d.ts");
}

}  // namespace

std::vector<Finding> check_file(std::string_view path, std::string_view content) {
    std::vector<Finding> findings;
    if (is_generated(path)) return findings;
    int number = 0;
    for (std::size_t start = 0; start < content.size();) {
        const auto end = std::min(content.find('\n', start), content.size());
        const auto text = content.substr(start, end - start);
        const Line line{path, text, code_of(text)};
        ++number;
        for (const auto rule : {forbidden_include, floating_point, second_restinio, left_open, registry_host}) {
            if (auto message = rule(line)) findings.push_back({std::string(path), number, std::move(*message)});
        }
        start = end + 1;
    }
    if (number > lines_max && has_suffix(path, {".cpp", ".hpp", ".sql", ".ts", ".vue"})) {
        findings.push_back({std::string(path), 0,
                            std::to_string(number) + " lines, at most " + std::to_string(lines_max) +
                                ": is there a second noun inside?"});
    }
    return findings;
}

}  // namespace daftar::tidy
