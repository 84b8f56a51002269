#include "modules/accounting/statement_templates.hpp"

#include <gtest/gtest.h>

namespace daftar::accounting {
namespace {

const Currency euro = *Currency::from_code("EUR");
LedgerAmount amount(std::string code, std::int64_t whole, std::string dimension = {}) {
    return {std::move(code), "x", {whole * 100, euro}, std::move(dimension)};
}

TEST(AccountRule, TheLongestPrefixDecides) {
    const AccountRule rule("debit", "45:d !459 4591");
    EXPECT_TRUE(rule.takes(amount("4501", 10)));
    EXPECT_FALSE(rule.takes(amount("4501", -10))) << "only debit balances";
    EXPECT_FALSE(rule.takes(amount("459", 10)));
    EXPECT_TRUE(rule.takes(amount("45911", -10)));
    EXPECT_FALSE(rule.takes(amount("401", 10)));
    EXPECT_THROW(AccountRule("middle", "45"), Bug);
    EXPECT_THROW(AccountRule("debit", ""), Bug);
}

TEST(SumTerms, SignsStandBetweenSpaces) {
    const auto terms = sum_terms("fr-annexe-1.c45 + a - owners(45 - 46)");
    ASSERT_EQ(terms.size(), 3u);
    EXPECT_EQ(terms[0].code, "fr-annexe-1.c45");
    EXPECT_EQ(terms[2].code, "owners(45 - 46)");
    EXPECT_TRUE(terms[2].minus);
}

const StatementTemplate& named(std::string_view chart, std::string_view name) {
    for (const auto* one : templates_of(chart))
        if (one->name == name) return *one;
    throw Bug("no such template");
}

const StatementLine& line(const Statement& statement, std::string_view code) {
    for (const auto& one : statement.lines)
        if (one.code == code) return one;
    throw Bug("no such line");
}

/// The worked example of the first French annex: 15,288 on both sides.
const std::vector<LedgerAmount> example = {amount("501", 2200),  amount("512", 8200),  amount("1031", -1500),
                                           amount("131", -2500), amount("120", -1000), amount("4501", 2000),
                                           amount("471", 630),   amount("486", 2258),  amount("4501", -2640),
                                           amount("401", -7000), amount("472", -300),  amount("487", -348)};

TEST(FrenchAnnexes, TheWorkedExampleBalances) {
    const auto filled = fill(named("fr-copropriete", "fr-annexe-1"), {{"current", example}}, euro);
    EXPECT_EQ(line(filled, "treasury").amounts[0], Money(1040000, euro));
    EXPECT_EQ(line(filled, "total_left").amounts[0], Money(1528800, euro));
    EXPECT_EQ(line(filled, "total_right").amounts[0], Money(1528800, euro));
    EXPECT_EQ(line(filled, "d45").amounts[0], Money(264000, euro)) << "no owner is set off against another";
    EXPECT_FALSE(line(filled, "treasury").amounts[1]) << "nothing is known of the year before";
}

TEST(FrenchAnnexes, TheTiesHoldAndABrokenOneIsNamed) {
    std::vector<Statement> statements;
    const std::vector<LedgerAmount> year = {amount("601", 300, "A"), amount("611", 200), amount("671", 4000, "Toiture"),
                                            amount("702", -5000, "Toiture"), amount("701", -600)};
    auto balances = example;
    for (const auto& one : year) balances.push_back(amount(one.account_code, one.amount.minor / 100));
    balances.push_back(amount("512", 1100));  // what the year's operations left in the bank
    std::vector<LedgerAmount> since_start = {amount("120", -1000, "Façade"), amount("671", 4000, "Toiture"),
                                             amount("702", -5000, "Toiture")};
    for (const auto* one : templates_of("fr-copropriete"))
        statements.push_back(fill(*one,
                                  {{"current", one->scope == "balances"    ? balances
                                               : one->scope == "movements" ? year
                                                                           : since_start}},
                                  euro));
    for (const auto& check : check_statements("fr-copropriete", statements, balances, euro))
        EXPECT_TRUE(check.ok) << check.code << " " << check.left.text() << " " << check.right.text();

    statements[4] = fill(named("fr-copropriete", "fr-annexe-5"),
                         {{"current", std::vector<LedgerAmount>{amount("120", -900, "Façade")}}}, euro);
    int broken = 0;
    for (const auto& check : check_statements("fr-copropriete", statements, balances, euro)) {
        if (check.ok) continue;
        ++broken;
        EXPECT_EQ(check.code, "a1_works_equal_a5");
        EXPECT_EQ(check.difference.text(), "1100.00");
        EXPECT_EQ(check.severity, "blocking");
    }
    EXPECT_EQ(broken, 1);
}

TEST(FrenchAnnexes, ChargesAreCutByKey) {
    const auto filled =
        fill(named("fr-copropriete", "fr-annexe-3"),
             {{"current", std::vector<LedgerAmount>{amount("601", 300, "Bâtiment A"), amount("602", 50, "Bâtiment A"),
                                                    amount("611", 200)}}},
             euro);
    EXPECT_EQ(line(filled, "keys:Bâtiment A").amounts[2], Money(35000, euro));
    EXPECT_EQ(line(filled, "keys").label, "Charges communes générales");
    EXPECT_EQ(line(filled, "total").amounts[2], Money(55000, euro));
    EXPECT_FALSE(line(filled, "total").amounts[1]) << "no budget was voted";
}

TEST(StatementTemplates, EveryLineOfEveryTemplateCanBeFilled) {
    for (const auto chart : {"fr-copropriete", "be-acp", "ma-syndicat"}) {
        EXPECT_FALSE(templates_of(chart).empty()) << chart;
        std::vector<Statement> statements;
        for (const auto* one : templates_of(chart))
            statements.push_back(fill(*one, {{"current", {}}, {"previous", {}}}, euro));
        for (const auto& check : check_statements(chart, statements, {}, euro)) EXPECT_TRUE(check.ok) << check.code;
    }
    EXPECT_FALSE(named("ma-syndicat", "ma-annexe-03").confirmed) << "the Moroccan layouts are to be confirmed";
}

/// Whatever the balances, a balanced book gives balanced statements: every account of a chart is on one line exactly.
TEST(StatementTemplates, EveryAccountOfTheChartIsCountedOnce) {
    for (const auto* chart : {"fr-copropriete", "be-acp", "ma-syndicat"}) {
        for (const auto& account : ledger::chart_named(chart).accounts) {
            if (account.account_type == "OffBalance") continue;
            for (const std::int64_t sign : {1, -1}) {
                std::vector<Statement> statements;
                const std::vector<LedgerAmount> one = {amount(account.code, 100 * sign)};
                for (const auto* described : templates_of(chart))
                    statements.push_back(fill(*described, {{"current", one}}, euro));
                Money sides(0, euro);
                const auto add = [&](std::string_view statement, std::string_view code, bool minus) {
                    for (const auto& found : statements)
                        if (found.name == statement)
                            sides += minus ? -*line(found, code).amounts[0] : *line(found, code).amounts[0];
                };
                if (std::string_view(chart) == "fr-copropriete")
                    add("fr-annexe-1", "total_left", false), add("fr-annexe-1", "total_right", true);
                if (std::string_view(chart) == "be-acp")
                    add("be-situation", "backing", false), add("be-situation", "funds", true);
                if (std::string_view(chart) == "ma-syndicat")
                    for (const auto* state : {"ma-annexe-03", "ma-annexe-11", "ma-annexe-13-2"}) {
                        sides = Money(0, euro);
                        add(state, "assets", false), add(state, "liabilities", true);
                        EXPECT_EQ(sides, Money(10000 * sign, euro)) << state << " " << account.code << " " << sign;
                    }
                EXPECT_EQ(sides, Money(10000 * sign, euro)) << chart << " " << account.code << " " << sign;
            }
        }
    }
}

TEST(StatementLines, EveryAccountHasALine) {
    for (const auto* chart : {"fr-copropriete", "be-acp", "ma-syndicat"})
        for (const auto& account : ledger::chart_named(chart).accounts) {
            if (account.account_type == "OffBalance" || account.code.size() < 2) continue;
            const bool result = account.account_type == "Income" || account.account_type == "Expense";
            EXPECT_NE(line_of(chart, result ? "income-statement" : "balance-sheet", account.code, true, "none"), "none")
                << chart << " " << account.code;
        }
    EXPECT_EQ(line_of("be-acp", "balance-sheet", "4101", true, ""), "receivables");
    EXPECT_EQ(line_of("be-acp", "balance-sheet", "4101", false, ""), "owners_in_credit");
    EXPECT_EQ(line_of("fr-copropriete", "income-statement", "662", true, ""), "financial_expenses");
}

}  // namespace
}  // namespace daftar::accounting
