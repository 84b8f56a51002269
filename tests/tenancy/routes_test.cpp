// Another tenant sees and changes nothing through any route, those of tomorrow as well.
#include "tests/tenancy/made_up_input.hpp"
#include "tests/tenancy/neighbours.hpp"

namespace daftar::tests {
namespace {

using Routes = Tenancy;

TEST_F(Routes, NoRouteShowsOrChangesAnythingOfAnother) {
    fill();
    const auto ids = ids_of_a();
    const auto before = all_of_a();
    const auto described = books.app().openapi();
    const auto& book = *described.find("components")->find("schemas");
    int tried = 0;
    for (const auto& module : books.app().modules())
        for (const auto& table : module.routes)
            for (const auto& route : table) {
                if (route.permission == access::anyone) continue;
                SCOPED_TRACE(std::string(route.method) + " " + std::string(route.path));
                const auto caller = caller_for(b, route.permission);
                ASSERT_TRUE(caller) << "no role has the permission " << route.permission;
                auto method = std::string(route.method);
                for (auto& letter : method)
                    letter = static_cast<char>(std::tolower(static_cast<unsigned char>(letter)));
                const auto& operation = *described.find("paths")->find(route.path)->find(method);
                const bool has_identifier = route.path.find("id}") != std::string_view::npos;
                const auto* json_body = json_body_of(operation);
                const bool takes_identifier = has_identifier || (json_body && takes_uuid(*json_body, book));
                for (std::size_t i = 0; i < (takes_identifier ? ids.size() : 1); ++i) {
                    const auto& id = ids[i];
                    auto target = std::string(route.path);
                    for (auto open = target.find('{'); open != std::string::npos; open = target.find('{', open)) {
                        const auto name = target.substr(open + 1, target.find('}', open) - open - 1);
                        target.replace(open, name.size() + 2,
                                       name.ends_with("id") ? id
                                       : name == "year"     ? "2025"
                                                            : "550000");
                    }
                    std::string body;
                    if (json_body)
                        write_json(made_up_value(*json_body, book, id), body);
                    else if (operation.find("requestBody"))
                        body = "Date;Montant\n01/01/2025;1,00\n";
                    const auto response = books.request(*caller, route.method, target, body);
                    ++tried;
                    EXPECT_EQ(response.body.find(mark), std::string::npos) << target << "\n"
                                                                           << response.body.substr(0, 2000);
                    EXPECT_LT(response.status, 500) << target << "\n" << body << "\n" << response.body;
                    if (has_identifier) {
                        EXPECT_GE(response.status, 400) << target << "\n" << response.body.substr(0, 2000);
                    }
                }
                const auto named = books.request(
                    *caller, route.method,
                    replaced(std::string(route.path), "{", "%7B") + "?organization_id=" + a.organization.text());
                EXPECT_EQ(outcome(named), "403 wrong_organization") << "the guide's parameter never opens other books";
                EXPECT_EQ(books.request({}, route.method, route.path).status, 401);
            }
    EXPECT_GT(tried, 200);
    EXPECT_EQ(all_of_a(), before) << "something of the other tenant was changed";
}

}  // namespace
}  // namespace daftar::tests
