// UN/CEFACT Cross Industry Invoice: EN 16931 profile names of Factur-X 1.0 / ZUGFeRD 2, and ZUGFeRD 1's older ones.
#include "documents/reading/e_invoice_parts.hpp"
#include "registry/identifiers/identifiers.hpp"

namespace daftar::documents {
namespace {

/// The first path that exists: the new name, then ZUGFeRD 1's.
XmlElement either(const XmlElement& from, const char* newer, const char* older) {
    const auto found = from.at(newer);
    return found ? found : from.at(older);
}

void read_party(const XmlElement& from, PartyReading& out) {
    out.name = exact_text(from.text("Name"));
    out.country = from.text("PostalTradeAddress/CountryID");
    for (const auto& global : from.children("GlobalID"))
        add_exact_identifier(out, global.text(), global.attribute("schemeID"));
    const auto legal = from.at("SpecifiedLegalOrganization/ID");
    add_exact_identifier(out, legal.text(), legal.attribute("schemeID"));
    for (const auto& tax : from.children("SpecifiedTaxRegistration"))
        add_exact_identifier(out, tax.text("ID"), tax.at("ID").attribute("schemeID"));
}

void read_line(const XmlElement& from, InvoiceReading& out) {
    // In the EXTENDED profile a line may only sum up or explain others.
    const auto reason = from.text("AssociatedDocumentLineDocument/LineStatusReasonCode");
    if (reason == "GROUP" || reason == "INFORMATION") return;
    const auto agreement = either(from, "SpecifiedLineTradeAgreement", "SpecifiedSupplyChainTradeAgreement");
    const auto delivery = either(from, "SpecifiedLineTradeDelivery", "SpecifiedSupplyChainTradeDelivery");
    const auto settlement = either(from, "SpecifiedLineTradeSettlement", "SpecifiedSupplyChainTradeSettlement");
    LineReading line;
    auto amount = exact_amount(settlement.text("SpecifiedTradeSettlementLineMonetarySummation/LineTotalAmount"));
    if (!amount) amount = exact_amount(settlement.text("SpecifiedTradeSettlementMonetarySummation/LineTotalAmount"));
    if (!amount) return;
    line.amount = *amount;
    if (const auto name = exact_text(from.text("SpecifiedTradeProduct/Name"))) line.label = *name;
    line.unit_price = exact_amount(agreement.text("NetPriceProductTradePrice/ChargeAmount"));
    const auto quantity = delivery.at("BilledQuantity");
    line.quantity = exact_amount(quantity.text());
    line.unit = quantity.attribute("unitCode");
    const auto rate = either(settlement.at("ApplicableTradeTax"), "RateApplicablePercent", "ApplicablePercent");
    line.tax_rate = exact_amount(rate.text());
    out.lines.push_back(std::move(line));
}

void read_settlement(const XmlElement& from, InvoiceReading& out) {
    out.currency = exact_text(from.text("InvoiceCurrencyCode"));
    read_payment_reference(from.text("PaymentReference"), out);
    for (const auto& means : from.children("SpecifiedTradeSettlementPaymentMeans"))
        if (!out.payment_iban)
            out.payment_iban = exact_text(registry::canonical(means.text("PayeePartyCreditorFinancialAccount/IBANID")));
    for (const auto& tax : from.children("ApplicableTradeTax")) {
        const auto rate = rate_of_category(tax.text("CategoryCode"),
                                           either(tax, "RateApplicablePercent", "ApplicablePercent").text());
        const auto base = exact_amount(tax.text("BasisAmount")), amount = exact_amount(tax.text("CalculatedAmount"));
        if (rate.units >= 0 && base && amount) out.taxes.push_back({rate, *base, *amount});
    }
    out.period_start = exact_date(from.text("BillingSpecifiedPeriod/StartDateTime/DateTimeString"));
    out.period_end = exact_date(from.text("BillingSpecifiedPeriod/EndDateTime/DateTimeString"));
    for (const auto& terms : from.children("SpecifiedTradePaymentTerms"))
        if (!out.due_date) out.due_date = exact_date(terms.text("DueDateDateTime/DateTimeString"));
    const auto sums =
        either(from, "SpecifiedTradeSettlementHeaderMonetarySummation", "SpecifiedTradeSettlementMonetarySummation");
    out.total_excluding_tax = exact_amount(sums.text("TaxBasisTotalAmount"));
    for (const auto& tax : sums.children("TaxTotalAmount"))
        if (!out.total_tax || !out.currency || tax.attribute("currencyID") == out.currency->value)
            out.total_tax = exact_amount(tax.text());
    out.total_including_tax = exact_amount(sums.text("GrandTotalAmount"));
    out.amount_paid = exact_amount(sums.text("TotalPrepaidAmount"));
    if (out.amount_paid && out.amount_paid->value.units == 0) out.amount_paid.reset();
    out.amount_due = exact_amount(sums.text("DuePayableAmount"));
    if (!out.total_tax && out.total_excluding_tax && out.total_including_tax)
        out.total_tax = exact_amount((out.total_including_tax->value - out.total_excluding_tax->value).text());
}

}  // namespace

InvoiceReading read_cii(const XmlElement& root) {
    InvoiceReading out;
    const auto header = either(root, "ExchangedDocument", "HeaderExchangedDocument");
    const auto transaction = either(root, "SupplyChainTradeTransaction", "SpecifiedSupplyChainTradeTransaction");
    out.type = type_of_code(header.text("TypeCode"));
    out.number = exact_text(header.text("ID"));
    out.issue_date = exact_date(header.text("IssueDateTime/DateTimeString"));
    const auto agreement = either(transaction, "ApplicableHeaderTradeAgreement", "ApplicableSupplyChainTradeAgreement");
    read_party(agreement.at("SellerTradeParty"), out.issuer);
    read_party(agreement.at("BuyerTradeParty"), out.customer);
    out.order_number =
        exact_text(either(agreement.at("BuyerOrderReferencedDocument"), "IssuerAssignedID", "ID").text());
    read_settlement(either(transaction, "ApplicableHeaderTradeSettlement", "ApplicableSupplyChainTradeSettlement"),
                    out);
    for (const auto& line : transaction.children("IncludedSupplyChainTradeLineItem")) read_line(line, out);
    return out;
}

}  // namespace daftar::documents
