#include "modules/accounting/export_noalyss.hpp"

#include "ledger/exported_entry.hpp"
#include "modules/accounting/export_fec.hpp"

namespace daftar::accounting {
namespace {

constexpr std::string_view header =
    "\"operation\";\"N° Pièce\";\"Interne\";\"Date\";\"Poste\";\"QuickCode\";\"Libellé\";\"Débit\";\"Crédit\"\r\n";

std::string quoted(std::string_view text) {
    std::string out = "\"";
    // A spreadsheet that opens the file must not compute what a supplier wrote; Noalyss drops the blank.
    if (!text.empty() && std::string_view("=+-@").find(text.front()) != std::string_view::npos) out += ' ';
    // PHP reads a backslash before the closing quote as part of the text.
    for (const char c : text)
        if (c != '"') out += c == '\r' || c == '\n' ? ' ' : c == '\\' ? '/' : c;
    return out + "\"";
}

std::string two_digits(unsigned number) {
    return {static_cast<char>('0' + number / 10), static_cast<char>('0' + number % 10)};
}

std::string noalyss_date(const Date& date) {
    return two_digits(date.day_of_month()) + "." + two_digits(date.month()) + "." + std::to_string(date.year());
}

std::string number(const Money& amount) {
    auto text = amount.text();
    std::ranges::replace(text, '.', ',');
    return text;
}

/// "journal-yymmdd-HHMM.csv"
std::string file_name(Timestamp now) {
    const auto date = now.utc_date();
    const auto time = now.text().substr(11, 5);  // "HH:MM"
    return "journal-" + two_digits(static_cast<unsigned>(date.year() % 100)) + two_digits(date.month()) +
           two_digits(date.day_of_month()) + "-" + time.substr(0, 2) + time.substr(3, 2) + ".csv";
}

std::string internal_number(const ledger::ExportedEntry& entry) {
    return entry.journal_code + "-" + std::to_string(entry.date.year()) + "-" + std::to_string(entry.number);
}

void add_listed(const ledger::ExportedEntry& entry, const std::string& operation_number, std::string& out) {
    for (const auto& line : entry.lines) {
        const Money zero(0, line.amount.currency);
        out += operation_number + ";" + quoted(entry.voucher_reference) + ";" + quoted(internal_number(entry)) + ";" +
               quoted(noalyss_date(entry.date)) + ";" + quoted(line.account_code) + ";" +
               quoted(line.auxiliary_code.value_or("")) + ";" + quoted(line.description) + ";" +
               number(std::max(line.amount, zero)) + ";" + number(std::max(-line.amount, zero)) + "\r\n";
    }
}

/// The account stands by its number: a card of that code need not exist. The auxiliary goes with the label.
void add_to_import(const ledger::ExportedEntry& entry, const std::string& operation_number, std::string& out) {
    const auto piece = entry.voucher_reference.empty() ? internal_number(entry) : entry.voucher_reference;
    for (const auto& line : entry.lines) {
        const auto label = line.description + (line.auxiliary_code ? " (" + *line.auxiliary_code + ")" : "");
        out += quoted(noalyss_date(entry.date)) + ";" + operation_number + ";" + quoted(line.account_code) + ";" +
               quoted(piece) + ";" + quoted(label) + ";" + number(line.amount.minor < 0 ? -line.amount : line.amount) +
               ";" + (line.amount.minor > 0 ? "D" : "C") + "\r\n";
    }
}

}  // namespace

File export_noalyss(Context& context, const NoalyssRequest& request) {
    if (request.end_date < request.start_date) throw Refused(ExportRefusal::dates_reversed);
    const bool listing = request.layout.value_or(NoalyssLayout::listing) == NoalyssLayout::listing;
    std::string out(listing ? header : "");
    std::int64_t operations = 0;
    for (const auto& entry : ledger::entries_to_export(context, request.start_date, request.end_date)) {
        if (!listing && entry.kind == ledger::EntryKind::closing) continue;
        (listing ? add_listed : add_to_import)(entry, std::to_string(++operations), out);
    }
    if (operations == 0) throw Refused(ExportRefusal::nothing_to_export);
    return {"text/csv; charset=utf-8", file_name(context.now()), std::move(out)};
}

constexpr Route routes[] = {
    {"GET", "/api/v1/exports/noalyss", "export_books", operation<export_noalyss>},
};
const std::span<const Route> noalyss_routes = routes;

}  // namespace daftar::accounting
