#include "banking/readers/read_statement.hpp"

#include <algorithm>
#include <array>
#include <iterator>

#include "banking/readers/archive.hpp"
#include "banking/readers/encoding.hpp"
#include "banking/readers/readers.hpp"
#include "core/text.hpp"

namespace daftar::banking {
namespace {

constexpr std::array<char, 4> delimiters = {';', '\t', ',', '|'};

bool has_letters(std::string_view text) {
    return std::ranges::all_of(text, [](char c) { return c >= 'A' && c <= 'Z'; });
}

// Header 0: five zeros, date, bank and application 05, version 1 or 2 in the last column.
bool looks_like_coda(std::string_view first_line) {
    return first_line.size() >= 100 && first_line.starts_with("00000") && is_all_digits(first_line.substr(5, 6)) &&
           first_line.substr(14, 2) == "05";
}

// 01 (or a stray 04, 05, 07), bank, then the currency in columns 17 to 19.
bool looks_like_cfonb(std::string_view first_line) {
    return first_line.size() >= 60 && first_line[0] == '0' &&
           std::string_view("1457").find(first_line[1]) != std::string_view::npos &&
           is_all_digits(first_line.substr(2, 5)) && has_letters(first_line.substr(16, 3)) &&
           (is_all_digits(first_line.substr(19, 1)) || first_line[19] == ' ');
}

bool has_line_starting(std::string_view text, std::initializer_list<std::string_view> starts) {
    for (const auto& line : split_lines(text.substr(0, 65'536)))
        for (const auto start : starts)
            if (line.text.starts_with(start) || (line.text.starts_with("{") && line.text.find(start) != line.text.npos))
                return true;
    return false;
}

std::string_view text_format(std::string_view text) {
    const auto body = trimmed(text);
    const auto head = body.substr(0, 8192);
    if (head.starts_with("OFXHEADER") || head.find("<OFX>") != head.npos || head.find("<?OFX") != head.npos)
        return "ofx";
    const auto first_line = split_lines(body.substr(0, 512));
    if (!first_line.empty() && looks_like_coda(first_line[0].text)) return "coda";
    if (!first_line.empty() && looks_like_cfonb(first_line[0].text)) return "cfonb120";
    if (has_line_starting(body, {"!Type:", "!Account", "!type:"})) return "qif";
    if (has_line_starting(body, {":20:", ":25:", ":60F:", ":61:"})) return "mt940";
    return "";
}

StatementReading failed(std::string format, Faults& faults) {
    StatementReading reading;
    reading.format = std::move(format);
    reading.problems = faults.take();
    return reading;
}

// The delimiter is the one that makes a header of a bank; without header, the one that makes columns of a statement.
std::optional<std::pair<Table, FoundLayout>> layout_of_text(std::string_view text, const ReadingHints& hints,
                                                            Faults& faults) {
    std::optional<std::pair<Table, FoundLayout>> best;
    Faults unclosed;
    for (const char delimiter : delimiters) {
        Faults quoting;
        auto table = parse_csv(text, delimiter, quoting);
        const auto layout = hints.mapping ? find_saved_layout(table, *hints.mapping) : find_layout(table);
        if (!layout) {
            if (quoting.any() && !unclosed.any()) unclosed = quoting;
            continue;
        }
        if (best && best->second.mapping.columns.size() >= layout->mapping.columns.size()) continue;
        if (quoting.any()) {
            faults = quoting;
            return {};
        }
        best.emplace(std::move(table), *layout);
    }
    if (!best && unclosed.any()) faults = unclosed;
    if (best || hints.mapping || faults.any()) return best;
    for (const char delimiter : delimiters) {
        Faults quoting;
        auto table = parse_csv(text, delimiter, quoting);
        if (const auto layout = find_layout_by_content(table)) return std::pair{std::move(table), *layout};
    }
    return {};
}

void add_unknown_columns(const ReadingHints& hints, Faults& faults) {
    if (hints.mapping)
        faults.add({1}, "other_layout",
                   "les colonnes ne sont pas celles du profil enregistré pour ce compte : est-ce le fichier d’une "
                   "autre banque ?");
    else
        faults.add({1}, "unknown_columns",
                   "les colonnes de date et de montant n’ont pas été reconnues : indiquez-les une fois, le profil sera "
                   "retenu.");
}

StatementReading read_table_file(std::string format, const std::optional<std::pair<Table, FoundLayout>>& found,
                                 const ReadingHints& hints, Faults& faults) {
    if (!found) {
        if (!faults.any()) add_unknown_columns(hints, faults);
        return failed(std::move(format), faults);
    }
    StatementReading reading;
    reading.format = std::move(format);
    reading.mapping = found->second.mapping;
    reading.statements = read_table(found->first, found->second, faults);
    reading.problems = faults.take();
    return reading;
}

StatementReading read_workbook_file(std::string_view bytes, const ReadingHints& hints, Faults& faults) {
    std::optional<std::pair<Table, FoundLayout>> found;
    for (auto& table : read_workbook(bytes, faults)) {
        const auto layout = hints.mapping ? find_saved_layout(table, *hints.mapping) : find_layout(table);
        if (!layout) continue;
        found.emplace(std::move(table), *layout);
        break;
    }
    return read_table_file("xlsx", found, hints, faults);
}

// XML but for OFX 2, which is read like OFX 1; in UTF-16 every second byte is zero.
bool is_xml(std::string_view bytes) {
    std::string start;
    for (const char c : bytes.substr(0, 8192))
        if (c != '\0') start += c;
    for (const std::string_view mark : {"\xEF\xBB\xBF", "\xFF\xFE", "\xFE\xFF"})
        if (start.starts_with(mark)) start.erase(0, mark.size());
    return trimmed(start).starts_with('<') && start.find("<OFX") == start.npos && start.find("<?OFX") == start.npos;
}

StatementReading read_any(std::string_view bytes, std::string_view filename, const ReadingHints& hints);

// Statement files that a bank packed together: all of them or nothing, each fault with the name of its file.
StatementReading read_packed(const Archive& archive, const std::vector<std::string>& names, const ReadingHints& hints) {
    constexpr std::size_t unpacked_bytes_max = 64U << 20;
    StatementReading all;
    Faults faults;
    std::size_t unpacked = 0;
    for (const auto& name : names) {
        const auto content = archive.part(name, faults);
        unpacked += content ? content->size() : 0;
        if (!content || unpacked > unpacked_bytes_max || content->starts_with("PK\x03\x04")) {
            if (!faults.any())
                faults.add(
                    {}, "broken_archive",
                    quoted(name) + " ne se lit pas dans l’archive (chiffré, trop grand ou lui-même une archive).");
            return failed("zip", faults);
        }
        auto reading = read_any(*content, name, hints);
        for (auto& problem : reading.problems)
            all.problems.push_back({name + (problem.path.empty() ? "" : ", ") + problem.path, problem.code,
                                    quoted(name) + " : " + problem.message});
        if (!all.format.empty() && reading.is_readable() && reading.format != all.format) {
            faults.add({}, "mixed_archive",
                       "l’archive mêle des relevés de plusieurs formats : déposez-les séparément.");
            return failed("zip", faults);
        }
        if (all.format.empty()) all.format = reading.format;
        std::ranges::move(reading.statements, std::back_inserter(all.statements));
    }
    return all;
}

StatementReading read_zip(std::string_view bytes, const ReadingHints& hints, Faults& faults) {
    const Archive archive(bytes);
    auto names = archive.names();
    const auto starts = [&](std::string_view start) {
        return std::ranges::any_of(names, [&](const std::string& name) { return name.starts_with(start); });
    };
    if (std::ranges::find(names, "content.xml") != names.end()) {
        faults.add({}, "wrong_format", "un classeur .ods : enregistrez-le en .xlsx ou en CSV.");
        return failed("", faults);
    }
    if (names.empty() || starts("xl/") || starts("[Content_Types]")) return read_workbook_file(bytes, hints, faults);
    std::erase_if(names, [](const std::string& name) {  // what a Mac adds
        return name.starts_with("__MACOSX/") || name.ends_with(".DS_Store");
    });
    std::ranges::sort(names);
    return read_packed(archive, names, hints);
}

StatementReading read_any(std::string_view bytes, std::string_view filename, const ReadingHints& hints) {
    Faults faults;
    if (trimmed(bytes).empty()) {
        faults.add({}, "empty_file", "le fichier est vide.");
        return failed("", faults);
    }
    if (bytes.starts_with("PK\x03\x04")) return read_zip(bytes, hints, faults);
    if (bytes.starts_with("%PDF") || bytes.starts_with("\xD0\xCF\x11\xE0")) {
        faults.add({}, "wrong_format",
                   (filename.empty() ? "ce fichier" : quoted(filename)) +
                       (bytes[0] == '%' ? " est un PDF : déposez-le parmi les papiers."
                                        : " est un ancien classeur .xls : enregistrez-le en .xlsx ou en CSV."));
        return failed("", faults);
    }
    StatementReading reading;
    if (is_xml(bytes)) {
        reading.format = "xml";
        reading.statements = read_camt(bytes, reading.format, faults);
        reading.problems = faults.take();
        return reading;
    }
    const auto decoded = decode_text(bytes, faults);
    if (faults.any()) return failed("", faults);
    reading.format = text_format(decoded.text);
    if (reading.format == "ofx")
        reading.statements = read_ofx(decoded.text, faults);
    else if (reading.format == "coda")
        reading.statements = read_coda(decoded.text, faults);
    else if (reading.format == "cfonb120")
        reading.statements = read_cfonb(decoded.text, faults);
    else if (reading.format == "qif")
        reading.statements = read_qif(decoded.text, faults);
    else if (reading.format == "mt940")
        reading.statements = read_mt940(decoded.text, faults);
    else
        return read_table_file("csv", layout_of_text(decoded.text, hints, faults), hints, faults);
    reading.problems = faults.take();
    return reading;
}

}  // namespace

StatementReading read_statement(std::string_view bytes, std::string_view filename, const ReadingHints& hints) {
    auto reading = read_any(bytes, filename, hints);
    if (!reading.is_readable()) reading.statements.clear();
    for (auto& statement : reading.statements) {
        if (statement.account_identifier.empty()) statement.account_identifier = hints.account_identifier;
        if (statement.currency.empty()) statement.currency = hints.currency;
    }
    return reading;
}

}  // namespace daftar::banking
