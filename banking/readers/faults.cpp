#include "banking/readers/faults.hpp"

namespace daftar::banking {

std::string path_of(Place place) {
    if (place.line <= 0) return "";
    auto path = "line " + std::to_string(place.line);
    if (place.column > 0) path += ", column " + std::to_string(place.column);
    return path;
}

std::string french_place(Place place) {
    if (place.line <= 0) return "";
    auto text = "Ligne " + std::to_string(place.line);
    if (place.column > 0) text += ", colonne " + std::to_string(place.column);
    return text + " : ";
}

Problem problem_at(Place place, std::string code, std::string_view message) {
    auto text = french_place(place) + std::string(message);
    if (text[0] >= 'a' && text[0] <= 'z') text[0] = static_cast<char>(text[0] - 'a' + 'A');  // no place before it
    return {path_of(place), std::move(code), std::move(text)};
}

void Faults::add(Place place, std::string code, std::string_view message) {
    if (full()) return;
    found_.push_back(problem_at(place, std::move(code), message));
}

std::string quoted(std::string_view text) {
    constexpr std::size_t length_max = 40;
    bool cut = text.size() > length_max;
    std::size_t end = cut ? length_max : text.size();
    while (cut && end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) --end;
    std::string shown;
    for (const char c : text.substr(0, end)) shown += static_cast<unsigned char>(c) < 0x20 || c == 0x7F ? ' ' : c;
    return "« " + shown + (cut ? "…" : "") + " »";
}

}  // namespace daftar::banking
