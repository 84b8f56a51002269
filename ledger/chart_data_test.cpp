// The charts are read whole and keep their own rules; a file that breaks one is refused with its line.
#include "ledger/chart_data.hpp"

#include <gmock/gmock.h>

#include "core/problem.hpp"

namespace daftar::ledger {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;

TEST(ChartData,
     EveryFileIsReadAndKeepsTheRules) {  // prefix, uniqueness, closed lists and roles are checked while reading
    EXPECT_THAT(chart_names(), ElementsAre("be-acp", "fr-copropriete", "ma-syndicat"));
    for (const auto& name : chart_names()) {
        const auto& chart = chart_named(name);
        EXPECT_GE(chart.accounts.size(), 90u) << name;
        EXPECT_GE(chart.journals.size(), 7u) << name;
        EXPECT_FALSE(chart.title.empty());
    }
}

TEST(ChartData, TheBelgianChartHoldsEveryCodeOfTheGuide) {
    const auto& chart = chart_named("be-acp");
    for (const auto* code :
         {"451000", "610100", "610300", "440000", "550000", "700000", "100000", "220000", "129", "100",
          "130",    "14",     "220",    "221",    "24",     "30",     "32",     "400",    "440", "451",
          "550",    "551",    "57",     "610",    "61",     "700",    "74",     "80",     "81"})
        EXPECT_TRUE(chart.find(code)) << code;
    EXPECT_FALSE(chart.find("612500")) << "the guide creates it";
    EXPECT_TRUE(chart.find("61"));
    EXPECT_EQ(chart.find("451000")->parent_code, "45");
    EXPECT_EQ(chart.find("451000")->account_type, "Asset");
    EXPECT_EQ(chart.find("451000")->name, "TVA à récupérer");
}

TEST(ChartData, OwnersAndSuppliersAreDifferentAccounts) {
    for (const auto& name : chart_names()) {
        const auto& chart = chart_named(name);
        EXPECT_NE(chart.with_role("owners"), chart.with_role("suppliers")) << name;
        EXPECT_EQ(chart.with_role("owners")->collective, "owner") << name;
        EXPECT_EQ(chart.with_role("suppliers")->collective, "supplier") << name;
    }
}

TEST(ChartData, ResultGoesWhereTheCountrySays) {
    EXPECT_EQ(chart_named("be-acp").closing.surplus_code, "129");
    EXPECT_EQ(chart_named("ma-syndicat").closing.surplus_code, "1191");
    EXPECT_EQ(chart_named("ma-syndicat").closing.deficit_code, "1199");
    EXPECT_EQ(chart_named("fr-copropriete").closing.kind, "distribution");
    EXPECT_FALSE(chart_named("fr-copropriete").with_role("result"));
}

TEST(ChartData, ClosedListsAreMarked) {
    EXPECT_TRUE(chart_named("fr-copropriete").closed);
    EXPECT_TRUE(chart_named("ma-syndicat").closed);
    EXPECT_FALSE(chart_named("be-acp").closed);
}

TEST(ChartData, AnUnknownChartIsRefused) { EXPECT_THROW(chart_named("plan-martien"), Refused); }

std::string fault_of(const std::string& rows) {
    try {
        read_chart("essai", "@country\tMA\n" + rows);
    } catch (const std::runtime_error& fault) {
        return fault.what();
    }
    return "";
}

TEST(ChartData, FaultsAreNamedWithTheirLine) {
    const std::string sound = "5\tBanque\tAsset\tdebit\t\tbank\t\tcarry\tyes\n";
    EXPECT_THAT(fault_of(sound + sound), HasSubstr("essai.tsv line 3: account 5 stands twice"));
    EXPECT_THAT(fault_of("51\tBanque\tAsset\tdebit\t5\t\t\tcarry\tyes\n"), HasSubstr("parent 5 must stand earlier"));
    EXPECT_THAT(fault_of(sound + "61\tEau\tExpense\tdebit\t5\t\t\tresult\tyes\n"), HasSubstr("must prefix 61"));
    EXPECT_THAT(fault_of("5\tBanque\tMoney\tdebit\t\t\t\tcarry\tyes\n"), HasSubstr("unknown value \"Money\""));
    EXPECT_THAT(fault_of("6\tEau\tExpense\tdebit\t\t\t\tcarry\tyes\n"), HasSubstr("only income and expenses"));
    EXPECT_THAT(fault_of(sound + "53\tCaisse\tAsset\tdebit\t\tbank\t\tcarry\tyes\n"), HasSubstr("cast twice"));
    EXPECT_THAT(fault_of("@jurnal\tOD\n"), HasSubstr("malformed directive"));
    EXPECT_THAT(fault_of(sound), HasSubstr("nobody plays"));
}

}  // namespace
}  // namespace daftar::ledger
