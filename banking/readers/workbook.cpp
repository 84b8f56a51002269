#include <algorithm>
#include <cctype>
#include <memory>
#include <set>

#include "banking/readers/archive.hpp"
#include "banking/readers/encoding.hpp"
#include "banking/readers/table.hpp"
#include "banking/readers/xml.hpp"

namespace daftar::banking {
namespace {

constexpr std::ptrdiff_t tags_max = 2'000'000;  // some sixty thousand lines of eight cells
constexpr int columns_max = 256;

std::optional<std::string> part_of(const Archive& archive, const std::string& name, Faults& faults) {
    auto content = archive.part(name, faults);
    if (content && std::ranges::count(*content, '<') > tags_max) {
        faults.add({}, "too_large", "une feuille du classeur a trop de lignes : découpez-la, ou exportez en CSV.");
        return {};
    }
    return content;
}

/// The sheets, "sheet2.xml" before "sheet10.xml"; some programs give them names of their own.
std::vector<std::string> sheets_of(const Archive& archive) {
    constexpr std::string_view folder = "xl/worksheets/";
    auto found = archive.names();
    std::erase_if(found, [&](const std::string& text) {
        return !text.starts_with(folder) || !text.ends_with(".xml") || text.find('/', folder.size()) != text.npos;
    });
    std::ranges::sort(found, {}, [](const std::string& text) { return std::pair(text.size(), text); });
    return found;
}

// Formats that show a number as a day: the built-in ones and those made of d, m and y.
bool is_date_format(int id, const std::string& code) {
    if ((id >= 14 && id <= 17) || id == 22) return true;
    bool literal = false, day = false, year = false;
    for (const char c : code) {
        if (c == '"' || c == '[' || c == ']')
            literal = c == '[' || (c == '"' && !literal);
        else if (!literal)
            day = day || c == 'd' || c == 'j' || c == 'D' || c == 'J', year = year || c == 'y' || c == 'a' || c == 'Y';
    }
    return day || year;
}

/// What the cells of a workbook share.
struct Shared {
    std::vector<std::string> strings;
    std::set<int> date_styles;
    bool since_1904 = false;
};

Shared read_shared(const Archive& archive, const XmlElement& workbook, Faults& faults) {
    Shared shared;
    const auto since = workbook.at("workbookPr").attribute("date1904");
    shared.since_1904 = since == "1" || since == "true";
    if (const auto part = part_of(archive, "xl/sharedStrings.xml", faults))
        if (const auto document = XmlDocument::parse(*part, faults))
            for (const auto& item : document->root().children("si")) {
                std::string text = item.text_at("t");
                for (const auto& run : item.children("r")) text += run.text_at("t");
                shared.strings.push_back(std::move(text));
            }
    if (const auto part = part_of(archive, "xl/styles.xml", faults))
        if (const auto document = XmlDocument::parse(*part, faults)) {
            std::map<std::string, std::string> codes;
            for (const auto& format : document->root().child("numFmts").children("numFmt"))
                codes[format.attribute("numFmtId")] = format.attribute("formatCode");
            int style = 0;
            for (const auto& format : document->root().child("cellXfs").children("xf")) {
                const auto id = format.attribute("numFmtId");
                if (is_all_digits(id) && id.size() < 6 && is_date_format(std::stoi(id), codes[id]))
                    shared.date_styles.insert(style);
                ++style;
            }
        }
    return shared;
}

// Sheets keep binary floating point text ("1200.1000000000001"): six decimals are more than any amount has.
std::string exact_number(const std::string& text) {
    const auto cut = text.size() > 17 ? text.substr(0, 17) : text;  // 17 significant characters carry a double
    const auto exponent = text.find_first_of("eE");
    const auto value = Decimal::parse(exponent == text.npos ? cut : text);
    return value ? value->rounded(std::min<std::uint8_t>(value->scale, 4)).normalized().text() : text;
}

std::optional<std::string> day_of_serial(const std::string& text, bool since_1904) {
    const auto whole = text.substr(0, text.find('.'));
    if (!is_all_digits(whole) || whole.size() > 6) return {};
    const int days = std::stoi(whole);
    if (days < 61 || days > 100'000) return {};
    // Day 60 is the 29 February 1900 that never was: one day too many for every later date.
    return (since_1904 ? Date(1904, 1, 1).plus_days(days) : Date(1900, 1, 1).plus_days(days - 2)).text();
}

int column_of(const std::string& reference) {
    int column = 0;
    for (const char c : reference) {
        if (c < 'A' || c > 'Z' || column > columns_max) break;
        column = column * 26 + (c - 'A' + 1);
    }
    return column - 1;
}

Cell read_cell(const XmlElement& element, const Shared& shared) {
    const auto type = element.attribute("t");
    const auto value = element.text_at("v");
    if (type == "inlineStr") {
        auto text = element.text_at("is/t");
        for (const auto& run : element.child("is").children("r")) text += run.text_at("t");
        return {squeezed(text), false};
    }
    if (type == "s") {
        if (!is_all_digits(value) || value.size() > 8 || std::stoul(value) >= shared.strings.size()) return {};
        return {squeezed(shared.strings[std::stoul(value)]), false};
    }
    if (type == "d") return {value.substr(0, 10), true};
    if (!type.empty() && type != "n") return {squeezed(value), false};
    if (value.empty()) return {};
    const auto style = element.attribute("s");
    if (is_all_digits(style) && style.size() < 6 && shared.date_styles.contains(std::stoi(style)))
        if (const auto day = day_of_serial(value, shared.since_1904)) return {*day, true};
    return {exact_number(value), true};
}

Table read_sheet(const XmlElement& sheet, const Shared& shared) {
    Table table;
    int line = 0;
    for (const auto& element : sheet.child("sheetData").children("row")) {
        Row row;
        const auto number = element.attribute("r");
        line = is_all_digits(number) && number.size() < 8 ? std::stoi(number) : line + 1;
        row.line = line;
        for (const auto& found : element.children("c")) {
            const auto reference = found.attribute("r");
            const int column = reference.empty() ? static_cast<int>(row.cells.size()) : column_of(reference);
            if (column < 0 || column >= columns_max) continue;
            if (row.cells.size() <= static_cast<std::size_t>(column))
                row.cells.resize(static_cast<std::size_t>(column) + 1);
            row.cells[static_cast<std::size_t>(column)] = read_cell(found, shared);
        }
        table.rows.push_back(std::move(row));
    }
    return table;
}

}  // namespace

std::vector<Table> read_workbook(std::string_view bytes, Faults& faults) {
    const Archive archive(bytes);
    const auto part = archive ? part_of(archive, "xl/workbook.xml", faults) : std::nullopt;
    if (!part) {
        if (!faults.any())
            faults.add({}, "broken_workbook", "le classeur est tronqué, chiffré, ou n’est pas un fichier .xlsx.");
        return {};
    }
    const auto workbook = XmlDocument::parse(*part, faults);
    if (!workbook) return {};
    const auto shared = read_shared(archive, workbook->root(), faults);
    std::vector<Table> tables;
    constexpr std::size_t sheets_max = 50;
    for (const auto& name : sheets_of(archive)) {
        if (tables.size() == sheets_max || faults.any()) break;
        const auto content = part_of(archive, name, faults);
        if (!content) continue;
        if (const auto sheet = XmlDocument::parse(*content, faults))
            tables.push_back(read_sheet(sheet->root(), shared));
    }
    return tables;
}

}  // namespace daftar::banking
