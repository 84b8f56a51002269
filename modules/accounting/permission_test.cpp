// The guide's permission table, role by role, over every route of the ledger, the registry and this module.
#include <map>
#include <set>

#include "modules/accounting/accounting_fixture.hpp"

namespace daftar::accounting {
namespace {

using PermissionTest = AccountingTest;

/// A path that matches the route, with something in the place of each parameter.
std::string path_of(const Route& route) {
    std::string path;
    bool inside = false;
    for (const char c : route.path) {
        if (c == '{') path += "0190a0a0-0000-7000-8000-000000000000";
        inside = c == '{' || (inside && c != '}');
        if (!inside && c != '}') path += c;
    }
    return path;
}

TEST_F(PermissionTest, every_route_refuses_the_roles_without_its_permission) {
    int refused = 0, let_in = 0;
    for (const auto* role : {"Accountant", "Syndic", "BoardMember", "Owner", "Agent", "Admin", "SuperAdmin"}) {
        const auto principal = books.as(accountant, role);
        for (const auto& module : books.app().modules())
            for (const auto& table : module.routes)
                for (const auto& route : table) {
                    const auto answer =
                        tests::outcome(books.request(principal, route.method, path_of(route),
                                                     route.method == "GET" ? "" : R"({"no_such_field":1})"));
                    const bool may = route.permission.starts_with('@') || principal.may(route.permission);
                    // Those who may are stopped by the unknown field or get an answer, never by "not_allowed".
                    EXPECT_EQ(answer == "403 not_allowed", !may)
                        << role << " " << route.method << " " << route.path << " " << answer;
                    // Proofs need the installation's signing key, which these books have not.
                    const bool needs_key = route.path.starts_with("/api/v1/proofs");
                    EXPECT_TRUE(needs_key || !answer.starts_with("500"))
                        << role << " " << route.method << " " << route.path << " " << answer;
                    (may ? let_in : refused)++;
                }
    }
    EXPECT_GT(refused, 200);
    EXPECT_GT(let_in, 200);
    EXPECT_EQ(books.sql("select count(*) from entry"), "0");
}

TEST_F(PermissionTest, the_guides_table_holds) {
    struct Line {
        const char *method, *path;
        bool accountant, syndic, owner;
    };
    const Line table[] = {
        {"GET", "/api/v1/accounts", true, true, false},                               // lecture plan comptable
        {"POST", "/api/v1/accounts", true, false, false},                             // création comptes
        {"POST", "/api/v1/accounting/journal-entries", true, false, false},           // écritures comptables
        {"POST", "/api/v1/accounting/year-end-close?year=2025", true, false, false},  // clôture d'exercice
        {"GET", "/api/v1/accounting/trial-balance", true, true, false},               // lecture rapports
        {"GET", "/api/v1/accounting/dashboard", true, true, false},
        {"GET", "/api/v1/accounting/kpis?year=2025", true, true, false},
        {"GET", "/api/v1/accounting/anomalies", true, true, false},
        {"GET", "/api/v1/reports/vat-declaration?year=2025&quarter=1", true, true, false},
        {"POST", "/api/v1/expenses", true, true, false},  // an act of the syndic, not a manual entry
        {"POST", "/api/v1/accounting/year-end-reopen?year=2025", false, false, false},  // SuperAdmin only
    };
    const auto allowed = [&](const char* role, const Line& line) {
        return tests::outcome(books.request(books.as(accountant, role), line.method, line.path,
                                            std::string_view(line.method) == "GET" ? "" : "{}")) != "403 not_allowed";
    };
    for (const auto& line : table) {
        EXPECT_EQ(allowed("Accountant", line), line.accountant) << line.path;
        EXPECT_EQ(allowed("Syndic", line), line.syndic) << line.path;
        EXPECT_EQ(allowed("Owner", line), line.owner) << line.path;
    }
    EXPECT_TRUE(allowed("SuperAdmin", table[10]));
}

TEST_F(PermissionTest, no_route_is_declared_twice_and_strangers_are_refused) {
    std::set<std::string> seen;
    for (const auto& module : books.app().modules())
        for (const auto& table : module.routes)
            for (const auto& route : table)
                EXPECT_TRUE(seen.insert(std::string(route.method) + " " + std::string(route.path)).second)
                    << route.path;
    EXPECT_EQ(tests::outcome(books.request(Principal(), "GET", "/api/v1/accounting/dashboard")),
              "401 sign_in_required");
    const auto stranger = books.organization("Ailleurs");
    EXPECT_EQ(tests::outcome(books.request(
                  stranger, "GET", "/api/v1/accounting/dashboard?organization_id=" + accountant.organization.text())),
              "403 wrong_organization");
}

}  // namespace
}  // namespace daftar::accounting
