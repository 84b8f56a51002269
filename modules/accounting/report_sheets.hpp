// A report described once as sheets, which go on paper and into a workbook alike.
#pragma once
#include "modules/accounting/report_paper.hpp"

namespace daftar::accounting {

/// One report: what stands above it, and its tables. The paper prints the figures, the chart and each sheet as a table;
/// the workbook holds the same sheets with typed cells and totals as formulas.
struct ReportSheets {
    std::string title;        ///< "Balance générale"
    std::string file;         ///< "balance-generale": how its files are called
    ReportPeriod period;      ///< printed under the title
    std::string object = {};  ///< what was asked, beside the period: an account, a class; may be empty
    std::vector<PdfFigure> figures = {};
    std::vector<PdfChart> charts = {};
    std::vector<XlsxSheet> sheets = {};
    std::vector<std::string> notes = {};
};

/// A period of any two dates, named by them; `is_closed` of the fiscal year that holds it.
ReportPeriod period_between(Context& context, const Date& start, const Date& end);

/// The report as a part of a document: figures, charts, tables, notes. Refused with report_too_long.
void print_report(Context& context, ReportSheets report, PdfDocument& document);
File paper_of(Context& context, ReportSheets report);
File workbook_of(Context& context, ReportSheets report);

/// "1 200,00" of "1 200,00 DH", where the currency stands elsewhere; and "DH".
std::string bare(const Money& amount);
std::string currency_sign(const Currency& currency);

/// A sheet as a printed table: amounts without the sign of the currency, which stands once in the title of the column;
/// sums computed as the workbook's formulas compute them. Pure.
PdfTable printed_table(const XlsxSheet& sheet);

/// More lines than a report on paper or in a workbook may have.
enum class ReportRefusal { report_too_long };
BOOST_DESCRIBE_ENUM(ReportRefusal, report_too_long)
RefusalText text_of(ReportRefusal refusal);
inline constexpr std::size_t paper_lines_max = 10'000;      ///< 250 pages
inline constexpr std::size_t workbook_lines_max = 200'000;  ///< the sheet lives in memory

}  // namespace daftar::accounting
