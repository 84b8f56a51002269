// Number, dates, period, currency: the fields that a label announces one by one.
#pragma once
#include "documents/reading/evidence.hpp"

namespace daftar::documents {

/// Writes number, order_number and customer_number (number.cpp).
void decide_numbers(const Evidence& seen, InvoiceReading& out);
/// Writes issue_date, due_date, period_start and period_end, and the check dates_in_order (dating.cpp).
void decide_dates(const Evidence& seen, const ReadingKnowledge& known, InvoiceReading& out);
/// Writes currency (currency.cpp).
void decide_currency(const Evidence& seen, const ReadingKnowledge& known, InvoiceReading& out);

}  // namespace daftar::documents
