// Fields of an invoice (or a paper like it) with the place, the reason and the calibrated confidence of each.
// Pure: no SQL, no clock, no file.
#pragma once
#include <boost/describe/class.hpp>
#include <boost/describe/enum.hpp>
#include <optional>
#include <string>
#include <vector>

#include "core/date.hpp"
#include "core/decimal.hpp"
#include "documents/extract/extracted_document.hpp"

namespace daftar::documents {

enum class DocumentType {
    unknown,
    supplier_invoice,
    credit_note,
    utility_bill,  ///< water, electricity, gas, telephone: may carry a previous balance
    receipt,
    bank_statement,
    quote,
    minutes,
    letter
};
BOOST_DESCRIBE_ENUM(DocumentType, unknown, supplier_invoice, credit_note, utility_bill, receipt, bank_statement, quote,
                    minutes, letter)

/// A rectangle in points from the page's top-left corner.
struct Box {
    Decimal x, y, width, height;
};
BOOST_DESCRIBE_STRUCT(Box, (), (x, y, width, height))

/// How a value is known. Shared by the three kinds of readings below:
/// `page` counts from 1 and is 0 when the value is not printed as such (deduced, or from embedded XML);
/// `confidence` is per mille and calibrated: of the values announced at 990, 99 % are right;
/// `reason` is a French sentence; `checks` names the hard checks that the value passed.
struct TextReading {
    std::string value;
    int page = 0;
    Box box;
    int confidence = 0;
    std::string reason;
    std::vector<std::string> checks;
};
BOOST_DESCRIBE_STRUCT(TextReading, (), (value, page, box, confidence, reason, checks))

struct DateReading {
    Date value;
    int page = 0;
    Box box;
    int confidence = 0;
    std::string reason;
    std::vector<std::string> checks;
};
BOOST_DESCRIBE_STRUCT(DateReading, (), (value, page, box, confidence, reason, checks))

/// An amount in the document's currency, or a quantity or rate. Amounts of a credit note are positive.
struct AmountReading {
    Decimal value;
    int page = 0;
    Box box;
    int confidence = 0;
    std::string reason;
    std::vector<std::string> checks;
};
BOOST_DESCRIBE_STRUCT(AmountReading, (), (value, page, box, confidence, reason, checks))

/// `kind` is one of ma_ice, ma_if, ma_rc, ma_patente, ma_cnss, be_enterprise, fr_siren, fr_siret, eu_vat, nl_kvk, iban,
/// rib, bic, email, website, phone. `value` is in canonical form: digits and capitals without separators.
struct IdentifierReading {
    std::string kind;
    TextReading text;
};
BOOST_DESCRIBE_STRUCT(IdentifierReading, (), (kind, text))

struct PartyReading {
    std::optional<TextReading> name;
    std::string known_id;  ///< `KnownParty::id` when recognised, else empty
    std::string country;   ///< ISO 3166 two letters, empty when unknown
    std::vector<IdentifierReading> identifiers;
};
BOOST_DESCRIBE_STRUCT(PartyReading, (), (name, known_id, country, identifiers))

/// One rate of VAT: tax = base × rate / 100 to the cent.
struct TaxReading {
    Decimal rate;  ///< percent: 20, 5.5
    AmountReading base;
    AmountReading tax;
};
BOOST_DESCRIBE_STRUCT(TaxReading, (), (rate, base, tax))

struct LineReading {
    TextReading label;
    std::optional<AmountReading> quantity;
    std::string unit;
    std::optional<AmountReading> unit_price;
    std::optional<AmountReading> tax_rate;  ///< percent
    AmountReading amount;
};
BOOST_DESCRIBE_STRUCT(LineReading, (), (label, quantity, unit, unit_price, tax_rate, amount))

/// A hard check over several fields. `name`: totals_add_up, taxes_add_up, lines_add_up, words_agree, dates_in_order.
struct ReadingCheck {
    std::string name;
    bool passed = false;
    std::string explanation;  ///< French
};
BOOST_DESCRIBE_STRUCT(ReadingCheck, (), (name, passed, explanation))

struct InvoiceReading {
    DocumentType type = DocumentType::unknown;
    int type_confidence = 0;      ///< per mille
    std::string language;         ///< fr, nl, en, de; empty when unknown
    bool from_e_invoice = false;  ///< fields come from embedded structured data, exactly
    PartyReading issuer;
    PartyReading customer;
    std::optional<TextReading> number;
    std::optional<TextReading> order_number;
    std::optional<TextReading> customer_number;  ///< the customer's account or contract number at the issuer
    std::optional<DateReading> issue_date;
    std::optional<DateReading> due_date;
    std::optional<DateReading> period_start;
    std::optional<DateReading> period_end;
    std::optional<TextReading> currency;  ///< ISO 4217
    std::optional<AmountReading> total_excluding_tax;
    std::optional<AmountReading> total_tax;
    std::optional<AmountReading> total_including_tax;
    std::optional<AmountReading> amount_due;
    std::optional<AmountReading> amount_paid;       ///< deposits and payments already made
    std::optional<AmountReading> previous_balance;  ///< what an earlier bill left unpaid
    std::vector<TaxReading> taxes;
    std::optional<TextReading> structured_communication;  ///< Belgian OGM, twelve digits
    std::optional<TextReading> payment_iban;
    std::optional<TextReading> payment_rib;  ///< Moroccan, 24 digits
    std::vector<LineReading> lines;
    std::vector<ReadingCheck> checks;
};
BOOST_DESCRIBE_STRUCT(InvoiceReading, (),
                      (type, type_confidence, language, from_e_invoice, issuer, customer, number, order_number,
                       customer_number, issue_date, due_date, period_start, period_end, currency, total_excluding_tax,
                       total_tax, total_including_tax, amount_due, amount_paid, previous_balance, taxes,
                       structured_communication, payment_iban, payment_rib, lines, checks))

struct KnownIdentifier {
    std::string kind;   ///< as in IdentifierReading
    std::string value;  ///< canonical
};
BOOST_DESCRIBE_STRUCT(KnownIdentifier, (), (kind, value))

/// Somebody the organization already knows.
struct KnownParty {
    std::string id;
    std::vector<std::string> names;
    std::vector<KnownIdentifier> identifiers;
};
BOOST_DESCRIBE_STRUCT(KnownParty, (), (id, names, identifiers))

/// Where a person showed a field of this issuer to be: the printed words beside it, and its offset from them.
struct LearnedAnchor {
    std::string field;  ///< member name of InvoiceReading: number, issue_date, total_including_tax …
    std::string label;  ///< normalised words of the anchor; empty: `dx`, `dy` are counted from the page's corner
    Decimal dx, dy;     ///< points from the label's top-left corner to the value's
    int page = 1;       ///< counted from 1; -1 is the last page
};
BOOST_DESCRIBE_STRUCT(LearnedAnchor, (), (field, label, dx, dy, page))

struct LearnedLayout {
    std::string issuer_id;  ///< `KnownParty::id`
    std::vector<LearnedAnchor> anchors;
};
BOOST_DESCRIBE_STRUCT(LearnedLayout, (), (issuer_id, anchors))

/// What the organization knows before reading. Everything may be empty.
struct ReadingKnowledge {
    std::vector<KnownParty> ourselves;  ///< the organization, its buildings: they are customers, never issuers
    std::vector<KnownParty> suppliers;
    std::vector<LearnedLayout> layouts;
    std::optional<Date> received_on;  ///< to judge dates; a paper is not dated long after it came
    std::string currency;             ///< of the organization: used when none is printed, with low confidence
};
BOOST_DESCRIBE_STRUCT(ReadingKnowledge, (), (ourselves, suppliers, layouts, received_on, currency))

InvoiceReading read_invoice(const ExtractedDocument& document, const ReadingKnowledge& known = {});

/// Where a value that a person gave is printed: the last such amount, the first such date or text.
struct PrintedPlace {
    int page = 0;
    Box box;
};
std::optional<PrintedPlace> find_printed(const ExtractedDocument& document, std::string_view field,
                                         const std::string& value);
/// Fields whose place a correction teaches.
bool is_learned(std::string_view field);

/// The anchor that would have found `box` on `page` (counted from 1): to be kept after a correction.
LearnedAnchor learn_anchor(const ExtractedDocument& document, const std::string& field, int page, const Box& box);

}  // namespace daftar::documents
