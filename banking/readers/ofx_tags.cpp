#include "banking/readers/ofx_tags.hpp"

#include <algorithm>
#include <array>
#include <cctype>

#include "core/text.hpp"

namespace daftar::banking {
namespace {

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
        if (!tag.closes) tag.value = decoded(trimmed(text.substr(close + 1, end - close - 1)));
        tags.push_back(std::move(tag));
        open = end - 1;
    }
    return tags;
}

}  // namespace daftar::banking
