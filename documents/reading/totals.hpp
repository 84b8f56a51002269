// The amounts of an invoice, decided together: HT + TVA = TTC is the judge of every label.
#pragma once
#include "documents/reading/evidence.hpp"

namespace daftar::documents {

/// Writes total_excluding_tax, total_tax, total_including_tax, amount_due, amount_paid, previous_balance, taxes and the
/// checks totals_add_up, taxes_add_up and words_agree.
void decide_totals(const Evidence& seen, InvoiceReading& out);

/// A rate with the base and the tax that prove each other: tax = base × rate to the cent.
struct TaxRow {
    Decimal rate;
    const NumberValue* base = nullptr;
    const NumberValue* tax = nullptr;

    /// "TVA 5,5 % (699,16)   38,45": the base between brackets is not below zero.
    Decimal base_value() const;
};
/// Rows on which a rate, a base and a tax agree, wherever they stand (tax_rows.cpp).
std::vector<TaxRow> find_tax_rows(const Evidence& seen);

/// The paper says why it bears no VAT: reverse charge, small business, exemption.
bool says_untaxed(const Evidence& seen);
/// The paper speaks of amounts beside the taxed ones: disbursements, parts not subject to tax.
bool names_untaxed_part(const Evidence& seen);
/// A rate of VAT in force somewhere, now or lately, in percent.
bool is_usual_rate(Decimal rate);
/// The amount written in words on the paper, if any.
std::optional<Decimal> find_amount_in_words(const Evidence& seen);

}  // namespace daftar::documents
