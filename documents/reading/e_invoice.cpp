#include "documents/reading/e_invoice.hpp"

#include "documents/reading/e_invoice_parts.hpp"
#include "documents/reading/fold.hpp"
#include "documents/reading/parties.hpp"
#include "documents/reading/roles.hpp"
#include "registry/identifiers/identifiers.hpp"

namespace daftar::documents {
namespace {

constexpr const char* reason = "facture électronique jointe au document";

void check_totals(InvoiceReading& out) {
    if (!out.total_excluding_tax || !out.total_tax || !out.total_including_tax) return;
    const auto difference = out.total_excluding_tax->value + out.total_tax->value - out.total_including_tax->value;
    out.checks.push_back({"totals_add_up", difference.units == 0, "HT + TVA = TTC."});
}

template <class Reading> void take_place(std::optional<Reading>& exact, const std::optional<Reading>& printed) {
    if (!exact)
        exact = printed;
    else if (printed && printed->value == exact->value) {
        exact->page = printed->page;
        exact->box = printed->box;
        exact->checks = printed->checks;
        exact->checks.push_back("printed_agrees");
    }
}

}  // namespace

std::optional<TextReading> exact_text(const std::string& text) {
    if (text.empty()) return std::nullopt;
    return make_reading<TextReading>(text, Area{}, 998, reason);
}

void read_payment_reference(const std::string& text, InvoiceReading& out) {
    const auto digits = registry::canonical(text);
    if (!out.structured_communication && is_digits(digits) && registry::is_valid_ogm(digits))
        out.structured_communication = exact_text(digits);
}

Decimal rate_of_category(const std::string& category, const std::string& rate) {
    const auto value = Decimal::parse(rate);
    if (value) return value->normalized();
    // Outside the scope, exempt, reverse charge, intra-community, export: no rate is written because there is none.
    return Decimal{category == "S" ? -1 : 0, 0};
}

std::optional<AmountReading> exact_amount(const std::string& text) {
    const auto value = Decimal::parse(text.starts_with('+') ? text.substr(1) : text);
    if (!value) return std::nullopt;
    return make_reading<AmountReading>(*value, Area{}, 998, reason);
}

std::optional<DateReading> exact_date(const std::string& text) {
    auto plain = text.substr(0, 10);
    if (is_digits(text) && text.size() == 8)
        plain = text.substr(0, 4) + "-" + text.substr(4, 2) + "-" + text.substr(6, 2);
    const auto value = Date::parse(plain);
    if (!value) return std::nullopt;
    return make_reading<DateReading>(*value, Area{}, 998, reason);
}

void add_exact_identifier(PartyReading& party, const std::string& text, const std::string& scheme) {
    auto value = registry::canonical(text);
    if (value.empty()) return;
    std::string kind;
    if (registry::is_valid_vat(value) || scheme == "VA" || scheme == "VAT")
        kind = "eu_vat";
    else if (scheme == "0002" || (is_digits(value) && value.size() == 9))
        kind = value.size() == 14 ? "fr_siret" : "fr_siren";
    else if (scheme == "0009" || (is_digits(value) && value.size() == 14))
        kind = "fr_siret";
    else if (scheme == "0208" || registry::is_valid_be_enterprise(value))
        kind = "be_enterprise";
    else if (scheme == "0106")
        kind = "nl_kvk";
    else if (registry::is_valid_ice(value))
        kind = "ma_ice";
    if (kind.empty()) return;
    for (const auto& other : party.identifiers)
        if (other.kind == kind && other.text.value == value) return;
    auto reading = make_reading<TextReading>(value, Area{}, 998, reason);
    if (registry::is_valid_vat(value) || registry::is_valid_siret(value)) reading.checks = {"check_digits"};
    party.identifiers.push_back({kind, std::move(reading)});
}

DocumentType type_of_code(const std::string& code) {
    for (const auto* credit : {"381", "261", "262", "296", "396", "308", "532", "83", "420", "458"})
        if (code == credit) return DocumentType::credit_note;
    return DocumentType::supplier_invoice;
}

void make_positive(InvoiceReading& out) {
    const bool negative = out.total_including_tax && out.total_including_tax->value.units < 0;
    if (!negative) return;
    out.type = out.type == DocumentType::credit_note ? DocumentType::supplier_invoice : DocumentType::credit_note;
    for (auto* amount :
         {&out.total_excluding_tax, &out.total_tax, &out.total_including_tax, &out.amount_due, &out.amount_paid})
        if (*amount) (*amount)->value = magnitude((*amount)->value);
    for (auto& tax : out.taxes) {
        tax.base.value = magnitude(tax.base.value);
        tax.tax.value = magnitude(tax.tax.value);
    }
    for (auto& line : out.lines) line.amount.value = magnitude(line.amount.value);
}

std::optional<InvoiceReading> read_e_invoice(std::string_view xml) {
    const XmlDocument document(xml);
    const auto root = document.root();
    const auto name = root.name();
    InvoiceReading out;
    if (name == "CrossIndustryInvoice" || name == "CrossIndustryDocument")
        out = read_cii(root);
    else if (name == "Invoice" || name == "CreditNote")
        out = read_ubl(root);
    else
        return std::nullopt;
    if (!out.number && !out.total_including_tax) return std::nullopt;
    out.from_e_invoice = true;
    out.type_confidence = 998;
    make_positive(out);
    check_totals(out);
    derive_identifiers(out.issuer);
    derive_identifiers(out.customer);
    return out;
}

InvoiceReading completed(InvoiceReading exact, InvoiceReading printed) {
    exact.language = printed.language;
    take_place(exact.number, printed.number);
    take_place(exact.order_number, printed.order_number);
    take_place(exact.customer_number, printed.customer_number);
    take_place(exact.issue_date, printed.issue_date);
    take_place(exact.due_date, printed.due_date);
    take_place(exact.period_start, printed.period_start);
    take_place(exact.period_end, printed.period_end);
    take_place(exact.currency, printed.currency);
    take_place(exact.total_excluding_tax, printed.total_excluding_tax);
    take_place(exact.total_tax, printed.total_tax);
    take_place(exact.total_including_tax, printed.total_including_tax);
    take_place(exact.amount_due, printed.amount_due);
    take_place(exact.amount_paid, printed.amount_paid);
    take_place(exact.payment_iban, printed.payment_iban);
    take_place(exact.issuer.name, printed.issuer.name);
    take_place(exact.customer.name, printed.customer.name);
    if (!exact.structured_communication) exact.structured_communication = printed.structured_communication;
    if (exact.lines.empty()) exact.lines = std::move(printed.lines);
    if (exact.taxes.empty()) exact.taxes = std::move(printed.taxes);
    exact.issuer.known_id = printed.issuer.known_id;
    return exact;
}

}  // namespace daftar::documents
