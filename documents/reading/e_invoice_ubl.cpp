// OASIS UBL 2.1 as profiled by EN 16931 and Peppol BIS Billing 3.
#include "documents/reading/e_invoice_parts.hpp"
#include "registry/identifiers/identifiers.hpp"

namespace daftar::documents {
namespace {

void read_party(const XmlElement& party, PartyReading& out) {
    out.name = exact_text(party.text("PartyLegalEntity/RegistrationName"));
    if (!out.name) out.name = exact_text(party.text("PartyName/Name"));
    out.country = party.text("PostalAddress/Country/IdentificationCode");
    const auto company = party.at("PartyLegalEntity/CompanyID");
    add_exact_identifier(out, company.text(), company.attribute("schemeID"));
    for (const auto& scheme : party.children("PartyTaxScheme"))
        add_exact_identifier(out, scheme.text("CompanyID"), scheme.text("TaxScheme/ID"));
    for (const auto& other : party.children("PartyIdentification"))
        add_exact_identifier(out, other.text("ID"), other.at("ID").attribute("schemeID"));
    const auto endpoint = party.at("EndpointID");
    add_exact_identifier(out, endpoint.text(), endpoint.attribute("schemeID"));
}

void read_line(const XmlElement& from, InvoiceReading& out) {
    LineReading line;
    const auto amount = exact_amount(from.text("LineExtensionAmount"));
    if (!amount) return;
    line.amount = *amount;
    if (const auto name = exact_text(from.text("Item/Name"))) line.label = *name;
    auto quantity = from.at("InvoicedQuantity");
    if (!quantity) quantity = from.at("CreditedQuantity");
    line.quantity = exact_amount(quantity.text());
    line.unit = quantity.attribute("unitCode");
    line.unit_price = exact_amount(from.text("Price/PriceAmount"));
    line.tax_rate = exact_amount(from.text("Item/ClassifiedTaxCategory/Percent"));
    out.lines.push_back(std::move(line));
}

}  // namespace

InvoiceReading read_ubl(const XmlElement& root) {
    InvoiceReading out;
    const bool credit = root.name() == "CreditNote";
    out.type = credit ? DocumentType::credit_note : type_of_code(root.text("InvoiceTypeCode"));
    out.number = exact_text(root.text("ID"));
    out.issue_date = exact_date(root.text("IssueDate"));
    out.due_date = exact_date(root.text("DueDate"));
    if (!out.due_date) out.due_date = exact_date(root.text("PaymentMeans/PaymentDueDate"));
    out.currency = exact_text(root.text("DocumentCurrencyCode"));
    out.order_number = exact_text(root.text("OrderReference/ID"));
    out.period_start = exact_date(root.text("InvoicePeriod/StartDate"));
    out.period_end = exact_date(root.text("InvoicePeriod/EndDate"));
    read_party(root.at("AccountingSupplierParty/Party"), out.issuer);
    read_party(root.at("AccountingCustomerParty/Party"), out.customer);
    for (const auto& means : root.children("PaymentMeans")) read_payment_reference(means.text("PaymentID"), out);
    for (const auto& means : root.children("PaymentMeans"))
        if (!out.payment_iban)
            out.payment_iban = exact_text(registry::canonical(means.text("PayeeFinancialAccount/ID")));
    for (const auto& total : root.children("TaxTotal")) {
        if (out.total_tax && !total.at("TaxSubtotal")) continue;  // a second total, in the accounting currency
        const auto amount = total.at("TaxAmount");
        if (out.currency && !amount.attribute("currencyID").empty() &&
            amount.attribute("currencyID") != out.currency->value)
            continue;
        out.total_tax = exact_amount(amount.text());
        for (const auto& part : total.children("TaxSubtotal")) {
            const auto rate = rate_of_category(part.text("TaxCategory/ID"), part.text("TaxCategory/Percent"));
            const auto base = exact_amount(part.text("TaxableAmount")), amount = exact_amount(part.text("TaxAmount"));
            if (rate.units >= 0 && base && amount) out.taxes.push_back({rate, *base, *amount});
        }
    }
    const auto sums = root.at("LegalMonetaryTotal");
    out.total_excluding_tax = exact_amount(sums.text("TaxExclusiveAmount"));
    out.total_including_tax = exact_amount(sums.text("TaxInclusiveAmount"));
    out.amount_paid = exact_amount(sums.text("PrepaidAmount"));
    if (out.amount_paid && out.amount_paid->value.units == 0) out.amount_paid.reset();
    out.amount_due = exact_amount(sums.text("PayableAmount"));
    if (!out.total_tax && out.total_excluding_tax && out.total_including_tax)
        out.total_tax = exact_amount((out.total_including_tax->value - out.total_excluding_tax->value).text());
    for (const auto& line : root.children(credit ? "CreditNoteLine" : "InvoiceLine")) read_line(line, out);
    return out;
}

}  // namespace daftar::documents
