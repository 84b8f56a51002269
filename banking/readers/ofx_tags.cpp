#include "banking/readers/ofx_tags.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <charconv>

#include "banking/readers/encoding.hpp"
#include "core/text.hpp"

namespace daftar::banking {
namespace {

/// "&#233;" or "&#x20AC;" at the start of a text: its letter, and how long it is written.
std::pair<std::string, std::size_t> numbered_entity(std::string_view text) {
    const auto end = text.substr(0, 12).find(';');
    if (!text.starts_with("&#") || end == text.npos) return {};
    const bool is_hex = text.size() > 2 && (text[2] == 'x' || text[2] == 'X');
    const auto* first = text.data() + (is_hex ? 3 : 2);
    const auto* last = text.data() + end;
    std::uint32_t code = 0;
    const bool is_number = std::from_chars(first, last, code, is_hex ? 16 : 10).ptr == last && first != last;
    const bool is_letter = code >= 32 && code < 0x110000 && (code < 0xD800 || code > 0xDFFF);
    std::string letter;
    if (is_number && is_letter) append_utf8(letter, code);
    return {letter, end + 1};
}

std::string decoded(std::string_view text) {
    static constexpr std::array<std::pair<std::string_view, std::string_view>, 6> entities = {
        {{"&amp;", "&"}, {"&lt;", "<"}, {"&gt;", ">"}, {"&nbsp;", " "}, {"&apos;", "'"}, {"&quot;", "\""}}};
    std::string out;
    while (!text.empty()) {
        const auto entity =
            std::ranges::find_if(entities, [&](const auto& known) { return text.starts_with(known.first); });
        if (entity != entities.end()) {
            out += entity->second;
            text.remove_prefix(entity->first.size());
        } else if (const auto [letter, length] = numbered_entity(text); !letter.empty()) {
            out += letter;
            text.remove_prefix(length);
        } else {
            out += text[0];
            text.remove_prefix(1);
        }
    }
    return out;
}

}  // namespace

std::vector<OfxTag> ofx_tags(std::string_view text) {
    std::vector<OfxTag> tags;
    int line = 1;
    std::size_t counted = 0;
    for (auto open = text.find('<'); open != text.npos; open = text.find('<', open + 1)) {
        line += static_cast<int>(std::ranges::count(text.substr(counted, open - counted), '\n'));
        counted = open;
        const auto close = text.find('>', open);
        if (close == text.npos) break;
        auto name = text.substr(open + 1, close - open - 1);
        if (name.starts_with('?') || name.starts_with('!')) continue;
        OfxTag tag;
        tag.line = line;
        tag.closes = name.starts_with('/');
        if (tag.closes) name.remove_prefix(1);
        if (name.ends_with('/')) name.remove_suffix(1);
        name = trimmed(name.substr(0, name.find_first_of(" \t\r\n")));
        std::ranges::transform(name, std::back_inserter(tag.name),
                               [](unsigned char c) { return static_cast<char>(std::toupper(c)); });
        auto end = std::min(text.find('<', close), text.size());
        // "<MEMO>a < b" : a bracket that opens no tag belongs to the value.
        while (end + 1 < text.size() && !(std::isalpha(static_cast<unsigned char>(text[end + 1])) ||
                                          text[end + 1] == '/' || text[end + 1] == '!' || text[end + 1] == '?'))
            end = std::min(text.find('<', end + 1), text.size());
        constexpr std::string_view literal = "<![CDATA[";
        if (const auto inside = trimmed(text.substr(close + 1)); !tag.closes && inside.starts_with(literal)) {
            const auto from = static_cast<std::size_t>(inside.data() - text.data()) + literal.size();
            const auto to = std::min(text.find("]]>", from), text.size());
            tag.value = trimmed(text.substr(from, to - from));
            end = std::min(text.find('<', to), text.size());
        } else if (!tag.closes) {
            tag.value = decoded(trimmed(text.substr(close + 1, end - close - 1)));
        }
        tags.push_back(std::move(tag));
        open = end - 1;
    }
    return tags;
}

}  // namespace daftar::banking
