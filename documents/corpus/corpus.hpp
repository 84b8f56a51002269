// Made papers for the bench, the tests and the demonstration.
#pragma once
#include <string>

#include "documents/corpus/made_invoice.hpp"
#include "documents/corpus/paper_style.hpp"

namespace daftar::documents {

/// The invoice as a PDF of one page with native text. `unseen` chooses the wordings of the evaluation set.
std::string draw_pdf(const MadeInvoice& invoice, const PaperStyle& style, bool unseen);

struct ScanStyle {
    int dots_per_inch = 200;
    double lean_degrees = 0;  ///< clockwise
    int noise = 0;            ///< grey levels up or down
};
/// The same page as the PNG file of a scanner: grey, leaning, noisy.
std::string draw_scan(const MadeInvoice& invoice, const PaperStyle& style, bool unseen, const ScanStyle& scan,
                      std::uint64_t seed);

/// Amounts and dates as a style prints them.
std::string printed_amount(Decimal amount, AmountFormat format, const std::string& currency);
std::string printed_date(const Date& date, DateFormat format, const std::string& language);
/// A whole number of units and cents in French words, up to 999 999,99.
std::string french_words(Decimal amount, const std::string& currency);

}  // namespace daftar::documents
