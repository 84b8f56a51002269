#include "tests/scenarios/scenario.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace daftar::tests {
namespace {

std::vector<std::string> scenario_files() {
    std::vector<std::string> files;
    for (const auto* folder : {"ledger", "modules", "banking", "documents", "registry", "tests/scenarios"})
        for (const auto& entry : std::filesystem::recursive_directory_iterator(folder))
            if (entry.path().extension() == ".scenario") files.push_back(entry.path().generic_string());
    std::ranges::sort(files);
    return files;
}

class ScenarioTest : public testing::TestWithParam<std::string> {};

TEST_P(ScenarioTest, GoesAsWritten) {
    for (const auto& difference : run_scenario(GetParam())) ADD_FAILURE() << difference;
}

INSTANTIATE_TEST_SUITE_P(All, ScenarioTest, testing::ValuesIn(scenario_files()), [](const auto& info) {
    auto name = info.param;
    for (auto& c : name)
        if (!std::isalnum(static_cast<unsigned char>(c))) c = '_';
    return name;
});

TEST(Scenarios, AreFound) { EXPECT_GE(scenario_files().size(), 3u); }

}  // namespace
}  // namespace daftar::tests
