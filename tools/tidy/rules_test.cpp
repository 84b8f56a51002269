#include "tools/tidy/rules.hpp"

#include <gtest/gtest.h>

namespace daftar::tidy {
namespace {

struct Case {
    const char* name;
    const char* path;
    std::string content;
    const char* message_part;  ///< empty: the file is in order
};

class TidyRules : public testing::TestWithParam<Case> {};

TEST_P(TidyRules, FindWhatTheyNameAndNothingElse) {
    const auto& [name, path, content, message_part] = GetParam();
    const auto findings = check_file(path, content);
    if (!*message_part) {
        EXPECT_TRUE(findings.empty()) << findings.front().message;
        return;
    }
    ASSERT_EQ(findings.size(), 1u);
    EXPECT_NE(findings[0].message.find(message_part), std::string::npos) << findings[0].message;
    EXPECT_EQ(findings[0].path, path);
}

// The words are cut in two so that this file itself is in order.
const Case cases[] = {
    {"down_is_fine", "ledger/post.cpp", "#include \"core/money.hpp\"\n", ""},
    {"own_folder_is_fine", "ledger/post.cpp", "#include \"ledger/post.hpp\"\n", ""},
    {"own_module_is_fine", "modules/condo/lot.cpp", "#include \"modules/condo/lot.hpp\"\n", ""},
    {"system_header_is_fine", "core/json.cpp", "#include <vector>\n", ""},
    {"tests_include_anything", "tests/http/harness.cpp", "#include \"server/server.hpp\"\n", ""},
    {"up_is_refused", "core/money.cpp", "#include \"ledger/post.hpp\"\n", "stands above"},
    {"spaced_include_is_refused", "ledger/post.cpp", "  #  include \"modules/condo/condo.hpp\"\n", "stands above"},
    {"module_into_module_is_refused", "modules/condo/lot.cpp", "#include \"modules/accounting/vat.hpp\"\n",
     "neighbour"},
    {"documents_into_assistant_is_refused", "documents/a.cpp", "#include \"assistant/plan.hpp\"\n", "neighbour"},
    {"double_is_refused", "ledger/post.cpp", "double total = 0;\n", "floating point"},
    {"float_is_refused", "modules/condo/share.hpp", "std::vector<float> shares;\n", "floating point"},
    {"double_in_a_comment_is_fine", "ledger/post.hpp", "int a;  // double entry\n", ""},
    {"double_in_a_text_is_fine", "ledger/post.cpp", "say(\"double \\\" entry\");\n", ""},
    {"double_elsewhere_is_fine", "core/pdf.cpp", "double width = 0;\n", ""},
    {"restinio_in_its_unit_is_fine", "core/http_server.cpp", "#include <restinio/all.hpp>\n", ""},
    {"restinio_elsewhere_is_refused", "server/main.cpp", "#include <restinio/all.hpp>\n", "RESTinio"},
    {"open_end_is_refused", "web/src/main.ts", std::string("// TO") + "DO later\n", "left open"},
    {"long_file_is_refused", "core/long.cpp",
     [] {
         std::string lines;
         for (int line = 0; line <= lines_max; ++line) lines += "\n";
         return lines;
     }(),
     "401 lines"},
    {"generated_file_may_be_long", "web/src/generated/api.ts", std::string(1000, '\n'), ""},
    {"registry_address_is_refused", "web/package-lock.json", "\"resolved\": \"https://example.org/a.tgz\"\n",
     "registry"},
};

INSTANTIATE_TEST_SUITE_P(Table, TidyRules, testing::ValuesIn(cases),
                         [](const auto& tested) { return std::string(tested.param.name); });

TEST(Tidy, NamesTheLine) {
    const auto findings = check_file("ledger/post.cpp", "int a;\n\ndouble b;\n");
    ASSERT_EQ(findings.size(), 1u);
    EXPECT_EQ(findings[0].line, 3);
}

}  // namespace
}  // namespace daftar::tidy
