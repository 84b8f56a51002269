#include "modules/accounting/export_fec.hpp"

#include "ledger/exported_entry.hpp"
#include "ledger/fiscal_year.hpp"
#include "modules/accounting/export_fec.sql.hpp"

namespace daftar::accounting {
namespace {

constexpr std::string_view header =
    "JournalCode\tJournalLib\tEcritureNum\tEcritureDate\tCompteNum\tCompteLib\tCompAuxNum\tCompAuxLib\tPieceRef\tPieceD"
    "ate\tEcritureLib\tDebit\tCredit\t"
    "EcritureLet\tDateLet\tValidDate\tMontantdevise\tIdevise\r\n";
constexpr std::size_t account_digits_min = 3;

/// Text of a column: neither of the two separators, no line end.
std::string column(std::string_view text) {
    std::string out(text);
    for (char& c : out)
        if (c == '\t' || c == '|' || c == '\r' || c == '\n') c = ' ';
    return std::string(trimmed(out));
}

/// The same where the norm refuses an empty column: a label made of separators alone leaves what stands for it.
std::string filled_column(std::string_view text, std::string_view otherwise) {
    auto out = column(text);
    return out.empty() ? std::string(otherwise) : out;
}

std::string day(const Date& date) {
    auto text = date.text();
    std::erase(text, '-');
    return text;
}

std::string amount(const Decimal& value) {
    auto text = value.text();
    std::ranges::replace(text, '.', ',');
    return text;
}

/// The norm wants at least three digits; a group account of the Belgian plan may have two.
std::string account_number(std::string code) {
    if (code.size() < account_digits_min) code.resize(account_digits_min, '0');
    return code;
}

void write_entry(const ledger::ExportedEntry& entry, std::string& out) {
    const auto number = std::to_string(entry.number);
    const auto voucher = entry.voucher_reference.empty() ? entry.journal_code + "-" + number : entry.voucher_reference;
    for (const auto& line : entry.lines) {
        const Money zero(0, line.amount.currency);
        const std::string columns[] = {column(entry.journal_code),
                                       filled_column(entry.journal_name, entry.journal_code),
                                       number,
                                       day(entry.date),
                                       account_number(line.account_code),
                                       filled_column(line.account_name, line.account_code),
                                       column(line.auxiliary_code.value_or("")),
                                       column(line.auxiliary_name.value_or("")),
                                       filled_column(voucher, entry.journal_code + "-" + number),
                                       day(entry.date),
                                       filled_column(line.description, "Sans libellé"),
                                       amount(std::max(line.amount, zero).decimal()),
                                       amount(std::max(-line.amount, zero).decimal()),
                                       line.letter.value_or(""),
                                       line.letter_date ? day(*line.letter_date) : "",
                                       day(entry.validation_date),
                                       line.currency_amount ? amount(*line.currency_amount) : "",
                                       line.currency.value_or("")};
        for (const auto& text : columns) out += (&text == columns ? "" : "\t") + text;
        out += "\r\n";
    }
}

/// The SIREN; for an organization without one, its first other number (ICE, enterprise number).
std::string file_prefix(const Json& identifiers) {
    std::string other;
    if (const auto* object = identifiers.if_object())
        for (const auto& [name, value] : *object) {
            const auto* text = value.if_string();
            if (!text) continue;
            std::string digits;
            for (const char c : *text)
                if (c >= '0' && c <= '9') digits += c;
            if (name == "siren" || name == "SIREN") return digits;
            if (other.empty()) other = digits;
        }
    return other;
}

}  // namespace

RefusalText text_of(ExportRefusal refusal) {
    switch (refusal) {
        case ExportRefusal::nothing_to_export:
            return {422, "Il n'y a aucune écriture à exporter sur cette période."};
        case ExportRefusal::dates_reversed:
            return {422, "La date de début doit précéder la date de fin."};
    }
    return {500, ""};
}

File export_fec(Context& context, const FecRequest& request) {
    const auto year = ledger::find_year(context, request.year);
    if (!year) throw Refused(ledger::Refusal::year_not_found);
    std::string out(header);
    if (const auto opening = ledger::opening_to_export(context, year->start_date, year->end_date))
        write_entry(*opening, out);
    for (const auto& entry : ledger::entries_to_export(context, year->start_date, year->end_date))
        if (entry.kind == ledger::EntryKind::movement) write_entry(entry, out);
    if (out.size() == header.size()) throw Refused(ExportRefusal::nothing_to_export);
    const auto prefix = file_prefix(context.one<sql::organization_identifiers>(context.organization()));
    return {"text/plain; charset=utf-8", prefix + "FEC" + day(year->end_date) + ".txt", std::move(out)};
}

constexpr Route routes[] = {
    {"GET", "/api/v1/exports/fec", "export_books", operation<export_fec>},
};
const std::span<const Route> fec_routes = routes;

}  // namespace daftar::accounting
