// What every report shares: whose books, which period, the links behind its figures, its letterhead and its proof.
#pragma once
#include "core/pdf.hpp"
#include "core/xlsx.hpp"
#include "ledger/ledger.hpp"
#include "ledger/tree_head.hpp"

namespace daftar::accounting {

/// The organization a report is about.
struct ReportSubject {
    std::string name, country, chart, address, office;
    Json identifiers;
};
BOOST_DESCRIBE_STRUCT(ReportSubject, (), (name, country, chart, address, office, identifiers))
ReportSubject report_subject(Context& context);

/// The root of the books on the day of the report.
struct ReportProof {
    std::string root;  ///< hexadecimal; empty for books without entries
    std::int64_t entry_count = 0;
    Timestamp date;
};
BOOST_DESCRIBE_STRUCT(ReportProof, (), (root, entry_count, date))
ReportProof report_proof(Context& context);

/// A period of a fiscal year, and the same one year earlier when those books exist.
struct ReportPeriod {
    Date start, end;
    std::string label;  ///< "2025", "2025-Q4", "2025-03": as the accountant's guide writes it
    std::optional<Date> previous_start, previous_end;
    bool is_closed = false;
};
/// Of a whole fiscal year, one of its quarters (1 to 4) or one of its months (1 to 12, counted from its start). Refused
/// with year_not_found.
ReportPeriod report_period(Context& context, std::int32_t year, std::optional<std::int32_t> quarter = {},
                           std::optional<std::int32_t> month = {});

/// "1 compte", "3 comptes".
std::string count_of(std::int64_t count, std::string_view one, std::string_view many);

/// The query that opens the lines of an account, or of one auxiliary of it.
std::string ledger_link(std::string_view account_code, const Date& start, const Date& end,
                        std::string_view auxiliary_code = {});
/// The address of the page that shows what a link opens, for papers that leave the application; "" without a public
/// address.
std::string page_address(const Context& context, std::string_view link);

PdfLetterhead letterhead(const Context& context, const ReportSubject& subject, std::string title,
                         const ReportPeriod& period, const ReportProof& proof);
XlsxWorkbook workbook(const Context& context, const ReportSubject& subject, std::string title);
/// The lines above each sheet: organization, title, period.
std::vector<std::string> preamble(const ReportSubject& subject, std::string_view title, const ReportPeriod& period);

/// "rapport-annuel-2025-residence-les-orangers.pdf": ASCII, for every file system.
std::string file_name(std::string_view kind, const ReportPeriod& period, const ReportSubject& subject,
                      std::string_view extension);
inline constexpr std::string_view pdf_type = "application/pdf";
inline constexpr std::string_view xlsx_type = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/// "+4,2 %" against the year before; "" when that was nothing.
std::string change_text(const Money& now, const Money& before);
/// "janv. 2025"
std::string month_name(const Date& day);

}  // namespace daftar::accounting
