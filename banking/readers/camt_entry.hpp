// Entries and transaction details of a camt message.
#pragma once
#include "banking/readers/faults.hpp"
#include "banking/readers/statement.hpp"
#include "banking/readers/xml.hpp"

namespace daftar::banking {

/// The amount of an Amt element, negative for DBIT. A located fault when it is not an amount or has no direction.
std::optional<Decimal> camt_amount(const XmlElement& amount, const std::string& direction, Faults& faults);
/// Dt or DtTm inside a date choice, or the text itself.
std::optional<Date> camt_date(const XmlElement& choice);

/// Adds the movements of one Ntry: one for each TxDtls of a batch when their amounts prove to be the entry's, else one.
void read_camt_entry(const XmlElement& entry, Statement& statement, const std::optional<Date>& day, Faults& faults);

}  // namespace daftar::banking
