// Words of the zero-entry pipeline that several files share.
#pragma once
#include "core/operation.hpp"
#include "documents/reading/reading.hpp"
#include "ledger/entry.hpp"
#include "registry/party.hpp"

namespace daftar::documents {

struct Paper;

enum class PaperStatus {
    reading,  ///< in the queue, or being read
    review,   ///< read: a person decides
    posted,   ///< in the books
    refused,  ///< put aside by a person
    failed    ///< could not be read; the reason is shown
};
BOOST_DESCRIBE_ENUM(PaperStatus, reading, review, posted, refused, failed)

enum class Refusal {
    empty_file,
    unsupported_type,
    infected_file,
    scan_failed,
    duplicate_document,
    not_in_review,
    field_missing,
    unknown_field_name,
    invalid_field,
    totals_disagree,
    wrong_currency,
    not_an_invoice,
    invoice_of_credit_note_missing,
    link_expired,
    already_attached
};
BOOST_DESCRIBE_ENUM(Refusal, empty_file, unsupported_type, infected_file, scan_failed, duplicate_document,
                    not_in_review, field_missing, unknown_field_name, invalid_field, totals_disagree, wrong_currency,
                    not_an_invoice, invoice_of_credit_note_missing, link_expired, already_attached)
RefusalText text_of(Refusal refusal);

/// One value read from a paper, as the review screen shows and corrects it. Lengths in points from the page's top left;
/// page 0 when the value is not printed as such. Confidence per mille; 1000 once a person has given the value.
struct PaperField {
    std::string name, label, value;
    std::int32_t page = 0;
    Decimal x, y, width, height;
    std::int32_t confidence = 0;
    std::string reason;
    std::vector<std::string> checks;
};
BOOST_DESCRIBE_STRUCT(PaperField, (), (name, label, value, page, x, y, width, height, confidence, reason, checks))

/// Base and VAT of one rate, and where the base stands.
struct PaperTax {
    Decimal rate;  ///< percent
    Decimal base, tax;
    std::int32_t page = 0;
    Decimal x, y, width, height;
};
BOOST_DESCRIBE_STRUCT(PaperTax, (), (rate, base, tax, page, x, y, width, height))

struct PaperPage {
    std::int32_t number = 1;
    Decimal width, height;
};
BOOST_DESCRIBE_STRUCT(PaperPage, (), (number, width, height))

struct PaperFailure {
    std::string code, message;
    std::int32_t page = 0;
};
BOOST_DESCRIBE_STRUCT(PaperFailure, (), (code, message, page))

/// The field of that name; nothing when the paper has none or it is empty.
const PaperField* find_field(const std::vector<PaperField>& fields, std::string_view name);

}  // namespace daftar::documents
