#include "core/http_conditions.hpp"

#include <algorithm>
#include <charconv>

#include "core/app.hpp"
#include "core/http_headers.hpp"
#include "core/text.hpp"

namespace daftar {
namespace {

/// Digits and nothing else. More than can be counted is beyond every file.
std::optional<std::size_t> read_position(std::string_view text) {
    std::size_t value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (text.empty() || end != text.data() + text.size()) return {};
    return error == std::errc::result_out_of_range ? std::numeric_limits<std::size_t>::max() : value;
}

std::string_view header_of(const Response& response, std::string_view name) {
    const auto found = std::ranges::find(response.headers, name, &std::pair<std::string, std::string>::first);
    return found == response.headers.end() ? std::string_view() : std::string_view(found->second);
}

}  // namespace

AskedRange read_range(std::string_view range, std::size_t size) {
    using Kind = AskedRange::Kind;
    constexpr std::string_view unit = "bytes=";
    if (!range.starts_with(unit)) return {};
    range = trimmed(range.substr(unit.size()));
    const auto dash = range.find('-');
    if (dash == std::string_view::npos || range.find(',') != std::string_view::npos) return {};
    const auto first = read_position(range.substr(0, dash)), last = read_position(range.substr(dash + 1));
    if (dash == 0) {  // the last so many
        if (!last) return {};
        if (*last == 0 || size == 0) return {Kind::outside, {}};
        return {Kind::part, {size - std::min(*last, size), size - 1}};
    }
    if (!first || (!last && dash + 1 != range.size()) || (last && *last < *first)) return {};
    if (*first >= size) return {Kind::outside, {}};
    return {Kind::part, {*first, std::min(last.value_or(size - 1), size - 1)}};
}

void answer_conditions(const Request& asked, Response& response, bool may_be_cut) {
    if (response.status != 200 || (asked.method != "GET" && asked.method != "HEAD")) return;
    const std::string tag(header_of(response, "ETag"));
    if (tag.empty()) return;
    if (names_tag(asked.header("if-none-match"), tag)) {
        response.status = 304;
        response.body.clear();
        return;
    }
    if (!may_be_cut) return;
    response.headers.emplace_back("Accept-Ranges", "bytes");
    if (asked.method == "HEAD") return;
    // A date, or another tag: he holds a part of something else, and gets the whole.
    if (const auto same = asked.header("if-range"); !same.empty() && same != tag) return;
    const auto size = response.body.size();
    const auto part = read_range(asked.header("range"), size);
    if (part.kind == AskedRange::Kind::outside) {
        response = problem_response(416, "range_not_satisfiable", "Ce fichier est plus court que demandé.", {}, asked);
        response.headers.emplace_back("Content-Range", "bytes */" + std::to_string(size));
    } else if (part.kind == AskedRange::Kind::part) {
        const auto [first, last] = part.bytes;
        response.status = 206;
        response.body = response.body.substr(first, last - first + 1);
        response.headers.emplace_back("Content-Range", "bytes " + std::to_string(first) + "-" + std::to_string(last) +
                                                           "/" + std::to_string(size));
    }
}

}  // namespace daftar
