// From reviewed fields to an invoice.
#include "documents/plan.hpp"

#include <gtest/gtest.h>

namespace daftar::documents {
namespace {

PaperField field(const char* name, const char* value) {
    return {name, "", value, 1, {10, 0}, {20, 0}, {30, 0}, {8, 0}, 990, "", {}};
}

std::vector<PaperField> fields(const char* net, const char* tax, const char* total) {
    return {field("issuer_name", "Atlas"),       field("number", "F1"),
            field("issue_date", "2026-02-03"),   field("due_date", ""),
            field("total_excluding_tax", net),   field("total_tax", tax),
            field("total_including_tax", total), field("currency", "MAD"),
            field("category", "water"),          field("description", "Eau")};
}

const Currency dirham = *Currency::from_code("MAD");

TEST(Plan, APaperWithoutFaultMayBePosted) {
    EXPECT_TRUE(problems_of(fields("100.00", "20.00", "120.00"), "supplier_invoice", dirham).empty());
}

TEST(Plan, EveryFaultIsNamedAtItsField) {
    const auto codes = [](const Problems& problems) {
        std::vector<std::string> found;
        for (const auto& problem : problems) found.push_back(problem.path + " " + problem.code);
        return found;
    };
    using List = std::vector<std::string>;
    EXPECT_EQ(codes(problems_of(fields("100.00", "20.00", "121.00"), "supplier_invoice", dirham)),
              List{"total_including_tax totals_disagree"});
    EXPECT_EQ(codes(problems_of(fields("", "", ""), "supplier_invoice", dirham)),
              List{"total_including_tax field_missing"});
    EXPECT_EQ(codes(problems_of(fields("", "", "0"), "supplier_invoice", dirham)),
              List{"total_including_tax invalid_field"});
    EXPECT_EQ(codes(problems_of(fields("100", "20", "120"), "minutes", dirham)), List{"type not_an_invoice"});
    EXPECT_EQ(codes(problems_of(fields("100", "20", "120"), "supplier_invoice", *Currency::from_code("EUR"))),
              List{"currency wrong_currency"});
}

TEST(Plan, RatesThatExplainTheTotalsSplitTheInvoice) {
    const auto part = [](int rate, int base, int tax) {
        return PaperTax{{rate, 0}, {base, 2}, {tax, 2}, 1, {1, 0}, {2, 0}, {3, 0}, {4, 0}};
    };
    const auto invoice = invoice_of({}, "supplier_invoice", fields("150.00", "25.00", "175.00"),
                                    {part(20, 10000, 2000), part(10, 5000, 500)});
    ASSERT_EQ(invoice.lines.size(), 2u);
    EXPECT_EQ(invoice.lines[0].vat_rate->text(), "0.2");
    EXPECT_EQ(invoice.lines[1].vat_rate->text(), "0.1");
    EXPECT_TRUE(invoice.lines[0].box.has_value());
}

TEST(Plan, WhatNoRateTaxesIsALineOfItsOwn) {
    const PaperTax honorary{{10, 0}, {600000, 2}, {60000, 2}, 1, {1, 0}, {2, 0}, {3, 0}, {4, 0}};
    const auto invoice = invoice_of({}, "supplier_invoice", fields("6450.00", "600.00", "7050.00"), {honorary});
    ASSERT_EQ(invoice.lines.size(), 2u);
    EXPECT_EQ(invoice.lines[0].vat_rate->text(), "0.1");
    EXPECT_EQ(invoice.lines[1].net.rounded(2).text(), "450.00");
    EXPECT_FALSE(invoice.lines[1].vat_rate.has_value());
}

TEST(Plan, WithoutRatesTheTotalsDecide) {
    const auto deduced = invoice_of({}, "supplier_invoice", fields("100.00", "20.00", "120.00"), {});
    EXPECT_EQ(deduced.lines.front().vat_rate->text(), "0.2");
    const auto none = invoice_of({}, "supplier_invoice", fields("100.00", "13.37", "113.37"), {});
    EXPECT_FALSE(none.lines.front().vat_rate);
    EXPECT_EQ(none.lines.front().net.text(), "113.37");
    EXPECT_TRUE(invoice_of({}, "credit_note", fields("1", "", "1"), {}).is_credit_note);
}

TEST(Plan, ValuesAreReadAsPeopleWriteThem) {
    EXPECT_EQ(canonical_value("total_tax", "1\u202f200,50"), "1200.50");
    EXPECT_EQ(canonical_value("issue_date", "31/12/2025"), "2025-12-31");
    EXPECT_EQ(canonical_value("number", "  F-1 "), "F-1");
    EXPECT_EQ(canonical_value("due_date", ""), "");
    EXPECT_FALSE(canonical_value("issue_date", "31/02/2025"));
    EXPECT_FALSE(canonical_value("total_tax", "douze"));
    EXPECT_FALSE(canonical_value("colour", "red"));
}

TEST(Category, FollowsTheWordsOfThePaper) {
    EXPECT_EQ(category_of("Contrat de maintenance ascenseur, ascenseur B"), "lift");
    EXPECT_EQ(category_of("CONSOMMATION ÉLECTRICITÉ 1 240 kWh"), "electricity");
    EXPECT_EQ(category_of("Tonte et taille des haies"), "gardening");
    EXPECT_EQ(category_of("divers"), "other");
}

}  // namespace
}  // namespace daftar::documents
