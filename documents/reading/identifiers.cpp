// Identifiers with their check digits, wherever they stand: the strongest evidence of who wrote a paper.
#include "registry/identifiers/identifiers.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>
#include <utility>

#include "documents/reading/fold.hpp"
#include "documents/reading/values.hpp"

namespace daftar::documents {
namespace {

using namespace registry;

/// Words that announce an identifier (see label_word), and its kind.
constexpr std::array<std::pair<std::string_view, std::string_view>, 44> announcements{{
    {"ice", "ma_ice"},
    {"if", "ma_if"},
    {"idf", "ma_if"},
    {"fiscal", "ma_if"},
    {"rc", "ma_rc"},
    {"patente", "ma_patente"},
    {"tp", "ma_patente"},
    {"taxe professionnelle", "ma_patente"},
    {"cnss", "ma_cnss"},
    {"siren", "fr_siren"},
    {"siret", "fr_siret"},
    {"rcs", "fr_siren"},
    {"rsc", "fr_siren"},
    {"tva", "eu_vat"},
    {"vat", "eu_vat"},
    {"btw", "eu_vat"},
    {"btwnr", "eu_vat"},
    {"btw-nr", "eu_vat"},
    {"btw-nummer", "eu_vat"},
    {"ust-idnr", "eu_vat"},
    {"ust-id", "eu_vat"},
    {"ustid", "eu_vat"},
    {"ustidnr", "eu_vat"},
    {"ust-idnr", "eu_vat"},
    {"ust-id-nr", "eu_vat"},
    {"uid", "eu_vat"},
    {"intracommunautaire", "eu_vat"},
    {"tva-nr", "eu_vat"},
    {"bce", "be_enterprise"},
    {"kbo", "be_enterprise"},
    {"entreprise", "be_enterprise"},
    {"rpm", "be_enterprise"},
    {"rpr", "be_enterprise"},
    {"ondernemingsnummer", "be_enterprise"},
    {"kvk", "nl_kvk"},
    {"kvk-nummer", "nl_kvk"},
    {"kvknr", "nl_kvk"},
    {"iban", "iban"},
    {"rib", "rib"},
    {"bic", "bic"},
    {"swift", "bic"},
    {"tel", "phone"},
    {"telephone", "phone"},
    {"bic/swift", "bic"},
}};

class Scan {
public:
    Scan(const Layout& layout, std::vector<char>& taken) : layout_(layout), taken_(taken) {}

    std::vector<IdentifierValue> run() {
        for (const auto& line : layout_.lines) {
            line_last_ = line.last;
            for (int i = line.first; i <= line.last; ++i) {
                if (taken_[static_cast<std::size_t>(i)]) continue;
                if (const auto found = at(i, line.first)) {
                    for (int j = found->first; j <= found->last; ++j) taken_[static_cast<std::size_t>(j)] = 'i';
                    i = found->last;
                    out_.push_back(*found);
                }
            }
        }
        return std::move(out_);
    }

private:
    const Token& token(int i) const { return layout_.tokens[static_cast<std::size_t>(i)]; }

    IdentifierValue value(std::string kind, std::string text, bool valid, bool has_check, int first, int last) const {
        return {std::move(kind), std::move(text), valid, has_check, first, last, layout_.area(first, last)};
    }

    /// The kind that a word at most five words before announces, nearest first; words of another value end the search.
    std::string announced(int i, int line_first) const {
        if (i == line_first && i > 0) {  // "… – ICE :" ends the line above
            const auto& before = layout_.lines[static_cast<std::size_t>(token(i - 1).line)];
            if (continued_to(before.last) >= i) line_first = std::max(before.first, i - 2);
        }
        for (int back = 1; back <= 5 && i - back >= line_first; ++back) {
            const int at = i - back;
            if (taken_[static_cast<std::size_t>(at)] == 'i') return "";
            const auto word = label_word(token(at).text);
            for (const auto& [name, kind] : announcements)
                if (name == word) return std::string(kind);
            if (back > 3 && has_digit(word)) return "";
        }
        return "";
    }

    /// The last token of the line right under the one that ends at `line_last`; itself when there is none.
    int continued_to(int line_last) const {
        if (line_last + 1 >= static_cast<int>(layout_.tokens.size())) return line_last;
        const auto &here = token(line_last), &next = token(line_last + 1);
        const bool under = next.area.page == here.area.page && next.area.y0 - here.area.y1 < 1.5f * here.area.height();
        return under ? layout_.lines[static_cast<std::size_t>(next.line)].last : line_last;
    }

    /// Canonical text of consecutive tokens from `i` until it has exactly `length` characters; nothing when that does
    /// not happen. `wraps`: what a footer's line cuts goes on at the start of the next one.
    std::optional<std::pair<std::string, int>> gather(int i, std::size_t length, bool digits_only,
                                                      bool wraps = false) const {
        std::string text;
        const int last = wraps ? continued_to(line_last_) : line_last_;
        for (int j = i; j <= last && j < i + 10; ++j) {
            if (j > i && j != line_last_ + 1 && layout_.space_before(j) > 1.6f * token(j).area.height())
                return std::nullopt;
            if (taken_[static_cast<std::size_t>(j)]) return std::nullopt;
            if (token(j).folded.find_first_of("@,€%") != std::string::npos) {
                auto cut = token(j).folded;
                if (!cut.ends_with(',')) return std::nullopt;
            }
            const auto part = canonical(token(j).folded);
            if (digits_only && !part.empty() && !is_digits(part)) return std::nullopt;
            if (part.empty() && j == i) return std::nullopt;
            text += part;
            if (text.size() == length) return std::pair(text, j);
            if (text.size() > length) return std::nullopt;
        }
        return std::nullopt;
    }

    /// The same for a number that its narrow column cut: it goes on at the start of the line under it, in that column.
    std::optional<std::pair<std::string, int>> gather_in_column(int i, std::size_t length) const {
        const auto& own = layout_.segments[static_cast<std::size_t>(token(i).segment)];
        std::string text;
        for (int j = i; j <= own.last; ++j) text += canonical(token(j).folded);
        if (!is_digits(text) || text.size() >= length || text.size() * 2 < length) return std::nullopt;
        for (const auto& under : layout_.segments) {
            if (under.area.page != own.area.page || std::abs(under.area.x0 - own.area.x0) > 4 ||
                under.area.y0 < own.area.middle_y() || under.area.y0 - own.area.y1 > own.area.height())
                continue;
            for (int j = under.first; j <= under.last; ++j) {
                if (taken_[static_cast<std::size_t>(j)]) break;
                text += canonical(token(j).folded);
                if (text.size() >= length) break;
            }
            if (text.size() == length && is_digits(text)) return std::pair(text, own.last);
            return std::nullopt;
        }
        return std::nullopt;
    }

    std::optional<IdentifierValue> iban_at(int i, const std::string& text, const std::string& kind) const {
        if (text.size() < 4 || !std::isalpha(static_cast<unsigned char>(text[0])) ||
            !std::isalpha(static_cast<unsigned char>(text[1])) || !is_digits(text.substr(2, 2)))
            return std::nullopt;
        const auto length = iban_length(text.substr(0, 2));
        if (length == 0) return std::nullopt;
        auto whole = gather(i, static_cast<std::size_t>(length), false);
        if (!whole) whole = gather(i, static_cast<std::size_t>(length), false, true);
        if (!whole) return std::nullopt;
        const bool valid = is_valid_iban(whole->first);
        if (!valid && kind != "iban") return std::nullopt;
        return value("iban", whole->first, valid, true, i, whole->second);
    }

    std::optional<IdentifierValue> vat_at(int i, const std::string& text, const std::string& kind) const {
        if (text.size() < 2 || !std::isalpha(static_cast<unsigned char>(text[0])) ||
            !std::isalpha(static_cast<unsigned char>(text[1])))
            return std::nullopt;
        const auto country = text.substr(0, 2);
        if (text.size() > 2 && !has_digit(text)) return std::nullopt;
        for (const std::size_t length : {13, 12, 14, 11, 10, 9}) {  // the commonest first
            const auto whole = gather(i, length, false);
            if (!whole) continue;
            const auto digits = std::count_if(whole->first.begin() + 2, whole->first.end(),
                                              [](unsigned char c) { return std::isdigit(c); });
            if (digits + 3 < static_cast<std::ptrdiff_t>(length) - 1) continue;
            const bool computed =
                country == "FR" || country == "BE" || country == "DE" || country == "NL" || country == "LU";
            const bool valid = is_valid_vat(whole->first);
            if (valid && (computed || kind == "eu_vat")) {
                auto canonical_text = whole->first;
                if (country == "BE" && canonical_text.size() == 11) canonical_text = "BE0" + whole->first.substr(2);
                return value("eu_vat", canonical_text, true, computed, i, whole->second);
            }
            if (kind == "eu_vat" && computed &&
                length == (country == "FR"   ? 13u
                           : country == "BE" ? 12u
                           : country == "DE" ? 11u
                                             : 14u))
                return value("eu_vat", whole->first, false, true, i, whole->second);
        }
        return std::nullopt;
    }

    struct Shape {
        std::string_view kind;
        std::size_t length;
        bool (*valid)(std::string_view);
        bool alone;  ///< accepted without an announcement when valid
    };

    bool names_register(int i) const {
        if (i > line_last_) return false;
        const auto word = label_word(token(i).text);
        return word == "rcs" || word == "rsc";
    }

    std::optional<IdentifierValue> digits_at(int i, const std::string& kind) const {
        static constexpr Shape shapes[] = {
            {"rib", 24, is_valid_rib, true},        {"ma_ice", 15, is_valid_ice, true},
            {"fr_siret", 14, is_valid_siret, true}, {"be_enterprise", 10, is_valid_be_enterprise, true},
            {"fr_siren", 9, is_valid_siren, false},
        };
        for (const auto& shape : shapes) {
            auto whole = gather(i, shape.length, true);
            if (!whole && shape.kind == "ma_ice" && kind == "ma_ice") {
                whole = gather(i, shape.length, true, true);
                if (whole && !is_valid_ice(whole->first)) whole.reset();
            }
            if (!whole && shape.kind == "rib") {  // cut at the end of a line, or of a narrow column
                whole = gather(i, shape.length, true, true);
                if (!whole || !is_valid_rib(whole->first)) whole = gather_in_column(i, shape.length);
                if (whole && !is_valid_rib(whole->first)) whole.reset();
            }
            if (!whole) continue;
            const bool valid = shape.valid(whole->first);
            const bool announced_so = kind == shape.kind || (shape.kind == "fr_siret" && kind == "fr_siren") ||
                                      (shape.kind == "be_enterprise" && kind == "eu_vat");
            bool alone = valid && shape.alone && kind != "phone";
            if (shape.kind == "fr_siret") alone = alone && is_valid_siren(whole->first.substr(0, 9));
            if (shape.kind == "fr_siren")
                alone = valid && names_register(whole->second + 1);  // "552 081 317 RCS Paris"
            if (shape.kind == "ma_ice") alone = alone && whole->first.starts_with("00");
            if (shape.kind == "be_enterprise") alone = alone && token(i).folded.find('.') != std::string::npos;
            if (announced_so || alone)
                return value(std::string(shape.kind), whole->first, valid, true, i, whole->second);
        }
        if (kind == "ma_if" || kind == "ma_rc" || kind == "ma_patente" || kind == "ma_cnss" || kind == "nl_kvk") {
            auto text = canonical(token(i).folded);
            int last = i;  // "13 244 710" in groups of three
            while (is_digits(text) && text.size() <= 7 && last < line_last_ && token(last + 1).folded.size() == 3 &&
                   is_digits(token(last + 1).folded) && !taken_[static_cast<std::size_t>(last) + 1] &&
                   layout_.space_before(last + 1) < 0.6f * token(i).area.height())
                text += token(++last).folded;
            const bool fits = is_digits(text) && text.size() >= (kind == "ma_rc" ? 3u : 6u) && text.size() <= 10;
            if (fits) return value(kind, text, false, false, i, last);
        }
        return std::nullopt;
    }

    /// "+++123/4567/89002+++"
    std::optional<IdentifierValue> structured_at(int i) const {
        auto text = token(i).folded;
        std::erase_if(text, [](char c) { return c == '+' || c == '*' || c == '.' || c == ','; });
        int last = i;
        if (text.empty() && i < line_last_) {
            text = token(++last).folded;
            std::erase_if(text, [](char c) { return c == '+' || c == '*' || c == '.' || c == ','; });
        }
        if (text.size() != 14 || text[3] != '/' || text[8] != '/') return std::nullopt;
        const auto digits = canonical(text);
        if (!is_digits(digits) || digits.size() != 12) return std::nullopt;
        return value("ogm", digits, is_valid_ogm(digits), true, i, last);
    }

    std::optional<IdentifierValue> address_at(int i) const {
        auto text = token(i).folded;
        while (!text.empty() && !std::isalnum(static_cast<unsigned char>(text.back()))) text.pop_back();
        while (!text.empty() && !std::isalnum(static_cast<unsigned char>(text.front()))) text.erase(0, 1);
        const auto sign = text.find('@');
        if (sign != std::string::npos && sign > 0 && text.find('.', sign) != std::string::npos)
            return value("email", text, false, false, i, i);
        if (text.starts_with("http://")) text.erase(0, 7);
        if (text.starts_with("https://")) text.erase(0, 8);
        const auto dot = text.rfind('.');
        static constexpr std::string_view endings[] = {"fr",  "ma",  "be", "nl", "de", "com",
                                                       "net", "org", "eu", "lu", "ch", "io"};
        const bool site =
            text.starts_with("www.") ||
            (dot != std::string::npos && dot > 2 && has_letter(text.substr(0, dot)) &&
             text.find(' ') == std::string::npos && text.find('/') == std::string::npos && !has_digit(text) &&
             token(i).text.find("..") == std::string::npos &&
             std::find(std::begin(endings), std::end(endings), text.substr(dot + 1)) != std::end(endings));
        if (site) return value("website", text.starts_with("www.") ? text.substr(4) : text, false, false, i, i);
        return std::nullopt;
    }

    std::optional<IdentifierValue> at(int i, int line_first) const {
        const auto& folded = token(i).folded;
        if (const auto found = address_at(i)) return found;
        const auto text = canonical(folded);
        if (text.empty() && folded.find_first_of("+*") == std::string::npos) return std::nullopt;
        if (const auto found = structured_at(i)) return found;
        const auto kind = announced(i, line_first);
        if (const auto found = iban_at(i, text, kind)) return found;
        if (const auto found = vat_at(i, text, kind)) return found;
        if (kind == "bic" && (text.size() == 8 || text.size() == 11) && !is_digits(text))
            return value("bic", text, false, false, i, i);
        if (!text.empty() && is_digits(text.substr(0, 1))) return digits_at(i, kind);
        return std::nullopt;
    }

    const Layout& layout_;
    std::vector<char>& taken_;
    std::vector<IdentifierValue> out_;
    int line_last_ = 0;
};

}  // namespace

std::vector<IdentifierValue> find_identifiers(const Layout& layout, std::vector<char>& taken) {
    return Scan(layout, taken).run();
}

}  // namespace daftar::documents
