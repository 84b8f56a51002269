#include "ledger/export_text.hpp"

#include "ledger/exported_entry.hpp"
#include "ledger/fiscal_year.hpp"

namespace daftar::ledger {
namespace {

/// One line without what these programs read as syntax: ";" begins a comment, two spaces end an account.
std::string plain(std::string_view text) {
    std::string out;
    for (char c : text) {
        if (c == '\n' || c == '\r' || c == '\t') c = ' ';
        if (c == ';') c = ',';
        if (c == ' ' && (out.empty() || out.back() == ' ')) continue;
        out += c;
    }
    while (!out.empty() && out.back() == ' ') out.pop_back();
    return out;
}

/// A comment without what both programs read in one: "date:" and other tags, "[2025-01-31]", ":word:".
std::string comment(std::string_view text) {
    auto out = plain(text);
    for (char& c : out) {
        if (c == ':') c = '.';
        if (c == '[') c = '(';
        if (c == ']') c = ')';
    }
    return out;
}

std::string account_of(const ExportedLine& line) {
    if (!line.auxiliary_code) return line.account_code;
    auto auxiliary = plain(*line.auxiliary_code);
    std::ranges::replace(auxiliary, ':', '.');
    return line.account_code + ":" + auxiliary;
}

class Text {
public:
    explicit Text(const Currency& currency) : currency_(currency.code()) {
        out_ = "; Daftar, " + currency_ + "\ncommodity " + currency_ + "\n    format " +
               Money(100'000 * units(currency), currency).text() + " " + currency_ + "\n\n";
    }

    void add(const ExportedEntry& entry) {
        out_ += entry.date.text() + " * (" + entry.journal_code + "-" + std::to_string(entry.number) + ") " +
                plain(entry.description) + "\n";
        if (!entry.voucher_reference.empty()) out_ += "    ; pièce " + comment(entry.voucher_reference) + "\n";
        for (const auto& line : entry.lines) {
            out_ += "    " + account_of(line) + "  " + line.amount.text() + " " + currency_;
            if (line.description != entry.description) out_ += "  ; " + comment(line.description);
            out_ += "\n";
        }
        out_ += "\n";
    }
    std::string take() { return std::move(out_); }

private:
    static std::int64_t units(const Currency& currency) {
        return static_cast<std::int64_t>(power_of_ten(currency.digits()));
    }

    std::string currency_, out_;
};

}  // namespace

File export_text(Context& context, const TextExportRequest& request) {
    Text text(context.currency());
    auto start = Date(1900, 1, 1), end = Date(2199, 12, 31);
    if (request.year) {
        const auto year = find_year(context, *request.year);
        if (!year) throw Refused(Refusal::year_not_found);
        start = year->start_date;
        end = year->end_date;
        if (const auto opening = opening_to_export(context, start, end)) text.add(*opening);
    }
    for (const auto& entry : entries_to_export(context, start, end))
        if (entry.kind != EntryKind::opening) text.add(entry);
    return {"text/plain; charset=utf-8",
            "livres" + (request.year ? "-" + std::to_string(*request.year) : std::string()) + ".journal", text.take()};
}

constexpr Route routes[] = {
    {"GET", "/api/v1/exports/ledger-text", "export_books", operation<export_text>},
};
const std::span<const Route> text_export_routes = routes;

}  // namespace daftar::ledger
