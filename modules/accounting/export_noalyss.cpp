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
    for (const char c : text)
        if (c != '"') out += c == '\r' || c == '\n' ? ' ' : c;
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

}  // namespace

File export_noalyss(Context& context, const NoalyssRequest& request) {
    if (request.end_date < request.start_date) throw Refused(ExportRefusal::dates_reversed);
    std::string out(header);
    std::int64_t operation_number = 0;
    for (const auto& entry : ledger::entries_to_export(context, request.start_date, request.end_date)) {
        ++operation_number;
        const auto internal =
            entry.journal_code + "-" + std::to_string(entry.date.year()) + "-" + std::to_string(entry.number);
        for (const auto& line : entry.lines) {
            const Money zero(0, line.amount.currency);
            out += std::to_string(operation_number) + ";" + quoted(entry.voucher_reference) + ";" + quoted(internal) +
                   ";" + quoted(noalyss_date(entry.date)) + ";" + quoted(line.account_code) + ";" +
                   quoted(line.auxiliary_code.value_or("")) + ";" + quoted(line.description) + ";" +
                   number(std::max(line.amount, zero)) + ";" + number(std::max(-line.amount, zero)) + "\r\n";
        }
    }
    if (operation_number == 0) throw Refused(ExportRefusal::nothing_to_export);
    return {"text/csv; charset=utf-8", file_name(context.now()), std::move(out)};
}

constexpr Route routes[] = {
    {"GET", "/api/v1/exports/noalyss", "export_books", operation<export_noalyss>},
};
const std::span<const Route> noalyss_routes = routes;

}  // namespace daftar::accounting
