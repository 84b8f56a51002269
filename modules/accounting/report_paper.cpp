#include "modules/accounting/report_paper.hpp"

#include <array>

#include "modules/accounting/report_paper.sql.hpp"

namespace daftar::accounting {
namespace {

/// What an address names in the application's pages for each part of the query behind a figure, as web/src/api/links.ts
/// does.
constexpr std::pair<std::string_view, std::string_view> page_words[] = {
    {"/api/v1/accounting/ledger?", "/comptabilite/grand-livre?"},
    {"/api/v1/accounting/journal-entries?", "/comptabilite/journal?"},
    {"/api/v1/accounting/journal-entries/", "/comptabilite/journal/"},
    {"/api/v1/accounting/trial-balance?", "/comptabilite/balance?"},
    {"account_code=", "compte="},
    {"start_date=", "du="},
    {"end_date=", "au="},
    {"?date=", "?au="},
    {"?line=", "?ligne="},
    {"auxiliary_code=", "auxiliaire="}};

/// The base letter of a Latin letter with an accent, two bytes of UTF-8 starting with C3; 0 for others.
char without_accent(unsigned char second) {
    static constexpr std::string_view bases =
        "aaaaaaaceeeeiiiidnooooo.ouuuuyts";  // U+00C0 to U+00DF; the lower-case row is the same
    const char base = bases[(second & 0x3f) & 0x1f];
    return base == '.' ? 0 : base;
}

std::string days_of(const ReportPeriod& period) {
    if (period.start == period.end) return "Au " + french(period.end);
    return "Du " + french(period.start) + " au " + french(period.end);
}

}  // namespace

ReportSubject report_subject(Context& context) { return context.one<sql::report_subject>(context.organization()); }

ReportProof report_proof(Context& context) {
    const auto root = ledger::current_root(context);
    return {root.root, root.size, root.date};
}

ReportPeriod report_period(Context& context, std::int32_t year, std::optional<std::int32_t> quarter,
                           std::optional<std::int32_t> month) {
    const auto found = ledger::find_year(context, year);
    if (!found) throw Refused(ledger::Refusal::year_not_found);
    ReportPeriod period{
        found->start_date, found->end_date, std::to_string(year), {}, {}, found->status == ledger::YearStatus::closed};
    const auto part = [&](int first_month, int months, const std::string& suffix) {
        period.start = found->start_date.plus_months(first_month);
        period.end = found->start_date.plus_months(first_month + months).plus_days(-1);
        if (period.start > found->end_date)
            throw BadInput(months == 3 ? "quarter" : "month", months == 3 ? "unknown_quarter" : "unknown_month",
                           "L'exercice " + period.label + " finit le " + french(found->end_date) + ".");
        if (period.end > found->end_date) period.end = found->end_date;
        period.label += suffix;
    };
    if (quarter)
        part((*quarter - 1) * 3, 3, "-Q" + std::to_string(*quarter));
    else if (month)
        part(*month - 1, 1, (*month < 10 ? "-0" : "-") + std::to_string(*month));
    if (const auto previous = ledger::find_year(context, year - 1)) {
        // A whole year is set against the whole year before, whatever their lengths; a part of one against the same
        // months.
        const bool whole = !quarter && !month;
        period.previous_start = whole ? previous->start_date : period.start.plus_months(-12);
        period.previous_end = whole ? previous->end_date : period.end.plus_days(1).plus_months(-12).plus_days(-1);
    }
    return period;
}

std::string count_of(std::int64_t count, std::string_view one, std::string_view many) {
    return std::to_string(count) + " " + std::string(count == 1 ? one : many);
}

std::string ledger_link(std::string_view account_code, const Date& start, const Date& end,
                        std::string_view auxiliary_code) {
    std::string link = "/api/v1/accounting/ledger?account_code=" + percent_encoded(account_code) +
                       "&start_date=" + start.text() + "&end_date=" + end.text();
    if (!auxiliary_code.empty()) link += "&auxiliary_code=" + percent_encoded(auxiliary_code);
    return link;
}

std::string page_address(const Context& context, std::string_view link) {
    if (context.services().public_address.empty() || link.empty()) return {};
    std::string page(link);
    for (const auto& [query, word] : page_words)
        if (const auto at = page.find(query); at != std::string::npos) page.replace(at, query.size(), word);
    return context.services().public_address + page;
}

PdfLetterhead letterhead(const Context& context, const ReportSubject& subject, std::string title,
                         const ReportPeriod& period, const ReportProof& proof) {
    PdfLetterhead head{
        .organization = subject.name, .title = std::move(title), .date = context.today(), .author = subject.office};
    std::string_view address = subject.address;
    while (!address.empty()) {
        const auto end = address.find('\n');
        if (const auto line = trimmed(address.substr(0, end)); !line.empty()) head.address.emplace_back(line);
        address.remove_prefix(end == std::string_view::npos ? address.size() : end + 1);
    }
    if (!subject.office.empty()) head.address.push_back("Gestion : " + subject.office);
    head.subtitle = days_of(period) + (period.is_closed ? "" : " (exercice non clos)");
    if (!proof.root.empty())
        head.proof = "Preuve du registre : " + proof.root + " · " + std::to_string(proof.entry_count) +
                     " écritures au " + french(proof.date.utc_date()) +
                     ". Cette empreinte scelle chaque écriture ; elle se vérifie hors ligne avec « daftar verify ».";
    return head;
}

XlsxWorkbook workbook(const Context& context, const ReportSubject& subject, std::string title) {
    return {.title = std::move(title), .author = subject.office, .company = subject.name, .created = context.now()};
}

std::vector<std::string> preamble(const ReportSubject& subject, std::string_view title, const ReportPeriod& period) {
    return {subject.name, std::string(title), days_of(period)};
}

std::string file_name(std::string_view kind, const ReportPeriod& period, const ReportSubject& subject,
                      std::string_view extension) {
    std::string name = std::string(kind) + "-" + period.label + "-";
    for (std::size_t at = 0; at < subject.name.size() && name.size() < 100; ++at) {
        const auto letter = static_cast<unsigned char>(subject.name[at]);
        char plain = 0;
        if (letter == 0xC3 && at + 1 < subject.name.size())
            plain = without_accent(static_cast<unsigned char>(subject.name[++at]));
        else if ((letter | 0x20) >= 'a' && (letter | 0x20) <= 'z')
            plain = static_cast<char>(letter | 0x20);
        else if (letter >= '0' && letter <= '9')
            plain = static_cast<char>(letter);
        if (plain)
            name += plain;
        else if (!name.ends_with('-'))
            name += '-';
    }
    while (name.ends_with('-')) name.pop_back();
    return name + std::string(extension);
}

std::string change_text(const Money& now, const Money& before) {
    if (before.is_zero()) return {};
    const Money base = before.minor < 0 ? -before : before;
    const Decimal percent = divide({(now - before).minor, 0}, {base.minor, 0}, 3);
    std::string text = Decimal{percent.units, 1}.text();  // thousandths read as tenths of a percent
    if (const auto point = text.find('.'); point != std::string::npos) text[point] = ',';
    return (percent.units > 0 ? "+" : "") + text + "\u202f%";
}

std::string month_name(const Date& day) {
    static constexpr std::array names = {"janv.", "févr.", "mars",  "avr.", "mai",  "juin",
                                         "juil.", "août",  "sept.", "oct.", "nov.", "déc."};
    return std::string(names[day.month() - 1]) + " " + std::to_string(day.year());
}

}  // namespace daftar::accounting
