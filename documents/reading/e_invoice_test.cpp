#include "documents/reading/e_invoice.hpp"

#include <gtest/gtest.h>

namespace daftar::documents {
namespace {

constexpr const char* ubl = R"(<?xml version="1.0"?>
<Invoice xmlns="urn:oasis:names:specification:ubl:schema:xsd:Invoice-2" xmlns:cac="urn:cac" xmlns:cbc="urn:cbc">
  <cbc:ID>2025-7</cbc:ID><cbc:IssueDate>2025-03-12</cbc:IssueDate><cbc:DueDate>2025-04-11</cbc:DueDate>
  <cbc:InvoiceTypeCode>380</cbc:InvoiceTypeCode><cbc:DocumentCurrencyCode>EUR</cbc:DocumentCurrencyCode>
  <cac:AccountingSupplierParty><cac:Party><cac:PostalAddress><cac:Country><cbc:IdentificationCode>BE</cbc:IdentificationCode></cac:Country></cac:PostalAddress>
    <cac:PartyTaxScheme><cbc:CompanyID>BE0403170701</cbc:CompanyID><cac:TaxScheme><cbc:ID>VAT</cbc:ID></cac:TaxScheme></cac:PartyTaxScheme>
    <cac:PartyLegalEntity><cbc:RegistrationName>Peeters Liften BV</cbc:RegistrationName></cac:PartyLegalEntity></cac:Party></cac:AccountingSupplierParty>
  <cac:PaymentMeans><cac:PayeeFinancialAccount><cbc:ID>BE68 5390 0754 7034</cbc:ID></cac:PayeeFinancialAccount></cac:PaymentMeans>
  <cac:TaxTotal><cbc:TaxAmount currencyID="EUR">21.00</cbc:TaxAmount><cac:TaxSubtotal><cbc:TaxableAmount>100.00</cbc:TaxableAmount>
    <cbc:TaxAmount>21.00</cbc:TaxAmount><cac:TaxCategory><cbc:Percent>21.00</cbc:Percent></cac:TaxCategory></cac:TaxSubtotal></cac:TaxTotal>
  <cac:LegalMonetaryTotal><cbc:TaxExclusiveAmount>100.00</cbc:TaxExclusiveAmount><cbc:TaxInclusiveAmount>121.00</cbc:TaxInclusiveAmount>
    <cbc:PayableAmount>121.00</cbc:PayableAmount></cac:LegalMonetaryTotal>
  <cac:InvoiceLine><cbc:InvoicedQuantity unitCode="C62">2</cbc:InvoicedQuantity><cbc:LineExtensionAmount>100.00</cbc:LineExtensionAmount>
    <cac:Item><cbc:Name>Onderhoud lift</cbc:Name></cac:Item><cac:Price><cbc:PriceAmount>50.00</cbc:PriceAmount></cac:Price></cac:InvoiceLine>
</Invoice>)";

TEST(EInvoice, UblIsReadExactly) {
    const auto reading = read_e_invoice(ubl);
    ASSERT_TRUE(reading);
    EXPECT_TRUE(reading->from_e_invoice);
    EXPECT_EQ(reading->number->value, "2025-7");
    EXPECT_EQ(reading->due_date->value.text(), "2025-04-11");
    EXPECT_EQ(reading->total_including_tax->value.text(), "121.00");
    EXPECT_EQ(reading->issuer.name->value, "Peeters Liften BV");
    EXPECT_EQ(reading->issuer.identifiers.at(0).text.value, "BE0403170701");
    EXPECT_EQ(reading->payment_iban->value, "BE68539007547034");
    ASSERT_EQ(reading->lines.size(), 1u);
    EXPECT_EQ(reading->lines[0].unit, "C62");
    EXPECT_EQ(reading->taxes.at(0).rate.text(), "21");
}

TEST(EInvoice, ADeclarationIsNotNeededAndTheEncodingIsFree) {
    const std::string whole = ubl;
    const auto bare = whole.substr(whole.find("<Invoice"));
    std::string wide = "\xff\xfe";
    for (const char letter : bare) wide += {letter, '\0'};
    for (const auto& text : {bare, "\xef\xbb\xbf" + bare, "\xef\xbb\xbf" + whole, wide}) {
        const auto reading = read_e_invoice(text);
        ASSERT_TRUE(reading) << text.substr(0, 40);
        EXPECT_EQ(reading->number->value, "2025-7");
        EXPECT_EQ(reading->total_including_tax->value.text(), "121.00");
    }
    std::string hostile = "\xff\xfe";
    for (const char letter : "<!DOCTYPE Invoice [<!ENTITY a 'aa'>]>" + bare) hostile += {letter, '\0'};
    EXPECT_FALSE(read_e_invoice(hostile));
}

TEST(EInvoice, NegativeTotalsAreACreditNote) {
    std::string negative = ubl;
    for (const auto* amount : {"121.00</cbc:TaxInclusiveAmount", "100.00</cbc:TaxExclusiveAmount"})
        negative.insert(negative.find(amount), "-");
    const auto reading = read_e_invoice(negative);
    ASSERT_TRUE(reading);
    EXPECT_EQ(reading->type, DocumentType::credit_note);
    EXPECT_EQ(reading->total_including_tax->value.text(), "121.00");
}

TEST(EInvoice, OtherAndHostileXmlIsNothing) {
    EXPECT_FALSE(read_e_invoice(""));
    EXPECT_FALSE(read_e_invoice("<a/>"));
    EXPECT_FALSE(read_e_invoice("<Invoice>"));
    EXPECT_FALSE(read_e_invoice(std::string(ubl).substr(0, 400)));
    EXPECT_FALSE(read_e_invoice(
        R"(<!DOCTYPE Invoice [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]><Invoice><ID>&b;</ID></Invoice>)"));
    EXPECT_FALSE(read_e_invoice(
        R"(<!DOCTYPE Invoice [<!ENTITY file SYSTEM "file:///etc/passwd">]><Invoice><ID>&file;</ID></Invoice>)"));
}

TEST(EInvoice, ReverseChargeAForeignTaxTotalAndTheReference) {
    const auto reading = read_e_invoice(R"(<Invoice xmlns="urn:oasis:names:specification:ubl:schema:xsd:Invoice-2">
  <ID>7</ID><IssueDate>2025-03-12</IssueDate><InvoiceTypeCode>380</InvoiceTypeCode><DocumentCurrencyCode>EUR</DocumentCurrencyCode>
  <AccountingSupplierParty><Party><PartyTaxScheme><CompanyID>BE0403170701</CompanyID><TaxScheme><ID>VAT</ID></TaxScheme></PartyTaxScheme></Party></AccountingSupplierParty>
  <PaymentMeans><PaymentID>+++010/8068/17183+++</PaymentID></PaymentMeans>
  <TaxTotal><TaxAmount currencyID="SEK">99.00</TaxAmount></TaxTotal>
  <TaxTotal><TaxAmount currencyID="EUR">0.00</TaxAmount><TaxSubtotal><TaxableAmount>100.00</TaxableAmount><TaxAmount>0.00</TaxAmount>
    <TaxCategory><ID>AE</ID></TaxCategory></TaxSubtotal></TaxTotal>
  <LegalMonetaryTotal><TaxExclusiveAmount>100.00</TaxExclusiveAmount><TaxInclusiveAmount>100.00</TaxInclusiveAmount><PayableAmount>100.00</PayableAmount></LegalMonetaryTotal>
</Invoice>)");
    ASSERT_TRUE(reading && reading->total_tax && reading->structured_communication);
    EXPECT_EQ(reading->total_tax->value.text(), "0.00");
    EXPECT_EQ(reading->structured_communication->value, "010806817183");
    ASSERT_EQ(reading->taxes.size(), 1u);
    EXPECT_EQ(reading->taxes[0].rate.text(), "0");
    ASSERT_EQ(reading->issuer.identifiers.size(), 2u);  // the VAT number and the enterprise number in it
}

TEST(EInvoice, EntitiesAreNotEvenParsed) {
    EXPECT_FALSE(read_e_invoice(R"(<?xml version="1.0"?><!DOCTYPE Invoice [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>
<Invoice><ID>&b;</ID></Invoice>)"));
}

}  // namespace
}  // namespace daftar::documents
