// One function a format, all of one shape: bytes or text in, statements or located faults out.
#pragma once
#include <string_view>
#include <vector>

#include "banking/readers/faults.hpp"
#include "banking/readers/statement.hpp"

namespace daftar::banking {

/// ISO 20022 camt.052, .053 and .054, any version. Sets the format to "camt.053" and so on.
/// Source: ISO 20022 message definition reports; EPC guidelines; versions differ in Sts, Pty, Chrgs/Rcrd, DtTm.
std::vector<Statement> read_camt(std::string_view bytes, std::string& format, Faults& faults);

/// SWIFT MT940 (and MT942 interim reports), with the :86: habits of Dutch, German, Belgian, French and other banks.
std::vector<Statement> read_mt940(std::string_view text, Faults& faults);

/// Belgian CODA, version 1 and 2 (Febelfin "Standard CODA 2.6"): records of 128 characters.
std::vector<Statement> read_coda(std::string_view text, Faults& faults);

/// French CFONB 120 ("Relevé de compte sur support informatique"): records of 120 characters with or without line ends.
std::vector<Statement> read_cfonb(std::string_view text, Faults& faults);

/// OFX 1 (SGML) and OFX 2 (XML), bank and credit card statements.
std::vector<Statement> read_ofx(std::string_view text, Faults& faults);

/// Quicken QIF, sections Bank, Cash, CCard and other assets or liabilities.
std::vector<Statement> read_qif(std::string_view text, Faults& faults);

}  // namespace daftar::banking
