// How a made paper looks and what it calls things. The two sets are disjoint in geometry and in wording: rules are
// written looking at `known_styles`, measured on `unseen_styles`.
#pragma once
#include <span>
#include <string>

namespace daftar::documents {

enum class IssuerPlace { top_left, top_right, top_center, footer };
enum class CustomerPlace { right_labelled, left_labelled, right_plain, left_plain };
enum class MetaPlace { left_lines, right_lines, row_of_cells, in_title };
enum class TotalsPlace { right_lines, bottom_row, left_lines, wide_lines };
enum class Columns {
    label_quantity_price_amount,
    quantity_label_price_amount,
    code_label_quantity_price_rate_amount,
    label_amount,
    label_rate_quantity_price_amount
};
enum class AmountFormat { spaced_symbol, dotted, english, plain_symbol_first, spaced_plain };
enum class DateFormat { slashes, dashes_short, words, dots, iso };

struct PaperStyle {
    const char* name;
    const char* font;
    double size;  ///< points
    IssuerPlace issuer;
    CustomerPlace customer;
    MetaPlace meta;
    TotalsPlace totals;
    Columns columns;
    AmountFormat amounts;
    DateFormat dates;
    int wording;  ///< which of the wordings of a language
    bool tax_table;
    bool ruled;         ///< lines around cells
    bool amount_words;  ///< "Arrêtée la présente facture à la somme de …"
    bool spaced_title;  ///< "F A C T U R E"
};

std::span<const PaperStyle> known_styles();
std::span<const PaperStyle> unseen_styles();

/// The words of one language in one wording.
struct Wording {
    const char *invoice, *credit_note, *number, *date, *due_date, *customer, *customer_number, *period;
    const char *excluding_tax, *tax, *including_tax, *due, *paid, *previous, *discount, *base;
    const char *label, *quantity, *price, *rate, *amount, *code;
};

/// `language` is fr, nl or en; the number of the wording is brought into range.
const Wording& wording_of(const std::string& language, int number, bool unseen);

}  // namespace daftar::documents
